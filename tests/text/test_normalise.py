from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.normalise import blanked


def test_markup_becomes_spaces_and_every_offset_holds() -> None:
    text = "Italy [said](/x) no."
    plain = blanked(text, [(6, 7), (11, 16)])
    assert plain == "Italy  said      no."


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=5)
)
def test_the_length_stays_whatever_the_spans(text: str, spans: list[tuple[int, int]]) -> None:
    plain = blanked(text, spans)
    assert len(plain) == len(text)
    assert all(b in (a, " ") for a, b in zip(text, plain, strict=True))
