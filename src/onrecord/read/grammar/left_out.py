"""Why a sentence with a cue of commitment gave no statement."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from onrecord.model.report import Report
from onrecord.model.statement import LeftOut
from onrecord.read.grammar.frames import Frame
from onrecord.text.sentences import MAX_SENTENCE_CHARS, Sentence

__all__ = ["Reason", "left_out", "reason_of"]


class Reason(StrEnum):
    """The reasons, as they are shown and stored."""

    QUESTION = "a question states no position"
    TRIAGE_ACTOR = "not parsed: it names or points to nobody whose positions are recorded"
    TRIAGE_CONTENT = "not parsed: neither it nor what goes before names anything the codebook codes"
    REPEATED = "not parsed: this report has had the same sentence several times before"
    TOO_LONG = "not parsed: more words and marks than one sentence may have"
    NO_PREDICATE = "no predicate governs it that would tell what somebody does, will or won't do"
    NO_ACTOR = "its subject is nobody whose positions are recorded"
    OUTSIDER = "its subject speaks for no state, organisation or government"
    NO_CONTENT = "what it is about is nothing that the codebook codes"


def reason_of(frames: Sequence[Frame]) -> Reason:
    """Why frames that gave no statement gave none: the nearest miss among them."""
    if not frames:
        return Reason.NO_PREDICATE
    actors = [who for frame in frames for who in frame.who]
    if not actors:
        return Reason.NO_ACTOR
    if all(who.outsider for who in actors):
        return Reason.OUTSIDER
    if all(who.id is None and who.members is None for who in actors):
        return Reason.NO_ACTOR
    return Reason.NO_CONTENT


def left_out(report: Report, sentence: Sentence, *, cue: str, reason: Reason) -> LeftOut:
    """The record of it. Where the sentence is part of a longer run, the reason says so."""
    words: str = reason
    if sentence.cut:
        words += f" (cut at {MAX_SENTENCE_CHARS:,} characters, since no sentence ends there)"
    return LeftOut(report=report.id, start=sentence.start, end=sentence.end, cue=cue, reason=words)
