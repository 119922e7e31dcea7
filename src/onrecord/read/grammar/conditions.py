"""Which conditions belong to which act of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model.statement import Condition, Statement
from onrecord.model.vocabulary import Act, ConditionKind
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.mentions import ReportContext
from onrecord.read.grammar.scope import condition_heads, edges, marked_conditions
from onrecord.read.grammar.spans import Spans
from onrecord.read.grammar.triggers import ConditionPhrase, classify
from onrecord.read.grammar.who import Who

__all__ = ["Conditions"]

_EXAMPLES = re.compile(
    r"(?:such as|including|especially|notably|in particular|above all|particularly)\s+"
    r"(?:[^,.;]|\.(?=\w)|(?<=\.\w)\.(?= [a-z]))+"
)
_OTHERS = re.compile(r"\b(?:others|(?:other|another) (?:countr(?:y|ies)|states?|nations?|members?|ally|allies|partners?|donors?|governments?|parties|party)|"
                     r"all (?:\w+ )?(?:members|allies|partners|parties|sides)|partners|allies|"
                     r"both sides|the other side|the world|the international community|(?:rich(?:er)?|wealthy|wealthier|developed|poor(?:er)?) (?:countries|nations|states))\b", re.IGNORECASE)  # fmt: skip

_WAITING = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER})
_STANDING = re.compile(
    r"^(?:But |However, |Yet |Still, |All the same, )?(?:(?:any|such|this|that|the|its|their|it|all|every)\s+)"
    r"(?:(?:such )?(?:\w+ ){0,2}?(?:deployment|mission|force|effort|plan|decision|offer|step|move|contribution|"
    r"operation|sale|transfer|money|aid|package|loan|sum|participation|dispatch|commitment|pledge|grant|"
    r"measure|project|payment|delivery|troops|soldiers|funds)\s+)?"
    r"(?P<says>(?:(?:would|will|must|still|also|first|however|both)\s+)*"
    r"(?:needs?|requires?|depends? (?:up)?on|hinges? on|(?:be|is|are|remains?) (?:subject to|conditional (?:up)?on|"
    r"contingent (?:up)?on|dependent on)|be approved by|(?:first )?pass) [^,;.]+)",
    re.IGNORECASE,
)


class Conditions:
    """Finds the conditions of one report's acts, a sentence at a time."""

    def __init__(self, context: ReportContext, spans: Spans) -> None:
        self.context = context
        self.report = context.report
        self.spans = spans
        self._nodes: set[int] = set()
        self._taken: set[int] = set()

    def begin(self, frames: Sequence[Frame]) -> None:
        """Look at the acts of a sentence: which phrases are some act's condition."""
        self._nodes = {frame.node.i for frame in frames}
        self._taken = {
            t.i for frame in frames for head in self._condition_heads(frame) for t in head.subtree
        }

    def of(self, frame: Frame, base: int, who: Who) -> tuple[tuple[Condition, ...], set[int]]:
        """The act's conditions, and the tokens that state them."""
        if frame.act in (Act.SUPPORT, Act.UNDISCLOSED, Act.DELIVERY, Act.REJECTION):
            return (), set()
        found: list[Condition] = []
        used: set[int] = set()
        for head in self._condition_heads(frame):
            for condition, tokens in self._conditions_of(head, base, frame, who):
                if condition not in found:
                    found.append(condition)
                used |= tokens
        for first, last in marked_conditions(frame.node.doc, self._taken | used):
            if self._nearest(frame, first):
                for condition, tokens in self._stated((first, last), base, frame, who):
                    if condition not in found:
                        found.append(condition)
                    used |= tokens
        return tuple(found), used

    def standing(self, doc: Any, base: int, before: Sequence[Statement]) -> Iterator[Statement]:
        """What the sentence says the giving told before it waits for ("any force would need …").

        The statements before, each with that condition and the words as further evidence.
        """
        match = _STANDING.search(tree.text_of(doc))
        if match is None:
            return
        tokens = [t for t in doc if match.start("says") <= t.idx < match.end()]
        while tokens and tokens[-1].is_punct:
            tokens.pop()
        if not tokens:
            return
        first, last = tokens[0].i, tokens[-1].i
        for statement in before:
            if statement.act not in _WAITING:
                continue
            start, end = base + doc[first].idx, base + doc[last].idx + len(doc[last])
            other = any(
                m.actor_id not in (None, statement.actor.id)
                for m in self.context.within(start, end)
            ) or bool(_OTHERS.search(self.report.text[start:end]))  # fmt: skip
            for phrase in classify(doc[first : last + 1], first, last, other_actor=other):
                if phrase.kind is not ConditionKind.OTHER:
                    yield self._with_standing(statement, phrase, start, end)

    def _with_standing(
        self, statement: Statement, phrase: ConditionPhrase, start: int, end: int
    ) -> Statement:
        quote = self.report.text[start:end]
        condition = Condition(
            kind=phrase.kind, trigger=phrase.trigger, negated=phrase.negated, quote=quote,
        )  # fmt: skip
        span = replace(statement.evidence[0], start=start, end=end, quote=quote)
        return replace(statement, conditions=(condition,), evidence=(span,))

    def _nearest(self, frame: Frame, first: int) -> bool:
        """Whether this act is the one that a condition at this token belongs to."""
        at = frame.node.i
        nodes = sorted(self._nodes)
        before = [n for n in nodes if n < first]
        return bool(at == (before[-1] if before else nodes[0] if nodes else at))

    def _condition_heads(self, frame: Frame) -> list[Any]:
        node = frame.node
        owners = [node, *frame.governor.scopes, *frame.extra]
        owners += [c for c in tree.conjuncts(node) if tree.subject(c) is None]
        if node.dep_ == "conj":
            owners.append(node.head)
        for child in node.children:
            if child.dep_ in ("dobj", "acomp", "prep", "xcomp", "nsubjpass", "attr"):
                owners.append(child)
                owners += [g for g in child.children if g.dep_ == "pobj"]
        heads: dict[int, Any] = {}
        for owner in owners:
            for head in condition_heads(owner):
                heads.setdefault(head.i, head)
        return [heads[i] for i in sorted(heads)]

    def _conditions_of(
        self, head: Any, base: int, frame: Frame, who: Who
    ) -> Iterator[tuple[Condition, set[int]]]:
        tokens = sorted(head.subtree, key=lambda t: t.i)
        yield from self._stated(edges(head, tokens), base, frame, who)

    def _stated(
        self, bounds: tuple[int, int], base: int, frame: Frame, who: Who
    ) -> Iterator[tuple[Condition, set[int]]]:
        """The conditions that the tokens first..last state, and those that examples add."""
        first, last = bounds
        doc = frame.node.doc
        start, end = base + doc[first].idx, base + doc[last].idx + len(doc[last])
        sentence_end = base + len(tree.text_of(doc))
        example = self._example(start, end, sentence_end, who)
        if example is not None and example[0] < end:
            end = example[0]
            while last > first and base + doc[last].idx >= end:
                last -= 1
            while last > first and doc[last].is_punct:
                last -= 1
            end = base + doc[last].idx + len(doc[last])
        other = self._names_other(start, end, who)
        held = frame.act in (Act.REFUSAL, Act.WITHDRAWAL)
        phrases = classify(doc[first : last + 1], first, last, other_actor=other, held_back=held)
        either = any(p.either for p in phrases)
        for phrase in phrases:
            quote = self.spans.words(base, doc, phrase.first, phrase.last)
            yield (
                Condition(
                    kind=phrase.kind, trigger=phrase.trigger, negated=phrase.negated,
                    alternative="a" if either else None, quote=quote,
                ),
                set(range(phrase.first, phrase.last + 1)),
            )  # fmt: skip
        if example is not None:
            quote = self.report.text[example[0] : example[1]]
            yield Condition(kind=ConditionKind.OTHER_PARTY, quote=quote), set()

    def _names_other(self, start: int, end: int, who: Who) -> bool:
        mentions = self.context.within(start, end)
        if any(m.actor_id not in (None, who.id) for m in mentions):
            return True
        return bool(_OTHERS.search(self.report.text[start:end]))

    def _example(self, start: int, end: int, sentence_end: int, who: Who) -> tuple[int, int] | None:
        """ "…, such as the level of US involvement": a condition on another party of its own."""
        for match in _EXAMPLES.finditer(self.report.text, start, sentence_end):
            near = match.start() <= end + 3
            if near and self._names_other(match.start(), match.end(), who):
                return match.span()
        return None
