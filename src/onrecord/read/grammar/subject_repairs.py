"""Mending subjects: hung on an auxiliary, drawn into the phrase before, two on one verb of saying."""

from __future__ import annotations

from typing import Any

from onrecord.read.grammar.tree import OWN_SUBJECTS

__all__ = [
    "free_swallowed",
    "part_subjects",
    "pass_aside",
    "pass_over_speaker",
    "raise_subject",
    "regain_from_speaker",
    "regain_subject",
    "sink_reflexive",
]

_LOOSE = ("advmod", "npadvmod", "dep", "nmod", "intj", "dobj")
_FINITE = ("VBD", "VBZ", "VBP")
_REFLEXIVE = frozenset("itself himself herself themselves ourselves".split())
_WHEN = frozenset("before after as when while until since because although though once".split())


def raise_subject(token: Any) -> None:
    """ "Austria cannot, for reasons of law, send": a subject hung on the auxiliary is the verb's."""
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("aux", "auxpass"):
        token.head = token.head.head


def regain_subject(verb: Any) -> None:
    """ "With the signing of a pact, the two sides have agreed": a subject drawn into the phrase before."""
    if verb.pos_ not in ("VERB", "AUX") or any(
        c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children
    ):
        return
    start = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg"))])
    name = next((c for c in verb.children if c.left_edge.i == 0), None)
    if name is not None and name.dep_ == "amod" and name.text.istitle() and name.i == start - 1:
        name.dep_ = "nsubj"  # "Swiss impose sanctions": no verb has an attribute
        return
    if (
        name is not None and name.pos_ == "PROPN" and name.dep_ in _LOOSE and start < verb.i
        and any(c.dep_ == "parataxis" and name.i < c.i < verb.i for c in verb.children)
    ):  # fmt: skip
        name.dep_ = "nsubj"  # "Budapest, he said, would not"
        return
    for clause in [c for c in verb.children if c.dep_ == "ccomp" and c.i < start]:
        owner = next((c for c in clause.children if c.dep_ in OWN_SUBJECTS), None)
        which = owner is not None and any(
            t.lower_ in ("which", "who") for t in verb.doc[owner.i + 1 : clause.i]
        )
        if owner is not None and which and verb.doc[start - 1].text == ",":
            # "The United States, which co-sponsors the process, urged": the clause was taken for what is said
            owner.head, owner.dep_ = verb, "nsubj"
            clause.head, clause.dep_ = owner, "relcl"
            return
    fronted = next((c for c in verb.children if c.dep_ == "prep" and c.i < start), None)
    finite = verb.tag_ in _FINITE or start < verb.i
    if fronted is None or not finite:
        return
    for noun in fronted.subtree:
        first = noun.left_edge.i
        lone = noun.dep_ in ("conj", "appos") and noun.pos_ in ("NOUN", "PROPN")
        if lone and noun.right_edge.i == start - 1 and noun.doc[first - 1].text == ",":
            noun.head, noun.dep_ = verb, "nsubj"
            return


def regain_from_speaker(verb: Any) -> None:
    """ "Brussels, the commissioner explained, is preparing": whose act it is was drawn to who tells it."""
    if verb.pos_ not in ("VERB", "AUX") or any(
        c.dep_ in OWN_SUBJECTS or c.dep_ in ("csubj", "expl") for c in verb.children
    ):
        return
    doc = verb.doc
    start = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg"))])
    if start == 0 or doc[start - 1].text != ",":
        return
    for speech in verb.children:
        if speech.i > start or speech.dep_ not in ("parataxis", "ccomp") or speech.pos_ != "VERB":
            continue
        if any(c.dep_ == "mark" for c in speech.children):
            continue
        name = _before_speaker(speech)
        if name is not None:
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            name.head, name.dep_ = verb, "nsubjpass" if passive else "nsubj"
            return


def _before_speaker(speech: Any) -> Any | None:
    """The name before "…, its minister said,", or None; who speaks becomes the subject of speech."""
    doc = speech.doc
    subjects = [c for c in speech.children if c.dep_ in OWN_SUBJECTS and c.i < speech.i]
    if len(subjects) > 1:
        return subjects[0] if doc[subjects[1].left_edge.i - 1].text == "," else None
    if not subjects:
        return None
    only = subjects[0]
    for told in only.children:
        if told.dep_ == "appos" and told.i > only.i and doc[told.left_edge.i - 1].text == ",":
            told.head, told.dep_ = speech, "nsubj"
            return only
    comma = only.left_edge.i - 1
    if comma < 1 or doc[comma].text != ",":
        return None
    name = doc[comma - 1]
    while name.dep_ == "compound":
        name = name.head
    loose = name.head.i == speech.i and name.dep_ in _LOOSE
    listed = name.dep_ in ("appos", "conj") and name.left_edge.i > 0 and (
        doc[name.left_edge.i - 1].text == ","
    )  # fmt: skip
    return name if name.pos_ == "PROPN" and (loose or listed) else None


def sink_reflexive(pronoun: Any) -> None:
    """ "Senegal declares itself ready": readiness is the declarer's own."""
    ready = pronoun.head
    if pronoun.lower_ in _REFLEXIVE and ready.pos_ == "ADJ" and ready.dep_ == "ccomp":
        pronoun.head, pronoun.dep_ = ready.head, "dobj"
        ready.dep_ = "acomp"


def free_swallowed(root: Any) -> None:
    """ "Weeks before the troops leave Lebanon, Italy and Spain pledged": names drawn into the clause before."""
    mark = next((c for c in root.children if c.dep_ == "mark" and c.i < root.i), None)
    if mark is None or mark.lower_ not in _WHEN:
        return
    doc = root.doc
    for verb in root.children:
        if (
            verb.i < root.i
            or verb.pos_ != "VERB"
            or verb.dep_ not in ("advcl", "conj", "dep", "ccomp", "parataxis")
            or any(c.dep_ in OWN_SUBJECTS or c.dep_ == "mark" for c in verb.children)
            or not _is_finite(verb)
        ):
            continue
        start = verb.left_edge.i
        for noun in doc[root.i + 1 : start]:
            if (
                noun.dep_ in ("conj", "appos")
                and noun.right_edge.i == start - 1
                and doc[noun.left_edge.i - 1].text == ","
            ):
                noun.head, noun.dep_ = verb, "nsubj"
                verb.head, verb.dep_ = verb, "ROOT"
                root.head, root.dep_ = verb, "advcl"
                return


def _is_finite(verb: Any) -> bool:
    return verb.tag_ in _FINITE or any(
        c.tag_ in ("MD", *_FINITE) for c in verb.children if c.dep_ == "aux"
    )


def part_subjects(subject: Any) -> None:
    """ "No soldier, the premier told them, will be sent": the first subject is of what is said."""
    doc, last = subject.doc, subject.right_edge.i
    if last + 1 >= len(doc) or "," not in (doc[last].text, doc[last + 1].text):
        return
    speech = subject.head
    both = [c for c in speech.children if c.dep_ in OWN_SUBJECTS]
    if len(both) < 2 or both[0].i != subject.i:
        return
    said = next(
        (c for c in speech.children if c.dep_ in ("ccomp", "xcomp") and c.i > speech.i), None
    )
    if (
        said is None
        or any(c.dep_ in OWN_SUBJECTS for c in said.children)
        or not any(c.dep_ in ("aux", "auxpass") for c in said.children)
    ):
        return
    passive = any(c.dep_ == "auxpass" for c in said.children)
    subject.head, subject.dep_ = said, "nsubjpass" if passive else "nsubj"


def pass_aside(root: Any) -> None:
    """ "Trump, asked about it, warned them", "Estonia, rattled by crashes, asked": the aside was taken for the clause."""
    doc = root.doc
    subject = next((c for c in root.children if c.dep_ in OWN_SUBJECTS and c.i < root.i), None)
    if subject is None or subject.left_edge.i > 1:
        return
    if sum(c.dep_ in OWN_SUBJECTS for c in root.children) > 1:
        return  # "Budapest, he said, would not": two clauses, one within the other
    opening = next((t.i for t in doc[subject.i : root.i] if t.text == ","), None)
    closing = next((t.i for t in doc[root.i :] if t.text == ","), None)
    if opening is None or closing is None or opening != _end_of_name(subject) + 1:
        return
    for verb in root.children:
        if verb.i < closing or verb.dep_ not in (
            "conj",
            "ccomp",
            "dep",
            "advcl",
            "parataxis",
            "xcomp",
        ):
            continue
        first = min(
            [verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod", "neg"))]
        )
        if (
            first != closing + 1
            or not _is_finite(verb)
            or any(c.dep_ in OWN_SUBJECTS for c in verb.children)
        ):
            continue
        subject.head, subject.dep_ = verb, "nsubj"
        verb.head, verb.dep_ = verb, "ROOT"
        root.head, root.dep_ = subject, "acl"
        return


def _end_of_name(subject: Any) -> int:
    """The last token of the subject's phrase before any clause or apposition behind a comma."""
    last = subject.i
    while last + 1 < len(subject.doc) and subject.doc[last + 1].text != ",":
        last += 1
    return int(last)


def pass_over_speaker(speaking: Any) -> None:
    """ "would accept monitors, he adds, as long as …": what follows the speaker is the clause's."""
    main = speaking.head
    if speaking.i < main.i or not any(c.dep_ in OWN_SUBJECTS for c in speaking.children):
        return
    if any(c.dep_ in ("ccomp", "xcomp", "dobj") for c in speaking.children):
        return
    for child in list(speaking.children):
        comma = child.left_edge.i - 1
        if child.i > speaking.i and comma > speaking.i and speaking.doc[comma].text == ",":
            child.head = main
