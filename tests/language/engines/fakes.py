"""Engines that do as they are told, for tests of what stands around engines."""

from dataclasses import dataclass, field

from dukou.language.engines.base import EngineUnavailable, Health, Output, Quality, Refusal


@dataclass
class Scripted:
    """Answers from a table; what is not in it is refused. Records what it was asked."""

    answers: dict
    name: str = "scripted"
    version: str = "7"
    quality: Quality = Quality.GOOD
    is_local: bool = True
    is_exact: bool = False
    served: tuple = (("zh", "en"), ("en", "zh"))
    asked: list = field(default_factory=list)

    def pairs(self):
        return self.served

    def translate(self, texts, source, target):
        self.asked.append((tuple(texts), source, target))
        return [
            Output(self.answers[text]) if text in self.answers else Refusal("unknown")
            for text in texts
        ]

    def health(self):
        return Health(True, "fine")


@dataclass
class Broken(Scripted):
    """Never answers."""

    answers: dict = field(default_factory=dict)
    name: str = "broken"

    def translate(self, texts, source, target):
        self.asked.append((tuple(texts), source, target))
        raise EngineUnavailable(self.name, "down")
