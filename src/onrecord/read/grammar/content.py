"""What an act is about: the contributions a verb phrase or noun phrase names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from onrecord.read.grammar.content_nouns import NounContents
from onrecord.read.grammar.content_words import (
    CONTENT_PREPS,
    EXPANDERS,
    GIVING,
    MAX_DEPTH,
    SUPPORTING,
    WHERE_PREPS,
    Content,
)
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.tree import conjuncts, is_passive, noun_phrase

__all__ = ["Content", "ContentFinder"]


_RECOGNISED = frozenset(
    """state statehood government republic independence sovereignty territory country nation council
    authority annexation border""".split()
)
"""What is recognised as a state is; a result or a ban is accepted or not."""
_MET = frozenset(
    "target goal need demand deadline obligation requirement cost bill condition".split()
)


class ContentFinder(NounContents):
    """Finds contributions in the parse by the codebook's words."""

    def of_verb(self, verb: Any, *, passive_subject: Any | None = None) -> list[Content]:
        """The contributions of a verb phrase: the verb itself, its objects, its complements."""
        return list(self._verb(verb, passive_subject, 0))

    def lessens_burden(self, verb: Any, *, passive_subject: Any | None = None) -> bool:
        """Whether to take away is to contribute: "cut emissions" does, "pull out soldiers" does not.

        It is where the codebook codes the verb's phrase as it codes the thing that is taken away.
        """
        own = self._verb_itself(verb)
        things = self.of_objects(verb, passive_subject=passive_subject)
        return own is not None and any(_top(thing.code) == _top(own.code) for thing in things)

    def names_itself(self, verb: Any) -> bool:
        """Whether the codebook codes the verb's phrase ("end the war" is peace)."""
        return self._verb_itself(verb) is not None

    def of_objects(self, verb: Any, *, passive_subject: Any | None = None) -> list[Content]:
        """The contributions that a verb's objects name, whatever the verb itself says."""
        return list(self._objects(verb, passive_subject, 0))

    def of_noun(self, noun: Any) -> list[Content]:
        """The contributions of a noun phrase with its coordination and what it includes."""
        return list(self._nouns(noun, 0))

    def backs(self, verb: Any, passive_subject: Any | None = None) -> bool:
        """Whether the verb with its object is a code that backs another when it is done."""
        tokens = list(verb.doc[verb.i : verb.i + 8])
        if passive_subject is not None:
            tokens = [verb, *noun_phrase(passive_subject)]
        lemmas, words = [t.lemma_.lower() for t in tokens], [t.lower_ for t in tokens]
        matches = self._backing.match(lemmas, words, nouns_only=False)
        return any(m.kind == "verb" and m.start == 0 for m in matches)

    def harms(self, verb: Any, codes: Sequence[str], passive_subject: Any | None = None) -> bool:
        """Whether the verb itself is one of these codes and announcing it is a threat."""
        own = self._itself(verb, passive_subject)
        return own is not None and own.code in self._harm and own.code in codes

    def is_contribution(self, verb: Any) -> bool:
        """Whether the verb with its object is a contribution of its own: "accept refugees"."""
        return self._verb_itself(verb) is not None

    def harmful(self, verb: Any, passive_subject: Any | None = None) -> bool:
        """Whether the verb itself is a code whose announcement is a threat, whatever else is coded."""
        own = self._itself(verb, passive_subject)
        return own is not None and own.code in self._harm

    def _itself(self, verb: Any, passive_subject: Any | None) -> Content | None:
        if verb.pos_ not in ("VERB", "AUX"):
            return None
        return self._verb_itself(verb) or self._passive_itself(verb, passive_subject)

    def _verb(self, verb: Any, passive_subject: Any | None, depth: int) -> Iterator[Content]:
        if depth > MAX_DEPTH:
            return
        own = self._verb_itself(verb) or self._passive_itself(verb, passive_subject)
        if own is not None and self._money is not None and own.code.startswith(self._money):
            # "financing two Patriot systems" gives the systems.
            paid_for = [g for c in verb.children if c.i == own.last for g in c.children]
            things = [
                c for c in (
                    *self._objects(verb, passive_subject, depth),
                    *(c for g in paid_for for c in self._thing(g, depth)),
                )
                if not c.code.startswith(self._money) and c.code not in self._vague | self._moving
            ]  # fmt: skip
            if things:
                yield from things
                return
        if own is not None:
            yield from self._narrowed(own, verb)
            yield from self._expansions(verb, depth)
            return
        if verb.lemma_ in SUPPORTING and (means := list(self._means(verb, depth))):
            yield from means
            return
        found = False
        direct = list(self._objects(verb, passive_subject, depth))
        if direct and all(c.code in self._vague for c in direct):
            direct = list(self._deep_expansions(verb, depth)) or direct
        if direct:
            yield from direct
            return
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp", "pcomp") and child.pos_ in ("VERB", "AUX"):
                for content in self._verb(child, None, depth + 1):
                    found = True
                    yield content
        if not found:
            prepositional = list(self._prepositional(verb, depth))
            yield from prepositional or list(self._included(verb, depth)) or self._where(verb)

    def _means(self, verb: Any, depth: int) -> Iterator[Content]:
        """ "support a ceasefire with monitoring and training": what is given, not what it serves."""
        hung = [
            c for o in verb.children if o.dep_ == "dobj" for c in o.children if c.lower_ == "with"
        ]
        for prep in (*verb.children, *hung):
            if prep.dep_ == "prep" and prep.lower_ in ("with", "through", "by"):
                for grand in prep.children:
                    if grand.dep_ == "pobj":
                        yield from self._nouns(grand, depth + 1)
                    elif grand.dep_ == "pcomp":
                        yield from self._verb(grand, None, depth + 1)

    def _included(self, verb: Any, depth: int) -> Iterator[Content]:
        """ "help in every field, including equipment": what is included is all that is named."""
        for token in verb.subtree:
            if token.lower_ in EXPANDERS and token.dep_ == "prep" and depth < 2:
                for noun in token.children:
                    if noun.dep_ == "pobj":
                        yield from self._nouns(noun, depth + 2)

    def _where(self, verb: Any) -> Iterator[Content]:
        """ "help by air", "contribute at sea": the place tells the kind of a bare contribution."""
        if verb.lemma_ not in GIVING:
            return
        preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in WHERE_PREPS]
        preps += [c for p in preps for c in p.children if c.dep_ in ("conj", "prep")]
        for noun in (n for p in preps for n in p.children if n.dep_ == "pobj"):
            if all(t is noun or t.dep_ == "det" for t in noun.subtree):
                for codes in self._narrower.values():
                    code = next((c for c, words in codes if noun.lemma_.lower() in words), None)
                    if code is not None:
                        yield Content(code=code, head=noun, first=verb.i, last=noun.i)
                        break

    def _objects(self, verb: Any, passive_subject: Any | None, depth: int) -> Iterator[Content]:
        heads = [passive_subject] if passive_subject is not None else []
        heads += [c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr")]
        given = "transfer" in load_lexicon().verb_classes(verb)
        for head in heads:
            for content in self._nouns(head, depth + 1):
                code = self._handed_over.get(content.code) if given else None
                yield replace(content, code=code) if code else content

    def _prepositional(self, token: Any, depth: int) -> Iterator[Content]:
        if depth > MAX_DEPTH:
            return
        for child in token.children:
            if child.dep_ in ("acomp", "prt", "advmod", "oprd"):
                yield from self._prepositional(child, depth + 1)
            if child.dep_ not in ("prep", "agent", "dative") or child.lower_ not in CONTENT_PREPS:
                continue
            for grand in child.children:
                if grand.dep_ == "pobj":
                    yield from self._nouns(grand, depth + 1)
                    yield from self._gerunds_after(token, grand, depth)
                elif grand.dep_ == "pcomp":
                    yield from self._verb(grand, None, depth + 1)
                    for sibling in conjuncts(grand):
                        yield from self._verb(sibling, None, depth + 1)

    def _gerunds_after(self, verb: Any, noun: Any, depth: int) -> Iterator[Content]:
        """ "focusing on financing, arming and training": the parser hangs the rest elsewhere."""
        if not noun.lower_.endswith("ing"):
            return
        for child in verb.children:
            if child.dep_ == "advcl" and child.tag_ == "VBG" and child.i > noun.i:
                for gerund in (child, *conjuncts(child)):
                    yield from self._verb(gerund, None, depth + 1)

    def _verb_itself(self, verb: Any) -> Content | None:
        """The verb is the contribution ("train", "finance", "lift sanctions")."""
        tokens = list(verb.doc[verb.i : verb.i + 8])
        for match in self._match(tokens):
            if match.kind == "verb" and match.start == 0 and not _is_other_sense(verb, match.end):
                return Content(
                    code=match.code, head=verb, first=verb.i, last=verb.i + match.end - 1
                )
        return None

    def _passive_itself(self, verb: Any, subject: Any | None) -> Content | None:
        """ "mines will be cleared": the phrase of verb and object, turned round."""
        if subject is None:
            return None
        for match in self._match([verb, *noun_phrase(subject)]):
            if match.kind == "verb" and match.start == 0 and match.end > 1:
                first = min(verb.i, subject.left_edge.i)
                return Content(code=match.code, head=verb, first=first, last=max(verb.i, subject.i))
        return None

    def _narrowed(self, content: Content, verb: Any) -> Iterator[Content]:
        """A verb's code, narrowed by its object ("monitor a ceasefire"), with the object's words."""
        last = content.last
        objects = [c for c in verb.children if c.dep_ in ("dobj", "oprd")]
        lemmas = {t.lemma_.lower() for t in verb.subtree if t.dep_ in ("pobj", "compound", "amod")}
        for head in objects:
            tokens = noun_phrase(head)
            last = max(last, tokens[-1].i)
            lemmas |= {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}
        for code in self._narrow(content.code, lemmas):
            yield Content(code=code, head=verb, first=content.first, last=last)

    def _deep_expansions(self, verb: Any, depth: int) -> Iterator[Content]:
        """ "offer support in other ways, such as training": what the vague object comes to."""
        for prep in verb.children:
            if prep.dep_ == "prep":
                for noun in prep.children:
                    yield from self._expansions(noun, depth + 1)


def _is_other_sense(verb: Any, length: int) -> bool:
    """ "will not recognise the result", "how the target will be met": not a state, nobody is met."""
    if length > 1:
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if verb.lemma_ == "meet":
        return (bool(things) and all(
            t.pos_ == "NOUN" and t.lemma_.lower() in _MET for t in things
        )) or is_passive(verb)  # fmt: skip
    if verb.lemma_ in ("recognise", "recognize"):
        if not things and any(c.dep_ == "ccomp" for c in verb.children):
            return True  # "We recognise that the poorest bear it"
        return bool(things) and all(
            t.pos_ == "NOUN" and t.lemma_.lower() not in _RECOGNISED for t in things
        )
    return False


def _top(code: str) -> str:
    return code.partition(".")[0]
