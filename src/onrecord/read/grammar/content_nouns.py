"""What a noun phrase is about: its head, what a carrier carries, what money is for, what a list adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from onrecord.read.grammar.content_money import MoneyContents, is_money
from onrecord.read.grammar.content_words import (
    CARRIERS,
    CONTENT_PREPS,
    EXPANDERS,
    INFINITIVE,
    LIST_WORDS,
    MAX_DEPTH,
    SPEAKERS,
    TALK,
    TEAMS,
    Content,
)
from onrecord.read.grammar.negatives import is_excepted
from onrecord.read.grammar.tree import conjuncts, noun_phrase

__all__ = ["NounContents"]


class NounContents(MoneyContents):
    """Finds the contributions of noun phrases."""

    def _nouns(self, head: Any, depth: int) -> Iterator[Content]:
        if depth > MAX_DEPTH:
            return
        together = [head, *(c for c in conjuncts(head) if not is_excepted(c))]
        if len(together) > 1 and (shared := self._shared_head(together)):
            yield from shared
            return
        if any(self._names_money(noun) for noun in together):
            together = [n for n in together if n.lemma_.lower() != "guarantee"]
        for noun in together:
            if noun.pos_ == "VERB" and noun.tag_ == "VBG" and noun is not head:
                yield from self._verb(noun, None, depth + 1)
                continue
            yield from self._noun(noun, depth)
            yield from self._expansions(noun, depth)

    def _shared_head(self, nouns: Sequence[Any]) -> list[Content]:
        """ "land, sea and air forces": the first nouns narrow what the last one heads."""
        last = list(self._noun(nouns[-1], 1))
        if not last:
            return []
        parent = self._parents.get(last[0].code, last[0].code)
        found: list[Content] = []
        for noun in nouns[:-1]:
            narrow = self._narrow(parent, {noun.lower_, noun.lemma_.lower()})
            if narrow == [parent] or len(list(noun_phrase(noun))) > 1:
                return []
            found += [
                Content(code=code, head=nouns[-1], first=nouns[0].i, last=nouns[-1].i)
                for code in narrow
            ]
        whole = [Content(code=c.code, head=c.head, first=nouns[0].i, last=c.last) for c in last]
        return [*found, *whole]

    def _modifier_list(self, noun: Any) -> list[Content]:
        """ "training and equipment provision": each of the coordinated modifiers is one."""
        for child in noun.children:
            if child.dep_ == "amod" and any(c.dep_ == "conj" for c in child.children):
                parts = [child, *conjuncts(child)]
                codes = [m.code for p in parts for m in self._match([p, noun]) if m.end == 2]
                if len(codes) == len(parts) and len(set(codes)) > 1:
                    return [
                        Content(code=code, head=noun, first=parts[0].i, last=noun.i)
                        for code in dict.fromkeys(codes)
                    ]
            if child.dep_ in ("nmod", "compound") and any(c.dep_ == "conj" for c in child.children):
                parts = [child, *conjuncts(child)]
                codes = [m.code for p in parts for m in self._match([p]) if m.kind == "noun"]
                if len(codes) == len(parts) and (len(set(codes)) > 1 or not self._match([noun])):
                    return [
                        Content(code=code, head=noun, first=parts[0].i, last=noun.i)
                        for code in dict.fromkeys(codes)
                    ]
        return []

    def _noun(self, noun: Any, depth: int) -> Iterator[Content]:
        tokens = self._phrase(noun)
        matches = self._match(tokens, nouns_only=True) or [
            m
            for m in self._match(tokens)
            if (tokens[m.start].lower_.endswith("ing") or m.end - m.start > 1)
            and not (m.start and tokens[m.start - 1].text == "-")  # "American-led"
        ]
        position = next(i for i, t in enumerate(tokens) if t.i == noun.i)
        if self._money is not None and is_money(noun):
            yield from self._of_money(noun, tokens, depth)
            return
        if noun.lemma_.lower() in SPEAKERS:
            matches = [m for m in matches if m.start <= position < m.end]
        elif listed := self._modifier_list(noun):
            yield from listed
            return
        gerund = self._leading_gerund(noun, tokens, matches)
        if gerund is not None:
            yield Content(code=gerund, head=tokens[0], first=tokens[0].i, last=noun.i)
            return
        at_head = [m for m in matches if m.start <= position < m.end]
        if (whole := self._of_phrase(noun)) is not None:
            yield whole
            return
        carrier = self._is_carrier(noun)
        long_match = at_head and at_head[0].end - at_head[0].start > 1
        named = any(m.end <= position for m in matches) and noun.lemma_.lower() in TEAMS
        inner = self._inside(noun, depth) if carrier and not long_match and not named else []
        if not inner and carrier and noun.lemma_.lower() in TALK:
            return
        if inner:
            yield from inner
            return
        if at_head and carrier and not long_match:
            # "a peacekeeping contribution": what the carrier carries stands before it
            at_head = [m for m in matches if m.end <= position][-1:] or at_head
        if at_head:
            yield from self._noun_content(at_head[0].code, noun, tokens)
            return
        if matches and (carrier or not self._names_other_thing(noun)):
            before = [m for m in matches if m.end <= position]
            chosen = (before or matches)[-1]
            yield from self._noun_content(chosen.code, noun, tokens)
            return
        if noun.lemma_.lower() not in SPEAKERS:
            yield from (replace(c, loose=not carrier) for c in self._inside(noun, depth))

    def _of_phrase(self, noun: Any) -> Content | None:
        """ "the release of the hostages": a phrase of the codebook across "of", articles apart."""
        for prep in noun.children:
            if prep.dep_ != "prep" or prep.lower_ not in ("of", "to", "in"):
                continue
            for grand in prep.children:
                if grand.dep_ != "pobj":
                    continue
                inner = [t for t in noun_phrase(grand) if t.i <= grand.i and t.dep_ != "det"]
                before = [t for t in self._phrase(noun) if t.dep_ != "det"]
                at = len(before) - 1
                for match in self._match([*before, prep, *inner], nouns_only=True):
                    if match.start <= at and match.end > at + 2:
                        first = before[match.start].i
                        return Content(code=match.code, head=noun, first=first, last=grand.i)
        return None

    def _is_carrier(self, noun: Any) -> bool:
        if noun.lemma_.lower() in TALK and noun.tag_ != "NNPS":
            about = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "about")]
            return bool(about) and noun.lower_ != "talks"
        return bool(noun.lemma_.lower() in CARRIERS or noun.like_num or noun.pos_ in ("NUM", "SYM"))

    def _leading_gerund(
        self, noun: Any, tokens: Sequence[Any], matches: Sequence[Any]
    ) -> str | None:
        """ "such as training soldiers": a gerund that the tagger took for a noun."""
        bare = noun.tag_ == "NNS" and tokens[0].i != noun.i and tokens[0].lower_.endswith("ing")
        first = next((m for m in matches if m.start == 0 and m.end == 1), None)
        return first.code if bare and first is not None else None

    def _thing(self, token: Any, depth: int) -> Iterator[Content]:
        """What the object of a preposition names: a noun phrase or a gerund."""
        if token.dep_ == "pobj":
            yield from self._nouns(token, depth + 2)
        elif token.dep_ == "pcomp":
            yield from self._verb(token, None, depth + 2)

    def _names_other_thing(self, noun: Any) -> bool:
        """The head names a thing of its own, so that a modifier's code would not be its code."""
        return bool(noun.pos_ == "PROPN") or noun.lemma_.lower() in SPEAKERS

    def _inside(self, noun: Any, depth: int) -> list[Content]:
        """The code of what a carrier carries: "the presence of troops", "aid for refugees"."""
        found: list[Content] = []
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in CONTENT_PREPS:
                for grand in child.children:
                    found.extend(self._thing(grand, depth))
            elif child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
                if child.dep_ == "relcl" and not self._is_carrier(noun):
                    continue  # "any authority that takes power by force"
                if child.dep_ == "acl" or not self._match([noun], nouns_only=True):
                    found.extend(self._verb(child, None, depth + 2))
            if not found and child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                # "announcements from partners to supply missiles"
                for verb in (v for g in child.children for v in g.children if v.dep_ in INFINITIVE):
                    if any(c.tag_ == "TO" for c in verb.children):
                        found.extend(self._verb(verb, None, depth + 2))
            if found:
                break
        first = noun_phrase(noun)[0].i
        return [
            Content(code=c.code, head=noun, first=min(first, c.first), last=max(noun.i, c.last))
            for c in found
        ]

    def _noun_content(self, code: str, noun: Any, tokens: Sequence[Any]) -> Iterator[Content]:
        stretch = [*noun.subtree, *self._listed_after(noun, code)]
        words = {t.lower_ for t in stretch} | {t.lemma_.lower() for t in stretch}
        for narrow in self._narrow(code, words):
            yield Content(code=narrow, head=noun, first=tokens[0].i, last=tokens[-1].i)

    def _listed_after(self, noun: Any, code: str) -> list[Any]:
        """ "a force on land, at sea and in the air": the parser hangs the rest of the list elsewhere."""
        modifiers = {m for _, words in self._narrower.get(code, ()) for m in words}
        found: list[Any] = []
        for token in noun.doc[noun.i + 1 :]:
            if token.lower_ in modifiers or token.lower_ in LIST_WORDS:
                found.append(token)
            else:
                break
        return found if any(t.lower_ in modifiers for t in found) else []

    def _expansions(self, token: Any, depth: int) -> Iterator[Content]:
        """What "including …" and "such as …" add."""
        if depth > MAX_DEPTH:
            return
        for child in token.children:
            if child.dep_ != "prep":
                continue
            such_as = child.lower_ == "as" and any(c.lower_ == "such" for c in child.children)
            along = child.lower_ == "with" and any(
                c.lower_ in ("along", "together") for c in child.children
            )
            if child.lower_ in EXPANDERS or such_as or along:
                for grand in child.children:
                    if grand.dep_ == "pobj":
                        yield from self._nouns(grand, depth + 2)
                    elif grand.dep_ == "pcomp":
                        yield from self._verb(grand, None, depth + 2)

    def _phrase(self, noun: Any) -> list[Any]:
        """The phrase up to its head and the head's "of" complement, without determiners' noise."""
        owned = {
            t.i for c in noun.children if c.dep_ == "poss" and c.pos_ != "PRON" for t in c.subtree
        }
        # "the security adviser's resignation" is no security
        return [t for t in noun_phrase(noun) if t.i <= noun.i and t.i not in owned] or [noun]
