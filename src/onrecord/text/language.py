"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

__all__ = ["LANGUAGE_NAMES", "READ_LANGUAGES", "detect_language", "language_code", "language_name"]

READ_LANGUAGES = ("en",)
"""Languages that a reader exists for."""
LANGUAGE_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bs": "Bosnian", "ca": "Catalan",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "eo": "Esperanto",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lb": "Luxembourgish",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "mt": "Maltese",
    "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages by their ISO 639-1 code."""

_SAMPLE = 4000
_MIN_CHARS = 80
"""A shorter text in Latin letters may be a headline full of names: nothing is said of it."""
_RULED_OUT = 0.02
"""So little probability of English settles it, even where two kin languages can't be told apart."""
_STRAY_SHARE = 0.02
_ENGLISH_SHARE = 0.05
_ENGLISH = frozenset(
    "the and that said will with are not from has have its their would but which this they".split()
)
"""Frequent words that no other language in Latin letters shares ("in", "was", "of" are Dutch too)."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ADDRESS = re.compile(r"\b(?:https?\s?:|www\s?\.)\S*", re.IGNORECASE)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_name(code: str) -> str:
    """ "French (fr)" for "fr"; the code itself where its name is not known."""
    name = LANGUAGE_NAMES.get(code.split("-")[0].lower())
    return f"{name} ({code})" if name else repr(code)


def language_code(words: str) -> str:
    """The code that "fr", "fr-FR", "fr_FR" or "French" stands for: "fr", "fr-fr", "fr-fr", "fr"."""
    lowered = words.strip().lower().replace("_", "-")
    named = (code for code, name in LANGUAGE_NAMES.items() if name.lower() == lowered)
    return next(named, lowered)


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where the text is too short or mixed to say."""
    sample = _ADDRESS.sub(" ", text[:_SAMPLE])
    words = _WORD.findall(sample)
    letters = "".join(words)
    foreign = sum(c > "\u024f" and not "\u1e00" <= c <= "\u1eff" for c in letters)
    other_script = foreign * 2 > len(letters)
    if not other_script and sum(map(len, words)) + len(words) < _MIN_CHARS:
        return None
    if len(letters) < 4:
        return None
    share = sum(word.lower() in _ENGLISH for word in words) / len(words)
    if share >= _ENGLISH_SHARE:
        return "en"
    ranked = dict(_identifier().rank(sample))
    language = max(ranked, key=lambda code: (ranked[code], code))
    if language == "en" or other_script:
        return str(language)
    # English without its small words (a list, a headline) is never more than a guess.
    return str(language) if ranked["en"] <= _RULED_OUT and share <= _STRAY_SHARE else None
