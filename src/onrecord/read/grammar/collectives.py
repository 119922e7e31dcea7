"""Collectives as actors: counted, vague and named sets of states, and their members."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.model.statement import Members
from onrecord.model.vocabulary import CountBound
from onrecord.read.grammar.negatives import is_negative
from onrecord.read.grammar.referents import Referents, Who
from onrecord.text.numbers import parse_number

__all__ = ["Collectives"]

_COLLECTIVE_NOUNS = frozenset(
    """country nation state member ally government leader partner capital donor participant power
    signatory party location other delegation neighbour neighbor minister lender creditor
    economy republic contributor backer supporter partner head""".split()
)
_BOUNDS = {
    "least": CountBound.AT_LEAST, "more": CountBound.AT_LEAST, "over": CountBound.AT_LEAST,
    "most": CountBound.AT_MOST, "up": CountBound.AT_MOST, "about": CountBound.ABOUT,
    "around": CountBound.ABOUT, "some": CountBound.ABOUT, "nearly": CountBound.ABOUT,
    "almost": CountBound.ABOUT, "roughly": CountBound.ABOUT, "approximately": CountBound.ABOUT,
}  # fmt: skip
_GATHERINGS = frozenset("summit conference meeting assembly gathering forum".split())
_GROUP_REACH = 3
_VAGUE = frozenset("some many several few most other more certain various numerous".split())


class Collectives(Referents):
    """ "26 countries", "some of them", "European governments", "ten states, among them Britain"."""

    def _collective(self, head: Any, base: int) -> Who | None:
        """ "26 countries", "some of them", "the ten", "European governments", "All 32 allies"."""
        if gathering := self._gathering(head, base):
            return gathering
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
        if lemma == "head" and not any(
            g.lower_ in ("state", "government") for c in head.children for g in c.children
        ):
            return None
        start, end = self._bounds(head, base)
        group = self._group_in(start, end)
        vague = self._vague(head)
        if plural and count is None and not vague and lemma in ("minister", "leader") and any(
            self.context.is_state(m.actor_id) for m in self.context.within(start, end)
        ):  # fmt: skip
            return None  # "British ministers": of one state
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
        if count is None and not vague and self._bare_office(head) and not self._gathered:
            if group := self._group_before(start):
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
        return replace(who, negative=is_negative(head))

    def _gathering(self, head: Any, base: int) -> Who | None:
        """ "The Summit urged partners": the issuer, or else those who met, whoever they are."""
        if (
            head.lemma_.lower() not in _GATHERINGS
            or head.dep_ != "nsubj"
            or head.head.pos_ != "VERB"
        ):
            return None
        others = [c for c in head.children if c.dep_ not in ("det", "punct")]
        if others or not any(c.lower_ == "the" for c in head.children):
            return None
        start, end = self._bounds(head, base)
        issuer = self.context.issuer
        if issuer is not None and not self.context.is_state(issuer):
            return self._who(start, end, issuer)
        members = Members(count=None, bound=CountBound.EXACT, of=None, named=())
        self._gathered = True
        return self._who(start, end, None, members=members)

    def _bare_office(self, head: Any) -> bool:
        """ "the ministers", "the heads of state": of a group that has been named."""
        others = [c for c in head.children if c.dep_ in ("amod", "compound", "poss", "nmod")]
        the = any(c.lower_ in ("the", "these", "our") for c in head.children)
        return (
            the and not others and head.lemma_.lower() in ("leader", "minister", "head", "member")
        )

    def _group_before(self, start: int) -> str | None:
        """The group that issued the text, or else the one last named near by."""
        issuer = self.context.issuer
        if issuer is not None and not self.context.is_state(issuer):
            return issuer
        index = self.context.sentence_at(start)
        for mention in self.context.before(start):
            if index - self.context.sentence_at(mention.start) > _GROUP_REACH:
                break
            if mention.form in ("name", "body") and self._has_members(mention.actor_id):
                return mention.actor_id
        groups = {
            m.actor_id for m in self.context.mentions
            if m.form in ("name", "body") and self._has_members(m.actor_id)
        }  # fmt: skip
        return groups.pop() if len(groups) == 1 else None

    def _has_members(self, actor_id: str | None) -> bool:
        try:
            return actor_id is not None and bool(self.context.codebook.actor(actor_id).members)
        except KeyError:
            return False

    def _definite(self, head: Any) -> bool:
        two = any(c.lower_ in ("two", "both") for c in head.children)
        return two and any(c.lower_ in ("the", "these", "those", "both") for c in head.children)

    def _private(self, head: Any) -> bool:
        return any(c.lower_ in ("private", "corporate", "individual") for c in head.children)

    def _quantifier_head(self, head: Any) -> bool:
        return head.lower_ in ("some", "many", "several", "most", "all", "none", "few") and any(
            c.lower_ == "of" for c in head.children
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
            number = parse_number("-".join(t.text for t in parts)) if number is None else number
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
        if any(
            self.context.is_state(m.actor_id)
            for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"
            for m in self.context.within(base + c.left_edge.idx, base + c.idx + len(c))
        ):  # fmt: skip
            return True  # "two of the seven, Canada and Britain, have"
        following = [c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"]
        if following:
            words = " ".join(f"{t.lemma_} {t.text}".lower() for t in following[0].subtree)
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
        among = next((t for t in head.doc[head.i + 1 :] if t.lower_ == "among" and any(
            c.lower_ == "them" for c in t.children)), None)  # fmt: skip
        if among is not None and not named and head.dep_ in ("nsubj", "nsubjpass"):
            # at the end of the clause: "ten countries have agreed to send ships, among them Greece"
            end = next((t.i for t in head.doc[among.i :] if t.text in ".;:"), len(head.doc) - 1)
            named = [
                mention for mention in self.context.within(
                    base + among.idx, base + head.doc[end].idx + 1
                ) if mention.form == "name" and self.context.is_state(mention.actor_id)
            ]  # fmt: skip
        named += [
            mention for token in head.children if token.dep_ == "appos" and token.pos_ == "PROPN"
            for mention in self.context.within(
                base + token.left_edge.idx, base + token.right_edge.idx + len(token.right_edge)
            )
            if mention.form == "name" and self.context.is_state(mention.actor_id)
        ]  # fmt: skip
        if not named or collective.members is None:
            return (collective,)
        ids = tuple(dict.fromkeys(m.actor_id for m in named if m.actor_id))
        whole = replace(collective, members=replace(collective.members, named=ids))
        return (whole, *(self._who(m.start, m.end, m.actor_id) for m in named))

    def unstated(self, subject: Any, base: int, voice: Who | None = None) -> tuple[Who, ...]:
        """Who stands behind an agentless passive: who gave the promise, the group spoken of, the speaker."""
        start, end = self._bounds(subject, base)
        group = self.promising or self._last_collective
        if group is not None and (voice is None or self._is_near(group, start)):
            return self._at(group, start, end)
        if self.context.coalition is not None:
            return (self._who(start, end, self.context.coalition),)
        if voice is not None and voice.id is not None and not voice.outsider:
            return self._at(voice, start, end)
        if self.context.issuer is not None:
            return (self._who(start, end, self.context.issuer),)
        return (Who(id=None, name="unstated", start=start, end=end, mention=self.text[start:end]),)

    def _is_near(self, who: Who, start: int) -> bool:
        apart = self.context.sentence_at(start) - self.context.sentence_at(who.start)
        return apart <= _GROUP_REACH
