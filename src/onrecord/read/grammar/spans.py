"""Which words of a sentence are an act's own: its phrase, its evidence, and why each field was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.model.evidence import Evidence
from onrecord.model.report import Report
from onrecord.model.statement import Why
from onrecord.read.grammar import tree
from onrecord.read.grammar.content import Content
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.who import Who

__all__ = ["Spans", "measured", "region"]


def region(frame: Frame, content: Content) -> list[Any]:
    """The tokens of the act's own phrase: its node's subtree without other clauses' acts."""
    node = frame.node
    tokens = {t.i: t for t in tree.own_subtree(node)}
    for token in content.head.doc[content.first : content.last + 1]:
        tokens[token.i] = token
    for verb in frame.extra if frame.rule != "gapping" else ():
        if verb.pos_ in ("VERB", "AUX") and frame.node.pos_ in ("NOUN", "PROPN", "PRON"):
            tokens |= {t.i: t for t in tree.own_subtree(verb)}
    if frame.passive_subject is not None:
        tokens |= {t.i: t for t in frame.passive_subject.subtree}
    for scope in frame.governor.scopes[-1:]:
        for child in scope.children:
            if child.dep_ in ("prep", "npadvmod", "advmod", "dobj", "dative") and child.i > scope.i:
                tokens |= {t.i: t for t in tree.own_subtree(child)}
    return [tokens[i] for i in sorted(tokens)]


def measured(region: Sequence[Any], content: Content, others: Sequence[Content]) -> list[Any]:
    """The tokens whose amounts are this contribution's: not those of its neighbours."""
    foreign = {
        i for c in others if (c.first, c.last) != (content.first, content.last)
        for i in range(c.first, c.last + 1)
    } - set(range(content.first, content.last + 1))  # fmt: skip
    first = min((c.first for c in others), default=content.first)
    if content.first > first:
        return [t for t in region if content.first <= t.i <= content.last]
    return [t for t in region if t.i not in foreign]


class Spans:
    """Cuts the words of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._hash = report.text_hash

    def words(self, base: int, doc: Any, first: int, last: int) -> str:
        """The report's words from token `first` to token `last` of a doc that begins at `base`."""
        start, end = base + doc[first].idx, base + doc[last].idx + len(doc[last])
        return self.report.text[start:end]

    def evidence(
        self, frame: Frame, who: Who, content: Content, base: int, region: Sequence[Any]
    ) -> Evidence:
        """The stretch that shows the actor, the act and the contribution."""
        doc = frame.node.doc
        tokens = [frame.node, *frame.governor.chain, *frame.extra, *region,
                  *doc[content.first : content.last + 1]]  # fmt: skip
        first, last = tree.span_of(tokens)
        while last > first and (
            (doc[last].is_punct and doc[last].text not in "%)") or doc[last].pos_ == "CCONJ"
        ):
            last -= 1
        start, end = base + doc[first].idx, base + doc[last].idx + len(doc[last])
        sentence_end = base + len(tree.text_of(doc))
        if base <= who.start < sentence_end:
            start, end = min(start, who.start), max(end, min(who.end, sentence_end))
        quote = self.report.text[start:end]
        return Evidence(
            report=self.report.id, text_hash=self._hash, start=start, end=end, quote=quote
        )

    def why(self, frame: Frame, who: Who, content: Content, base: int) -> tuple[Why, ...]:
        """Which words gave the act, the contribution, the actor and the speaker, and by which rule."""
        doc = frame.node.doc

        def why(field: str, first: int, last: int, rule: str) -> Why:
            start, end = base + doc[first].idx, base + doc[last].idx + len(doc[last])
            return Why(
                field=field, start=start, end=end, words=self.report.text[start:end], rule=rule
            )

        chain = frame.governor.chain or (frame.extra[0] if frame.extra else frame.node,)
        found = [
            why("act", *tree.span_of(chain), frame.rule or "plain"),
            why("contribution", content.first, content.last, content.code),
            Why(field="actor", start=who.start, end=who.end, words=who.mention, rule=who.id or "collective"),
        ]  # fmt: skip
        if (speaker := frame.governor.speaker) is not None:
            found.append(Why(field="speaker", start=speaker.start, end=speaker.end,
                             words=speaker.mention, rule=frame.governor.attribution))  # fmt: skip
        return tuple(found)
