"""The pipeline's `tok2vec` in its two halves, each with less work for the same result.

The first half, the embedding, is a function of a token's form, norm and the space after it: it is
worked out once for each such token. The second, the encoder, is left to numpy's BLAS where that
keeps to one thread, as it does in the command line and the reading processes: it multiplies small
matrices several times as fast as the one that comes with thinc. But what it gives for a row may
differ in the last bit with the row's place among the others. So each sentence starts at a place
for which that is not so, in blocks of one size, and is encoded alike whatever is encoded with it.
Where a trial shows that this processor's BLAS does not keep to that, thinc's is used.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from thinc.api import NumpyOps, chain

from onrecord.read.grammar.token_rules import token_keys

__all__ = ["Embedding", "Encoder"]

_TOKEN = ("ORTH", "NORM", "SPACY")
_TABLE = 2_048
"""By how many rows the table of known tokens grows."""
_COLUMNS = frozenset({"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
"""What an embedding may look at to be a function of _TOKEN."""

_ALIGNED = 12
"""Rows of one register block: a sentence starts at a multiple of it."""
_BLOCK = 96
"""Rows that are multiplied at once."""


class _Blocks(NumpyOps):  # type: ignore[misc]
    """thinc's numpy operations, with products by whole blocks of rows."""

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """The product; for the case of a layer's forward pass, by blocks."""
        if trans1 or out is not None or len(x) % _BLOCK:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        weights = y.T if trans2 else y
        product = np.empty((len(x), weights.shape[1]), dtype=x.dtype)
        for at in range(0, len(x), _BLOCK):
            np.matmul(x[at : at + _BLOCK], weights, out=product[at : at + _BLOCK])
        return product


class Embedding:
    """Vectors of the tokens of docs in their context."""

    def __init__(self, embedding: Any, encoder: Any) -> None:
        self._features = embedding.layers[0]
        self._rest: Any = chain(*embedding.layers[1:])
        self._encoder = Encoder(encoder)
        self._rows: dict[bytes, int] = {}
        self._table = np.zeros((_TABLE, self._encoder.width), dtype="float32")

    @classmethod
    def of(cls, nlp: Any) -> Embedding | None:
        """None where the pipeline is built in another way than spaCy's small English one."""
        if "tok2vec" not in nlp.pipe_names:
            return None
        layers = nlp.get_pipe("tok2vec").model.layers
        if len(layers) != 2 or len(layers[0].layers) < 3 or "pad" not in layers[1].attrs:
            return None
        columns = layers[0].layers[0].attrs.get("columns")
        return cls(*layers) if columns and _COLUMNS.issuperset(columns) else None

    def encoded(self, docs: Sequence[Any]) -> list[Any]:
        """Each doc's tokens as vectors in their context, one row a token."""
        keys = [token_keys(doc, _TOKEN) for doc in docs]
        unknown = [at for at, of in enumerate(keys) if not all(k in self._rows for k in of)]
        if unknown:
            features = np.concatenate(self._features.predict([docs[at] for at in unknown]))
            self._learn([key for at in unknown for key in keys[at]], features)
        flat = self._table[[self._rows[key] for of in keys for key in of]]
        return self._encoder.encoded(np.split(flat, np.cumsum([len(of) for of in keys])[:-1]))

    def _learn(self, keys: Sequence[bytes], features: Any) -> None:
        fresh = {key: at for at, key in enumerate(keys) if key not in self._rows}
        vectors = self._rest.predict([features[list(fresh.values())]])[0]
        first = len(self._rows)
        if first + len(fresh) > len(self._table):
            rows = _up_to(first + len(fresh), _TABLE)
            table = np.zeros((rows, self._encoder.width), dtype="float32")
            table[:first] = self._table[:first]
            self._table = table
        self._table[first : first + len(fresh)] = vectors
        self._rows.update((key, first + at) for at, key in enumerate(fresh))


class Encoder:
    """Vectors of tokens in their context from vectors of tokens alone."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._pad = int(model.attrs["pad"])
        self._layers = model.layers[0]
        self._aligned = _keeps_to_one_thread() and _places_are_alike()
        if self._aligned:
            operations = _Blocks()
            for node in self._layers.walk():
                node.ops = operations

    @property
    def width(self) -> int:
        """The length of a vector."""
        return int(self._model.get_dim("nO"))

    def encoded(self, sentences: Sequence[Any]) -> list[Any]:
        """One array of vectors a sentence, as the model itself would give them."""
        if not self._aligned:
            plain: list[Any] = self._model.predict(list(sentences))
            return plain
        starts, position = [], 0
        for vectors in sentences:
            starts.append(position)
            position = _up_to(position + len(vectors) + self._pad, _ALIGNED)
        rows = np.zeros((_up_to(position + self._pad, _BLOCK), self.width), dtype="float32")
        for start, vectors in zip(starts, sentences, strict=True):
            rows[self._pad + start : self._pad + start + len(vectors)] = vectors
        encoded = self._layers.predict(rows)
        return [
            encoded[self._pad + start : self._pad + start + len(vectors)]
            for start, vectors in zip(starts, sentences, strict=True)
        ]


def _up_to(count: int, step: int) -> int:
    return -(-count // step) * step


def _keeps_to_one_thread() -> bool:
    """Whether numpy's BLAS has one thread: more would wait for each other over small matrices."""
    if any(os.environ.get(name) == "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")):
        return True
    return hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) == 1


@cache
def _places_are_alike() -> bool:
    """Whether a row's product is the same, to the bit, at every aligned place of a block."""
    draw = np.random.default_rng(1)
    operations = _Blocks()
    weights = draw.random((288, 288), dtype="float32")
    sample = draw.random((_ALIGNED, 288), dtype="float32")
    products = []
    for start in range(0, _BLOCK, _ALIGNED):
        rows = draw.random((_BLOCK, 288), dtype="float32")
        rows[start : start + _ALIGNED] = sample
        product = operations.gemm(rows, weights, trans2=True)
        products.append(product[start : start + _ALIGNED])
    return all(np.array_equal(products[0], each) for each in products)
