"""The subjects that a newcomer can choose from, with their names in each language.

Every name leads to the same topic, so that #猫税 and #cattax meet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from dukou.site.notes.models import Topic, TopicName
from dukou.site.notes.topics import normalized


@dataclass(frozen=True)
class Interest:
    """A subject: its slug, its names by language, first the one that is shown."""

    slug: str
    zh_hans: tuple[str, ...]
    zh_hant: tuple[str, ...]
    en: tuple[str, ...]
    ja: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    ko: tuple[str, ...] = ()
    pt: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    de: tuple[str, ...] = ()

    def names(self) -> dict[str, tuple[str, ...]]:
        """All names by content language."""
        return {
            "zh-Hans": self.zh_hans,
            "zh-Hant": self.zh_hant,
            "en": self.en,
            "ja": self.ja,
            "es": self.es,
            "ko": self.ko,
            "pt": self.pt,
            "fr": self.fr,
            "de": self.de,
        }


INTERESTS = (
    Interest("food", ("美食", "探店", "小吃"), ("美食", "探店", "小吃"), ("food", "foodie", "streetfood"), ("グルメ",), ("comida",), ("맛집",), ("gastronomia",), ("gourmandises",), ("Essen",)),
    Interest("cooking", ("下厨", "家常菜", "菜谱"), ("下廚", "家常菜", "食譜"), ("cooking", "recipe", "homecooking"), ("料理",), ("cocina",), ("요리",), ("receitas",), ("recettes",), ("Kochen",)),
    Interest("coffee", ("咖啡", "奶茶", "茶"), ("咖啡", "手搖飲", "茶"), ("coffee", "tea", "bubbletea"), ("コーヒー",), ("café",), ("카페",), ("cafezinho",), ("pausecafé",), ("Kaffee",)),
    Interest("cats", ("猫", "猫税", "猫咪"), ("貓", "貓稅", "貓咪"), ("cats", "cattax", "cat"), ("猫好き",), ("gatos",), ("고양이",), ("gatinhos",), ("chats",), ("Katzen",)),
    Interest("pets", ("宠物", "狗狗", "遛狗"), ("寵物", "狗狗"), ("pets", "dogs", "dogtax"), ("ペット",), ("mascotas",), ("반려동물",), ("bichinhos",), ("animaux",), ("Haustiere",)),
    Interest("dorm", ("宿舍", "宿舍生活", "大学生活"), ("宿舍", "大學生活"), ("dorm", "dormlife", "college"), ("寮生活",), ("residencia",), ("기숙사",), ("república",), ("citéU",), ("Wohnheim",)),
    Interest("study", ("学习", "考研", "学习打卡"), ("讀書", "考試"), ("study", "studywithme", "gradschool"), ("勉強",), ("estudiar",), ("공부",), ("estudos",), ("études",), ("Lernen",)),
    Interest("homework", ("作业互助", "换作业"), ("作業互助", "換作業"), ("homework", "homeworkswap"), ("宿題",), ("tarea",), ("숙제",), ("liçãodecasa",), ("devoirs",), ("Hausaufgaben",)),
    Interest("language", ("学英语", "学中文", "语言交换"), ("學英文", "學中文", "語言交換"), ("language", "learnchinese", "languageexchange"), ("語学",), ("idiomas",), ("언어교환",), ("línguas",), ("langues",), ("Sprachen",)),
    Interest("travel", ("旅行", "旅游攻略"), ("旅行", "旅遊"), ("travel", "traveltips"), ("旅",), ("viajes",), ("여행",), ("viagens",), ("voyages",), ("Reisen",)),
    Interest("hiking", ("徒步", "爬山", "露营"), ("登山", "健行", "露營"), ("hiking", "trails", "camping"), ("ハイキング",), ("senderismo",), ("등산",), ("trilhas",), ("randonnée",), ("Wandern",)),
    Interest("city", ("城市漫步", "老城区"), ("城市散步", "老街"), ("city", "citywalk"), ("街歩き",), ("ciudad",), ("골목산책",), ("passeios",), ("balades",), ("Stadtbummel",)),
    Interest("photography", ("摄影", "拍照"), ("攝影", "拍照"), ("photography", "photo"), ("写真",), ("fotografía",), ("사진",), ("fotografia",), ("photographie",), ("Fotografieren",)),
    Interest("film", ("电影", "观影"), ("電影", "影評"), ("film", "movies"), ("映画",), ("cine",), ("영화",), ("cinema",), ("cinéma",), ("Kino",)),
    Interest("music", ("音乐", "吉他"), ("音樂", "吉他手"), ("music", "vinyl", "guitar"), ("音楽",), ("música",), ("음악",), ("canções",), ("musique",), ("Musik",)),
    Interest("games", ("游戏", "桌游"), ("遊戲", "桌遊"), ("games", "gaming"), ("ゲーム",), ("juegos",), ("게임",), ("jogos",), ("jeux",), ("Spiele",)),
    Interest("books", ("读书", "书单"), ("閱讀", "書單"), ("books", "reading"), ("読書",), ("libros",), ("책",), ("livros",), ("lecture",), ("Bücher",)),
    Interest("makeup", ("化妆", "美妆", "美甲"), ("化妝", "美妝", "美甲"), ("makeup", "beauty", "nails"), ("メイク",), ("maquillaje",), ("메이크업",), ("maquiagem",), ("maquillage",), ("Schminken",)),
    Interest("fashion", ("穿搭", "汉服"), ("穿搭", "漢服"), ("fashion", "ootd", "hanfu"), ("ファッション",), ("moda",), ("패션",), ("estilo",), ("mode",), ("Kleidung",)),
    Interest("fitness", ("健身", "跑步", "瑜伽"), ("健身", "跑步", "瑜珈"), ("fitness", "running", "gym"), ("フィットネス",), ("deporte",), ("운동",), ("treino",), ("sport",), ("Training",)),
    Interest("health", ("健康", "看病"), ("健康", "看病"), ("health", "nurselife"), ("健康情報",), ("salud",), ("건강",), ("saúde",), ("santé",), ("Gesundheit",)),
    Interest("bills", ("对账", "账单"), ("對帳", "帳單"), ("bills", "billcompare", "medicalbills"), ("家計簿",), ("facturas",), ("가계부",), ("contas",), ("factures",), ("Rechnungen",)),
    Interest("money", ("攒钱", "省钱"), ("存錢", "省錢"), ("money", "saving"), ("節約",), ("dinero",), ("절약",), ("dinheiro",), ("économies",), ("Sparen",)),
    Interest("work", ("打工人", "上班"), ("上班族", "工作日常"), ("work", "office"), ("仕事",), ("trabajo",), ("직장인",), ("trabalho",), ("boulot",), ("Arbeitsalltag",)),
    Interest("crafts", ("手工", "拼豆", "编织"), ("手作", "拼豆", "編織"), ("crafts", "perlerbeads", "knitting"), ("手芸",), ("manualidades",), ("수공예",), ("artesanato",), ("faitmain",), ("Basteln",)),
    Interest("home", ("家居", "租房改造"), ("居家", "租屋改造"), ("home", "homedecor"), ("暮らし",), ("hogar",), ("집꾸미기",), ("casa",), ("déco",), ("Wohnen",)),
    Interest("plants", ("植物", "养花"), ("植栽", "養花"), ("plants", "gardening"), ("園芸",), ("plantas",), ("식물",), ("jardinagem",), ("plantes",), ("Pflanzen",)),
    Interest("memes", ("梗", "热梗", "网络用语"), ("迷因", "梗圖", "網路用語"), ("memes", "slang"), ("ミーム",), ("jerga",), ("밈",), ("gírias",), ("mèmes",), ("Netzkultur",)),
    Interest("introductions", ("自我介绍", "新人报到"), ("自我介紹", "新人報到"), ("introductions", "introduction", "hello"), ("自己紹介",), ("presentación",), ("자기소개",), ("apresentação",), ("présentations",), ("Vorstellung",)),
    Interest("festivals", ("节日", "春节"), ("節日", "過年"), ("festivals", "holidays"), ("お祭り",), ("fiestas",), ("명절",), ("festas",), ("fêtes",), ("Feste",)),
    Interest("friends", ("交朋友", "笔友"), ("交朋友", "筆友"), ("friends", "penpal"), ("友だち",), ("amistad",), ("친구",), ("amizade",), ("amitié",), ("Freundschaft",)),
)  # fmt: skip


@transaction.atomic
def ensure_interests() -> None:
    """Make the topics that can be chosen, with all their names; doing it again changes nothing."""
    fill(Topic.objects, TopicName.objects)


def fill(topics: Any, names: Any) -> None:
    """The same through the given managers: a migration has managers of its own."""
    for position, interest in enumerate(INTERESTS):
        topic, _ = topics.update_or_create(
            slug=interest.slug, defaults={"is_interest": True, "position": position}
        )
        for lang, said in interest.names().items():
            for name in (*said, interest.slug) if lang == "en" else said:
                names.get_or_create(
                    normalized=normalized(name),
                    defaults={"topic": topic, "name": name, "lang": lang},
                )
