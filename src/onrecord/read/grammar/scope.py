"""Around an act: which clauses and phrases state a condition, and where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.read.grammar import tree
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.triggers import lemmas, triggers

__all__ = ["condition_heads", "edges", "marked_conditions", "offends"]

_ALWAYS = frozenset("if once unless provided providing assuming supposing".split())
_TEMPORAL = frozenset("when whenever until till after before".split())
_MARKS = _ALWAYS | _TEMPORAL | {"lest"}
_GIVEN = frozenset("provided providing assuming supposing depending given barring pending".split())
_INVERTED = frozenset("should were had".split())


def condition_heads(token: Any) -> Iterator[Any]:
    """The heads of condition clauses and phrases right below the token."""
    for child in token.children:
        if (child.dep_ == "advcl" and _is_condition_clause(child)) or (
            child.dep_ in ("prep", "npadvmod", "advmod", "nmod") and _is_condition_phrase(child)
        ):
            yield child


def offends(condition: Any) -> bool:
    """Whether what is supposed is what others should not do: "if they refuse", "unless they leave"."""
    if tree.clause_mark(condition) == "unless" or tree.is_negated(condition):
        return True
    return "offending" in load_lexicon().verb_classes(condition)


def _is_condition_clause(clause: Any) -> bool:
    mark = next(
        (c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod") and c.lower_ in _MARKS),
        "",
    )
    if mark in _ALWAYS:
        return not any(c.lower_ == "even" for c in clause.children)
    if mark in _TEMPORAL:
        text = lemmas(clause.subtree)
        if any(c.lower_ in ("even", "also") for c in clause.children):
            return False
        return (
            mark in ("until", "till")
            or bool(triggers(text))
            or _future(clause)
            or (mark in ("when", "after") and _is_done_first(clause))
        )
    if clause.lower_ in _GIVEN:
        return True
    inverted = next((c for c in clause.children if c.lower_ in _INVERTED), None)
    return inverted is not None and inverted.i == clause.left_edge.i


def _future(clause: Any) -> bool:
    """A when-clause about circumstances to come ("when conditions are right")."""
    return not any(c.dep_ == "nsubj" and c.pos_ == "PROPN" for c in clause.children) and (
        clause.lemma_ in ("be", "allow", "permit", "require")
    )


def _is_done_first(clause: Any) -> bool:
    """ "when parliament has had its say": done by the time that something yet to come happens."""
    perfect = clause.tag_ == "VBN" and any(
        c.lower_ in ("has", "have", "'s", "’s") and c.dep_ == "aux" for c in clause.children
    )
    return perfect and any(c.tag_ == "MD" for c in clause.head.children)


def _is_condition_phrase(token: Any) -> bool:
    text = lemmas(token.subtree)
    first = token.left_edge.lower_
    if first in ("even", "also", "not") or (token.left_edge.i > 0 and token.nbor(-1).lower_ in (
        "even", "also",
    )):  # fmt: skip
        return False
    if token.lower_ in ("after", "following", "upon", "until", "once"):
        return bool(triggers(text)) and not re.search(
            r"\b(?:summit|meeting|talks|call|year|month)\b", text
        )
    if token.lower_ in _LEADING:
        return _PHRASES.match(text) is not None and not (
            token.lower_ == "with" and _BACKED.search(text) and first != "only"
        )
    if token.lower_ in ("pending", "depending", "subject", "contingent", "conditional"):
        return True
    if token.lemma_ in ("day", "moment", "minute") and token.dep_ == "npadvmod":
        return bool(triggers(text))
    return False


def edges(head: Any, tokens: Sequence[Any]) -> tuple[int, int]:
    """First and last token of a condition clause or phrase, with "only" and "the day" before it."""
    first, last = tokens[0].i, tokens[-1].i
    doc = head.doc
    while first > 0 and doc[first - 1].lower_ in ("only", "day", "the", "as", "so", "soon", "long"):
        if doc[first - 1].lower_ == "only" and doc[first].lower_ not in _MARKS:
            break
        first -= 1
        if doc[first].lower_ == "only":
            break
    last = _cut(doc, first, last)
    if doc[last].pos_ == "CCONJ" and last + 1 < len(doc):
        # The parser hung the second of two events elsewhere.
        stop = _STOP.search(tree.text_of(doc), doc[last + 1].idx)
        end = stop.start() if stop else len(tree.text_of(doc))
        last = max(t.i for t in doc if t.idx < end and not t.is_punct)
    while last > first and doc[last].is_punct:
        last -= 1
    return first, last


_ON = frozenset("as but while which who although though because so he she they it we".split())


def _cut(doc: Any, first: int, last: int) -> int:
    """The last token before a further clause that the parser hung below the condition."""
    verbs = False
    for at in range(first + 1, last):
        verbs = verbs or doc[at].pos_ in ("VERB", "AUX")
        following = doc[at + 1]
        if verbs and doc[at].text == "," and (
            following.lower_ in _ON or (following.lower_ == "and" and _new_clause(following))
        ):  # fmt: skip
            return at - 1
    return last


def _new_clause(conjunction: Any) -> bool:
    after = conjunction.doc[conjunction.i + 1 : conjunction.i + 8]
    return any(t.tag_ in ("MD", "VBZ", "VBP", "VBD") for t in after)


_APPROVAL = (
    r"(?:approval|consent|backing|mandate|assent|blessing|agreement|authori[sz]ation|permission|"
    r"go-ahead|green light|sign-off|nod|ratification|vote)"
)
_LEADING = frozenset("in with on under at without upon by barring".split())
# "on condition of anonymity": what a source asked for, not what an act waits for.
_UNNAMED = (
    r"(?! (?:of|for) (?:strict |complete |full )?(?:anonymity|secrecy|confidentiality)\b)"
    r"(?! (?:that )?(?:he|she|they|it|his|her|their)\b[^,.;]{0,30}\bnot\b[^,.;]{0,10}\b(?:named?|identif|quoted|used))"
)
_PHRASES = re.compile(
    rf"(?:only )?(?:in (?:the )?(?:event|case) of|in (?:return|exchange) for|on (?:the )?(?:condition|proviso|"
    rf"understanding|premise)\b{_UNNAMED}|on request|(?:with|without|upon) (?:the |a )?(?:\S+ ){{0,4}}?{_APPROVAL}\b|"
    r"under (?:a|an|the) (?:\S+ ){0,3}?(?:mandate|resolution|truce|ceasefire|agreement|deal|accord|settlement)|"
    r"at the (?:request|invitation) of|at (?:\S+ )?(?:\S+ ){0,2}(?:request|invitation)\b|barring)"
)
_BACKED = re.compile(r"\b(?:backing|agreement|mandate|vote)\b")
_GOES_ON = "goes on|go on|lasts?|continues?|persists?|rages?"
_FIGHTING = "fighting|shooting|war|combat|shelling"
_SUBJECT = r"(?:a|an|the|it|they|there|he|she|any|another|either|both|this|that|such|one|no|parliament|(?-i:[A-Z]))"
_MARKED = re.compile(
    rf"(?:\bbut only (?:if|when|after|once)\b|\b(?:if and only if|if and when|only if|only after|only once|only when)\b|"
    r"\bprovid(?:ed|ing) that\b|\bprovided\b(?! (?:by|to|with|for|in)\b)|(?<=, )providing (?!\w+ to )|"
    rf"\bon (?:the )?(?:condition|proviso|understanding|premise)\b{_UNNAMED}|\b(?:for )?(?:as|so) long as\b|\bunless\b|"
    r"\bsubject to\b|\b(?:contingent|conditional|conditioned|dependent) (?:up)?on\b|\bdepending on\b|"
    r"\bin (?:the )?(?:event|case) (?:of|that)\b|\bin (?:return|exchange) for\b|\bpending\b|"
    r"\bassuming\b(?! (?:\w+ )?(?:command|office|control|responsibility|power|charge))|\bbarring\b|\bif\b|"
    rf"\bshould (?={_SUBJECT}\b)|\bwere (?={_SUBJECT}\b[^,;]* to\b)|(?<=, )had (?={_SUBJECT}\b)|"
    r"\b(?:the day after|the moment|the minute|the day|as soon as|once(?! (?:and|again|more)\b))|\b(?:un)?till?\b|"
    r"\b(?:not|never) before\b|\bbefore\b|"
    r"\bwithin (?:what|the limits)\b|\baccording to (?:its|their|the) own\b|"
    r"\beach according to\b|\b(?:depends?|depend|hinges?|hinge|is conditional|rests?) (?:up)?on\b|"
    r"\b(?:needs?|requires?|require) (?:the |a )?(?:approval|consent|backing|mandate|green light)\b|"
    r"\b(?:only )?under an? (?:\S+ ){0,2}?mandate\b|\bat the (?:request|invitation) of\b|\bif (?:so )?(?:asked|requested|invited)\b|"
    r"\bwith (?:the )?(?:\S+ ){0,3}?(?:approval|consent|assent|go-ahead|green light)\b|"
    r"\b(?:the )?\w+ must (?:first )?(?:agree|approve|vote|consent|ratify)\b|\bmust (?:first )?pass\b|"
    r"\b(?:weather|funds?|resources|security|conditions|circumstances|time|finances|safety) permitting\b|"
    rf"\bwhile (?=[^,;.]{{0,40}}\b(?:{_GOES_ON})\b)|"
    rf"\bwhile (?=there(?: is|'s|’s| are) (?:still )?(?:any )?(?:{_FIGHTING})\b)|"
    rf"\b(?:waiting for|waits for|awaiting|awaits|pending) (?:\S+ ){{0,4}}?(?=(?:{_APPROVAL})\b))",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[;.](?!\d)|,(?! (?:or|and) (?!\w+ (?:will|would|is|was|has)\b))|\s[-–—]\s|\)|: "
)
_LASTING = re.compile(rf"\b(?:{_GOES_ON}|{_FIGHTING})\b(?! (?:{_GOES_ON}|is))")
"""Where a condition that begins with "while" ends."""
_EVENTFUL = frozenset(["once", "the day after", "the moment", "the minute", "the day", "till"])
_AFTER_VERBS = (
    "even",
    "asked",
    "as",
    "ask",
    "wonder",
    "see",
    "know",
    "decide",
    "on whether",
    "up",
    "asks",
)
_AS_NEEDED = re.compile(
    r"(?:for )?(?:as|so) long as (?:it (?:takes?|goes on|is needed|lasts?|will take)|(?:is )?(?:necessary|needed|"
    r"required|possible))", re.IGNORECASE,
)  # fmt: skip


def marked_conditions(doc: Any, used: set[int]) -> list[tuple[int, int]]:
    """Conditions by their opening words, for those that the parser hung elsewhere.

    Returned as (first, last) token indices; tokens in `used` are skipped.
    """
    found: list[tuple[int, int]] = []
    done = -1
    for match in _MARKED.finditer(tree.text_of(doc)):
        if match.start() < done or not _opens(tree.text_of(doc), match):
            continue
        stop = _STOP.search(tree.text_of(doc), match.end())
        end = stop.start() if stop else len(tree.text_of(doc))
        if match.group().lower().startswith("while"):
            lasting = _LASTING.search(tree.text_of(doc), match.end())
            end = min(end, lasting.end()) if lasting else end
        tokens = [
            t for t in doc if match.start() <= t.idx and t.idx + len(t) <= end and not t.is_space
        ]
        while tokens and tokens[-1].is_punct:
            tokens.pop()
        if len(tokens) < 2 or any(t.i in used for t in tokens) or not _tells(match, tokens):
            continue
        done = end
        found.append((tokens[0].i, tokens[-1].i))
    return found


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether the words open a condition there: not a question, not "even if", not "as needed"."""
    before = text[: match.start()].rstrip().lower()
    if match.group().lower() == "if" and before.endswith(_AFTER_VERBS):
        return False
    if before.endswith(("even", "not just", "regardless", " also", " at")):
        return False
    return _AS_NEEDED.match(text, match.start()) is None


def _tells(match: re.Match[str], tokens: Sequence[Any]) -> bool:
    """Whether what follows a word that also tells mere time is an event to wait for."""
    word = match.group().lower().strip()
    text = lemmas(tokens)
    if word in _EVENTFUL:
        return bool(triggers(text)) or any(t.pos_ in ("VERB", "AUX") for t in tokens[1:])
    if word in ("until", "before"):
        if word == "before" and (tokens[0].dep_ != "mark" or tokens[0].head.tag_ == "VBD"):
            return False  # "before the leaders met" tells when, not on what condition
        return any(t.pos_ in ("VERB", "AUX") for t in tokens[1:]) or (
            word == "until" and bool(triggers(text))
        )
    return True
