"""Who speaks where the clause itself does not say: quotations over sentences, asides, headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.read.grammar import tree
from onrecord.read.grammar.asides import find_aside
from onrecord.read.grammar.base import Rules
from onrecord.read.grammar.frames import Governor
from onrecord.read.grammar.lexicon import Lexicon
from onrecord.read.grammar.who import Resolver, Who

__all__ = ["AttributionRules"]

_HEADING = 12
"""Within how many words of a sentence a colon may follow its speaker."""


_NAME_WORDS = 4


class AttributionRules(Rules):
    """Rules for speakers named apart from what they say."""

    def __init__(self, resolver: Resolver, lexicon: Lexicon) -> None:
        super().__init__(resolver, lexicon)
        self._quoted_by: Who | None = None

    def within_quotation(self, around: Sequence[Sequence[tuple[Any, int]]]) -> None:
        """The next sentence is quoted as a whole; its speaker is named in one of these, if any."""
        parsed = (part for parts in around for part in reversed(parts) if part[0] is not None)
        self._quoted_by = next((w for d, b in parsed if (w := self._speaker_in(d, b))), None)

    def _speaker_in(self, doc: Any, base: int) -> Who | None:
        """Who says something in this sentence; None where nobody is named."""
        self.base = base
        for token in doc:
            if token.pos_ == "VERB" and "say" in self.lexicon.verb_classes(token):
                subject = tree.subject(token)
                if subject is not None and subject.dep_ == "nsubj" and subject.pos_ != "PRON":
                    if found := self.speakers(subject):
                        return found[0]
        return self._before_colon(doc)

    def _before_colon(self, doc: Any) -> Who | None:
        """ "French President Emmanuel Macron: “We will …”": named before a colon and a quotation."""
        opening = [
            t for t in doc[:_HEADING]
            if t.text == ":" and t.i + 1 < len(doc) and t.pos_ not in ("VERB", "AUX")
        ]  # fmt: skip
        colon = next((t for t in opening if t.nbor(1).text == '"'), None)
        if colon is None and opening and opening[0].i <= _NAME_WORDS and not any(
            t.pos_ in ("VERB", "AUX", "NUM") for t in doc[: opening[0].i]
        ):  # fmt: skip
            colon = opening[0]  # "Warsaw: No troops for Ukraine"
        for word in reversed(doc[: colon.i]) if colon is not None else ():
            if word.pos_ in ("PROPN", "NOUN") and (found := self.speakers(word)):
                return found[0]
        return None

    def set_apart(self, doc: Any) -> Governor:
        """The governor of a speaker named apart from the clause: "according to X", "…, X said"."""
        for token in doc if "ccording" in tree.text_of(doc) else ():
            if token.lower_ == "according" and token.i + 1 < len(doc):
                for child in token.subtree:
                    if child.dep_ == "pobj":
                        return self.spoken(self.named_as_source(child), child, Governor())
        if (aside := find_aside(doc, self.lexicon)) is not None:
            for word in aside.speakers:
                if found := self.named_as_source(word):
                    if not tree.children(aside.verb, "ccomp"):
                        self.done.add(aside.verb.i)
                    spoken = self.spoken(found, aside.verb, Governor())
                    vowed = "pledge" in self.lexicon.verb_classes(aside.verb)
                    return spoken.but(rule="promised") if vowed else spoken
        said = self._quoted_by or self._before_colon(doc)
        return self.spoken((said,), doc[0], Governor()) if said is not None else Governor()
