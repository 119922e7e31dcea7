"""What a statement carries beside actor, act and contribution."""

from __future__ import annotations

import pytest

from onrecord.codebooks import load_codebook
from onrecord.collect import prepare
from onrecord.model.report import Report
from onrecord.model.statement import Statement
from onrecord.read.grammar.reader import GrammarReader


def _read(text: str) -> list[Statement]:
    report = prepare(Report(id="r", text=text, published="2026-03-02", language="en"))
    return list(next(iter(GrammarReader().read([report], load_codebook()))).statements)


@pytest.mark.parametrize(
    ("text", "kind", "trigger", "negated"),
    [
        ("Should the truce hold, Italy will send monitors to Gaza.", "event", "ceasefire", False),
        ("Japan will not send troops unless there is a ceasefire.", "event", "ceasefire", True),
        ("Qatar will host the talks if both sides agree.", "other_party", None, False),
        ("Subject to parliamentary approval, Denmark will deploy a frigate.", "approval", None, False),
        ("Spain won't send troops without a UN mandate.", "mandate", None, True),
        ("Assuming that funds are available, Ireland will give 20 million euros to Sudan.",
         "resources", None, False),
        ("The World Bank will pay out the second tranche once the audit is complete.",
         "event", "other", False),
    ],
)  # fmt: skip
def test_each_connective_states_a_condition(
    text: str, kind: str, trigger: str | None, negated: bool
) -> None:
    found = [c for s in _read(text) for c in s.conditions]
    assert [(c.kind, c.trigger, c.negated) for c in found] == [(kind, trigger, negated)]


def test_a_condition_in_a_sentence_of_its_own_joins_the_giving_before_it() -> None:
    statements = _read(
        "Estonia is ready to send a company. Any deployment would need the approval of the Riigikogu."
    )
    (statement,) = [s for s in statements if s.actor.id == "EST"]
    assert [c.kind for c in statement.conditions] == ["approval"]
    assert len(statement.evidence) == 2


@pytest.mark.parametrize(
    ("text", "of", "attribution"),
    [
        ("Gabon will protect 30 percent of its forests, has affirmed the president Brice Oligui Nguema.",
         "GAB", "indirect"),
        ("Sweden will double its aid to Sudan, its foreign minister, Anna Berg, told reporters.",
         "SWE", "indirect"),
        ("Saudi Arabia rejects any mention of fossil fuels, according to two delegates who took part.",
         None, "anonymous"),
    ],
)  # fmt: skip
def test_a_speaker_set_apart_is_the_source(text: str, of: str | None, attribution: str) -> None:
    statement = _read(text)[0]
    assert statement.speaker is not None
    assert statement.attribution == attribution
    assert of is None or statement.speaker.of == of


def test_respectively_gives_each_its_own_amount() -> None:
    statements = _read("Sweden and Switzerland promised 90 million kronor and 42 million francs "
                       "respectively in aid to Yemen.")  # fmt: skip
    found = {s.actor.id: [(a.value, a.unit) for a in s.amounts] for s in statements}
    assert found == {"SWE": [(90e6, "SEK")], "CHE": [(42e6, "CHF")]}


def test_whether_to_a_country_is_a_place_is_the_codebook_s_to_say(reader, tmp_path) -> None:
    def placed(mark: str) -> tuple[str | None, str | None]:
        path = tmp_path / "own.yaml"
        path.write_text(
            "name: own\nversion: '1'\ncontributions:\n"
            f"  - code: buses\n    label: Buses\n    nouns: [bus]\n{mark}"
        )
        report = Report(id="x", text="Peru will send ten buses to Mali.")
        (reading,) = reader.read([report], load_codebook(str(path)))
        (statement,) = reading.statements
        return statement.place and statement.place.id, statement.recipient

    assert placed("") == (None, "MLI")
    assert placed("    moves: true\n") == ("MLI", "MLI")
