"""The `grammar.v1` reader: rules over a dependency parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.codebooks.codebook import Codebook
from onrecord.codebooks.gazetteer import Gazetteer
from onrecord.model.report import Report
from onrecord.model.statement import LeftOut, Statement
from onrecord.read.grammar.assemble import Assembler, merged
from onrecord.read.grammar.content import ContentFinder
from onrecord.read.grammar.interpret import Interpreter
from onrecord.read.grammar.lexicon import load_lexicon
from onrecord.read.grammar.markup import in_own_words, without_markup
from onrecord.read.grammar.mentions import ReportContext, report_context
from onrecord.read.grammar.parsing import DEFAULT_PIPELINE, Parser
from onrecord.read.grammar.triage import cue_of, has_cue
from onrecord.read.grammar.who import Resolver
from onrecord.read.ground import is_grounded
from onrecord.read.reader import Reading
from onrecord.text.quotes import quotation_parts
from onrecord.text.sentences import Sentence

__all__ = ["GrammarReader"]


Parsed = tuple[Any, int]
"""A Doc and its offset in the report."""


class GrammarReader:
    """Reads commitments by grammar. One instance keeps its pipeline and sentence cache."""

    name = "grammar.v1"

    def __init__(self, pipeline: str = DEFAULT_PIPELINE) -> None:
        self._parser = Parser(pipeline)
        self.sentences = 0
        """Sentences met so far, parsed or not."""
        self._tools: tuple[str, Gazetteer, ContentFinder] | None = None

    @property
    def parsed(self) -> int:
        """Sentences (or parts of them) parsed so far."""
        return self._parser.parsed

    def read(self, reports: Iterable[Report], codebook: Codebook) -> Iterator[Reading]:
        """One Reading a report, in order; spans are exact, offsets count code points."""
        gazetteer, finder = self._for(codebook)
        for report in reports:
            plain = without_markup(report)
            yield self._read_one(report, report_context(plain, codebook, gazetteer), finder)

    def _for(self, codebook: Codebook) -> tuple[Gazetteer, ContentFinder]:
        key = f"{codebook.name}:{codebook.version}:{codebook.fingerprint}"
        if self._tools is None or self._tools[0] != key:
            self._tools = (key, Gazetteer(codebook), ContentFinder(codebook))
        return self._tools[1], self._tools[2]

    def _read_one(self, report: Report, context: ReportContext, finder: ContentFinder) -> Reading:
        plain = context.report
        self.sentences += len(context.sentences)
        chosen = [s for s in context.sentences if has_cue(s, context)]
        parts = [quotation_parts(plain.text, s.start, s.end) for s in chosen]
        docs = self._parse_parts(plain.text, parts)
        interpreter = Interpreter(Resolver(context), load_lexicon())
        assembler = Assembler(context, finder, self.name)
        found: list[Statement] = []
        left_out: list[LeftOut] = []
        for sentence, parsed in zip(chosen, docs, strict=True):
            statements = self._sentence(interpreter, assembler, parsed)
            if not statements:
                left_out.append(_left_out(report, sentence))
            found.extend(statements)
        quoted = (in_own_words(s, report, plain) for s in merged(found))
        grounded = tuple(s for s in quoted if is_grounded(s, report))
        return Reading(report=report.id, statements=grounded, left_out=tuple(left_out))

    def _parse_parts(self, text: str, parts: list[list[tuple[int, int]]]) -> list[list[Parsed]]:
        """Docs with their offsets, the parts of each sentence together."""
        flat = [span for spans in parts for span in spans]
        docs = iter(self._parser.parse([text[a:b] for a, b in flat]))
        return [[(next(docs), a) for a, _ in spans] for spans in parts]

    def _sentence(
        self, interpreter: Interpreter, assembler: Assembler, parsed: list[Parsed]
    ) -> list[Statement]:
        if len(parsed) == 1:
            doc, base = parsed[0]
            return list(assembler.sentence(interpreter.sentence(doc, base), base))
        frames = interpreter.quoted(parsed[0], parsed[1])
        found: list[Statement] = []
        for doc, base in parsed:
            mine = [f for f in frames if f.node.doc is doc]
            found.extend(assembler.sentence(mine, base))
        return found


def _left_out(report: Report, sentence: Sentence) -> LeftOut:
    text = report.text[sentence.start : sentence.end]
    return LeftOut(
        report=report.id, start=sentence.start, end=sentence.end, cue=cue_of(text) or "",
        reason="no actor, act and contribution were found together",
    )  # fmt: skip
