"""From frames to statements: every field of one statement, from the module that reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from onrecord.model.statement import Amount, DateRange, Statement
from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.conditions import Conditions
from onrecord.read.grammar.content import Content, ContentFinder
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.history import is_history
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.matters import Matters
from onrecord.read.grammar.measures import find_when_of, quantities, said_on
from onrecord.read.grammar.members import NamedMembers
from onrecord.read.grammar.mentions import ReportContext
from onrecord.read.grammar.places import find_place
from onrecord.read.grammar.recipients import Recipients
from onrecord.read.grammar.scope import condition_heads, offends
from onrecord.read.grammar.source import hedge_of, source_of
from onrecord.read.grammar.spans import Spans, measured, region
from onrecord.read.grammar.who import Resolver, Who

__all__ = ["Assembler"]

_SIGNING = frozenset("sign ink initial conclude seal".split())
_SIGNED = frozenset("agreement accord deal treaty pact truce ceasefire settlement".split())
_SAYING = frozenset("request support rejection announcement judgement".split())
"""What only who speaks for a side can do: "the Austrian partner asked" is no state's asking."""
_COURTESY = frozenset(
    "thank thanks gratitude appreciation grateful thankful condolence sympathy congratulate congratulation".split()
)
"""Words of courtesy take no side in a matter, unless a codebook codes whatever is said."""
_ANNOUNCED = frozenset({Act.PLEDGE, Act.INTENTION, Act.OFFER})
_LEVERS = frozenset({Act.WITHDRAWAL, Act.REFUSAL})
"""What is taken away or not joined in: with a condition put to another, a threat."""
_TO_COME = (*tree.FUTURE, "could", "may")


class Assembler:
    """Builds the statements of one report."""

    def __init__(
        self, context: ReportContext, finder: ContentFinder, resolver: Resolver, reader: str
    ) -> None:
        self.context = context
        self.report = context.report
        self.finder = finder
        self.reader = reader
        self.spans = Spans(context.report)
        self.matters = Matters(context.report, finder)
        self._sentence = 0
        self.recipients = Recipients(context, resolver)
        self.conditions = Conditions(context, self.spans)
        self.members = NamedMembers(context)
        self._before: tuple[int, list[Statement]] = (-2, [])
        """The last sentence that had statements, and these."""

    def sentence(self, frames: Sequence[Frame], base: int) -> Iterator[Statement]:
        """The statements of one sentence's frames."""
        self._sentence = self.context.sentence_at(base)
        self.conditions.begin(frames)
        found = [s for frame in frames for s in self.statements(frame, base)]
        yield from found
        yield from self.members.named(found, self._sentence)
        self.members.remember(found)
        if found:
            self._before = (self._sentence, found)

    def standing(self, doc: Any, base: int) -> Iterator[Statement]:
        """Statements of the sentence before, with what this one says they wait for."""
        at, before = self._before
        index = self.context.sentence_at(base)
        told_before = before if at == index - 1 else []
        yield from self.conditions.standing(doc, base, told_before)

    def statements(self, frame: Frame, base: int) -> Iterator[Statement]:
        """The statements of one frame: one for each actor and contribution."""
        actors = [w for w in frame.who if self._is_actor(w)]
        if self.finder.uncoded is None and not frame.explicit:
            # "Jackals are protected in India": nobody has promised anything
            actors = [w for w in actors if w.id is not None or w.name != "unstated"]
        if not actors or is_history(frame, self.context.report.published):
            return
        if frame.rule == "ended" and self.finder.names_itself(frame.node):
            # "wants to end the war": a code of its own
            frame = replace(frame, act=frame.otherwise or frame.act, rule="plain", otherwise=None)
        if frame.otherwise is not None and self.finder.lessens_burden(
            frame.node, passive_subject=frame.passive_subject
        ):
            frame = replace(frame, act=frame.otherwise)
        if frame.rule == "rejection" and frame.otherwise is not None and frame.extra:
            if self.finder.is_contribution(frame.extra[0]):
                frame = replace(frame, act=frame.otherwise)
        if self.finder.uncoded is None and frame.act is Act.SUPPORT and _is_courtesy(frame):
            return
        contents = self.matters.contents(frame, self._sentence, base)
        if self.finder.uncoded is None and all(
            w.via_adjective and self.context.is_state(w.id) for w in actors
        ):
            # "The Finnish developer discussed it": whose adjective it is has said nothing
            contents = [c for c in contents if c.code != "other" and frame.rule not in _SAYING]
        frame = self._by_content(frame, contents)
        for who in actors:
            for content in contents:
                others = [c for c in contents if c is not content]
                yield self._statement(frame, who, content, base, others)

    def _is_actor(self, who: Who) -> bool:
        codebook = self.context.codebook
        if who.id is not None and not codebook.unknown_names and codebook.is_movement(who.id):
            return False  # a party to talks, but no state, alliance or organisation of states
        return not who.outsider and (
            who.id is not None or who.members is not None or who.counts or who.name == "unstated"
        )

    def _by_content(self, frame: Frame, contents: Sequence[Content]) -> Frame:
        """Announcing what harms is a threat, doing what backs another is support."""
        codes = [content.code for content in contents]
        if frame.rule == "planned" and not any(map(self._is_given, codes)):
            frame = replace(frame, act=frame.otherwise or frame.act)
        if frame.rule == "ended" and not all(map(self._is_upheld, codes)):
            frame = replace(frame, act=frame.otherwise or frame.act)
        if frame.refrain or not codes:
            return frame
        harms = self.finder.harms(frame.node, codes, frame.passive_subject) or (
            frame.rule == "announcement" and any(map(self.finder.harmful, frame.extra))
        )  # "announced a walkout"
        if frame.act in _ANNOUNCED and harms and not _is_idiom(frame.node):
            return replace(frame, act=Act.THREAT)
        if self.finder.uncoded is not None and (
            self._is_leverage(frame, codes, harms=harms) or _is_dangled(frame, contents)
        ):
            return replace(frame, act=Act.THREAT)
        if self.finder.uncoded is None and frame.act is Act.PLEDGE and _is_signed(frame):
            return replace(frame, act=Act.DELIVERY)
        done = frame.act is Act.DELIVERY and self.finder.backs(frame.node, frame.passive_subject)
        if done or (frame.act is Act.PLEDGE and self._has_signed(frame)):
            return replace(frame, act=Act.SUPPORT)
        return frame

    def _is_given(self, code: str) -> bool:
        """ "plans to cut its aid" takes back; "agreed to cut its oil imports" takes nothing away."""
        codebook = self.context.codebook
        return codebook.is_gift(code) or codebook.moves(code)

    def _is_upheld(self, code: str) -> bool:
        """ "will end arms sales", "the ceasefire" takes back; "will end its use of coal" promises."""
        codebook = self.context.codebook
        if code in self.finder.harm:
            return False
        upheld = any(c.code == code and c.field == "security" for c in codebook.contributions)
        return upheld or self._is_given(code)

    def _is_leverage(self, frame: Frame, codes: Sequence[str], *, harms: bool) -> bool:
        """ "will leave the government unless", "would cut off aid if": harm is what one waits for."""
        unless = any(t.lower_ == "unless" for t in frame.node.doc)
        if frame.act in _ANNOUNCED:
            if self._is_help(frame.node, codes):
                return False
            return (unless and frame.act is not Act.OFFER) or self._answers_offence(frame)
        if frame.act is Act.REQUEST and frame.rule != "obligation":
            return any(_or_else(t) for t in (frame.node, *frame.extra))
        if frame.act is Act.UNDECIDED:
            weighed = "undecided" in (frame.rule, frame.governor.rule)
            return weighed and harms  # "is considering expelling him"
        if frame.act not in _LEVERS:
            return False
        governor = frame.governor
        conditional = unless or any(
            head.pos_ in ("VERB", "AUX")
            for scope in (*governor.scopes, frame.node)
            for head in condition_heads(scope)
        )
        mood = governor.modality or tree.modality(frame.node)
        if frame.act is Act.REFUSAL:
            stays_away = "refusal" in load_lexicon().verb_classes(frame.node)
            return (
                harms and stays_away and (conditional or mood in _TO_COME)
            )  # "will boycott the vote"
        announced = mood in _TO_COME or bool(governor.chain)
        return announced and (conditional or self.finder.harmful(frame.node, frame.passive_subject))

    def _is_help(self, verb: Any, codes: Sequence[str]) -> bool:
        """ "will send rice unless", "will defend them if they are attacked": no harm to who is spoken to."""
        classes = load_lexicon().verb_classes(verb) if verb.pos_ == "VERB" else frozenset()
        book = self.context.codebook
        given = any(book.is_gift(code) or book.moves(code) for code in codes)
        return bool(classes & {"support", "giving"}) or (
            given and bool(classes & {"perform", "lasting"})
        )

    def _answers_offence(self, frame: Frame) -> bool:
        """ "will dynamite the road if the decree stands": no help, and others' wrong is its condition."""
        if frame.node.pos_ != "VERB" or "request" in load_lexicon().verb_classes(frame.node):
            return False
        return any(
            offends(head) for scope in (*frame.governor.scopes, frame.node)
            for head in condition_heads(scope)
        )  # fmt: skip

    def _has_signed(self, frame: Frame) -> bool:
        """ "signed an accord": the light verb with its noun is something done that backs another."""
        return any(
            token.pos_ == "VERB" and tree.modality(token) in tree.DONE and self.finder.backs(token)
            for token in frame.governor.chain
        )

    def _statement(
        self, frame: Frame, who: Who, content: Content, base: int, others: Sequence[Content]
    ) -> Statement:
        phrase = region(frame, content)
        conditions, condition_tokens = self.conditions.of(frame, base, who)
        evidence = self.spans.evidence(frame, who, content, base, phrase)
        recipient = self.recipients.of(frame, who, phrase, base)
        place = find_place(
            phrase,
            base,
            self.context,
            moves=self.context.codebook.moves(content.code),
            recipient=recipient,
        )
        goes = self.finder.uncoded is None or self.context.codebook.moves(content.code)
        if recipient is None and goes and place is not None and place.id != who.id:
            recipient = place.id
        speaker, attribution = source_of(frame, who, base, self.context)
        own = measured(phrase, content, others)
        amounts = () if frame.act is Act.UNDISCLOSED else quantities(
            self.report.text, base, own, content, self.context)  # fmt: skip
        amounts = self._own_share(frame, who, amounts)
        return Statement(
            id="",
            report=self.report.id,
            reader=self.reader,
            act=frame.act,
            actor=who.actor(),
            contribution=content.code,
            attribution=attribution,
            evidence=(evidence,),
            object=self.spans.words(base, content.head.doc, content.first, content.last),
            refrain=frame.refrain,
            what=frame.what,
            members=who.members,
            recipient=recipient,
            place=place,
            amounts=amounts,
            when=self._still_to_come(
                frame, find_when_of(self.report, base, phrase, condition_tokens)
            ),
            said_on=said_on(self.report, base, frame.node.doc, phrase) if speaker else None,
            conditions=conditions,
            alternative=frame.alternative,
            hedge=self._hedge(frame, base),
            speaker=speaker,
            why=self.spans.why(frame, who, content, base),
        )

    def _still_to_come(self, frame: Frame, when: DateRange | None) -> DateRange | None:
        """The time of an act to come: one that was over when the report came out is of the saying."""
        published = self.report.published
        if when is None or published is None or frame.act in (Act.DELIVERY, Act.WITHDRAWAL):
            return when
        if frame.act is Act.REQUEST and when.first != when.last:
            return when  # a stretch of time is of what is asked for
        return None if when.last is not None and when.last < published[:10] else when

    def _own_share(self, frame: Frame, who: Who, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
        """ "promised 5 and 8 million respectively": to each actor the amount in its place."""
        actors = [w.id for w in frame.who]
        if len(amounts) < 2 or len(actors) != len(amounts) or who.id not in actors:
            return amounts
        if not any(t.lower_ == "respectively" for t in frame.node.doc):
            return amounts
        return (replace(amounts[actors.index(who.id)], part_of_total=False),)

    def _hedge(self, frame: Frame, base: int) -> str | None:
        bounds = hedge_of(frame)
        return None if bounds is None else self.spans.words(base, frame.node.doc, *bounds)


def _is_idiom(verb: Any) -> bool:
    """ "struck a deal": the verb that by itself would harm is part of a promise."""
    return verb.pos_ == "VERB" and bool(load_lexicon().verb_classes(verb) & {"pledge", "offer"})


def _is_courtesy(frame: Frame) -> bool:
    told = [frame.node, *frame.extra]
    told += [c for t in frame.extra for c in t.children if c.dep_ in ("dobj", "acomp")]
    return any(t.lemma_.lower() in _COURTESY for t in told)


def _is_signed(frame: Frame) -> bool:
    """ "signed a border agreement": the thing agreed is there, and nothing more is promised by it."""
    return frame.node.lemma_.lower() in _SIGNED and any(
        t.lemma_ in _SIGNING and tree.modality(t) in tree.DONE for t in frame.governor.chain
    )


def _or_else(node: Any) -> bool:
    """ "told them to leave or face the consequences": what comes if they don't is harm."""
    classes = load_lexicon().verb_classes
    return any(
        c.dep_ == "conj" and c.pos_ == "VERB" and any(g.lower_ == "or" for g in node.children)
        and (classes(c) & {"facing", "harm", "suffering", "risking"} or tree.is_passive(c))
        for c in node.children
    )  # fmt: skip


def _is_dangled(frame: Frame, contents: Sequence[Content]) -> bool:
    """ "raised the prospect of tariffs": what is held out is no gift."""
    nouns = load_lexicon().noun_classes
    return frame.act is Act.OFFER and any(
        c.head.pos_ == "NOUN" and nouns(c.head) & {"harm", "hardship"} for c in contents
    )
