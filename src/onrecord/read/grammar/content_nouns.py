"""What a noun phrase is about: its head, what a carrier carries, what money is for, what a list adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from onrecord.read.grammar.content_words import (
    CARRIERS,
    CONTENT_PREPS,
    EXPANDERS,
    INFINITIVE,
    INSTRUMENTS,
    LIST_WORDS,
    MAX_DEPTH,
    PURPOSE_PREPS,
    SPEAKERS,
    TALK,
    Content,
    ContentWords,
)
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.tree import conjuncts, noun_phrase
from onrecord.text.amounts import find_amounts

__all__ = ["NounContents"]


def _is_change(noun: Any) -> bool:
    """ "a cut of 7-10%", "25% fewer pieces": how much more or less of something, no money."""
    around = (noun, noun.head, noun.head.head, noun.head.head.head, *noun.children)
    return any(
        t.tag_ in ("JJR", "RBR") or "withdrawal" in load_lexicon().noun_classes(t) for t in around
    )


def _is_money(noun: Any) -> bool:
    """Whether the noun heads an amount of money or a share ("$1 billion", "2 per cent")."""
    first = max(0, noun.left_edge.i)
    text = noun.doc[first : min(len(noun.doc), noun.i + 6)].text
    return any(
        (len(m.amount.unit) == 3 and m.amount.unit.isupper())
        or (m.amount.unit.startswith("percent") and not _is_change(noun))
        for m in find_amounts(text)
        if m.start <= noun.idx - noun.doc[first].idx < m.end
    )


def _is_share(noun: Any) -> bool:
    """ "30 percent of its forests": a share of a thing, no money."""
    return any(t.lower_ in ("percent", "%", "per") for t in noun_phrase(noun)[: noun.i + 1])


class NounContents(ContentWords):
    """Finds the contributions of noun phrases."""

    def _nouns(self, head: Any, depth: int) -> Iterator[Content]:
        if depth > MAX_DEPTH:
            return
        together = [head, *conjuncts(head)]
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

    def _names_money(self, noun: Any) -> bool:
        codes = [m.code for m in self._match([noun], nouns_only=True)]
        return self._money is not None and codes == [self._money]

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
        if self._money is not None and _is_money(noun):
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
        inner = self._inside(noun, depth) if carrier and not long_match else []
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
            yield from self._inside(noun, depth)

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

    def _of_money(self, noun: Any, tokens: Sequence[Any], depth: int) -> Iterator[Content]:
        """Money is coded by its purpose, where its phrase names one that says more than money."""
        inner = [c for c in self._inside(noun, depth) if c.code not in self._vague]
        inner = [c for c in inner if not self._is_instrument(c)] or self._spent_on(noun, depth)
        if inner and (_is_share(noun) or not any(self._is_cause(c) for c in inner)):
            yield from inner
            return
        assert self._money is not None
        words = {t.lower_ for t in noun.head.subtree} | {
            t.lemma_.lower() for t in noun.head.subtree
        }
        for code in self._narrow(self._money, words):
            yield Content(code=code, head=noun, first=tokens[0].i, last=noun.right_edge.i)

    def _is_instrument(self, content: Content) -> bool:
        """ "$1.3bn in guarantees": the form of the money, not its purpose."""
        words = content.head.doc[content.first : content.last + 1]
        return words[-1].lemma_.lower() in INSTRUMENTS

    def _is_cause(self, content: Content) -> bool:
        """Money for it has a code of its own: "$5 million for the refugees" is humanitarian aid."""
        words = {t.lemma_.lower() for t in content.head.doc[content.first : content.last + 1]}
        top = content.code.split(".")[0]
        return top != self._money and self._narrow(str(self._money), words) != [self._money]

    def _spent_on(self, money: Any, depth: int) -> list[Content]:
        """ "put €700m into drones": the purpose hangs on the verb."""
        verb = money.head
        if money.dep_ not in ("dobj", "nsubjpass") or verb.pos_ != "VERB":
            return []
        found = [
            c
            for prep in verb.children
            if prep.dep_ == "prep" and prep.lower_ in PURPOSE_PREPS and prep.i > verb.i
            for thing in prep.children
            for c in self._thing(thing, depth)
            if c.code not in self._vague and not c.code.startswith(str(self._money))
        ]
        first = noun_phrase(money)[0].i
        return [
            Content(code=c.code, head=money, first=min(first, c.first), last=max(money.i, c.last))
            for c in found
        ]

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
        return [t for t in noun_phrase(noun) if t.i <= noun.i] or [noun]
