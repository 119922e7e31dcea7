"""What a noun phrase may stand for, and what every way of finding it shares."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model.statement import ActorRef, Members, Speaker
from onrecord.read.grammar.mentions import Mention, ReportContext
from onrecord.read.grammar.people import Person
from onrecord.read.grammar.sorts import Sorts
from onrecord.read.grammar.tree import noun_phrase

__all__ = ["Referents", "Who", "lemma_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One referent of a noun phrase, with the words' place in the report."""

    id: str | None
    name: str
    start: int
    end: int
    mention: str
    members: Members | None = None
    person: Person | None = None
    role: str | None = None
    """The office named without a person ("a White House official")."""
    unnamed_source: bool = False
    negative: bool = False
    """ "none of the", "neither", "no state": the clause is negated for them."""
    outsider: bool = False
    """Someone who speaks for no state or organisation: an expert, a critic, a company."""
    counts: bool = False
    """The codebook lets it count as an actor although it has no id."""
    via_adjective: bool = False
    """The side comes from an adjective of a thing ("British troops"), not from the actor itself."""

    def actor(self) -> ActorRef:
        """As the actor of a statement."""
        return ActorRef(id=self.id, name=self.name, mention=self.mention)

    def speaker(self) -> Speaker:
        """As the source of a statement."""
        if self.person is not None:
            return Speaker(name=self.person.name, role=self.person.role, of=self.id)
        return Speaker(name=None, role=self.role, of=self.id)


_NEAR = 2


def lemma_of(token: Any) -> str:
    """The token's lemma in lower case."""
    return str(token.lemma_).lower()


def _start(who: Who) -> int:
    return who.start


class Referents(ABC):
    """Whom the report has named so far. Offsets are the report's."""

    def __init__(self, context: ReportContext) -> None:
        self.context = context
        self.text = context.report.text
        self._last_collective: Who | None = None
        self.promising: Who | None = None
        """The group that last gave a promise: an agentless passive after it is its own."""
        self._last_actors: tuple[Who, ...] = ()
        self._last_office: Who | None = None
        self._gathered = False
        """Whether the report is that of a gathering of no known organisation."""
        self._sorts = Sorts(context.codebook)
        self._holders: dict[str, Person] = {}
        """Persons named only after their office, by family name."""
        self._subjects: list[tuple[Who, bool]] = []
        """Who was last the subject of a clause, and whether the noun is plural."""

    @abstractmethod
    def _one(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        """Whom one noun phrase, without its coordination, stands for."""

    @property
    def spoken_of(self) -> Who | None:
        """The collective that the report last spoke of."""
        return self._last_collective

    def is_near(self, who: Who, base: int) -> bool:
        """Whether it was named in this sentence or one of the two before."""
        return self.context.sentence_at(base) - self.context.sentence_at(who.start) <= _NEAR

    @property
    def issuer(self) -> Who | None:
        """Who speaks in a communiqué or press release of its own; None in a report about others."""
        issuer = self.context.issuer
        return self._who(0, 0, issuer) if issuer is not None else None

    def _bounds(self, head: Any, base: int) -> tuple[int, int]:
        tokens = noun_phrase(head)
        return base + tokens[0].idx, base + tokens[-1].idx + len(tokens[-1])

    def _who(self, start: int, end: int, actor_id: str | None, **more: Any) -> Who:
        return Who(
            id=actor_id,
            name=self._name(actor_id) or self.text[start:end],
            start=start,
            end=end,
            mention=self.text[start:end],
            **more,
        )

    def _name(self, actor_id: str | None) -> str | None:
        if actor_id is None:
            return None
        try:
            return self.context.codebook.actor(actor_id).name
        except KeyError:
            return actor_id

    def _at(self, who: Who | None, start: int, end: int) -> tuple[Who, ...]:
        if who is None:
            return ()
        return (replace(who, start=start, end=end, mention=self.text[start:end], negative=False),)

    def _recent(self, position: int, reach: int = 2) -> Iterator[list[Mention]]:
        """The mentions of the sentence so far, then of up to `reach` sentences before it."""
        index = self.context.sentence_at(position)
        first = self.context.sentences[index]
        yield self.context.within(first.start, position)
        for back in range(1, reach + 1):
            if index - back < 0:
                return
            sentence = self.context.sentences[index - back]
            yield self.context.within(sentence.start, sentence.end)

    def _remember(self, head: Any, found: tuple[Who, ...]) -> None:
        """Keeps whom the clause is about, for the pronouns to come."""
        if head.dep_ not in ("nsubj", "nsubjpass", "pobj") or not found:
            return
        if head.dep_ == "pobj" and head.head.dep_ != "agent":
            return
        if any(a.dep_ in ("relcl", "advcl", "acl") for a in head.ancestors):
            return
        who = found[0]
        if not who.via_adjective and (who.id is not None or who.members is not None):
            plural = head.tag_ in ("NNS", "NNPS") or head.lower_ == "they" or len(found) > 1
            self._subjects = [*self._subjects[-7:], (who, plural)]

    def _subject_of(
        self, position: int, back: int, wanted: Callable[[Who, bool], bool]
    ) -> Who | None:
        """The first wanted subject of the sentence so far, or of the one `back` sentences before."""
        index = self.context.sentence_at(position) - back
        near = [
            who for who, plural in self._subjects
            if who.start < position and self.context.sentence_at(who.start) == index
            and wanted(who, plural)
        ]  # fmt: skip
        return min(near, key=_start) if near else None
