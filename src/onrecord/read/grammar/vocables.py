"""The words that triage looks up: which forms of which words can be a cue or a contribution.

Nothing is parsed here, so a word counts in every form it may take: "offers" is a verb and a noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.codebooks.codebook import Codebook
from onrecord.codebooks.matching import spellings
from onrecord.read.grammar.lexicon import load_lexicon

__all__ = ["Cue", "Phrases", "cues", "noun_forms", "verb_forms"]

_IRREGULAR = {
    "send": ["sent"], "give": ["gave", "given"], "swear": ["swore", "sworn"], "seek": ["sought"],
    "mean": ["meant"], "spend": ["spent"], "lend": ["lent"], "withdraw": ["withdrew", "withdrawn"],
    "forswear": ["forswore", "forsworn"], "undertake": ["undertook", "undertaken"],
    "uphold": ["upheld"], "strike": ["struck"], "shoot": ["shot"], "fight": ["fought"],
    "lay": ["laid"], "pay": ["paid"], "make": ["made"], "put": ["put"], "take": ["took", "taken"],
    "think": ["thought"], "leave": ["left"], "keep": ["kept"], "hold": ["held"], "set": ["set"],
    "forgo": ["forwent", "forgone"], "stand": ["stood"], "feed": ["fed"], "buy": ["bought"],
    "build": ["built"], "shut": ["shut"], "cut": ["cut"], "hit": ["hit"], "lead": ["led"],
    "meet": ["met"], "sit": ["sat"], "go": ["went", "gone"], "break": ["broke", "broken"],
    "draw": ["drew", "drawn"], "arise": ["arose"], "freeze": ["froze", "frozen"],
    "overrun": ["overran"], "sweep": ["swept"], "blow": ["blew", "blown"], "sink": ["sank", "sunk"],
    "become": ["became"], "teach": ["taught"], "sell": ["sold"], "win": ["won"], "lose": ["lost"],
    "shrink": ["shrank", "shrunk"], "come": ["came"], "bring": ["brought"], "get": ["got"],
    "drive": ["drove", "driven"], "rise": ["rose", "risen"], "say": ["said"], "tell": ["told"],
    "have": ["has", "had"], "do": ["does", "did", "done"], "be": ["is", "are", "was", "were", "been", "being"],
    "forgive": ["forgave", "forgiven"], "forbid": ["forbade", "forbidden"], "withhold": ["withheld"],
    "overthrow": ["overthrew", "overthrown"], "bear": ["bore", "borne"], "see": ["saw", "seen"],
    "find": ["found"], "fall": ["fell", "fallen"], "know": ["knew", "known"], "hear": ["heard"],
    "plead": ["pled"], "beseech": ["besought"], "choose": ["chose", "chosen"], "foresee": ["foresaw", "foreseen"],
    "spell": ["spelt"], "throw": ["threw", "thrown"], "ring": ["rang", "rung"],
    "begin": ["began", "begun"], "bend": ["bent"], "bid": ["bade"], "bind": ["bound"], "burn": ["burnt"],
    "dig": ["dug"], "feel": ["felt"], "fly": ["flew", "flown"], "hang": ["hung"], "lean": ["leant"],
    "learn": ["learnt"], "light": ["lit"], "oversee": ["oversaw", "overseen"], "prove": ["proven"],
    "rebuild": ["rebuilt"], "run": ["ran"], "shake": ["shook", "shaken"], "show": ["shown"],
    "sleep": ["slept"], "speak": ["spoke", "spoken"], "stick": ["stuck"], "strive": ["strove", "striven"],
    "swing": ["swung"], "understand": ["understood"], "undo": ["undid", "undone"], "wind": ["wound"],
    "underwrite": ["underwrote", "underwritten"], "backslide": ["backslid"],
    "retake": ["retook", "retaken"], "rethink": ["rethought"], "repay": ["repaid"], "resell": ["resold"],
    "catch": ["caught"], "steal": ["stole", "stolen"], "ride": ["rode", "ridden"],
    "tear": ["tore", "torn"], "spit": ["spat"], "rebut": ["rebutted"], "rip": ["ripped"],
    "fling": ["flung"], "cling": ["clung"], "beat": ["beaten"], "tread": ["trod"],
    "wear": ["wore", "worn"], "eat": ["ate"], "spring": ["sprang", "sprung"],
    "ring-fence": ["ring-fenced"], "bite": ["bit", "bitten"], "bleed": ["bled"],
    "slay": ["slew", "slain"],
    "wage": ["waged"], "write": ["wrote", "written"], "rid": ["rid"], "let": ["let"],
}  # fmt: skip
"""Past forms that no rule of spelling gives."""

_PLURALS = {"man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet"}
_VOWELS = frozenset("aeiou")
_Rest = tuple[frozenset[str] | None, ...]
_GAP = "..."
_GAP_WORDS = 4
_BE = frozenset("be been being is are was were".split())
_PASSIVE = 12
"""Within how many words after a thing stands what is done with it."""


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """Every form that the verb may take, and a few that none takes."""
    forms = {lemma, lemma + "s", lemma + "es", lemma + "ed", lemma + "ing", lemma + "d"}
    if lemma.endswith("e"):
        forms.add(lemma[:-1] + "ing")
    if lemma.endswith("y"):
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if lemma[-1:] not in _VOWELS:
        forms |= {lemma + lemma[-1:] + "ed", lemma + lemma[-1:] + "ing"}
    return _spelt(forms | set(_IRREGULAR.get(lemma, ())))


@cache
def noun_forms(lemma: str) -> frozenset[str]:
    """The singular and the plural."""
    forms = {lemma, lemma + "s", lemma + "es"}
    if lemma.endswith("y"):
        forms.add(lemma[:-1] + "ies")
    for singular, plural in _PLURALS.items():
        if lemma.endswith(singular):
            forms.add(lemma[: -len(singular)] + plural)
    return _spelt(forms)


def _spelt(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(spelling for form in forms for spelling in spellings(form))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One reading of a word as a predicate: the words that must follow, and its class."""

    rest: tuple[str, ...]
    name: str
    kind: str
    """`verb`, `noun` or `adjective`."""


@cache
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """The lexicon's predicates by every form of their first word."""
    lexicon = load_lexicon()
    found: dict[str, dict[Cue, None]] = {}
    for lemma, entries in sorted(lexicon.verbs.items()):
        head, *more = lemma.split("-")
        for rest, name in entries:
            words = (*more, *(w for each in rest for w in each.split("-")))
            _add(found, verb_forms(head), Cue(rest=words, name=name, kind="verb"))
    for kind, listed in (("noun", lexicon.nouns), ("adjective", lexicon.adjectives)):
        for phrase, names in sorted(listed.items()):
            head, *more = phrase.replace("-", " ").split()
            forms = noun_forms(head) if kind == "noun" else frozenset({head})
            for name in sorted(names):
                _add(found, forms, Cue(rest=tuple(more), name=name, kind=kind))
    return {form: tuple(each) for form, each in found.items()}


def _add(found: dict[str, dict[Cue, None]], forms: Iterable[str], cue: Cue) -> None:
    for form in forms:
        found.setdefault(form, {})[cue] = None


class Phrases:
    """A codebook's phrases by the forms of their first word, to be looked for in bare tokens."""

    def __init__(self, codebook: Codebook) -> None:
        self._by_first: dict[str, dict[_Rest, bool]] = {}
        self._by_object: dict[str, set[str]] = {}
        for contribution in codebook.contributions:
            for phrase in contribution.nouns:
                self._learn(phrase, noun=True)
            for phrase in contribution.verbs:
                self._learn(phrase, noun=False)
                self._learn_turned(phrase)
        self.firsts = frozenset(self._by_first)
        """The forms with which a phrase may begin."""

    def _learn(self, phrase: str, *, noun: bool) -> None:
        words = phrase.lower().replace("...", " ... ").replace("-", " ").replace("/", " ").split()
        forms = [
            None if word == _GAP else noun_forms(word) if noun or at else _any_form(word)
            for at, word in enumerate(words)
        ]
        for first in forms[0] or ():
            known = self._by_first.setdefault(first, {})
            known[tuple(forms[1:])] = not noun or known.get(tuple(forms[1:]), False)

    def _learn_turned(self, phrase: str) -> None:
        """ "clear ... mine" is said of mines, too: "mines will be cleared"."""
        verb, *rest = phrase.lower().replace("...", " ").replace("-", " ").split()
        for thing in noun_forms(rest[-1]) if rest else ():
            self._by_object.setdefault(thing, set()).update(verb_forms(verb))

    def starts(self, tokens: Sequence[str]) -> Iterator[tuple[int, bool]]:
        """Where a phrase of the codebook begins, and whether it may be a verb's."""
        by_first = self._by_first
        for at, token in enumerate(tokens):
            rests = by_first.get(token)
            standing = rests and [v for rest, v in rests.items() if _stands(rest, tokens, at + 1)]
            if standing:
                yield at, any(standing)
            elif token in self._by_object and self._is_done(token, tokens[at + 1 : at + _PASSIVE]):
                yield at, False

    def _is_done(self, thing: str, after: Sequence[str]) -> bool:
        """Whether what follows says that the thing is done what its phrase says, in the passive."""
        be = next((at for at, word in enumerate(after) if word in _BE), None)
        return be is not None and not self._by_object[thing].isdisjoint(after[be + 1 : be + 4])


def _any_form(word: str) -> frozenset[str]:
    return verb_forms(word) | noun_forms(word)


def _stands(rest: _Rest, tokens: Sequence[str], at: int) -> bool:
    gap = 0
    for forms in rest:
        if forms is None:
            gap = _GAP_WORDS
            continue
        stop = min(len(tokens), at + gap + 1)
        while at < stop and tokens[at] not in forms:
            at += 1
        if at >= stop:
            return False
        at, gap = at + 1, 0
    return True
