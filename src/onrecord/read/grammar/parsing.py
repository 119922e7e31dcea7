"""Parsing sentences: each distinct one once, in batches, in memory that does not grow."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from onrecord.read.grammar.pipeline import DEFAULT_PIPELINE, Pipeline

__all__ = ["DEFAULT_PIPELINE", "Parser"]

_BATCH = 128
_CACHE_SENTENCES = 1_000

_STRAIGHT = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " ",
    "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "\r": " ",
})  # fmt: skip


class _Parsed:
    """A pipeline with the docs it made. A Doc keeps its vocabulary: both are dropped together."""

    def __init__(self, name: str) -> None:
        self.pipeline = Pipeline(name)
        self.docs: OrderedDict[str, Any | None] = OrderedDict()


_in_use: dict[str, _Parsed] = {}
"""This process's pipelines by name: loading one takes longer than parsing a report."""


class Parser:
    """Docs of sentences. Quotation marks and spaces are straightened, keeping every offset."""

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._name = pipeline

    def renew(self) -> None:
        """Drop a pipeline that is worn, before the next is loaded: two take twice the memory.

        For when no doc is in use: one that is keeps the words of its pipeline.
        """
        if self._name in _in_use and _in_use[self._name].pipeline.worn:
            del _in_use[self._name]
            gc.unfreeze()
            gc.collect()  # a pipeline holds itself in cycles, which would be found late

    def parse(self, texts: Iterable[str]) -> Iterator[Any | None]:
        """One Doc a text, in order, or None where it is too long; a batch is read ahead.

        Raises PipelineMissing where the pipeline is not installed.
        """
        waiting = iter(texts)
        while batch := [text.translate(_STRAIGHT) for text in islice(waiting, _BATCH)]:
            yield from self._batch(batch)

    def _batch(self, texts: Sequence[str]) -> list[Any | None]:
        if self._name not in _in_use:
            _in_use[self._name] = _Parsed(self._name)
            gc.freeze()  # looked through again and again, a pipeline would cost a twentieth of the time
        parsed = _in_use[self._name]
        fresh = list(dict.fromkeys(t for t in texts if t not in parsed.docs))
        kept = {t: parsed.docs[t] for t in texts if t in parsed.docs}
        for text, doc in zip(fresh, parsed.pipeline.docs(fresh), strict=True):
            kept[text] = parsed.docs[text] = doc
        while len(parsed.docs) > _CACHE_SENTENCES:
            parsed.docs.popitem(last=False)
        return [kept[text] for text in texts]
