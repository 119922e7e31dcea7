"""Members of a collective that a list names: each takes the collective's position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model.statement import ActorRef, Statement
from onrecord.model.vocabulary import Act
from onrecord.read.grammar.mentions import ReportContext

__all__ = ["NamedMembers"]

_GIVING = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER, Act.DELIVERY})
_NAMING = re.compile(r"\b(?:are|were|named|namely|include|includes|listed|lists|they are)\b|:")
_BETWEEN = re.compile(r"[\s,]*(?:(?:and|as well as|plus)\s+)?(?:the\s+)?", re.IGNORECASE)


class NamedMembers:
    """Reads one report's lists of members."""

    def __init__(self, context: ReportContext) -> None:
        self.context = context
        self.report = context.report
        self._collective: list[Statement] = []
        """What the collective last spoken of has said it will give."""

    def remember(self, found: Sequence[Statement]) -> None:
        """Note what a collective gives, for a list in a later sentence."""
        told = [s for s in found if s.members is not None and s.act in _GIVING]
        self._collective = told or self._collective

    def named(self, found: Sequence[Statement], index: int) -> Iterator[Statement]:
        """ "The ten are Britain, France …": each one named takes the collective's position."""
        sentence = self.context.sentences[index]
        text = self.report.text[sentence.start : sentence.end]
        states = self._listed(sentence.start, sentence.end)
        if len(states) < 3 or not _NAMING.search(text):
            return
        whole = [s for s in found if s.members is not None and s.act in _GIVING]
        own = {s.actor.id for s in found}
        for statement in whole or self._collective:
            for start, end, actor_id in states:
                if actor_id not in own:
                    name = self.context.codebook.actor(actor_id).name
                    mention = self.report.text[start:end]
                    actor = ActorRef(id=actor_id, name=name, mention=mention)
                    yield replace(statement, actor=actor, members=None)

    def _listed(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """States named one after the other, with nothing but commas and "and" between them."""
        run: list[tuple[int, int, str]] = []
        best: list[tuple[int, int, str]] = []
        for m in self.context.within(start, end):
            if m.form != "name" or m.actor_id is None or not self.context.is_state(m.actor_id):
                continue
            between = self.report.text[run[-1][1] : m.start] if run else ""
            if run and not _BETWEEN.fullmatch(between):
                run = []
            run = [*run, (m.start, m.end, m.actor_id)]
            best = max(best, run, key=len)
        return best
