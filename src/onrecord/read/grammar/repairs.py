"""Mending what the parser gets wrong in a regular way, before any rule looks at the parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from onrecord.read.grammar.headline_repairs import repair_headline

__all__ = ["repair"]

_ALSO_VERBS = frozenset(
    "clear open free empty secure lower double triple clean complete separate slow".split()
)
"""Adjectives whose form is also a verb's: after "to" and before a bare noun the tagger mistakes the one for the other."""
_BEFORE_INFINITIVE = frozenset(
    """be offer vow promise pledge swear agree want plan intend decide refuse hope seek aim decline threaten
    expect try help start begin continue undertake propose willing unwilling ready prepared able unable
    reluctant keen eager set likely determined""".split()
)
"""Heads whose "to" opens an infinitive; others ("committed to", "returned to") may take a noun."""
_FINITE = ("VBD", "VBZ", "VBP")
_NOUNS = ("NN", "NNS", "NNP")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "conj", "ROOT", "relcl")
_TAKES_INFINITIVE = frozenset(
    """commitment decision promise pledge offer plan intention readiness willingness agreement refusal request
    demand call proposal vow undertaking effort""".split()
)
_COMPLEMENTS = ("xcomp", "ccomp", "dobj", "acomp", "attr")
_SUBJECTS = ("nsubj", "nsubjpass")


def repair(doc: Any) -> None:
    """Mend the Doc in place: tags first, then attachments that rest on them."""
    tokens = list(doc)
    for token in tokens:
        if token.tag_ == "JJ":
            _retag(token)
        elif token.tag_ in _NOUNS and token.dep_ in _CLAUSES:
            _retag_infinitive(token)
    marks = {token.text for token in tokens if token.dep_ == "punct"}
    for token in tokens:
        for mend in _MENDS.get(token.dep_, ()):
            mend(token)
        for mark, mend in _AT_MARKS if token.dep_ == "ROOT" else ():
            if mark in marks:
                mend(token)
    repair_headline(doc)


def _retag(token: Any) -> None:
    """ "refused to clear mines": an adjective with an auxiliary and an object is a verb."""
    if token.tag_ == "JJ" and token.dep_ in ("xcomp", "ccomp", "ROOT", "conj"):
        labels = {child.dep_ for child in token.children}
        if "dobj" in labels or "aux" in labels:
            token.tag_ = "VB"
            token.pos_ = "VERB"


def _retag_infinitive(token: Any) -> None:
    """ "intends to legalise farms": what stands under "to" as its auxiliary is a verb."""
    if any(c.tag_ == "TO" and c.dep_ == "aux" and c.i < token.i for c in token.children):
        token.tag_, token.pos_, token.lemma_ = "VB", "VERB", token.lower_


def _head_list(token: Any) -> None:
    """ "Malaysia, Indonesia and Brunei have": the first of a list was taken for an adverbial."""
    doc, head = token.doc, token.head
    if not token.text[:1].isupper() or token.i + 2 >= len(doc) or doc[token.i + 1].text != ",":
        return
    second = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
    if second is None or second.left_edge.i != token.i + 2 or second.pos_ != "PROPN":
        return
    if any(c.dep_ == "conj" for c in second.children):
        token.dep_, second.dep_, second.head = second.dep_, "conj", token
        token.tag_, token.pos_ = "NNP", "PROPN"


def _join_list(first: Any) -> None:
    """ "Fiji, Tonga and Papua New Guinea said": names in a row with "and" explain nothing."""
    rest = [c for c in first.children if c.dep_ in ("appos", "conj") and c.i > first.i]
    named = first.pos_ == "PROPN" and all(c.pos_ == "PROPN" for c in rest)
    joined = any(g.dep_ == "cc" for c in (first, *rest) for g in c.children)
    if not named or not joined or not any(c.dep_ == "appos" for c in rest):
        return
    last = max(t.i for c in rest for t in c.subtree)
    if last + 1 < len(first.doc) and first.doc[last + 1].text == ",":
        return  # "Ursula von der Leyen, President and …,"
    for each in rest:
        each.dep_ = "conj"


def _hang_on_noun(verb: Any) -> None:
    """ "welcomed the commitment of Peru to publish data": the infinitive is the noun's."""
    head = verb.head
    if verb.tag_ != "VB" or verb.i < head.i or verb.left_edge.tag_ != "TO":
        return
    thing = next((c for c in head.children if c.dep_ == "dobj" and c.i < verb.i), None)
    if thing is None or thing.right_edge.i + 1 != verb.left_edge.i:
        return
    if thing.lemma_ in _TAKES_INFINITIVE and any(c.lower_ in ("of", "by") for c in thing.children):
        verb.head, verb.dep_ = thing, "acl"


def _complete(verb: Any) -> None:
    """ "offered on Thursday to resume talks": the infinitive completes what takes one."""
    head = verb.head
    if verb.tag_ != "VB" or verb.i < head.i or head.lemma_.lower() not in _BEFORE_INFINITIVE:
        return
    if head.pos_ != "VERB" or any(c.dep_ in _COMPLEMENTS for c in head.children):
        return
    if verb.left_edge.tag_ == "TO":
        verb.dep_ = "xcomp"


def _sink_condition(root: Any) -> None:
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


def _headline_verb(root: Any) -> None:
    """ "Germany halts exports": with a subject and an object a plural noun is a verb."""
    labels = {c.dep_ for c in root.children}
    if root.dep_ == "ROOT" and root.tag_ == "NNS" and "nsubj" in labels and "dobj" in labels:
        root.tag_, root.pos_ = "VBZ", "VERB"


def _finish_clause(verb: Any) -> None:
    """ "The Syrian Foreign Minister called upon them": a noun with a past tense is a clause."""
    noun, named = verb.head, verb.head
    while noun.dep_ == "appos":  # "The spokesman, X, called on them"
        noun = noun.head
    if noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN") or verb.i < noun.i:
        return
    if any(c.dep_ in _SUBJECTS for c in (*verb.children, *noun.children)):
        return
    if verb.tag_ != "VBD" and not (verb.tag_ == "VBN" and _closes(verb, named, noun)):
        return
    verb.tag_ = "VBD"
    after = [c for c in noun.children if c.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubj"
    for child in after:
        child.head = verb


def _closes(verb: Any, named: Any, noun: Any) -> bool:
    """Whether a participle after a closed apposition is the verb of a whole sentence without another."""
    doc = verb.doc
    beside = named is not noun or any(c.dep_ == "relcl" and c.i < verb.i for c in noun.children)
    if not beside or doc[verb.i - 1].text != "," or doc[len(doc) - 1].text not in (".", '"'):
        return False
    return not any(
        t.tag_ in _FINITE and t.dep_ != "relcl" and t.head.i in (noun.i, named.i) for t in doc
    )


def _free_past(noun: Any) -> None:
    """ "suspended talks and paused deliveries": a noun is no conjunct of a verb, its participle is."""
    verb = noun.head
    if noun.dep_ != "conj" or verb.tag_ != "VBD" or noun.pos_ != "NOUN":
        return
    first = noun.left_edge
    if first.head.i != noun.i or first.dep_ != "amod" or not first.lower_.endswith("ed"):
        return
    if first.i == 0 or first.nbor(-1).dep_ != "cc":
        return
    first.tag_, first.pos_ = "VBD", "VERB"
    first.head, first.dep_ = verb, "conj"
    noun.head, noun.dep_ = first, "dobj"


def _part_subjects(subject: Any) -> None:
    """ "No soldier, the premier told them, will be sent": the first subject is of what is said."""
    speech = subject.head
    both = [c for c in speech.children if c.dep_ in _SUBJECTS]
    if len(both) < 2 or both[0].i != subject.i or subject.right_edge.i + 1 >= len(subject.doc):
        return
    said = next(
        (c for c in speech.children if c.dep_ in ("ccomp", "xcomp") and c.i > speech.i), None
    )
    if said is None or (
        subject.doc[subject.right_edge.i].text != ","
        and subject.doc[subject.right_edge.i + 1].text != ","
    ):
        return
    if any(c.dep_ in _SUBJECTS for c in said.children) or not any(
        c.dep_ in ("aux", "auxpass") for c in said.children
    ):
        return
    passive = any(c.dep_ == "auxpass" for c in said.children)
    subject.head, subject.dep_ = said, "nsubjpass" if passive else "nsubj"


def _bring_back(back: Any) -> None:
    """ "will bring back the sanctions": a particle with an object after it, and no preposition."""
    if back.lower_ != "back" or back.dep_ != "prep" or back.head.pos_ != "VERB":
        return
    for thing in [c for c in back.children if c.dep_ == "pobj"]:
        thing.head, thing.dep_ = back.head, "dobj"
        back.dep_ = "prt"


def _go_home(home: Any) -> None:
    """ "bring half of its contingent home": where to, and no kind of home."""
    thing = home.nbor(-1) if home.i else home
    if home.lower_ != "home" or thing.head.i != home.i or thing.dep_ != "compound":
        return
    thing.head, thing.dep_ = home.head, home.dep_
    for child in [c for c in home.children if c.i != thing.i]:
        child.head = thing
    home.head, home.dep_, home.tag_, home.pos_ = thing, "advmod", "RB", "ADV"


def _contracted(mark: Any) -> None:
    """ "Tokyo's providing aid", "Warsaw's ready to send": an auxiliary, no genitive."""
    owner = mark.head
    head = owner.head
    if mark.lower_ not in ("'s", "’s") or owner.head is owner or head.i != mark.i + 1:
        return
    if owner.dep_ in _SUBJECTS and head.tag_ == "VBG":
        mark.head, mark.dep_ = head, "aux"
    elif owner.dep_ == "poss" and head.pos_ == "ADJ" and head.dep_ == "ROOT":
        owner.dep_ = "nsubj"
        mark.head, mark.dep_ = mark, "ROOT"
        owner.head = mark
        for child in [c for c in head.children if c.dep_ == "punct"]:
            child.head = mark
        head.head, head.dep_ = mark, "acomp"
    else:
        return
    mark.tag_, mark.pos_, mark.lemma_ = "VBZ", "AUX", "be"


def _pass_over_speaker(speaking: Any) -> None:
    """ "would accept monitors, he adds, as long as …": what follows the speaker is the clause's."""
    main = speaking.head
    if speaking.i < main.i or not any(c.dep_ in _SUBJECTS for c in speaking.children):
        return
    if any(c.dep_ in ("ccomp", "xcomp", "dobj") for c in speaking.children):
        return
    for child in list(speaking.children):
        comma = child.left_edge.i - 1
        if child.i > speaking.i and comma > speaking.i and speaking.doc[comma].text == ",":
            child.head = main


def _finite_root(token: Any) -> None:
    """ "India reserves the right": a noun with an object at the root is a verb."""
    if (
        token.dep_ != "ROOT"
        or token.tag_ != "NNS"
        or not token.lower_.endswith("s")
        or token.i == 0
    ):
        return
    before = [c for c in token.children if c.i < token.i and c.dep_ == "compound"]
    if not before or not any(c.dep_ == "dobj" for c in token.children):
        return
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", token.lower_.removesuffix("s")
    for child in before[-1:]:
        child.dep_ = "nsubj"


def _regain_subject(verb: Any) -> None:
    """ "With the signing of a pact, the two sides have agreed": a subject drawn into the phrase before."""
    if verb.pos_ not in ("VERB", "AUX") or any(
        c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children
    ):
        return
    start = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg"))])
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


def _free_infinitive(noun: Any) -> None:
    """ "offered to clear mines": an adjective that is a verb, too, after one that takes an infinitive."""
    to = noun.head
    if to.lower_ != "to" or to.dep_ not in ("prep", "dative") or not _takes_infinitive(to.head):
        return
    verb = next((c for c in noun.children if c.i == to.i + 1 and c.lower_ in _ALSO_VERBS), None)
    if verb is None or noun.i < verb.i or any(c.dep_ == "det" for c in noun.children):
        return
    verb.tag_, verb.pos_, verb.lemma_ = "VB", "VERB", verb.lower_
    verb.head, verb.dep_ = to.head, "xcomp"
    noun.head, noun.dep_ = verb, "dobj"
    to.head, to.dep_, to.tag_, to.pos_ = verb, "aux", "TO", "PART"


def _takes_infinitive(head: Any) -> bool:
    return head.lemma_.lower() in _BEFORE_INFINITIVE or head.lower_ == "going"


def _lift_finite_conjunct(token: Any) -> None:
    """ "pleaded with them to stop and offered to host": a finite verb is no conjunct of an infinitive."""
    head = token.head
    if token.dep_ != "conj" or token.tag_ not in _FINITE or not _is_infinitive(head):
        return
    if any(child.dep_ in ("aux", "nsubj", "nsubjpass") for child in token.children):
        return
    while head.dep_ != "ROOT" and head.tag_ not in _FINITE:
        head = head.head
    if head.tag_ in _FINITE and head.i < token.i:
        token.head = head


def _is_infinitive(verb: Any) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def _sink_inverted_condition(root: Any) -> None:
    """ "ready to host talks, should the parties so request": the condition was taken for the main clause."""
    if root.dep_ != "ROOT":
        return
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    should = next((c for c in root.children if c.lower_ == "should" and c.dep_ == "aux"), None)
    if should is None or subject is None or should.i > subject.i:
        return
    main = next(
        (c for c in root.children if c.dep_ in ("ccomp", "parataxis") and c.i < should.i), None
    )
    if main is None:
        return
    main.head = main
    main.dep_ = "ROOT"
    root.head = main
    root.dep_ = "advcl"


def _part_colon(root: Any) -> None:
    """ "Warsaw, by contrast, has: no soldier will go": two clauses in one, parted by a colon."""
    doc = root.doc
    colon = next((t.i for t in doc if t.text == ":" and t.i < root.i), None)
    if colon is None:
        return
    before = [c for c in root.children if c.i < colon and c.dep_ != "punct"]
    after = [c for c in root.children if c.i > colon and c.dep_ in _SUBJECTS]
    aux = next((c for c in reversed(before) if c.dep_ == "aux"), None)
    if aux is None or not after or not any(c.dep_ in _SUBJECTS for c in before):
        return
    for child in before:
        child.head = aux
    aux.dep_ = "ROOT"


def _part_semicolon(root: Any) -> None:
    """ "Mali opposed it; so did Niger": what stands before a semicolon is a clause apart."""
    mark = next((t.i for t in root.doc if t.text == ";" and t.i < root.i), None)
    if mark is None:
        return
    for child in list(root.children):
        if child.dep_ in ("ccomp", "parataxis") and child.i < mark and child.right_edge.i <= mark:
            child.head, child.dep_ = child, "ROOT"
            return


def _raise_subject(token: Any) -> None:
    """ "Austria cannot, for reasons of law, send": a subject hung on the auxiliary is the verb's."""
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ in ("aux", "auxpass"):
        token.head = token.head.head


def _join_preposition(token: Any) -> None:
    """ "open to monitoring a truce and to training": the second "to" goes with the first."""
    if token.dep_ != "conj" or token.pos_ not in ("ADP", "SCONJ") or token.head.pos_ == "ADP":
        return
    first = next((a for a in token.ancestors if a.dep_ == "prep" and a.i < token.i), None)
    if first is not None and first.lower_ == token.lower_:
        token.head = first


def _pass_over_condition(token: Any) -> None:
    """ "is ready, if asked, to send": the infinitive is the adjective's, not the condition's."""
    condition = token.head
    if token.dep_ != "xcomp" or condition.dep_ != "advcl" or token.i < 2:
        return
    to = next((c for c in token.children if c.tag_ == "TO"), None)
    if to is None or to.i == 0 or to.nbor(-1).text != "," or condition.i > to.i:
        return
    main = condition.head
    adjective = next((c for c in main.children if c.dep_ == "acomp" and c.i < condition.i), None)
    token.head = adjective if adjective is not None else main


def _part_at_colon(token: Any) -> None:
    """ "Italy is not among them: Meloni ruled it out": what stands before a colon is a clause apart."""
    head = token.head
    colon = any(t.text == ":" for t in token.doc[token.i + 1 : head.i])
    if token.i < head.i and colon and token.tag_ in _FINITE:
        token.head = token
        token.dep_ = "ROOT"


_AT_MARKS = ((":", _part_colon), (";", _part_semicolon))
"""What a root may need where such a mark stands in the sentence."""
_MENDS: Mapping[str, tuple[Callable[[Any], None], ...]] = {
    "conj": (_lift_finite_conjunct, _join_preposition, _free_past),
    "ROOT": (
        _finite_root,
        _sink_condition,
        _sink_inverted_condition,
        _headline_verb,
        _regain_subject,
    ),
    "advcl": (_complete, _hang_on_noun),
    "prep": (_bring_back,),
    "advmod": (_head_list,),
    "nmod": (_head_list,),
    "dep": (_head_list,),
    "ccomp": (_part_at_colon,),
    "parataxis": (_part_at_colon, _pass_over_speaker),
    "npadvmod": (_head_list,),
    "acl": (_finish_clause,),
    "case": (_contracted,),
    "nsubj": (_raise_subject, _join_list, _part_subjects),
    "nsubjpass": (_raise_subject, _join_list),
    "pobj": (_free_infinitive, _go_home),
    "dobj": (_go_home,),
    "xcomp": (_pass_over_condition,),
}
"""What may need mending, by the token's label."""
