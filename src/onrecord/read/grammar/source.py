"""Who says what a statement says, and with what reserve."""

from __future__ import annotations

from onrecord.model.statement import Speaker
from onrecord.model.vocabulary import Act, Attribution
from onrecord.read.grammar import tree
from onrecord.read.grammar.frames import Frame
from onrecord.read.grammar.mentions import ReportContext
from onrecord.read.grammar.who import Who

__all__ = ["hedge_of", "source_of"]


def source_of(
    frame: Frame, who: Who, base: int, context: ReportContext
) -> tuple[Speaker | None, Attribution]:
    """Who says so, and how the report gives their words."""
    governor = frame.governor
    speaker = governor.speaker
    attribution = governor.attribution
    if speaker is not None and speaker.person is None and speaker.role is None and (
        speaker.id != who.id and any(w.id == speaker.id for w in frame.who)
    ):  # fmt: skip
        speaker = who  # "France and Britain said they would": each speaks for itself
    if speaker is None and frame.explicit and (who.person or who.role) and not who.via_adjective:
        speaker = who
        attribution = Attribution.ANONYMOUS if who.unnamed_source else Attribution.INDIRECT
    if speaker is None:
        return (
            None,
            Attribution.OWN_VOICE if attribution is Attribution.INDIRECT else attribution,
        )
    anchor = governor.chain[-1] if governor.chain else frame.node
    position = base + anchor.idx
    quoted = context.in_quotes(position, position + len(anchor))
    if quoted and attribution is Attribution.INDIRECT:
        attribution = Attribution.QUOTE
    return speaker.speaker(), attribution


def hedge_of(frame: Frame) -> tuple[int, int] | None:
    """First and last token of the words that weaken the act; None where it is not a weak one."""
    if frame.act not in (Act.OFFER, Act.INTENTION, Act.UNDECIDED):
        return None
    bounds = frame.hedge
    if bounds is None and frame.governor.chain:
        bounds = tree.span_of(frame.governor.chain)
    return bounds
