"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

__all__ = ["READ_LANGUAGES", "detect_language"]

READ_LANGUAGES = ("en",)
"""Languages that a reader exists for."""
_MIN_CHARS = 80
_ENGLISH = frozenset(
    "the of and to in that said will with for was on are is not by from has".split()
)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where the text is too short to say."""
    sample = text[:4000]
    words = sample.lower().split()
    if len(sample.strip()) < _MIN_CHARS:
        return None
    share = sum(word in _ENGLISH for word in words) / max(1, len(words))
    if share >= 0.12:
        return "en"
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= 0.9 else None
