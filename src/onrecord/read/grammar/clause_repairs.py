"""Mending clauses: conditions taken for the main clause, clauses that a colon or a semicolon parts."""

from __future__ import annotations

from typing import Any

from onrecord.read.grammar.tree import OWN_SUBJECTS

__all__ = [
    "finish_clause",
    "part_at_colon",
    "part_colon",
    "part_semicolon",
    "part_splice",
    "sink_condition",
    "sink_hearsay",
    "sink_inverted_condition",
]

_FINITE = ("VBD", "VBZ", "VBP")


def sink_condition(root: Any) -> None:
    """ "Pretoria open to closing plants if rich nations pay": the condition was taken for the main clause."""
    mark = next((c for c in root.children if c.dep_ == "mark"), None)
    if root.dep_ != "ROOT" or mark is None or mark.lower_ not in ("if", "once", "unless", "until"):
        return
    main = next(
        (c for c in root.children if c.dep_ in ("ccomp", "advcl", "parataxis") and c.i < mark.i),
        None,
    )
    if main is None:
        return
    main.head, main.dep_ = main, "ROOT"
    root.head, root.dep_ = main, "advcl"


def sink_inverted_condition(root: Any) -> None:
    """ "ready to host talks, should the parties so request": the condition was taken for the main clause."""
    if root.dep_ not in ("ROOT", "ccomp"):
        return
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    should = next((c for c in root.children if c.lower_ == "should" and c.dep_ == "aux"), None)
    if should is None or subject is None or should.i > subject.i:
        return
    main = next(
        (c for c in root.children if c.dep_ in ("ccomp", "parataxis") and c.i < should.i), None
    )
    if main is None:
        if root.dep_ == "ccomp" and root.i > root.head.i:
            root.dep_ = "advcl"  # "is considering a return should the talks make headway"
        return
    above = root.head
    main.head, main.dep_ = (main, "ROOT") if root.dep_ == "ROOT" else (above, "ccomp")
    root.head, root.dep_ = main, "advcl"


def sink_hearsay(root: Any) -> None:
    """ "Iran is ready to sell gas, it was claimed": what was claimed is the main clause."""
    it = next((c for c in root.children if c.dep_ in OWN_SUBJECTS), None)
    if it is None or it.lower_ != "it" or it.i == 0 or it.nbor(-1).text != ",":
        return
    if it.dep_ != "nsubjpass" and root.lemma_ not in ("emerge", "transpire"):
        return  # ", it said": the speaker
    main = next((c for c in root.children if c.dep_ == "ccomp" and c.i < it.i), None)
    if main is None or not any(c.dep_ in OWN_SUBJECTS for c in main.children):
        return
    main.head, main.dep_ = main, "ROOT"
    root.head, root.dep_ = main, "parataxis"


def part_colon(root: Any) -> None:
    """ "Warsaw, by contrast, has: no soldier will go": two clauses in one, parted by a colon."""
    doc = root.doc
    colon = next((t.i for t in doc if t.text == ":" and t.i < root.i), None)
    if colon is None:
        return
    before = [c for c in root.children if c.i < colon and c.dep_ != "punct"]
    after = [c for c in root.children if c.i > colon and c.dep_ in OWN_SUBJECTS]
    aux = next((c for c in reversed(before) if c.dep_ == "aux"), None)
    if aux is None or not after or not any(c.dep_ in OWN_SUBJECTS for c in before):
        return
    for child in before:
        child.head = aux
    aux.dep_ = "ROOT"


def part_at_colon(token: Any) -> None:
    """ "Italy is not among them: Meloni ruled it out": what stands before a colon is a clause apart."""
    head = token.head
    colon = any(t.text == ":" for t in token.doc[token.i + 1 : head.i])
    if token.i < head.i and colon and token.tag_ in _FINITE:
        token.head = token
        token.dep_ = "ROOT"


def part_splice(clause: Any) -> None:
    """ "Tokyo weighs minesweepers, Seoul says no": a second clause behind a comma completes nothing."""
    head = clause.head
    subject = next((c for c in clause.children if c.dep_ in OWN_SUBJECTS), None)
    if clause.i < head.i or clause.tag_ not in _FINITE or subject is None:
        return
    first = subject.left_edge.i
    if clause.doc[first - 1].text != "," or any(c.dep_ == "mark" for c in clause.children):
        return
    if any(c.dep_ in ("dobj", "xcomp", "acomp", "attr") and c.i < first for c in head.children):
        clause.dep_ = "conj"


def part_semicolon(root: Any) -> None:
    """ "Mali opposed it; so did Niger": what stands before a semicolon is a clause apart."""
    mark = next((t.i for t in root.doc if t.text == ";" and t.i < root.i), None)
    if mark is None:
        return
    for child in list(root.children):
        if child.dep_ in ("ccomp", "parataxis") and child.i < mark and child.right_edge.i <= mark:
            child.head, child.dep_ = child, "ROOT"
            return


def finish_clause(verb: Any) -> None:
    """ "The Syrian Foreign Minister called upon them": a noun with a past tense is a clause."""
    noun, named = verb.head, verb.head
    while noun.dep_ == "appos":  # "The spokesman, X, called on them"
        noun = noun.head
    if _is_cut_off(verb, noun):
        return
    if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or verb.i < noun.i:
        return
    if any(c.dep_ in OWN_SUBJECTS for c in (*verb.children, *noun.children)):
        return
    if verb.tag_ != "VBD" and not (verb.tag_ == "VBN" and _closes(verb, named, noun)):
        return
    verb.tag_ = "VBD"
    after = [c for c in noun.children if c.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in after:
        child.head = verb


def _is_cut_off(verb: Any, noun: Any) -> bool:
    """ "Hun Manet, the premier, called on Bangkok to reopen the crossings, shut since June": mended here."""
    late = noun.head
    if (
        verb.tag_ != "VBD"
        or noun.dep_ not in OWN_SUBJECTS
        or late.dep_ != "ROOT"
        or late.i < verb.i
    ):
        return False
    if late.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass") for c in late.children):
        return False
    if (
        late.i == 0
        or late.nbor(-1).text != ","
        or any(c.dep_ in OWN_SUBJECTS for c in verb.children)
    ):
        return False
    noun.head, noun.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = verb, "ROOT"
    late.head, late.dep_ = verb, "advcl"
    return True


def _closes(verb: Any, named: Any, noun: Any) -> bool:
    """Whether a participle after a closed apposition is the verb of a whole sentence without another."""
    doc = verb.doc
    beside = named is not noun or any(c.dep_ == "relcl" and c.i < verb.i for c in noun.children)
    if not beside or doc[verb.i - 1].text != "," or doc[len(doc) - 1].text not in (".", '"'):
        return False
    return not any(
        t.tag_ in _FINITE and t.dep_ != "relcl" and t.head.i in (noun.i, named.i) for t in doc
    )
