"""Actors and persons by name, and offices by their title."""

from __future__ import annotations

import re
from typing import Any

from onrecord.read.grammar.descriptions import Descriptions
from onrecord.read.grammar.mentions import Mention
from onrecord.read.grammar.people import ANONYMOUS_ROLES, ROLE, Person
from onrecord.read.grammar.referents import Who

__all__ = ["ROLE_NOUNS", "Titles"]

ROLE_NOUNS = frozenset(
    """president premier minister chancellor king queen prince emir secretary spokesman spokeswoman
    spokesperson envoy ambassador commissioner chief head leader official diplomat negotiator chairman
    source aide adviser advisor colleague counterpart governor general representative office
    government ministry cabinet parliament delegation administration authority presidency military
    army navy planner department treasury embassy mission taoiseach commander junta regime palace
    chancellery senate congress legislature leadership consulate coastguard ruler monarch sultan
    secretariat coordinator emissary premiership vice-president vice-minister undersecretary
    attaché marshal admiral host homologue""".split()
)
"""Nouns of offices, and of what acts for a state."""
_OF_STATES = frozenset(
    """premier minister chancellor king queen prince emir ambassador governor government ministry
    cabinet parliament presidency military army navy treasury embassy taoiseach junta regime palace
    chancellery senate congress legislature consulate coastguard ruler monarch sultan""".split()
)
"""Those that states have and organisations have not."""
_HONORIFIC = re.compile(r"(?:Sir|Dame|Lord|Lady)\s")
_FULL_NAME = re.compile(r"[A-Z][\w'’.-]+(?:\s+[\w'’.-]+){0,3}\s+[A-Z][\w'’-]+")
_NEAR = 2
"""Sentences after which an office no longer waits for its holder's name."""
_PREMIER = {"premier": ["prime", "minister"], "taoiseach": ["prime", "minister"]}


_LOCAL = frozenset("mayor senator lawmaker governor".split())
"""Offices that do not speak for their state."""
_APART = frozenset(
    "separatist rebel breakaway opposition shadow exiled regional provincial municipal insurgent".split()
)
"""Whose office is no state's: "the separatist leadership"."""


def _is_people(word: Any) -> bool:
    """ "Dutch send tanks", "Swiss impose sanctions": the headline's people, without an article."""
    return bool(
        word.dep_ == "nsubj"
        and word.left_edge.i == word.i == word.sent.start
        and word.lower_.endswith(("sh", "ch", "ese", "ss"))
        and word.head.tag_ in ("VB", "VBP", "VBD", "MD")
    )


class Titles(Descriptions):
    """Names that the codebook or the report explains, and offices with or without their holder."""

    def _named(self, head: Any, base: int, start: int, end: int) -> Who | None:
        """The phrase's head lies in a mention of an actor or a person."""
        position = base + head.idx
        inside = self.context.within(start, end)
        for mention in inside:
            if mention.start <= position < mention.end:
                if mention.form == "adjective" and _is_people(head):
                    return self._who(start, end, mention.actor_id)
                return self._of_mention(mention, start, end)
            if mention.person is not None and position < mention.start and ROLE.fullmatch(
                self.text[position : mention.start].strip()
            ):  # fmt: skip
                return self._of_mention(mention, start, end)  # "Secretary of State Rubio"
        if head.ent_type_ or head.pos_ == "PROPN":
            return self._apposed(head, base, start, end) or self._introduced(head, start, end)
        return None

    def _introduced(self, head: Any, start: int, end: int) -> Who | None:
        """ "its interior minister said. …, Kipchumba Murkomen told reporters": the office's holder.

        "Sir Keir" is the person of that first name.
        """
        words = self.text[start:end]
        if _HONORIFIC.match(words):
            for mention in self.context.before(start):
                if mention.person is not None and mention.person.name.split()[0] == head.text:
                    return self._of_mention(mention, start, end)
        known = self._holders.get(head.text)
        if known is not None:
            return self._who(start, end, known.of, person=known)
        office = self._last_office
        if office is None or not self._unfilled(office, start) or not _FULL_NAME.fullmatch(words):
            return None
        if head.ent_type_ != "PERSON" or head.dep_ != "nsubj":
            return None
        person = Person(name=words, role=office.role, of=office.id)
        self._holders[head.text] = person
        return self._who(start, end, office.id, person=person)

    def _unfilled(self, office: Who, start: int) -> bool:
        """Whether a single holder of the office spoke of just before has not been named."""
        far = self.context.sentence_at(start) - self.context.sentence_at(office.start)
        single = office.role is not None and bool(ROLE.fullmatch(office.role))
        return single and not office.unnamed_source and 0 <= far <= _NEAR and office.start < start

    def _of_mention(self, mention: Mention, start: int, end: int) -> Who | None:
        if mention.person is not None:
            known = self._sorts.unknown_names
            if mention.person.former and not known:
                return self._who(start, end, None, person=mention.person, outsider=True)
            local = mention.person.role is not None and mention.person.role.split()[-1] in _LOCAL
            outsider = (mention.person.of is None or local) and not known
            return self._who(
                start, end, mention.actor_id, person=mention.person, outsider=outsider, counts=known
            )
        if mention.form == "adjective":
            return None
        return self._who(start, end, mention.actor_id)

    def _apposed(self, head: Any, base: int, start: int, end: int) -> Who | None:
        """A name the codebook does not know, explained by what stands beside it."""
        for child in head.children:
            if child.dep_ in ("appos", "compound", "nmod", "amod") and child.i != head.i:
                for mention in self.context.within(
                    base + child.left_edge.idx,
                    base + child.right_edge.idx + len(child.right_edge),
                ):
                    if mention.form != "person" and child.dep_ == "appos":
                        return self._who(start, end, mention.actor_id)
        return None

    def _office(
        self, head: Any, base: int, start: int, end: int, speaker: Who | None
    ) -> Who | None:
        """ "the French president", "a White House official", "his foreign minister"."""
        if head.lemma_.lower() not in ROLE_NOUNS and not ROLE.fullmatch(head.text):
            return None
        words = self.text[start:end]
        named = [m for m in self.context.within(start, end) if m.person is not None]
        if named:
            return self._of_mention(named[-1], start, end)
        side = self._side(head, base, start, end, speaker)
        role_match = ROLE.search(words)
        role = " ".join(role_match.group().lower().split()) if role_match else head.lower_
        anonymous = head.lower_ in ANONYMOUS_ROLES
        if side is None and anonymous:
            side = self._side_of_source(head, base)
        person = None if anonymous else self._holder(role, side, head, start)
        if person is not None:
            return self._who(start, end, person.of, person=person)
        if side is None and not anonymous:
            side = self._side_around(head, start, speaker)
            if side is None:
                return None
        full_role = self._role_words(words, role, head)
        self._last_office = self._who(start, end, side, role=full_role, unnamed_source=anonymous)
        return self._last_office

    def _role_words(self, words: str, role: str, head: Any) -> str:
        if head.lemma_.lower() in ("government", "ministry", "cabinet", "office", "administration"):
            stripped = words.strip("\"'“” ")
            for article in ("the ", "a ", "an ", "The ", "A ", "An ", "its ", "his ", "her "):
                stripped = stripped.removeprefix(article)
            return stripped
        return role

    def _holder(self, role: str, side: str | None, head: Any, start: int) -> Person | None:
        """The person known to hold the office, for a definite title without a name."""
        if head.lower_ in ("spokesman", "spokeswoman", "spokesperson"):
            indefinite = any(c.lower_ in ("a", "an") for c in head.children)
            if indefinite or side is None:
                return None
        if head.tag_ == "NNS" or any(c.lower_ in ("a", "an") for c in head.children):
            return None
        words = [w for word in role.split() for w in _PREMIER.get(word, [word])]
        for mention in self.context.before(start):
            if (who := mention.person) and not who.former and _holds(who, words, side):
                return who
        return self.context.people.with_role(role.split()[-1], side)

    def _side(self, head: Any, base: int, start: int, end: int, speaker: Who | None) -> str | None:
        inside = [m for m in reversed(self.context.within(start, end)) if m.actor_id is not None]
        if head.lemma_.lower() in _OF_STATES:  # "Afghanistan's Taliban government"
            inside.sort(key=lambda m: not self.context.is_state(m.actor_id))
        at = base + head.idx
        inside.sort(key=lambda m: m.start > at)  # "The UN mission in Kabul" is the UN's
        for mention in inside:
            return mention.actor_id
        for child in head.children:
            if child.dep_ == "poss" and child.pos_ == "PRON":
                owner = self._pronoun(child, base, speaker)
                return owner[0].id if owner else None
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "from", "in", "at"):
                for grand in child.children:
                    left, right = self._bounds(grand, base)
                    for mention in self.context.within(left, right):
                        return mention.actor_id
        return None

    def _side_around(self, head: Any, start: int, speaker: Who | None = None) -> str | None:
        """An office without a side ("a government spokesperson") speaks for whom the text is about."""
        if any(c.lower_ in _APART for c in head.children):
            return None
        home = self._seat_in_front(head, start)
        if home is None and speaker is not None and head.lower_ in ("government", "cabinet"):
            # "The British minister said the government would pay": his own
            home = (
                speaker.id if self.context.is_state(speaker.id) and not speaker.outsider else None
            )
        home = home or self.context.issuer or self.context.own_side
        home = home or self._seat_behind(head, start)
        if home is not None:
            return home
        if self._last_office is not None and head.lower_ in (self._last_office.role or ""):
            return self._last_office.id
        sentence = self.context.sentences[self.context.sentence_at(start)]
        sides = [self.context.within(sentence.start, sentence.end), *self._recent(start)]
        for mentions in sides:
            for mention in mentions:
                if mention.form not in ("adjective", "person") and self._may_have(mention, head):
                    return mention.actor_id
        return None

    def _seat_in_front(self, head: Any, start: int) -> str | None:
        """ "In Canberra, the government has said": the capital tells whose office it is."""
        sentence = self.context.sentences[self.context.sentence_at(start)]
        for mention in self.context.within(sentence.start, start):
            before = self.text[sentence.start : mention.start].strip().lower()
            if before in ("in", "at", "from") and self.text[mention.end : start].strip() == ",":
                return mention.actor_id if self._may_have(mention, head) else None
        return None

    def _seat_behind(self, head: Any, start: int) -> str | None:
        """ "Immigration Minister Lena Diab said in Ottawa": so does the capital where it is said."""
        base = start - head.left_edge.idx
        while head.dep_ in ("compound", "appos", "nmod") and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        verb = head.head
        if head.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.i < head.i:
            return None
        for prep in (
            c for c in verb.children if c.dep_ == "prep" and c.lower_ == "in" and c.i > verb.i
        ):
            for noun in prep.children:
                for mention in self.context.within(
                    base + noun.left_edge.idx, base + noun.idx + len(noun)
                ):
                    if mention.form == "seat" and self.context.is_state(mention.actor_id):
                        return mention.actor_id
        return None

    def _may_have(self, mention: Mention, head: Any) -> bool:
        """Whether whoever is mentioned can have such an office."""
        of_states = head.lemma_.lower() in _OF_STATES
        return mention.actor_id is not None and (
            not of_states or self.context.is_state(mention.actor_id)
        )

    def _side_of_source(self, head: Any, base: int) -> str | None:
        return None


def _holds(person: Person, words: list[str], side: str | None) -> bool:
    """Whether the person's office is the one named by these words."""
    own = [w for word in (person.role or "").split() for w in _PREMIER.get(word, [word])]
    prime = ("prime" in words) == ("prime" in own) or "minister" not in words
    return set(words) <= set(own) and prime and side in (None, person.of)
