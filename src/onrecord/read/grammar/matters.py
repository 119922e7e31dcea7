"""What a frame is about: the contributions of its phrase, of its money, or of what was spoken of."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from onrecord.model.report import Report
from onrecord.model.vocabulary import Act
from onrecord.read.grammar import tree
from onrecord.read.grammar.company import Company
from onrecord.read.grammar.content import Content, ContentFinder
from onrecord.read.grammar.content_words import SPEAKERS
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.pointing_back import is_anaphoric, points_back
from onrecord.read.grammar.topics import Topics

__all__ = ["Matters"]

_ANAPHORIC = frozenset(
    {
        Act.UNDECIDED,
        Act.UNDISCLOSED,
        Act.REFUSAL,
        Act.SUPPORT,
        Act.REJECTION,
        Act.OFFER,
        Act.PLEDGE,
        Act.INTENTION,
        Act.WITHDRAWAL,
        Act.REQUEST,
    }
)
_WHEN = frozenset("before after during until till since ahead pending following amid".split())
_PAYING = frozenset("pay cost spend".split())
"""What is left open with these is a sum of money."""
_ANYBODY = frozenset("him her them us you".split())
_PEOPLE = frozenset("people nation population victim family civilian".split())
_OPEN = frozenset({Act.UNDISCLOSED, Act.UNDECIDED, Act.REQUEST, Act.REJECTION})
_ONCE = frozenset({"recognise", "recognize"})
"""What is done once and for all, although its matter is otherwise everyday talk."""
_THEMED = frozenset({Act.UNDISCLOSED, Act.UNDECIDED, Act.REJECTION, Act.SUPPORT})


class Matters:
    """Finds what the frames of one report are about."""

    def __init__(self, report: Report, finder: ContentFinder) -> None:
        self.report = report
        self.finder = finder
        self.topics = Topics()
        self._base = 0
        self._last_sentence = -1
        self._last_code: str | None = None
        """What was told last was about this: what an echo of it is about."""
        self.company = Company(finder.fields, f"{report.title or ''} {report.text}")
        self._purpose = lru_cache(maxsize=1)(self._report_purpose)
        self._theme = lru_cache(maxsize=1)(self.company.theme)

    # -- contributions --------------------------------------------------------------------------

    def contents(self, frame: Frame, sentence: int, base: int) -> list[Content]:
        """The contributions of the frame, each code once; [] where it is about none.

        `base` is the sentence's offset in the report.
        """
        self._base = base
        if frame.rule == "echo":
            near = sentence - self._last_sentence <= 1
            code = self._last_code if near else self.topics.of(sentence, frame.who)
            at = frame.node.i
            return [] if code is None else [Content(code=code, head=frame.node, first=at, last=at)]
        found = [c for c in self._told(frame) if self._is_of_field(c)]
        if frame.rule == "target":
            found = self._harmful(frame, found)
        if frame.act is Act.REFUSAL and frame.rule == "intention" and found and all(
            c.code in self.finder.harm for c in found
        ):  # fmt: skip
            return []  # "does not seek war" refuses nothing
        if frame.act is Act.DELIVERY:
            found = [c for c in found if not c.loose]
            found = [c for c in found if c.code != "other" or _is_thing_done(c, frame.node)]
        found = [self._by_purpose(content) for content in found or self._money(frame)]
        unique: dict[str, Content] = {}
        for content in found:
            unique.setdefault(content.code, content)
        if self.finder.money in unique and any(
            code.startswith(f"{self.finder.money}.") for code in unique
        ):
            del unique[str(self.finder.money)]  # "125 billion for the forest fund" is one sum
        told = list(unique.values()) or self._without_code(frame, sentence)
        if frame.act is Act.DELIVERY and not frame.explicit and frame.node.lemma_ not in _ONCE:
            routine = [c for c in told if c.code in self.finder.routine]
            told = [c for c in told if c.code not in self.finder.routine]
            if routine and not told:
                # "met to discuss a force" states nothing, but says what is spoken of
                aims = [c for c in tree.children(frame.node, "advcl", "xcomp") if c.tag_ == "VB"]
                codes = [c.code for aim in aims for c in self.finder.of_objects(aim)]
                self.topics.note(sentence, frame.who, codes)
        if not told and frame.explicit and frame.act in _THEMED:
            return self._by_theme(frame)  # and what follows points back to nothing by it
        if told:
            self._last_code, self._last_sentence = told[0].code, sentence
        if frame.act not in (Act.SUPPORT, Act.REJECTION, Act.THREAT):
            codes = [c.code for c in told if c.code != "other"]
            asked_of = frame.recipient if frame.act is Act.REQUEST else frame.who
            self.topics.note(sentence, asked_of, codes)
        return told

    def _is_of_field(self, content: Content) -> bool:
        words = content.head.doc[content.first : content.last + 1]
        return self.company.stands(content.code, [t.lower_ for t in words])

    def _told(self, frame: Frame) -> list[Content]:
        """What the frame's own words name."""
        node = frame.node
        if node.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            found = self.finder.of_noun(node)
        elif frame.act is Act.UNDISCLOSED:
            found = self._left_open(node)
        else:
            found = []
            if frame.act is Act.WITHDRAWAL or (
                frame.act is Act.UNDECIDED and frame.rule == "undecided"
            ):
                # "is discussing the dispatch of troops": the thing, not the discussing.
                found = self.finder.of_objects(node, passive_subject=frame.passive_subject)
            found = (
                found
                or self._moving(node)
                or self.finder.of_verb(node, passive_subject=frame.passive_subject)
            )
            found = found or self._of_subject(node, frame)
            if not found and (frame.act in _OPEN or (frame.explicit and not self._has_thing(node))):
                found = self._below(node)
        if not found and frame.governor.thing is not None:
            found = self.finder.of_noun(frame.governor.thing)
        return found

    def _has_thing(self, verb: Any) -> bool:
        """ "promised a new ministry for security": the thing itself has no code."""
        return any(t.pos_ in ("NOUN", "PROPN") and not points_back(t) for t in tree.objects(verb))

    def _moving(self, verb: Any) -> list[Content]:
        """ "his troops wouldn't pull back": what moves is its subject, where it has no object."""
        subject = tree.subject(verb)
        if subject is None or subject.pos_ != "NOUN" or tree.is_passive(verb) or tree.objects(verb):
            return []
        if any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
            return []
        found = self.finder.of_noun(subject)
        return found if found and all(c.code in self.finder.moving for c in found) else []

    def _left_open(self, verb: Any) -> list[Content]:
        """What a question left open is about: its own subject first, "how many soldiers would go"."""
        for clause in tree.children(verb, "ccomp", "xcomp", "csubj", "csubjpass", "pcomp"):
            subject = tree.subject(clause)
            if subject is not None and (found := self.finder.of_noun(subject)):
                return found[:1]
            if found := self.finder.of_verb(clause) or self._left_open(clause):
                return found[:1]
            sum_asked = any(t.lower_ == "how" and t.i + 1 < len(t.doc) and t.nbor(1).lower_ == "much"
                            for t in clause.subtree)  # fmt: skip
            gives = sum_asked and "giving" in load_lexicon().verb_classes(clause)
            if (clause.lemma_ in _PAYING or gives) and self.finder.money is not None:
                return [Content(code=self.finder.money, head=clause, first=clause.i, last=clause.i)]
        for thing in tree.children(verb, "nsubjpass", "dobj", "attr", "oprd"):
            if thing.dep_ == "nsubjpass" and thing.lemma_.lower() in SPEAKERS:
                continue  # "the envoy would not be drawn on a sum"
            if found := self.finder.of_noun(thing):
                return found[:1]
        for clause in (c for p in tree.prepositions(verb) for c in tree.children(p, "pcomp")):
            # "wouldn't be drawn on how many troops it would send"
            subject = tree.subject(clause)
            found = self.finder.of_noun(subject) if subject is not None else []
            if found := found or self.finder.of_verb(clause) or self._left_open(clause):
                return found[:1]
        for clause in (c for v in tree.conjuncts(verb) for c in tree.children(v, "ccomp")):
            if found := self.finder.of_verb(clause):
                return found[:1]  # "neither confirmed nor denied that it would send tanks"
        apart = verb.head.lower_ == "without" or any(
            p.lower_ in ("on", "about", "over") for p in tree.prepositions(verb)
        )
        return self._below(verb) if apart else []

    def _of_subject(self, verb: Any, frame: Frame) -> list[Content]:
        """ "that the fighting stop", "keep aid flowing": the subject is what it is about."""
        subjects = [tree.subject(verb)]
        if verb.dep_ in ("xcomp", "ccomp"):
            subjects += tree.children(verb.head, "dobj")
        subjects += [tree.subject(c) for c in tree.children(verb, "ccomp", "xcomp")]
        if all(w.via_adjective for w in frame.who):
            # "French soldiers are ready to deploy"
            above = [a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")][:2]
            subjects += [tree.subject(a) for a in above]
        for subject in subjects:
            if (
                subject is not None
                and subject.pos_ in ("NOUN", "PROPN")
                and not self._is_doer(subject, frame)
            ):
                if found := self.finder.of_noun(subject):
                    return found
        return []

    def _is_doer(self, subject: Any, frame: Frame) -> bool:
        """ "The Summit decided": who acts is not what it is about."""
        at = self._base + subject.idx
        return any(w.start <= at < w.end and not w.via_adjective for w in frame.who)

    def ask(self, doc: Any, sentence: int) -> None:
        """Remembers what a sentence asks about, if it is a question, for the answer that follows."""
        if not tree.is_question(doc):
            self._asked_about(doc, sentence)
            return
        for root in (t for t in doc if t.dep_ == "ROOT"):
            subject = tree.subject(root)
            found = self.finder.of_verb(root) if root.pos_ in ("VERB", "AUX") else []
            found = found or (self.finder.of_noun(subject) if subject is not None else [])
            found = found or [c for t in doc if t.pos_ == "NOUN" for c in self.finder.of_noun(t)]
            if found:
                self.topics.ask(sentence, found[0].code)

    def _asked_about(self, doc: Any, sentence: int) -> None:
        """ "Asked whether it would send soldiers", "was asked about training": the answer may not name it."""
        if "sked" not in tree.text_of(doc):
            return
        for verb in (t for t in doc if t.lemma_ == "ask" and t.tag_ == "VBN"):
            clauses = [
                c for c in tree.children(verb, "ccomp") if tree.clause_mark(c) in ("if", "whether")
            ]
            found = [c for clause in clauses for c in self.finder.of_verb(clause)]
            for prep in tree.prepositions(verb):
                if prep.lower_ in ("about", "on"):
                    found += [
                        c for n in tree.children(prep, "pobj") for c in self.finder.of_noun(n)
                    ]
                    found += [
                        c for n in tree.children(prep, "pcomp") for c in self.finder.of_verb(n)
                    ]
            if found:
                self.topics.ask(sentence, found[0].code)

    def _below(self, node: Any) -> list[Content]:
        """The first contribution that any noun below names."""
        nouns = (t for t in tree.own_subtree(node) if t.pos_ == "NOUN" and not _in_time(t, node))
        return [c for t in nouns for c in self.finder.of_noun(t)][:1]

    def _harmful(self, frame: Frame, found: list[Content]) -> list[Content]:
        """A threat's content is the harm: named in the phrase, or the codebook's own code for it."""
        harm = [c for c in found if c.code in self.finder.harm]
        if frame.extra and frame.extra[0].lemma_ == "force":
            found = []  # "would be met with force": no soldiers
        if harm or not self.finder.harm:
            return harm or found
        if found:
            return found
        noun = frame.extra[0] if frame.extra else frame.node
        return [Content(code=self.finder.harm[0], head=noun, first=noun.i, last=noun.i)]

    def _money(self, frame: Frame) -> list[Content]:
        """An amount of money in the act's own phrase, however it hangs there."""
        if self.finder.money is None or frame.node.pos_ not in ("VERB", "AUX"):
            return []
        tokens = list(tree.own_subtree(frame.node))
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

    def _by_theme(self, frame: Frame) -> list[Content]:
        """What the report is about, where nothing before or in the sentence says what this is about."""
        theme, at = self._theme(), frame.node.i
        if theme is None or self.finder.uncoded is not None:
            return []
        return [Content(code=theme, head=frame.node, first=at, last=at)]

    def _of_theme(self, topic: str) -> str:
        """The topic, or the report's theme where that is of another field of life."""
        theme = self._theme()
        return theme if theme is not None and self.company.apart(topic, theme) else topic

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

    def _without_code(self, frame: Frame, sentence: int) -> list[Content]:
        """A predicate of commitment about something without a code: the topic, or `other`."""
        node = frame.node
        if frame.rule == "gapping" and self._last_code is not None:
            # "Kenya sent 400 officers and Jamaica 24": more of what was told first
            return [Content(code=self._last_code, head=node, first=node.i, last=node.i)]
        if self.finder.uncoded is not None:
            if frame.rule == "announcement" or all(
                w.name == "unstated" or (w.via_adjective and not frame.explicit) for w in frame.who
            ):
                return []  # neither "announced three days of mourning" nor nobody's act
            return [Content(code=self.finder.uncoded, head=node, first=node.i, last=node.i)]
        if not frame.explicit:
            giving = node.pos_ == "VERB" and "giving" in load_lexicon().verb_classes(node)
            taking = frame.act is Act.WITHDRAWAL
            if not ((giving or taking) and is_anaphoric(frame)):
                return []
        if self._backs_an_actor(frame):
            return [Content(code=str(self.finder.siding), head=node, first=node.i, last=node.i)]
        anaphoric = (
            is_anaphoric(frame)
            or frame.act is Act.UNDISCLOSED
            or (frame.act in (Act.SUPPORT, Act.REJECTION) and not self._names_thing(node))
        )
        topic = self.topics.of(sentence, frame.who)
        if sentence - self._last_sentence <= 1 and (
            topic is None or (sentence == self._last_sentence and self._last_code != "other")
        ):
            topic = self._last_code

        if anaphoric and topic is not None and sentence != self._last_sentence:
            topic = self._of_theme(topic)
        if anaphoric and topic is not None and frame.act in _ANAPHORIC:
            return [Content(code=topic, head=node, first=node.i, last=node.i)]
        if anaphoric:
            return []
        last = max([node.i, *(t.i for t in node.subtree if t.dep_ in ("dobj", "pobj", "attr"))])
        if (main := self.topics.main()) is not None:
            return [Content(code=main, head=node, first=node.i, last=last)]
        return [Content(code="other", head=node, first=node.i, last=last)]

    def _names_thing(self, node: Any) -> bool:
        """ "supports freedom of navigation", "denounced the verdict": no plan that was spoken of."""
        classes = load_lexicon().noun_classes(node)
        return bool(
            node.pos_ == "NOUN" and not points_back(node)
            and not classes & {"proposed", "pledge", "offer", "intention", "request", "event"}
        )  # fmt: skip

    def _backs_an_actor(self, frame: Frame) -> bool:
        """ "stands behind Serbia", "backed her": support for an actor, and nothing that it does."""
        node = frame.node
        if frame.act is not Act.SUPPORT or self.finder.siding is None:
            return False
        backed = [node] if node.pos_ in ("NOUN", "PROPN", "PRON") else tree.objects(node)
        return bool(backed) and all(
            t.pos_ == "PROPN" or t.lower_ in _ANYBODY or t.lemma_.lower() in _PEOPLE for t in backed
        )


def _is_thing_done(content: Content, verb: Any) -> bool:
    """Whether it is what is done, and not where or with what: "posted a video from the hospital"."""
    head = content.head
    while head.dep_ == "conj":
        head = head.head
    return head.i == verb.i or head.dep_ in ("dobj", "nsubjpass", "attr", "ROOT")


def _in_time(noun: Any, node: Any) -> bool:
    """ "file plans before the end of the talks": when it is to be done, not what."""
    while noun.i != node.i and noun.head is not noun:
        if noun.dep_ == "prep" and noun.lower_ in _WHEN:
            return True
        noun = noun.head
    return False
