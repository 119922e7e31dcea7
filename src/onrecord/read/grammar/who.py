"""Who a noun phrase stands for: states, organisations, persons in office, collectives, pronouns."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Any

from onrecord.read.grammar.collectives import Collectives
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.negatives import is_excepted, is_negative
from onrecord.read.grammar.referents import Who
from onrecord.read.grammar.titles import ROLE_NOUNS, Titles
from onrecord.read.grammar.tree import conjuncts

__all__ = ["Resolver", "Who"]


class Resolver(Titles, Collectives):
    """Resolves noun phrases of one report. Offsets are the report's."""

    def resolve(self, head: Any, base: int, speaker: Who | None = None) -> tuple[Who, ...]:
        """Everyone the noun phrase (with its coordination) stands for; () if it is no actor.

        `base` is the sentence's offset in the report; `speaker` is who is speaking, for "we" and
        for pronouns of reported speech.
        """
        heads = [head, *(c for c in conjuncts(head) if not is_excepted(c))]
        found: list[Who] = []
        for each in heads:
            found.extend(self._one(each, base, speaker))
        if is_negative(head):
            found = [replace(who, negative=True) for who in found]
        for who in found:
            if who.members is not None:
                self._last_collective = who
        if len(found) > 1:
            self._last_actors = tuple(found)
        self._remember(head, tuple(found))
        return tuple(found)

    def apart(self) -> Resolver:
        """A copy to ask with: what it resolves is not remembered here."""
        other = copy(self)
        other._holders = dict(self._holders)
        return other

    def is_actor_noun(self, noun: Any) -> bool:
        """Whether the noun heads a sort of actors of the codebook's."""
        sort = self._sorts.of_phrase(noun)
        return sort is not None and not sort.official

    @property
    def anything_counts(self) -> bool:
        """Whether the codebook codes whatever is promised, asked or threatened."""
        return self.context.codebook.uncoded is not None

    def is_seat(self, who: Who) -> bool:
        """Whether it was named by its capital or seat of government."""
        return any(m.form == "seat" for m in self.context.within(who.start, who.end))

    def named_at(self, start: int) -> tuple[Who, ...]:
        """The actor whose name begins at this offset of the report, if any."""
        for mention in self.context.within(start, start + 80):
            if mention.start == start and mention.actor_id is not None:
                return (self._who(mention.start, mention.end, mention.actor_id),)
        return ()

    def _one(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        partitive = any(c.lower_ == "of" for c in head.children)
        if not partitive and (head.pos_ == "PRON" or head.lower_ in ("both", "neither", "others")):
            return self._pronoun(head, base, speaker)
        if partitive and (counted := self._sorts.counted(head)):
            return self._one(counted, base, speaker)
        if partitive and (owned := self._some_of_its(head, base, speaker)):
            return owned
        if head.pos_ == "PROPN" and self._is_private(head):
            return ()
        sort = self._sorts.of_phrase(head)
        if sort is not None and not sort.official:
            return self._of_sort(sort.sort, head, base)
        if each := self._leaders_of(head, base):
            return each
        if self._private(head):
            return ()
        if collective := self._collective(head, base):
            return self._with_named(collective, head, base)
        start, end = self._bounds(head, base)
        titled = head.pos_ == "PROPN" and head.lemma_.lower() in ROLE_NOUNS
        if titled and (who := self._named(head, base, start, end)) is not None and who.person:
            return (who,)
        if who := self._office(head, base, start, end, speaker):
            return (who,)
        if who := self._named(head, base, start, end):
            return (who,)
        if sort is not None:
            return self._of_sort(None, head, base)
        if found := self._described(head, base, speaker):
            return found
        if self._sorts.is_name(head):
            return (replace(self._who(start, end, None), counts=True),)
        return ()

    def _some_of_its(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        """ "60 of its soldiers" are whose the soldiers are."""
        if not (
            head.like_num or head.pos_ == "NUM" or head.lower_ in ("some", "most", "all", "many")
        ):
            return ()
        for prep in (c for c in head.children if c.lower_ == "of"):
            for noun in (c for c in prep.children if self.is_movable(c)):
                for owner in (c for c in noun.children if c.dep_ == "poss"):
                    start, end = self._bounds(head, base)
                    return tuple(
                        replace(w, start=start, end=end, mention=self.text[start:end], person=None, via_adjective=True)
                        for w in self._one(owner, base, speaker)
                    )  # fmt: skip
        return ()

    def _is_private(self, name: Any) -> bool:
        """ "Serbia's tennis star Novak Djokovic", "the academic Vali Nasr": persons of no office."""
        return not self._sorts.unknown_names and any(
            load_lexicon().noun_classes(c) & {"outsiders", "private"}
            for c in name.children if c.dep_ in ("compound", "appos", "nmod") and c.pos_ == "NOUN"
        )  # fmt: skip

    def _of_sort(self, sort: str | None, head: Any, base: int) -> tuple[Who, ...]:
        """ "Rwandan rebels" are `RWA.rebels`, "the Hamas movement" is Hamas, "rebels" have no id."""
        start, end = self._bounds(head, base)
        sides = self._sorts.sides(head, base, self.context)
        if not sides:
            return (replace(self._who(start, end, None), counts=True),)
        found = []
        for side in sides:
            own = sort is not None and self.context.is_state(side)
            who = self._who(start, end, f"{side}.{sort}" if own else side)
            found.append(replace(who, name=self.text[start:end] if own else who.name, counts=True))
        return tuple(found)

    def _each_named(self, head: Any, base: int) -> tuple[Who, ...]:
        """ "The two presidents, Gustavo Petro of Colombia and Lula da Silva of Brazil": each for his own."""
        found = []
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                for name in (child, *conjuncts(child)):
                    sides = [g for p in name.children if p.lower_ == "of" for g in p.children]
                    start, end = self._bounds(name, base)
                    known = [m for m in self.context.within(start, end) if m.person is not None]
                    if known and known[-1].actor_id is not None:
                        found.append(self._of_mention(known[-1], start, end))
                    elif sides and (
                        side := self._named(sides[0], base, *self._bounds(sides[0], base))
                    ):
                        found.append(
                            replace(side, start=start, end=end, mention=self.text[start:end])
                        )
        each = tuple(w for w in found if w is not None)
        return each if len(each) > 1 and len({w.id for w in each}) == len(each) else ()

    def _each_adjective(self, head: Any, base: int) -> tuple[Who, ...]:
        """ "British and French ministers": each state's."""
        for child in head.children:
            if child.dep_ == "amod" and (more := tuple(conjuncts(child))):
                found = []
                for word in (child, *more):
                    start, end = base + word.idx, base + word.idx + len(word)
                    sides = [m.actor_id for m in self.context.within(start, end)]
                    found += [
                        self._who(start, end, s) for s in sides[:1] if self.context.is_state(s)
                    ]
                if len(found) == len(more) + 1:
                    return tuple(found)
        return ()

    def _leaders_of(self, head: Any, base: int) -> tuple[Who, ...]:
        """ "the leaders of Britain, France and Poland" are each of them, and so are those named."""
        if head.tag_ != "NNS" or head.lemma_.lower() not in ROLE_NOUNS:
            return ()
        if named := self._each_named(head, base) or self._each_adjective(head, base):
            return named
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for noun in child.children:
                    each = [noun, *conjuncts(noun)]
                    found = [w for n in each if (w := self._named(n, base, *self._bounds(n, base)))]
                    if len(found) > 1 and len(found) == len(each):
                        return tuple(found)
                    if (group := self._collective(noun, base)) is not None and group.members:
                        start, end = self._bounds(head, base)
                        return (replace(group, start=start, end=end, mention=self.text[start:end]),)
        return ()
