"""From frames to statements: contributions, evidence, speaker, place, amounts, dates, conditions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from onrecord.model.evidence import Evidence
from onrecord.model.ids import content_id
from onrecord.model.statement import ActorRef, Condition, Speaker, Statement, Why
from onrecord.model.vocabulary import Act, Attribution, ConditionKind
from onrecord.read.grammar import tree
from onrecord.read.grammar.content import Content, ContentFinder
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.measures import find_when_of, quantities, said_on
from onrecord.read.grammar.mentions import ReportContext
from onrecord.read.grammar.places import find_place, find_recipient
from onrecord.read.grammar.scope import classify, condition_heads, edges, marked_conditions
from onrecord.read.grammar.who import Who

__all__ = ["Assembler", "merged"]

_ANAPHORIC = frozenset(
    {
        Act.UNDECIDED,
        Act.UNDISCLOSED,
        Act.REFUSAL,
        Act.SUPPORT,
        Act.REJECTION,
        Act.OFFER,
        Act.PLEDGE,
    }
)
_POINTERS = frozenset(
    """part effort initiative plan proposal idea step move decision announcement matter issue question thing
    list request outcome result deal way debate""".split()
)
"""Nouns that point back to what was spoken of."""
_GIVING = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER, Act.DELIVERY})
_ANNOUNCED = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER})
_NAMING = re.compile(r"\b(?:are|were|named|namely|include|includes|listed|lists|they are)\b|:")
_BETWEEN = re.compile(r"[\s,]*(?:(?:and|as well as|plus)\s+)?(?:the\s+)?", re.IGNORECASE)
_EXAMPLES = re.compile(
    r"(?:such as|including|especially|notably|in particular|above all|particularly)\s+[^,.;]+"
)
_OTHERS = re.compile(r"\b(?:others|other (?:countries|states|nations|members|allies|partners)|"
                     r"all (?:\w+ )?(?:members|allies|partners|parties|sides)|partners|allies|"
                     r"both sides|the other side)\b", re.IGNORECASE)  # fmt: skip


class Assembler:
    """Builds the statements of one report."""

    def __init__(self, context: ReportContext, finder: ContentFinder, reader: str) -> None:
        self.context = context
        self.report = context.report
        self.finder = finder
        self.reader = reader
        self._hash = context.report.text_hash
        self._nodes: set[int] = set()
        self._taken: set[int] = set()
        self._purpose = lru_cache(maxsize=1)(self._report_purpose)
        self._sentence = 0
        self._collective: list[Statement] = []
        """What the collective last spoken of has said it will give."""
        self._topic: tuple[int, str] | None = None
        """(sentence, contribution) named last, for "take part", "it" and bare agreements."""
        self._topics: Counter[str] = Counter()

    @property
    def topic(self) -> str | None:
        """What is spoken of: named in the sentence before, else most often so far."""
        if self._topic is not None and self._topic[0] >= self._sentence - 1:
            return self._topic[1]
        counts = self._topics
        return max(counts, key=lambda c: (counts[c], c)) if counts else None

    def sentence(self, frames: Sequence[Frame], base: int) -> Iterator[Statement]:
        """The statements of one sentence's frames."""
        self._sentence = self.context.sentence_at(base)
        self._nodes = {frame.node.i for frame in frames}
        self._taken = {
            t.i for frame in frames for head in self._condition_heads(frame) for t in head.subtree
        }
        found = [s for frame in frames for s in self.statements(frame, base)]
        yield from found
        yield from self._named_members(found, base)
        told = [s for s in found if s.members is not None and s.act in _GIVING]
        self._collective = told or self._collective

    def _named_members(self, found: Sequence[Statement], base: int) -> Iterator[Statement]:
        """ "The ten are Britain, France …": each one named takes the collective's position."""
        sentence = self.context.sentences[self._sentence]
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

    def statements(self, frame: Frame, base: int) -> Iterator[Statement]:
        """The statements of one frame: one for each actor and contribution."""
        actors = [w for w in frame.who if self._is_actor(w)]
        if not actors:
            return
        if frame.otherwise is not None and self.finder.is_contribution(frame.node):
            frame = replace(frame, act=frame.otherwise)
        contents = self._contents(frame)
        frame = self._by_content(frame, contents)
        for content in contents:
            if content.code != "other" and frame.act not in (Act.SUPPORT, Act.REJECTION):
                self._topic = (self._sentence, content.code)
                self._topics[content.code] += 1
        for who in actors:
            for content in contents:
                others = [c for c in contents if c is not content]
                yield self._statement(frame, who, content, base, others)

    def _is_actor(self, who: Who) -> bool:
        return not who.outsider and (
            who.id is not None
            or who.members is not None
            or who.counts
            or who.name == "unstated"
        )

    def _by_content(self, frame: Frame, contents: Sequence[Content]) -> Frame:
        """Announcing what harms is a threat, doing what backs another is support."""
        codes = [content.code for content in contents]
        if (
            frame.act in _ANNOUNCED and not frame.refrain and codes
            and self.finder.harms(frame.node, codes)
        ):  # fmt: skip
            return replace(frame, act=Act.THREAT)
        done = frame.act is Act.DELIVERY and any(code in self.finder.backing for code in codes)
        if done or (frame.act is Act.PLEDGE and self._has_signed(frame)):
            return replace(frame, act=Act.SUPPORT)
        return frame

    def _has_signed(self, frame: Frame) -> bool:
        """ "signed an accord": the light verb with its noun is something done that backs another."""
        return any(
            token.pos_ == "VERB" and tree.modality(token) in tree.DONE and self.finder.backs(token)
            for token in frame.governor.chain
        )

    # -- contributions --------------------------------------------------------------------------

    def _contents(self, frame: Frame) -> list[Content]:
        node = frame.node
        if node.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            found = self.finder.of_noun(node)
        else:
            found = []
            if frame.act is Act.UNDECIDED and frame.rule == "undecided":
                # "is discussing the dispatch of troops": the thing, not the discussing.
                found = self.finder.of_objects(node, passive_subject=frame.passive_subject)
            found = found or self.finder.of_verb(node, passive_subject=frame.passive_subject)
            if not found and frame.act in (
                Act.UNDISCLOSED,
                Act.UNDECIDED,
                Act.REQUEST,
                Act.REJECTION,
            ):
                found = [
                    c
                    for t in _own_subtree(node)
                    if t.pos_ == "NOUN"
                    for c in self.finder.of_noun(t)
                ][:1]
        if not found and frame.governor.thing is not None:
            found = self.finder.of_noun(frame.governor.thing)
        if frame.rule == "target":
            found = self._harmful(frame, found)
        if not found:
            found = self._money(frame)
        found = [self._by_purpose(content) for content in found]
        unique: dict[str, Content] = {}
        for content in found:
            unique.setdefault(content.code, content)
        if unique:
            return list(unique.values())
        return self._without_code(frame)

    def _harmful(self, frame: Frame, found: list[Content]) -> list[Content]:
        """A threat's content is the harm: named in the phrase, or the codebook's own code for it."""
        harm = [c for c in found if c.code in self.finder.harm]
        if harm or not self.finder.harm:
            return harm or found
        noun = frame.extra[0] if frame.extra else frame.node
        return [Content(code=self.finder.harm[0], head=noun, first=noun.i, last=noun.i)]

    def _money(self, frame: Frame) -> list[Content]:
        """An amount of money in the act's own phrase, however it hangs there."""
        if self.finder.money is None or frame.node.pos_ not in ("VERB", "AUX"):
            return []
        tokens = list(_own_subtree(frame.node))
        first = min(t.i for t in tokens)
        doc = frame.node.doc
        for token in sorted(tokens, key=lambda t: t.i):
            if token.i > first and (token.like_num or token.pos_ in ("NUM", "SYM")):
                found = self.finder.of_noun(token if not token.head.like_num else token.head)
                money = [c for c in found if c.code.startswith(self.finder.money)]
                if money:
                    return [Content(code=money[0].code, head=doc[token.i], first=token.i,
                                    last=max(money[0].last, token.i))]  # fmt: skip
        return []

    def _by_purpose(self, content: Content) -> Content:
        """Money whose purpose only the report as a whole tells."""
        if content.code != self.finder.money or (purpose := self._purpose()) is None:
            return content
        return replace(content, code=purpose)

    def _report_purpose(self) -> str | None:
        """The narrower money code that the report's words speak of most, at least twice."""
        if self.finder.money is None:
            return None
        words = re.findall(r"[a-z0-9-]+", f"{self.report.title or ''} {self.report.text}".lower())
        counts = {
            code: sum(word in modifiers for word in words)
            for code, modifiers in self.finder.narrower(self.finder.money)
        }
        best = max(counts.items(), key=lambda c: (c[1], c[0]), default=(None, 0))
        return best[0] if best[1] >= 2 else None

    def _without_code(self, frame: Frame) -> list[Content]:
        """A predicate of commitment about something without a code: the topic, or `other`."""
        node = frame.node
        if self.finder.uncoded is not None:
            if frame.rule == "announcement" or all(w.name == "unstated" for w in frame.who):
                return []  # neither "announced three days of mourning" nor nobody's act
            return [Content(code=self.finder.uncoded, head=node, first=node.i, last=node.i)]
        if not frame.explicit:
            giving = node.pos_ == "VERB" and "giving" in load_lexicon().verb_classes(node)
            if not (giving and self._is_anaphoric(frame)):
                return []
        anaphoric = self._is_anaphoric(frame) or frame.act in (
            Act.UNDISCLOSED, Act.SUPPORT, Act.REJECTION,
        )  # fmt: skip
        if anaphoric and self.topic is not None and frame.act in _ANAPHORIC:
            return [Content(code=self.topic, head=node, first=node.i, last=node.i)]
        if anaphoric:
            return []
        last = max([node.i, *(t.i for t in node.subtree if t.dep_ in ("dobj", "pobj", "attr"))])
        return [Content(code="other", head=node, first=node.i, last=last)]

    def _is_anaphoric(self, frame: Frame) -> bool:
        """Nothing but the predicate itself, a pronoun, or "take part", "join", "do so"."""
        node = frame.node
        nouns = [
            t for t in node.subtree
            if t.pos_ in ("NOUN", "PROPN") and t.i != node.i and t.dep_ in ("dobj", "pobj", "attr")
        ]  # fmt: skip
        telling = [t for t in nouns if t.lemma_.lower() not in _POINTERS]
        if not telling:
            return True
        return all(t.pos_ == "PRON" for t in tree.objects(node)) and bool(tree.objects(node))

    # -- one statement ----------------------------------------------------------------------------

    def _statement(
        self, frame: Frame, who: Who, content: Content, base: int, others: Sequence[Content]
    ) -> Statement:
        region = self._region(frame, content)
        conditions, condition_tokens = self._conditions(frame, base, who)
        evidence = self._evidence(frame, who, content, base, region)
        recipient = self._recipient(frame, who, region, base)
        place = find_place(region, base, self.context, code=content.code, recipient=recipient)
        if recipient is None and place is not None and place.id != who.id:
            recipient = place.id
        speaker, attribution = self._source(frame, who, base)
        measured = self._measured(region, content, others)
        amounts = () if frame.act is Act.UNDISCLOSED else quantities(
            self.report.text, base, measured, content, self.context)  # fmt: skip
        return Statement(
            id="",
            report=self.report.id,
            reader=self.reader,
            act=frame.act,
            actor=who.actor(),
            contribution=content.code,
            attribution=attribution,
            evidence=(evidence,),
            object=self._words(base, content.head.doc, content.first, content.last),
            refrain=frame.refrain,
            what=frame.what,
            members=who.members,
            recipient=recipient,
            place=place,
            amounts=amounts,
            when=find_when_of(self.report, base, region, condition_tokens),
            said_on=said_on(self.report, base, frame.node.doc, region) if speaker else None,
            conditions=conditions,
            alternative=frame.alternative,
            hedge=self._hedge(frame, base),
            speaker=speaker,
            why=self._why(frame, who, content, base),
        )

    def _region(self, frame: Frame, content: Content) -> list[Any]:
        """The tokens of the act's own phrase: its node's subtree without other clauses' acts."""
        node = frame.node
        tokens = {t.i: t for t in _own_subtree(node)}
        for token in content.head.doc[content.first : content.last + 1]:
            tokens[token.i] = token
        for verb in frame.extra:
            if verb.pos_ in ("VERB", "AUX") and frame.node.pos_ in ("NOUN", "PROPN", "PRON"):
                tokens |= {t.i: t for t in _own_subtree(verb)}
        if frame.passive_subject is not None:
            tokens |= {t.i: t for t in frame.passive_subject.subtree}
        for scope in frame.governor.scopes[-1:]:
            for child in scope.children:
                if (
                    child.dep_ in ("prep", "npadvmod", "advmod", "dobj", "dative")
                    and child.i > scope.i
                ):
                    tokens |= {t.i: t for t in _own_subtree(child)}
        return [tokens[i] for i in sorted(tokens)]

    def _measured(
        self, region: Sequence[Any], content: Content, others: Sequence[Content]
    ) -> list[Any]:
        """The tokens whose amounts are this contribution's: not those of its neighbours."""
        foreign = {
            i for c in others if (c.first, c.last) != (content.first, content.last)
            for i in range(c.first, c.last + 1)
        } - set(range(content.first, content.last + 1))  # fmt: skip
        first = min((c.first for c in others), default=content.first)
        if content.first > first:
            return [t for t in region if content.first <= t.i <= content.last]
        return [t for t in region if t.i not in foreign]

    def _words(self, base: int, doc: Any, first: int, last: int) -> str:
        start, end = base + doc[first].idx, base + doc[last].idx + len(doc[last])
        return self.report.text[start:end]

    def _evidence(
        self, frame: Frame, who: Who, content: Content, base: int, region: Sequence[Any]
    ) -> Evidence:
        doc = frame.node.doc
        tokens = [frame.node, *frame.governor.chain, *frame.extra, *region,
                  *doc[content.first : content.last + 1]]  # fmt: skip
        first, last = tree.span_of(tokens)
        while last > first and (
            (doc[last].is_punct and doc[last].text not in "%)") or doc[last].pos_ == "CCONJ"
        ):
            last -= 1
        start, end = base + doc[first].idx, base + doc[last].idx + len(doc[last])
        sentence_end = base + len(doc.text)
        if base <= who.start < sentence_end:
            start, end = min(start, who.start), max(end, min(who.end, sentence_end))
        quote = self.report.text[start:end]
        return Evidence(
            report=self.report.id, text_hash=self._hash, start=start, end=end, quote=quote
        )

    def _recipient(self, frame: Frame, who: Who, region: Sequence[Any], base: int) -> str | None:
        if frame.recipient:
            return frame.recipient[0].id
        if frame.act is Act.REQUEST:
            return None
        return find_recipient(region, base, self.context, who)

    def _source(self, frame: Frame, who: Who, base: int) -> tuple[Speaker | None, Attribution]:
        governor = frame.governor
        speaker = governor.speaker
        attribution = governor.attribution
        if speaker is not None and speaker.person is None and speaker.role is None and (
            speaker.id != who.id and any(w.id == speaker.id for w in frame.who)
        ):  # fmt: skip
            speaker = who  # "France and Britain said they would": each speaks for itself
        if (
            speaker is None
            and frame.explicit
            and (who.person or who.role)
            and not who.via_adjective
        ):
            speaker = who
            attribution = Attribution.ANONYMOUS if who.unnamed_source else Attribution.INDIRECT
        if speaker is None:
            return (
                None,
                Attribution.OWN_VOICE if attribution is Attribution.INDIRECT else attribution,
            )
        anchor = governor.chain[-1] if governor.chain else frame.node
        position = base + anchor.idx
        quoted = self.context.in_quotes(position, position + len(anchor))
        if quoted and attribution is Attribution.INDIRECT:
            attribution = Attribution.QUOTE
        return speaker.speaker(), attribution

    def _hedge(self, frame: Frame, base: int) -> str | None:
        if frame.act not in (Act.OFFER, Act.INTENTION, Act.UNDECIDED):
            return None
        bounds = frame.hedge
        if bounds is None and frame.governor.chain:
            bounds = tree.span_of(frame.governor.chain)
        if bounds is None:
            return None
        return self._words(base, frame.node.doc, *bounds)

    # -- conditions -------------------------------------------------------------------------------

    def _conditions(
        self, frame: Frame, base: int, who: Who
    ) -> tuple[tuple[Condition, ...], set[int]]:
        if frame.act in (Act.SUPPORT, Act.UNDISCLOSED, Act.DELIVERY, Act.REJECTION):
            return (), set()
        found: list[Condition] = []
        used: set[int] = set()
        for head in self._condition_heads(frame):
            for condition, tokens in self._conditions_of(head, base, who):
                if condition not in found:
                    found.append(condition)
                used |= tokens
        for first, last in marked_conditions(frame.node.doc, self._taken | used):
            if self._nearest(frame, first):
                for condition, tokens in self._stated(first, last, frame.node.doc, base, who):
                    if condition not in found:
                        found.append(condition)
                    used |= tokens
        return tuple(found), used

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
        self, head: Any, base: int, who: Who
    ) -> Iterator[tuple[Condition, set[int]]]:
        tokens = sorted(head.subtree, key=lambda t: t.i)
        yield from self._stated(*edges(head, tokens), head.doc, base, who)

    def _stated(
        self, first: int, last: int, doc: Any, base: int, who: Who
    ) -> Iterator[tuple[Condition, set[int]]]:
        """The conditions that the tokens first..last state, and those that examples add."""
        start, end = base + doc[first].idx, base + doc[last].idx + len(doc[last])
        sentence_end = base + len(doc.text)
        example = self._example(start, end, sentence_end, who)
        if example is not None and example[0] < end:
            end = example[0]
            while last > first and base + doc[last].idx >= end:
                last -= 1
            while last > first and doc[last].is_punct:
                last -= 1
            end = base + doc[last].idx + len(doc[last])
        other = self._names_other(start, end, who)
        phrases = classify(doc[first : last + 1], first, last, other_actor=other)
        either = any(p.either for p in phrases)
        for phrase in phrases:
            quote = self._words(base, doc, phrase.first, phrase.last)
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

    def _why(self, frame: Frame, who: Who, content: Content, base: int) -> tuple[Why, ...]:
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


def _own_subtree(node: Any) -> Iterator[Any]:
    """The subtree without coordinated verbs, relative clauses, and clauses with their own subject."""
    yield node
    for child in node.children:
        if child.dep_ in ("nsubj", "nsubjpass", "csubj", "parataxis", "relcl", "cc", "punct"):
            continue
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
            continue
        if child.dep_ == "advcl":
            continue
        yield from _own_subtree(child)


def merged(statements: Sequence[Statement]) -> list[Statement]:
    """One statement a position: the same act, actor and contribution are one, with all evidence."""
    kept: dict[tuple[Any, ...], list[Statement]] = {}
    for statement in statements:
        key = (
            statement.act, statement.refrain, statement.actor.id or statement.actor.name,
            statement.contribution, statement.members and statement.members.count,
            statement.speaker and statement.speaker.of,
        )  # fmt: skip
        kept.setdefault(key, []).append(statement)
    return [_with_id(s) for s in _counted([_joined(each) for each in kept.values()])]


def _counted(statements: list[Statement]) -> list[Statement]:
    """A group's position told without its count joins the one told with it."""
    found: list[list[Statement]] = []
    counted: dict[tuple[Any, ...], list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: s.members is None or s.members.count is None):
        key = (statement.act, statement.refrain, statement.actor.id, statement.contribution)
        if statement.members is None and key in counted:
            counted[key].append(statement)
            continue
        found.append([statement])
        if statement.members is not None and statement.members.count is not None:
            counted.setdefault(key, found[-1])
    return sorted((_joined(each) for each in found), key=lambda s: s.evidence[0].start)


def _joined(statements: Sequence[Statement]) -> Statement:
    """The first of them, with what the others add."""
    first, *others = statements
    if not others:
        return first

    def told(field: str) -> Any:
        return next((v for s in statements if (v := getattr(s, field))), getattr(others[-1], field))

    return replace(
        first,
        evidence=_apart(e for s in statements for e in s.evidence),
        conditions=tuple(dict.fromkeys(c for s in statements for c in s.conditions)),
        **{f: told(f) for f in ("amounts", "place", "recipient", "when", "said_on", "members")},
    )


def _apart(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Those that overlap none before them, in the order given."""
    kept: list[Evidence] = []
    taken: list[tuple[int, int]] = []
    for each in evidence:
        at = bisect_left(taken, (each.start, each.end))
        before = taken[at - 1][1] > each.start if at else False
        after = taken[at][0] < each.end if at < len(taken) else False
        if not (before or after):
            taken.insert(at, (each.start, each.end))
            kept.append(each)
    return tuple(kept)


def _with_id(statement: Statement) -> Statement:
    first = statement.evidence[0]
    return replace(
        statement,
        id=content_id(
            "s", statement.report, first.text_hash, statement.act, str(statement.refrain),
            statement.actor.id or statement.actor.name, statement.contribution,
            str(first.start), str(first.end), *statement.what,
        ),
    )  # fmt: skip
