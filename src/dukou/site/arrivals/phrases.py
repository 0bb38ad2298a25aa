"""The sentences of the bilingual self-introduction: each says the same in every language.

Whoever fills in the template writes two languages at once, without a translation in between.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from dukou.language import tags


@dataclass(frozen=True)
class Phrase:
    """One sentence in every language of the template; `{gap}` is where a member's words go."""

    zh_hans: str
    zh_hant: str
    en: str
    ja: str
    es: str

    def said_in(self, lang: str) -> str:
        """The sentence in one of `LANGUAGES`."""
        return str(getattr(self, lang.replace("-", "_").lower()))


LANGUAGES = ("zh-Hans", "zh-Hant", "en", "ja", "es")
assert len(fields(Phrase)) == len(LANGUAGES)

TITLE = Phrase(
    "新人报到，我是{gap}",
    "新人報到，我是{gap}",
    "New here: I'm {gap}",
    "はじめまして、{gap}です",
    "Hola, soy {gap}",
)
FROM = Phrase(
    "来自{gap}。", "來自{gap}。", "I'm from {gap}.", "{gap}から来ました。", "Soy de {gap}."
)
LOVES = Phrase(
    "最喜欢 {gap}", "最喜歡 {gap}", "What I love: {gap}", "好きなもの：{gap}", "Me encanta: {gap}"
)

ASK = Phrase(
    "想问对岸的你：{gap}",
    "想問對岸的你：{gap}",
    "A question for the other bank: {gap}",
    "向こう岸のみなさんへ：{gap}",
    "Pregunta para la otra orilla: {gap}",
)

DOING = {
    "pupil": Phrase(
        "我在上中学。", "我還在念中學。", "I'm at school.", "中高生です。", "Voy al instituto."
    ),
    "student": Phrase(
        "我是大学生。",
        "我是大學生。",
        "I'm at college.",
        "大学生です。",
        "Estudio en la universidad.",
    ),
    "nurse": Phrase(
        "我在医院上班。",
        "我在醫院上班。",
        "I work in a hospital.",
        "病院で働いています。",
        "Trabajo en un hospital.",
    ),
    "teacher": Phrase("我是老师。", "我是老師。", "I teach.", "教師をしています。", "Doy clases."),
    "code": Phrase("我写代码。", "我寫程式。", "I write code.", "プログラマーです。", "Programo."),
    "draw": Phrase(
        "我做设计、画画。",
        "我做設計、畫畫。",
        "I design and draw.",
        "デザインや絵の仕事です。",
        "Diseño y dibujo.",
    ),
    "office": Phrase(
        "我坐办公室。",
        "我坐辦公室。",
        "I work in an office.",
        "会社員です。",
        "Trabajo en una oficina.",
    ),
    "shop": Phrase(
        "我在店里上班。",
        "我在店裡上班。",
        "I work in a shop.",
        "お店で働いています。",
        "Trabajo en una tienda.",
    ),
    "drive": Phrase(
        "我开车、送货。",
        "我開車、送貨。",
        "I drive for a living.",
        "運転の仕事です。",
        "Conduzco para ganarme la vida.",
    ),
    "make": Phrase(
        "我靠双手干活。",
        "我靠雙手工作。",
        "I work with my hands.",
        "ものづくりの仕事です。",
        "Trabajo con las manos.",
    ),
    "parent": Phrase(
        "我在家带孩子。",
        "我在家帶小孩。",
        "I'm home with the kids.",
        "子育て中です。",
        "Cuido de mis hijos en casa.",
    ),
    "retired": Phrase(
        "我退休了。", "我退休了。", "I'm retired.", "定年退職しました。", "Ya me jubilé."
    ),
    "between": Phrase(
        "我正在找下一份工作。",
        "我正在找下一份工作。",
        "I'm between jobs.",
        "仕事を探しています。",
        "Busco trabajo.",
    ),
}

ASKING = {
    "breakfast": Phrase(
        "早饭一般吃什么？",
        "早餐都吃什麼？",
        "what's your usual breakfast?",
        "朝ごはんは何を食べますか？",
        "¿qué desayunáis?",
    ),
    "weekend": Phrase(
        "周末都怎么过？",
        "週末都怎麼過？",
        "what does a weekend look like?",
        "週末はどう過ごしますか？",
        "¿cómo es vuestro fin de semana?",
    ),
    "song": Phrase(
        "有哪首歌我一定要听？",
        "有哪首歌我一定要聽？",
        "which song do I have to hear?",
        "必ず聴くべき一曲は？",
        "¿qué canción tengo que escuchar?",
    ),
    "town": Phrase(
        "去你的城市，第一站去哪儿？",
        "到你的城市，第一站去哪裡？",
        "where do I go first in your town?",
        "あなたの町で最初に行くべき場所は？",
        "¿qué veo primero en tu ciudad?",
    ),
    "learn": Phrase(
        "另一种语言是怎么学会的？",
        "另一種語言是怎麼學會的？",
        "how did you learn your other language?",
        "もう一つの言語はどう覚えましたか？",
        "¿cómo aprendisteis otro idioma?",
    ),
    "cat": Phrase(
        "能看看你的猫吗？",
        "可以看看你的貓嗎？",
        "may I see your cat?",
        "猫を見せてもらえますか？",
        "¿me enseñáis vuestro gato?",
    ),
    "rent": Phrase(
        "房租占工资的几成？",
        "房租占薪水幾成？",
        "how much of your pay goes to rent?",
        "家賃は給料の何割ですか？",
        "¿cuánto de tu sueldo se va en el alquiler?",
    ),
}


def languages_of(reads: tuple[str, ...]) -> tuple[str, str]:
    """The member's own language of the template and that of the other bank."""
    own = tags.best_for(reads[:1], LANGUAGES) or "en"
    return own, "en" if tags.base(own) == "zh" else "zh-Hans"
