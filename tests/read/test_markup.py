import pytest

from onrecord.collect import prepare
from onrecord.model.report import Report


@pytest.mark.parametrize(
    ("marked", "lines"),
    [
        ("France and the [UK](https://x.example/a_(b)) are ready to deploy troops to Ukraine after the war.", {"FRA"}),
        ("France and the [UK](https://x.example) expressed their willingness to deploy troops to Ukraine.", {"FRA", "GBR"}),
        ("**Italy** will not send troops to Ukraine, but is *ready* to monitor a ceasefire.", {"ITA"}),
        ("[Poland will not send soldiers](https://x.example/long), Donald Tusk said.", {"POL"}),
    ],
)  # fmt: skip
def test_markup_parts_no_sentence_and_evidence_is_the_text_itself(read, marked, lines) -> None:
    statements = read(marked)
    assert {s.actor.id for s in statements} >= lines
    for statement in statements:
        for evidence in statement.evidence:
            assert marked[evidence.start : evidence.end] == evidence.quote
            assert evidence.text_hash == prepare(Report(id="x", text=marked)).text_hash


def test_the_speaker_behind_a_link_is_known(read) -> None:
    (statement,) = read(
        "[Poland will not send soldiers](https://x.example/long), Donald Tusk said."
    )
    assert statement.speaker.name == "Donald Tusk"
    assert statement.evidence[0].quote == "Poland will not send soldiers"
