"""Who a noun phrase stands for: states, organisations, persons in office, collectives, pronouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from onrecord.model.statement import ActorRef, Members, Speaker
from onrecord.model.vocabulary import CountBound
from onrecord.read.grammar.mentions import Mention, ReportContext
from onrecord.read.grammar.people import ANONYMOUS_ROLES, ROLE, Person
from onrecord.read.grammar.sorts import Sorts
from onrecord.read.grammar.tree import conjuncts, noun_phrase
from onrecord.text.numbers import parse_number

__all__ = ["Resolver", "Who"]


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


_COLLECTIVE_NOUNS = frozenset(
    """country nation state member ally government leader partner capital donor participant power
    signatory party location other delegation neighbour neighbor minister lender creditor
    economy republic contributor""".split()
)
_ROLE_NOUNS = frozenset(
    """president premier minister chancellor king queen prince emir secretary spokesman spokeswoman
    spokesperson envoy ambassador commissioner chief head leader official diplomat negotiator chairman
    source aide adviser advisor colleague counterpart governor general representative office
    government ministry cabinet parliament delegation administration authority presidency military
    army navy planner department treasury embassy mission taoiseach commander""".split()
)
_BOUNDS = {
    "least": CountBound.AT_LEAST, "more": CountBound.AT_LEAST, "over": CountBound.AT_LEAST,
    "most": CountBound.AT_MOST, "up": CountBound.AT_MOST, "about": CountBound.ABOUT,
    "around": CountBound.ABOUT, "some": CountBound.ABOUT, "nearly": CountBound.ABOUT,
    "almost": CountBound.ABOUT, "roughly": CountBound.ABOUT, "approximately": CountBound.ABOUT,
}  # fmt: skip
_VAGUE = frozenset("some many several few most other more certain various numerous".split())
_PERSONAL = frozenset("he she him her his himself herself".split())
_FIRST = frozenset("i we us our me my ourselves".split())
_THEY = frozenset("they them their themselves these those".split())


def lemma_of(token: Any) -> str:
    """The token's lemma in lower case."""
    return str(token.lemma_).lower()


class Resolver:
    """Resolves noun phrases of one report. Offsets are the report's."""

    def __init__(self, context: ReportContext) -> None:
        self.context = context
        self.text = context.report.text
        self._last_collective: Who | None = None
        self._last_actors: tuple[Who, ...] = ()
        self._last_office: Who | None = None
        self._sorts = Sorts(context.codebook)

    # -- entry points ---------------------------------------------------------------------------

    def resolve(self, head: Any, base: int, speaker: Who | None = None) -> tuple[Who, ...]:
        """Everyone the noun phrase (with its coordination) stands for; () if it is no actor.

        `base` is the sentence's offset in the report; `speaker` is who is speaking, for "we" and
        for pronouns of reported speech.
        """
        heads = [head, *conjuncts(head)]
        found: list[Who] = []
        for each in heads:
            found.extend(self._one(each, base, speaker))
        if self._negative(head):
            found = [replace(who, negative=True) for who in found]
        for who in found:
            if who.members is not None:
                self._last_collective = who
        if len(found) > 1:
            self._last_actors = tuple(found)
        return tuple(found)

    def _one(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        partitive = any(c.lower_ == "of" for c in head.children)
        if not partitive and (head.pos_ == "PRON" or head.lower_ in ("both", "neither", "others")):
            return self._pronoun(head, base, speaker)
        if partitive and (counted := self._sorts.counted(head)):
            return self._one(counted, base, speaker)
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

    def is_actor_noun(self, noun: Any) -> bool:
        """Whether the noun heads a sort of actors of the codebook's."""
        sort = self._sorts.of_phrase(noun)
        return sort is not None and not sort.official

    @property
    def spoken_of(self) -> Who | None:
        """The collective that the report last spoke of."""
        return self._last_collective

    # -- named actors and persons ---------------------------------------------------------------

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

    def _named(self, head: Any, base: int, start: int, end: int) -> Who | None:
        """The phrase's head lies in a mention of an actor or a person."""
        position = base + head.idx
        inside = self.context.within(start, end)
        for mention in inside:
            if mention.start <= position < mention.end:
                return self._of_mention(mention, start, end)
        if head.ent_type_ or head.pos_ == "PROPN":
            return self._apposed(head, base, start, end)
        return None

    def _of_mention(self, mention: Mention, start: int, end: int) -> Who | None:
        if mention.person is not None:
            known = self._sorts.unknown_names
            if mention.person.former and not known:
                return self._who(start, end, None, person=mention.person, outsider=True)
            outsider = mention.person.of is None and not known
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

    # -- offices and officials ------------------------------------------------------------------

    def _office(
        self, head: Any, base: int, start: int, end: int, speaker: Who | None
    ) -> Who | None:
        """ "the French president", "a White House official", "his foreign minister"."""
        if head.lemma_.lower() not in _ROLE_NOUNS and not ROLE.fullmatch(head.text):
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
        person = None if anonymous else self._holder(role, side, head)
        if person is not None:
            return self._who(start, end, person.of, person=person)
        if side is None and not anonymous:
            side = self._side_around(head, start)
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

    def _holder(self, role: str, side: str | None, head: Any) -> Person | None:
        """The person known to hold the office, for a definite title without a name."""
        if head.lower_ in ("spokesman", "spokeswoman", "spokesperson"):
            indefinite = any(c.lower_ in ("a", "an") for c in head.children)
            if indefinite or side is None:
                return None
        if head.tag_ == "NNS" or any(c.lower_ in ("a", "an") for c in head.children):
            return None
        return self.context.people.with_role(role.split()[-1], side)

    def _side(self, head: Any, base: int, start: int, end: int, speaker: Who | None) -> str | None:
        for mention in reversed(self.context.within(start, end)):
            if mention.actor_id is not None:
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

    def _side_around(self, head: Any, start: int) -> str | None:
        """An office without a side ("a government spokesperson") speaks for whom the sentence is about."""
        if self.context.home is not None:
            return self.context.home
        sentence = self.context.sentences[self.context.sentence_at(start)]
        inside = self.context.within(sentence.start, sentence.end)
        for mention in inside:
            if mention.form not in ("adjective", "person") and mention.actor_id is not None:
                return mention.actor_id
        if self._last_office is not None and head.lower_ in (self._last_office.role or ""):
            return self._last_office.id
        for mentions in self._recent(start):
            for mention in mentions:
                if mention.form != "adjective" and mention.actor_id is not None:
                    return mention.actor_id
        return None

    def _side_of_source(self, head: Any, base: int) -> str | None:
        return None

    # -- collectives ----------------------------------------------------------------------------

    def _collective(self, head: Any, base: int) -> Who | None:
        """ "26 countries", "some of them", "the ten", "European governments", "All 32 allies"."""
        count = self._count(head, base)
        if count == 2 and self._definite(head):
            return None
        plural = head.tag_ in ("NNS", "NNPS")
        lemma = head.lemma_.lower()
        is_number = head.like_num or (head.pos_ == "NUM")
        countable = lemma in _COLLECTIVE_NOUNS and (plural or count is not None)
        if not (countable or is_number or self._quantifier_head(head)):
            return None
        if lemma in ("leader", "minister", "other") and not (plural or count):
            return None
        start, end = self._bounds(head, base)
        group = self._group_in(start, end)
        vague = self._vague(head)
        if is_number and count is None:
            return None
        if lemma in ("country", "nation", "state", "government") and count is None and not (
            vague or group
        ) and self._definite(head):  # fmt: skip
            return None
        if is_number and not self._number_is_countries(head, base, count):
            return None
        if count is None and not vague and group is not None:
            return self._who(start, end, group)
        members = Members(
            count=count,
            bound=self._bound(head, count, base),
            of=self._of(head, base, count),
            named=(),
        )
        actor_id = group
        if actor_id is None and count is not None and not vague:
            actor_id = self.context.coalition
        if actor_id is None and self._part_of_them(head):
            actor_id = self._last_collective.id if self._last_collective else None
        who = self._who(start, end, actor_id, members=members)
        return replace(who, negative=self._negative(head))

    def _leaders_of(self, head: Any, base: int) -> tuple[Who, ...]:
        """ "the leaders of Britain, France and Poland" are each of them."""
        if head.tag_ != "NNS" or head.lemma_.lower() not in _ROLE_NOUNS:
            return ()
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

    def _definite(self, head: Any) -> bool:
        two = any(c.lower_ in ("two", "both") for c in head.children)
        return two and any(c.lower_ in ("the", "these", "those", "both") for c in head.children)

    def _private(self, head: Any) -> bool:
        return any(c.lower_ in ("private", "corporate", "individual") for c in head.children)

    def _quantifier_head(self, head: Any) -> bool:
        return head.lower_ in ("some", "many", "several", "most", "all", "none", "few") and any(
            c.lower_ == "of" for c in head.children
        )

    def _negative(self, head: Any) -> bool:
        if head.lower_ in ("none", "neither", "nobody"):
            return True
        return any(
            (c.lower_ in ("no", "neither") and c.dep_ in ("det", "advmod", "preconj"))
            or (c.lower_ == "not" and c.dep_ == "neg" and c.i < head.i)
            for c in head.children
        )

    def _vague(self, head: Any) -> bool:
        if head.lower_ in _VAGUE:
            return True
        return any(
            c.lower_ in _VAGUE and c.dep_ in ("amod", "det", "quantmod") for c in head.children
        )

    def _part_of_them(self, head: Any) -> bool:
        return any(
            c.lower_ == "of"
            and any(g.lower_ in ("them", "those", "which", "these") for g in c.children)
            for c in head.children
        )

    def _count(self, head: Any, base: int) -> int | None:
        if head.like_num or head.pos_ == "NUM":
            parts = [c for c in head.children if c.dep_ == "compound" and c.i < head.i] + [head]
            number = parse_number(" ".join(t.text for t in sorted(parts, key=lambda t: t.i)))
            return int(number) if number is not None and number == int(number) else None
        for child in head.children:
            if child.dep_ in ("nummod", "amod", "compound") and (
                child.like_num or child.pos_ == "NUM"
            ):
                tokens = sorted([child, *child.children], key=lambda t: t.i)
                words = "".join(t.text_with_ws for t in tokens if t.dep_ != "quantmod").strip()
                number = parse_number(words) or parse_number(child.text)
                if number is not None and number == int(number) and number < 1000:
                    return int(number)
        if any(c.lower_ == "both" for c in head.children):
            return 2
        return None

    def _number_is_countries(self, head: Any, base: int, count: int | None) -> bool:
        """A bare number as subject stands for countries if the report counted countries so."""
        if count is None or count > 250:
            return False
        following = [c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"]
        if following:
            words = " ".join(t.lemma_.lower() for t in following[0].subtree)
            return any(
                noun in words
                for noun in ("country", "state", "nation", "them", "which", "those", "member")
            )
        return count in self.context.counted

    def _bound(self, head: Any, count: int | None, base: int) -> CountBound | None:
        if count is None:
            return None
        start = head.left_edge.i
        for token in head.doc[start : head.i]:
            if token.lower_ in _BOUNDS and (True):
                if token.lower_ == "most" and not any(
                    t.lower_ == "at" for t in head.doc[start : token.i]
                ):
                    continue
                return _BOUNDS[token.lower_]
        return CountBound.EXACT

    def _of(self, head: Any, base: int, count: int | None) -> int | None:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "among"):
                for grand in child.children:
                    number = self._count(grand, base)
                    if number is not None:
                        return number
                    if (
                        grand.lower_ in ("them", "those", "which", "these")
                        and self._last_collective
                    ):
                        known = self._last_collective.members
                        return known.count if known else None
        if any(c.lower_ == "all" for c in head.children):
            return count
        gathering = self.context.gathering
        if count is not None and gathering is not None and gathering > count:
            return gathering
        return None

    def _group_in(self, start: int, end: int) -> str | None:
        for mention in self.context.within(start, end):
            if mention.form == "person" or self.context.is_state(mention.actor_id):
                continue
            return mention.actor_id
        return None

    def _with_named(self, collective: Who, head: Any, base: int) -> tuple[Who, ...]:
        """The collective and each member it names ("ten states, among them Britain")."""
        named = [
            mention
            for token in head.subtree
            if token.lower_ in ("among", "including", "as", "like") and token.i > head.i
            for mention in self.context.within(
                base + token.idx, base + token.right_edge.idx + len(token.right_edge)
            )
            if mention.form == "name" and self.context.is_state(mention.actor_id)
        ]
        if not named or collective.members is None:
            return (collective,)
        ids = tuple(dict.fromkeys(m.actor_id for m in named if m.actor_id))
        whole = replace(collective, members=replace(collective.members, named=ids))
        return (whole, *(self._who(m.start, m.end, m.actor_id) for m in named))

    def unstated(self, subject: Any, base: int) -> tuple[Who, ...]:
        """Who stands behind an agentless passive: the last collective, else nobody named."""
        start, end = self._bounds(subject, base)
        if self._last_collective is not None:
            return self._at(self._last_collective, start, end)
        if self.context.coalition is not None:
            return (self._who(start, end, self.context.coalition),)
        return (Who(id=None, name="unstated", start=start, end=end, mention=self.text[start:end]),)

    # -- pronouns and descriptions --------------------------------------------------------------

    def _pronoun(self, token: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        start, end = base + token.idx, base + token.idx + len(token)
        word = token.lower_
        for child in token.children:
            if child.dep_ == "appos" and (found := self._one(child, base, speaker)):
                return found  # "We, the leaders of the G7, …"
        if word in _FIRST:
            return self._at(speaker, start, end) if speaker else self._first_person(start, end)
        if word in _PERSONAL:
            if (
                speaker is not None
                and (speaker.person or speaker.role)
                and not speaker.unnamed_source
            ):
                return self._at(speaker, start, end)
            return self._person_before(start, end)
        if word in ("both", "neither"):
            pair = self._pair_before(start)
            return tuple(
                replace(who, start=start, end=end, mention=token.text, negative=word == "neither")
                for who in pair
            )
        if word == "others":
            return (self._who(start, end, None, members=Members()),)
        if word in _THEY:
            return self._they(start, end, speaker)
        if word == "it" or word == "its":
            if speaker is not None and speaker.person is None and (speaker.id or speaker.counts):
                return self._at(speaker, start, end)
            return self._actor_before(start, end)
        if word in ("nobody", "none"):
            found = self._at(speaker, start, end) if speaker else ()
            return tuple(replace(who, negative=True) for who in found)
        return ()

    def _at(self, who: Who | None, start: int, end: int) -> tuple[Who, ...]:
        if who is None:
            return ()
        return (replace(who, start=start, end=end, mention=self.text[start:end], negative=False),)

    @property
    def issuer(self) -> Who | None:
        """Who speaks in a communiqué or press release of its own; None in a report about others."""
        issuer = self.context.issuer
        return self._who(0, 0, issuer) if issuer is not None else None

    def _first_person(self, start: int, end: int) -> tuple[Who, ...]:
        home = self.context.issuer or self.context.home
        return (self._who(start, end, home),) if home is not None else ()

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

    def _person_before(self, start: int, end: int) -> tuple[Who, ...]:
        for mentions in self._recent(start, reach=4):
            persons = [m for m in mentions if m.person is not None and not m.person.former]
            if persons:
                person = persons[0].person
                assert person is not None
                return (
                    self._who(start, end, person.of, person=person, outsider=person.of is None),
                )
        return ()

    def _actor_before(self, start: int, end: int) -> tuple[Who, ...]:
        for mentions in self._recent(start):
            for mention in mentions:
                if mention.form in ("name", "seat", "body") and mention.actor_id is not None:
                    return (self._who(start, end, mention.actor_id),)
        return ()

    def _pair_before(self, position: int) -> tuple[Who, ...]:
        """The two actors that "both", "neither" and "the two governments" point back to."""
        for mentions in self._recent(position, reach=2):
            found = {
                m.actor_id: m for m in mentions
                if m.actor_id is not None and m.form in ("name", "seat", "person", "body")
            }  # fmt: skip
            if len(found) >= 2:
                pair = sorted(found.values(), key=lambda m: m.start)[:2]
                return tuple(self._who(m.start, m.end, m.actor_id) for m in pair)
        return self._last_actors[-2:] if len(self._last_actors) >= 2 else ()

    def _they(self, start: int, end: int, speaker: Who | None) -> tuple[Who, ...]:
        if speaker is not None and (speaker.members is not None or speaker.counts):
            return self._at(speaker, start, end)
        if len(self._last_actors) > 1:
            near = self._last_actors[-1].end > start - 400
            if near and (
                self._last_collective is None
                or self._last_collective.end < self._last_actors[0].start
            ):
                return tuple(
                    replace(who, start=start, end=end, mention=self.text[start:end])
                    for who in self._last_actors
                )
        return self._at(self._last_collective, start, end)

    def _described(self, head: Any, base: int, speaker: Who | None) -> tuple[Who, ...]:
        """ "her country", "the country", "the bloc", "the two governments", "British troops"."""
        start, end = self._bounds(head, base)
        lemma = head.lemma_.lower()
        if lemma in (
            "country",
            "government",
            "nation",
            "state",
            "side",
            "capital",
            "republic",
            "kingdom",
        ):
            return self._country(head, base, start, end, speaker)
        kinds = {
            "bloc": "EU",
            "union": "EU",
            "commission": "EU",
            "alliance": "NATO",
            "coalition": None,
            "group": None,
        }
        if lemma in kinds:
            return self._body(lemma, kinds[lemma], start, end)
        for mention in self.context.within(start, end):
            if mention.form == "adjective" and mention.actor_id is not None:
                return (
                    replace(
                        self._who(start, end, mention.actor_id),
                        via_adjective=True,
                        negative=self._negative(head),
                    ),
                )
            if mention.form in ("name", "seat", "body") and mention.actor_id is not None:
                owner = any(c.dep_ == "poss" for c in head.children)
                if owner or mention.start == start:
                    return (
                        replace(
                            self._who(start, end, mention.actor_id),
                            via_adjective=True,
                            negative=self._negative(head),
                        ),
                    )
        return ()

    def _country(
        self, head: Any, base: int, start: int, end: int, speaker: Who | None
    ) -> tuple[Who, ...]:
        for child in head.children:
            if child.dep_ == "poss":
                if child.pos_ == "PRON":
                    return tuple(
                        replace(
                            who, start=start, end=end, mention=self.text[start:end], person=None
                        )
                        for who in self._pronoun(child, base, speaker)
                    )
                owner = self._one(child, base, speaker)
                return tuple(
                    replace(w, start=start, end=end, mention=self.text[start:end], person=None)
                    for w in owner
                )
        for mention in self.context.within(start, end):
            if mention.actor_id is not None and mention.form != "person":
                return (self._who(start, end, mention.actor_id),)
        if head.tag_ == "NNS" and lemma_of(head) != "side":
            return tuple(
                replace(who, start=start, end=end, mention=self.text[start:end])
                for who in self._pair_before(start)
            )
        if head.tag_ == "NNS":
            return ()
        if speaker is not None and self.context.is_state(speaker.id):
            return tuple(replace(w, person=None) for w in self._at(speaker, start, end))
        if lemma_of(head) == "government" and self.context.issuer is not None:
            return (self._who(start, end, self.context.issuer),)
        for mentions in self._recent(start):
            for mention in mentions:
                if self.context.is_state(mention.actor_id) and mention.form != "adjective":
                    return (self._who(start, end, mention.actor_id),)
        return ()

    def _body(self, lemma: str, default: str | None, start: int, end: int) -> tuple[Who, ...]:
        if lemma in ("coalition", "group") and self.context.coalition is not None:
            return (self._who(start, end, self.context.coalition),)
        for mention in self.context.before(start):
            if mention.actor_id == default and default is not None:
                return (self._who(start, end, default),)
        return ()
