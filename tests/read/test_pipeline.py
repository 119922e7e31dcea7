"""The parser does less work than the pipeline as it comes, and gives the same to the last attribute."""

import os
import subprocess
import sys

from tests.read.construction_cases import READ

from onrecord.read.grammar.pipeline import Pipeline, load_pipeline
from onrecord.read.grammar.repairs import repair

ATTRIBUTES = ("TAG", "POS", "LEMMA", "MORPH", "DEP", "HEAD", "NORM")
TEXTS = [
    "France and Italy will not send troops to Ukraine, but they're ready to train its soldiers.",
    "\"There is no plan to do so,\" he said; she'd said the ministers' offer stood.",
    "Let's say y'all gonna wanna go: ain't that what they have got to do?",
    "It's said that there were 1,500 soldiers  with two spaces between, all of them volunteers.",
    "The U.S. hasn't ruled out sending F-16s, Patriots and $2.5bn in aid by 2026.",
    "Whoever could've promised that did; those who can't won't.",
    "France and Italy will not send troops to Ukraine, but they're ready to train its soldiers.",
]


def _values(doc) -> list:
    return [doc.to_array(name).tolist() for name in ATTRIBUTES]


def test_every_attribute_is_what_the_pipeline_itself_gives() -> None:
    texts = [text for text in TEXTS if "  " not in text]
    plain = list(load_pipeline().pipe(texts))
    for doc in plain:
        repair(doc)
    pipeline = Pipeline()
    for _ in range(2):  # at first, and from what was remembered
        ours = pipeline.docs(texts)
        assert [_values(d) for d in ours] == [_values(d) for d in plain]


def test_runs_of_spaces_change_no_tag_and_no_place() -> None:
    for text in TEXTS:
        (single,) = Pipeline().docs([" ".join(text.split())])
        spread = "   ".join(text.split(" "))
        (doc,) = Pipeline().docs([spread])
        words = [t for t in doc if not t.is_space]
        assert doc.text == spread
        assert [(t.text, t.tag_, t.dep_, t.head.text) for t in words] == [
            (t.text, t.tag_, t.dep_, t.head.text) for t in single
        ]
        assert all(spread[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_a_sentence_is_parsed_alike_whatever_is_parsed_with_it(root) -> None:
    one, other = Pipeline(), Pipeline()
    alone = [one.docs([text])[0] for text in TEXTS]
    together = other.docs(["He spoke.", *TEXTS])[1:]
    assert [_values(d) for d in alone] == [_values(d) for d in together]
    # The same where numpy's products are used, which is settled when a process starts.
    done = subprocess.run(
        [sys.executable, "-c", _ONE_THREAD], capture_output=True, text=True, check=True,
        cwd=root, env=os.environ | {"OPENBLAS_NUM_THREADS": "1"}, input="\n".join(TEXTS),
    )  # fmt: skip
    assert done.stdout.strip() == "True"


_ONE_THREAD = """
import sys
from tests.read.construction_cases import READ

from onrecord.read.grammar.pipeline import Pipeline
texts = sys.stdin.read().splitlines()
names = ["TAG", "POS", "LEMMA", "DEP", "HEAD"]
values = lambda docs: [d.to_array(names).tolist() for d in docs]
one, other = Pipeline(), Pipeline()
print(values(other.docs(texts)) == [v for t in texts for v in values(one.docs([t]))])
"""


def test_a_text_of_too_many_tokens_is_not_parsed() -> None:
    long, short = Pipeline().docs(["( ) " * 400, "France will help."])
    assert long is None
    assert len(short) == 4


def test_no_fragment_of_a_sentence_breaks_the_repairs() -> None:
    fragments = [
        " ".join(words[at : at + length])
        for text, _ in READ
        for words in [text.split()]
        for at, length in ((0, 2), (0, 4), (0, 7), (1, 5), (3, 6), (len(words) - 3, 3))
        if words[at : at + length]
    ]
    docs = Pipeline().docs([*fragments, *(f"{each}:" for each in fragments[:300])])
    for doc in docs:
        heads = [token.head.i for token in doc]
        roots = {at for at, head in enumerate(heads) if at == head}
        assert roots, doc.text
        for at in range(len(heads)):  # every token leads to a root: the repairs made no ring
            for _ in heads:
                at = heads[at]
            assert at in roots, doc.text
