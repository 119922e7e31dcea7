"""What an act is about: the contributions a verb phrase or noun phrase names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.codebooks.codebook import Codebook
from onrecord.codebooks.matching import ContributionMatcher, Match
from onrecord.read.grammar.tree import conjuncts, noun_phrase
from onrecord.text.amounts import find_amounts

__all__ = ["Content", "ContentFinder"]

_CONTENT_PREPS = (
    "with to for in on into towards toward as through by of at over about from against upon under via"
).split()
_CARRIERS = frozenset(
    """aid package support contribution role part help effort work assistance activity participation
    involvement presence deployment dispatch provision supply delivery series range number amount total
    sum share component element form kind sort type set round variety majority rest host lot piece
    commitment engagement programme program project initiative scheme fund facility formula task
    use sending decision possibility prospect idea question issue matter extent level
    nature size scale modality detail announcement proposal plan draft offer option batch tranche
    cooperation collaboration pledge promise readiness willingness
    capability capacity million billion trillion per percent % share loan grant sale lifting
    increase reduction cut rise ban list lead support backing readiness draft plan proposal
    last first rest half most remainder bulk third quarter dozen hundred thousand couple handful
    shipment consignment load stock supply purchase sale release return use transfer handover""".split()
)
_LIST_WORDS = frozenset({"on", "at", "in", "by", "the", "and", "or", ",", "both", "either"})
_EXPANDERS = frozenset({"including", "include", "like"})
_TALK = frozenset("talk discussion debate speculation".split())
"""Words about a thing stand for the thing: "any talk of quotas", but "talks on a truce" are talks."""
_PURPOSE_PREPS = frozenset({"into", "for"})
_WHERE_PREPS = frozenset("at by on in from".split())
_SPEAKERS = frozenset(
    """minister secretary ministry department chief official spokesman spokeswoman spokesperson leader
    president chancellor premier envoy ambassador adviser advisor representative delegate diplomat
    expert analyst activist critic lawmaker senator deputy commissioner director chairman chairwoman
    agency committee commission council parliament government""".split()
)
"""Heads that are no contribution, whatever stands before them: "the refugee agency"."""
_GIVING = frozenset("help contribute assist participate serve support act".split())
_SUPPORTING = frozenset(
    "support help assist back aid strengthen contribute bolster reinforce supply provide".split()
)
_INFINITIVE = ("acl", "relcl", "xcomp")
_MAX_DEPTH = 6


def _is_money(noun: Any) -> bool:
    """Whether the noun heads an amount of money or a share ("$1 billion", "2 per cent")."""
    first = max(0, noun.left_edge.i)
    text = noun.doc[first : min(len(noun.doc), noun.i + 6)].text
    return any(
        (len(m.amount.unit) == 3 and m.amount.unit.isupper()) or m.amount.unit.startswith("percent")
        for m in find_amounts(text)
        if m.start <= noun.idx - noun.doc[first].idx < m.end
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One contribution: its code and the tokens (first, last) of its words, head included."""

    code: str
    head: Any
    first: int
    last: int


class ContentFinder:
    """Finds contributions in the parse by the codebook's words."""

    def __init__(self, codebook: Codebook) -> None:
        self._matcher = ContributionMatcher(codebook)
        self._money = next((c.code for c in codebook.contributions if c.money), None)
        self._parents = {c.code: c.parent for c in codebook.contributions if c.parent}
        self._harm = {c.code for c in codebook.contributions if c.harm}
        self.backing = frozenset(c.code for c in codebook.contributions if c.backing)
        """The codes of what backs another when it is done."""
        self.uncoded = codebook.uncoded
        """The code of what no contribution names; None where that is left out."""
        self._vague = {c.code for c in codebook.contributions if c.vague}
        self._narrower: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for contribution in codebook.contributions:
            if contribution.parent and contribution.modifiers:
                self._narrower.setdefault(contribution.parent, []).append(
                    (contribution.code, frozenset(contribution.modifiers))
                )

    def of_verb(self, verb: Any, *, passive_subject: Any | None = None) -> list[Content]:
        """The contributions of a verb phrase: the verb itself, its objects, its complements."""
        return list(self._verb(verb, passive_subject, 0))

    def is_contribution(self, verb: Any) -> bool:
        """Whether the verb with its object is a contribution of the codebook's ("cut emissions")."""
        return self._verb_itself(verb) is not None

    def of_objects(self, verb: Any, *, passive_subject: Any | None = None) -> list[Content]:
        """The contributions that a verb's objects name, whatever the verb itself says."""
        return list(self._objects(verb, passive_subject, 0))

    @property
    def money(self) -> str | None:
        """The code of money without a purpose."""
        return self._money

    @property
    def harm(self) -> list[str]:
        """The codes whose announcement is a threat, in the codebook's order."""
        return sorted(self._harm)

    def backs(self, verb: Any) -> bool:
        """Whether the verb with its object is a code that backs another when it is done."""
        own = self._verb_itself(verb)
        return own is not None and own.code in self.backing

    def harms(self, verb: Any, codes: Sequence[str]) -> bool:
        """Whether the verb itself is one of these codes and announcing it is a threat."""
        own = self._verb_itself(verb) if verb.pos_ in ("VERB", "AUX") else None
        return own is not None and own.code in self._harm and own.code in codes

    def narrower(self, code: str) -> list[tuple[str, frozenset[str]]]:
        """The narrower codes with the words that give them."""
        return self._narrower.get(code, [])

    def of_noun(self, noun: Any) -> list[Content]:
        """The contributions of a noun phrase with its coordination and what it includes."""
        return list(self._nouns(noun, 0))

    # -- verbs ----------------------------------------------------------------------------------

    def _verb(self, verb: Any, passive_subject: Any | None, depth: int) -> Iterator[Content]:
        if depth > _MAX_DEPTH:
            return
        own = self._verb_itself(verb)
        if own is not None and self._money is not None and own.code.startswith(self._money):
            # "financing two Patriot systems" gives the systems.
            paid_for = [g for c in verb.children if c.i == own.last for g in c.children]
            things = [
                c for c in (
                    *self._objects(verb, passive_subject, depth),
                    *(c for g in paid_for for c in self._thing(g, depth)),
                )
                if not c.code.startswith(self._money) and c.code not in self._vague
            ]  # fmt: skip
            if things:
                yield from things
                return
        if own is not None:
            yield from self._narrowed(own, verb)
            yield from self._expansions(verb, depth)
            return
        if verb.lemma_ in _SUPPORTING and (means := list(self._means(verb, depth))):
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
            if token.lower_ in _EXPANDERS and token.dep_ == "prep" and depth < 2:
                for noun in token.children:
                    if noun.dep_ == "pobj":
                        yield from self._nouns(noun, depth + 2)

    def _where(self, verb: Any) -> Iterator[Content]:
        """ "help by air", "contribute at sea": the place tells the kind of a bare contribution."""
        if verb.lemma_ not in _GIVING:
            return
        preps = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in _WHERE_PREPS]
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
        for head in heads:
            yield from self._nouns(head, depth + 1)

    def _prepositional(self, token: Any, depth: int) -> Iterator[Content]:
        if depth > _MAX_DEPTH:
            return
        for child in token.children:
            if child.dep_ in ("acomp", "prt", "advmod", "oprd"):
                yield from self._prepositional(child, depth + 1)
            if child.dep_ not in ("prep", "agent", "dative") or child.lower_ not in _CONTENT_PREPS:
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
            if match.kind == "verb" and match.start == 0:
                return Content(
                    code=match.code, head=verb, first=verb.i, last=verb.i + match.end - 1
                )
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

    # -- nouns ----------------------------------------------------------------------------------

    def _nouns(self, head: Any, depth: int) -> Iterator[Content]:
        if depth > _MAX_DEPTH:
            return
        together = [head, *conjuncts(head)]
        if len(together) > 1 and (shared := self._shared_head(together)):
            yield from shared
            return
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
                if len(codes) == len(parts):
                    return [
                        Content(code=code, head=noun, first=parts[0].i, last=noun.i)
                        for code in dict.fromkeys(codes)
                    ]
        return []

    def _noun(self, noun: Any, depth: int) -> Iterator[Content]:
        tokens = self._phrase(noun)
        matches = self._match(tokens, nouns_only=True) or self._match(tokens)
        position = next(i for i, t in enumerate(tokens) if t.i == noun.i)
        if self._money is not None and _is_money(noun):
            yield from self._of_money(noun, tokens, depth)
            return
        if listed := self._modifier_list(noun):
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
        if inner:
            yield from inner
            return
        if at_head:
            yield from self._noun_content(at_head[0].code, noun, tokens)
            return
        if matches and (carrier or not self._names_other_thing(noun)):
            before = [m for m in matches if m.end <= position]
            chosen = (before or matches)[-1]
            yield from self._noun_content(chosen.code, noun, tokens)
            return
        if noun.lemma_.lower() not in _SPEAKERS:
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
        if noun.lemma_.lower() in _TALK and noun.tag_ != "NNPS":
            about = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "about")]
            return bool(about) and noun.lower_ != "talks"
        return bool(
            noun.lemma_.lower() in _CARRIERS or noun.like_num or noun.pos_ in ("NUM", "SYM")
        )

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
        inner = inner or self._spent_on(noun, depth)
        if inner and not any(self._is_cause(c) for c in inner):
            yield from inner
            return
        assert self._money is not None
        words = {t.lower_ for t in noun.head.subtree} | {
            t.lemma_.lower() for t in noun.head.subtree
        }
        for code in self._narrow(self._money, words):
            yield Content(code=code, head=noun, first=tokens[0].i, last=noun.right_edge.i)

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
            if prep.dep_ == "prep" and prep.lower_ in _PURPOSE_PREPS and prep.i > verb.i
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
        return bool(noun.pos_ == "PROPN") or noun.lemma_.lower() in _SPEAKERS

    def _inside(self, noun: Any, depth: int) -> list[Content]:
        """The code of what a carrier carries: "the presence of troops", "aid for refugees"."""
        found: list[Content] = []
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in _CONTENT_PREPS:
                for grand in child.children:
                    found.extend(self._thing(grand, depth))
            elif child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
                found.extend(self._verb(child, None, depth + 2))
            if not found and child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                # "announcements from partners to supply missiles"
                for verb in (
                    v for g in child.children for v in g.children if v.dep_ in _INFINITIVE
                ):
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
            if token.lower_ in modifiers or token.lower_ in _LIST_WORDS:
                found.append(token)
            else:
                break
        return found if any(t.lower_ in modifiers for t in found) else []

    def _expansions(self, token: Any, depth: int) -> Iterator[Content]:
        """What "including …" and "such as …" add."""
        if depth > _MAX_DEPTH:
            return
        for child in token.children:
            if child.dep_ != "prep":
                continue
            such_as = child.lower_ == "as" and any(c.lower_ == "such" for c in child.children)
            along = child.lower_ == "with" and any(
                c.lower_ in ("along", "together") for c in child.children
            )
            if child.lower_ in _EXPANDERS or such_as or along:
                for grand in child.children:
                    if grand.dep_ == "pobj":
                        yield from self._nouns(grand, depth + 2)
                    elif grand.dep_ == "pcomp":
                        yield from self._verb(grand, None, depth + 2)

    def _deep_expansions(self, verb: Any, depth: int) -> Iterator[Content]:
        """ "offer support in other ways, such as training": what the vague object comes to."""
        for prep in verb.children:
            if prep.dep_ == "prep":
                for noun in prep.children:
                    yield from self._expansions(noun, depth + 1)

    def _phrase(self, noun: Any) -> list[Any]:
        """The phrase up to its head and the head's "of" complement, without determiners' noise."""
        return [t for t in noun_phrase(noun) if t.i <= noun.i] or [noun]

    def _narrow(self, code: str, words: set[str]) -> list[str]:
        """The narrower codes whose words stand in the phrase; the code itself where none does."""
        narrower = [child for child, modifiers in self._narrower.get(code, ()) if modifiers & words]
        return narrower or [code]

    def _match(self, tokens: Iterable[Any], *, nouns_only: bool = False) -> list[Match]:
        listed = list(tokens)
        lemmas, words = [t.lemma_.lower() for t in listed], [t.lower_ for t in listed]
        return self._matcher.match(lemmas, words, nouns_only=nouns_only)
