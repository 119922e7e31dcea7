"""Clauses below a clause: relative clauses, participles, "while …", that state positions of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.read.grammar import tree
from onrecord.read.grammar.adjuncts import AdjunctRules
from onrecord.read.grammar.frames import Frame, Governor

__all__ = ["DependentRules"]

_TIMES = frozenset("day moment minute hour time week month year".split())


class DependentRules(AdjunctRules):
    """Rules for the clauses that hang below the one that is read."""

    def _dependents(self, head: Any, governor: Governor) -> Iterator[Frame]:
        """Relative clauses and participles that state positions of their own."""
        for token in list(head.subtree):
            if token.i in self.done or token.pos_ not in ("VERB", "AUX"):
                continue
            if token.dep_ == "relcl" and token.head.lemma_ in _TIMES:
                continue  # "the day peace is signed" is a condition
            if token.dep_ == "relcl":
                if not self._is_history(token, head):
                    yield from self._relative(token, governor)
            elif token.dep_ == "advcl" and self._beside(token):
                yield from self.clause(
                    token,
                    governor.but(
                        act=None, chain=(), refrain=False, modality="", subject=None, who=()
                    ),
                )
            elif token.dep_ == "pcomp" and token.tag_ == "VBG" and token.head.lower_ == "with":
                subject = tree.subject(token)
                if subject is not None:  # "…, with France adding that it would contribute"
                    yield from self.clause(
                        token,
                        governor.but(
                            act=None, chain=(), refrain=False, modality="participle", subject=None,
                            who=(),
                        ),
                    )  # fmt: skip
            elif (
                token.dep_ in ("advcl", "acl")
                and token.tag_ == "VBG"
                and not self._conditional(token)
            ):
                leading = token.dep_ == "advcl" and token.i < head.i
                shared = tree.subject(head) if leading else self._inner_subject(head)
                subject = shared or governor.subject
                own = token.head.pos_ in ("NOUN", "PROPN") and token.dep_ == "acl"
                if own and token.head.head.lemma_ == "sign" and token.head.dep_ == "dobj":
                    own, subject = False, tree.subject(token.head.head) or subject
                if own and subject is not None and self.is_word_of(token, governor):
                    own = False  # "signed a petition urging them": the petition speaks for them
                yield from self.clause(
                    token,
                    governor.but(
                        act=None, chain=(), refrain=False, modality="participle",
                        subject=token.head if own else subject,
                        who=() if own or subject is not None else governor.who,
                    ),
                )  # fmt: skip

    def _beside(self, clause: Any) -> bool:
        """A clause with its own subject beside the main one: "…, while the US will …"."""
        marks = ("while", "although", "though", "whereas", "as", "but", "because", "since")
        mark = tree.clause_mark(clause)
        # "collapsed after Kuwait rejected the text" tells both
        over = mark == "after" and tree.modality(clause) in tree.DONE and tree.modality(
            clause.head
        ) in tree.DONE  # fmt: skip
        return tree.subject(clause) is not None and (mark in marks or over)

    def _inner_subject(self, head: Any) -> Any | None:
        """The subject that a participle shares: of what is said, not of the verb of saying."""
        while "say" in self.lexicon.verb_classes(head) and (carried := self.carried(head)):
            head = carried[0]
        return tree.subject(head)

    def _relative(self, verb: Any, governor: Governor) -> Iterator[Frame]:
        subject = tree.subject(verb)
        is_relative = subject is not None and subject.tag_ in ("WDT", "WP")
        inherited = verb.head if is_relative or subject is None else None
        generic = verb.head.tag_ == "NNS" and not any(
            c.dep_ in ("det", "nummod", "poss") for c in verb.head.children
        )
        if inherited is not None and generic and tree.modality(verb) == "present":
            return  # "countries that buy Russian oil": nobody in particular
        yield from self.clause(
            verb,
            governor.but(
                act=None,
                chain=(),
                refrain=False,
                modality="",
                subject=inherited,
                who=(),
                thing=None if inherited is not None else verb.head,
            ),
        )

    def _is_history(self, relative: Any, main: Any) -> bool:
        """ "has put off the aid it had promised": what was promised is told only as taken back."""
        chain = [main, *(t for t in relative.ancestors if t.pos_ == "VERB")]
        taken_back = any(
            self.lexicon.verb_classes(t) & {"withdrawal", "stop", "lessen"} or t.lemma_ == "fail"
            for t in chain
        )
        kept = (
            relative.head.head.pos_ == "VERB"
            and tree.modality(relative.head.head) in tree.DONE
            and "perform" in self.lexicon.verb_classes(relative.head.head)
        )
        promised = kept and "pledge" in self.lexicon.verb_classes(relative)
        return (bool(taken_back) or promised) and tree.modality(relative) in tree.DONE

    def _conditional(self, token: Any) -> bool:
        return tree.clause_mark(token) in (
            "if",
            "unless",
            "once",
            "until",
            "when",
            "after",
            "before",
        )
