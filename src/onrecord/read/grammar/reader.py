"""The `grammar.v1` reader: rules over a dependency parse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.codebooks.codebook import Codebook
from onrecord.codebooks.gazetteer import Gazetteer
from onrecord.model.evidence import Evidence
from onrecord.model.report import Report
from onrecord.model.statement import LeftOut, Statement
from onrecord.read.grammar.assemble import Assembler
from onrecord.read.grammar.beneficiary import with_beneficiary
from onrecord.read.grammar.content import ContentFinder
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.interpret import Interpreter
from onrecord.read.grammar.left_out import Reason, left_out, reason_of
from onrecord.read.grammar.lexicon import Lexicon, lexicon_for
from onrecord.read.grammar.lists import list_items, pledge_rows
from onrecord.read.grammar.markup import in_own_words, without_markup
from onrecord.read.grammar.mentions import ReportContext, report_context
from onrecord.read.grammar.merging import merged
from onrecord.read.grammar.parsing import DEFAULT_PIPELINE, Parser
from onrecord.read.grammar.quotations import speaking_sentences
from onrecord.read.grammar.triage import Triage, Verdict
from onrecord.read.grammar.who import Resolver
from onrecord.read.ground import is_grounded
from onrecord.read.reader import Reading
from onrecord.text.quotes import quotation_parts
from onrecord.text.sentences import Sentence

__all__ = ["GrammarReader"]

_TOGETHER = 16
"""Reports whose sentences are parsed together: a batch is faster than its sentences one by one."""
_TOGETHER_CHARS = 200_000
_COPIES = 8
"""The same sentence is read so many times in one report; a further copy adds nothing."""
_ASKED = ("?", '?"', "?”", "?»")
"""How a question ends: it says what its answer is about."""

Parsed = tuple[Any, int]
"""A Doc and its offset in the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tools:
    """What is made once for a codebook."""

    codebook: Codebook
    gazetteer: Gazetteer
    finder: ContentFinder
    triage: Triage
    lexicon: Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """A report before parsing: each sentence with its verdict and, if it is parsed, its parts."""

    report: Report
    context: ReportContext
    sentences: Sequence[tuple[Sentence, Verdict, list[tuple[int, int]]]]
    speaking: dict[int, tuple[int, ...]]
    """For a sentence within a quotation, those that may name its speaker."""
    items: dict[int, int]
    """For a list item, the sentence that leads it in."""
    rows: frozenset[int]
    """Rows of a table of pledges."""

    def texts(self) -> Iterator[str]:
        """What is to be parsed, in order."""
        text = self.context.report.text
        for _, _, parts in self.sentences:
            for start, end in parts:
                yield text[start:end]


class GrammarReader:
    """Reads commitments by grammar.

    With `triage=False` every sentence is parsed: to measure what triage leaves out.
    """

    name = "grammar.v1"

    def __init__(self, pipeline: str = DEFAULT_PIPELINE, *, triage: bool = True) -> None:
        self._parser = Parser(pipeline)
        self._triaged = triage
        self.sentences = 0
        """Sentences met so far, parsed or not."""
        self.parsed = 0
        """Sentences that triage let through so far; of a repeated one each copy counts."""
        self._known: tuple[str, _Tools] | None = None

    def read(self, reports: Iterable[Report], codebook: Codebook) -> Iterator[Reading]:
        """One Reading a report, in order; spans are exact, offsets count code points.

        A few reports are read ahead, so that their sentences are parsed in one batch.
        """
        tools = self._for(codebook)
        for group in _groups(reports):
            self._parser.renew()  # no doc of the group before is in use any more
            yield from self._read_group(group, tools)

    def _read_group(self, group: Sequence[Report], tools: _Tools) -> Iterator[Reading]:
        judged = [self._judged(report, tools) for report in group]
        docs = self._parser.parse(text for each in judged for text in each.texts())
        for each in judged:
            yield self._read_one(each, docs, tools)

    def _for(self, codebook: Codebook) -> _Tools:
        key = f"{codebook.name}:{codebook.version}:{codebook.fingerprint}"
        if self._known is None or self._known[0] != key:
            tools = _Tools(
                codebook=codebook, gazetteer=Gazetteer(codebook), finder=ContentFinder(codebook),
                triage=Triage(codebook), lexicon=lexicon_for(codebook),
            )  # fmt: skip
            self._known = (key, tools)
        return self._known[1]

    def _judged(self, report: Report, tools: _Tools) -> _Judged:
        plain = without_markup(report)
        context = report_context(plain, tools.codebook, tools.gazetteer)
        self.sentences += len(context.sentences)
        found: list[tuple[Sentence, Verdict, list[tuple[int, int]]]] = []
        times: Counter[str] = Counter()
        for s, verdict in zip(context.sentences, tools.triage.verdicts(context), strict=True):
            parts: list[tuple[int, int]] = []
            words = plain.text[s.start : s.end]
            if (verdict.parse or not self._triaged) and times[words] == _COPIES:
                verdict = replace(verdict, reason=Reason.REPEATED)
            elif verdict.parse or not self._triaged:
                times[words] += 1
                parts = quotation_parts(plain.text, s.start, s.end)
                self.parsed += 1
            found.append((s, verdict, parts))
        speaking = speaking_sentences(context.sentences, context.quotes)
        items, rows = list_items(context), pledge_rows(context)
        needed = {
            other for number, others in speaking.items() if found[number][2] for other in others
        }
        needed |= {
            n for n, (s, _, parts) in enumerate(found[:-1])
            if not parts and found[n + 1][2] and plain.text[s.start : s.end].endswith(_ASKED)
        }  # fmt: skip
        for number in needed | {*items, *items.values()} | rows:
            s, verdict, parts = found[number]
            if number in items or number in rows:
                found[number] = (s, verdict, [(s.start, s.end)])
            elif not parts:  # parsed for the sake of another
                found[number] = (s, verdict, quotation_parts(plain.text, s.start, s.end))
        return _Judged(
            report=report,
            context=context,
            sentences=found,
            speaking=speaking,
            items=items,
            rows=rows,
        )

    def _read_one(self, judged: _Judged, docs: Iterator[Any], tools: _Tools) -> Reading:
        report, context = judged.report, judged.context
        resolver = Resolver(context)
        interpreter = Interpreter(resolver, tools.lexicon)
        assembler = Assembler(context, tools.finder, resolver, self.name)
        found: list[Statement] = []
        missed: list[LeftOut] = []
        parsed = [[(next(docs), at) for at, _ in parts] for _, _, parts in judged.sentences]
        for number, (sentence, verdict, parts) in enumerate(judged.sentences):
            reason = verdict.reason
            if parts:
                around = [parsed[n] for n in judged.speaking.get(number, ())]
                interpreter.within_quotation(around)
                lead = parsed[judged.items[number]] if number in judged.items else None
                listed = _listed(interpreter, parsed[number], lead, row=number in judged.rows)
                if listed:
                    shown = context.sentences[judged.items[number]] if lead is not None else None
                    made = assembler.sentence(listed, parsed[number][0][1])
                    statements, reason = [_led_in(s, context.report, shown) for s in made], None
                    if not statements:
                        statements, reason = self._sentence(interpreter, assembler, parsed[number])
                else:
                    statements, reason = self._sentence(interpreter, assembler, parsed[number])
                found.extend(statements)
            if reason is not None:
                missed.append(left_out(report, sentence, cue=verdict.cue, reason=reason))
        quoted = (
            in_own_words(s, report, context.report)
            for s in with_beneficiary(merged(found), context)
        )
        grounded = tuple(s for s in quoted if is_grounded(s, report))
        return Reading(report=report.id, statements=grounded, left_out=tuple(missed))

    def _sentence(
        self, interpreter: Interpreter, assembler: Assembler, parsed: list[Parsed]
    ) -> tuple[list[Statement], Reason | None]:
        """The statements of one sentence, or why it has none."""
        if any(doc is None for doc, _ in parsed):
            return [], Reason.TOO_LONG
        found: list[Statement] = []
        for doc, base in parsed:
            assembler.matters.ask(doc, assembler.context.sentence_at(base))
        if len(parsed) == 1:
            doc, base = parsed[0]
            frames: list[Frame] = interpreter.sentence(doc, base)
            frames.sort(key=_place)  # "China, which buys its oil, will not reduce its purchases"
            found.extend(assembler.standing(doc, base))
            found.extend(assembler.sentence(frames, base))
        else:
            frames = interpreter.quoted(parsed[0], parsed[1])
            for doc, base in parsed:
                mine = [f for f in frames if f.node.doc is doc]
                found.extend(assembler.sentence(mine, base))
        return found, None if found else reason_of(frames)


def _place(frame: Frame) -> int:
    """Where the frame is told: what points back points to what was told before it."""
    return int(frame.node.i)


def _led_in(statement: Statement, plain: Report, lead: Sentence | None) -> Statement:
    """A list item's statement shows the words that lead it in, too: they name who acts."""
    if lead is None:
        return statement
    shown = Evidence(
        report=plain.id, text_hash=plain.text_hash, start=lead.start, end=lead.end,
        quote=plain.text[lead.start : lead.end],
    )  # fmt: skip
    return replace(statement, evidence=(*statement.evidence, shown))


def _listed(
    interpreter: Interpreter, parsed: list[Parsed], lead: list[Parsed] | None, *, row: bool
) -> list[Frame]:
    """The frames of a list item or a row of a table; [] where it is neither, or says nothing."""
    doc, base = parsed[0]
    if doc is None:
        return []
    if row:
        return interpreter.row(doc, base)
    if lead is None or lead[-1][0] is None:
        return []
    leading = interpreter.lead_in(*lead[-1])
    return interpreter.item(doc, base, leading) if leading is not None else []


def _groups(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """The reports a few at a time: so many, or so much text."""
    group: list[Report] = []
    size = 0
    for report in reports:
        group.append(report)
        size += len(report.text)
        if len(group) == _TOGETHER or size > _TOGETHER_CHARS:
            yield group
            group, size = [], 0
    if group:
        yield group
