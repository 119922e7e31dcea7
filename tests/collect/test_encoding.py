import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.encoding import decode, looks_binary

TEXT = "“Italy won’t send troops,” Nicușor Dan said – café, €5."
WESTERN = "“Italy won’t send troops,” he said – at the café in Malmö, for €5."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"]
)
def test_unicode_in_any_form_is_text(encoding: str) -> None:
    content = (
        ("Plain words only. " * 5 + "é").encode(encoding)
        if "-" in encoding[4:]
        else TEXT.encode(encoding)
    )
    assert not looks_binary(content)
    assert decode(content) in (TEXT, "Plain words only. " * 5 + "é")


def test_windows_text_is_read_and_a_page_may_declare_its_own() -> None:
    assert decode(WESTERN.encode("cp1252")) == WESTERN
    polish = '<html><meta charset="iso-8859-2"><p>Wałęsa, Łódź: żołnierzy nie wyślemy</p>'
    assert decode(polish.encode("iso-8859-2")) == polish
    assert (
        decode(b'<meta charset="rot13"><p>caf\xe9 in Malm\xf6')
        == '<meta charset="rot13"><p>café in Malmö'
    )


@pytest.mark.parametrize(
    "content",
    [
        "Президент заявил, что войск не будет".encode("cp1251"), "意大利不会派兵到乌克兰去".encode("gbk"),
        "Café and “quotes” here".encode() + b" \xe9", b"caf\xe9 \x81\x8d text",
    ],
    ids=["cyrillic", "chinese", "broken-utf8", "undefined"],
)  # fmt: skip
def test_what_would_come_out_garbled_is_no_text(content: bytes) -> None:
    assert decode(content) is None


def test_binary_is_told_from_text() -> None:
    for content in (
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"%PDF-1.7\n" + bytes(range(1, 32)) * 9,
    ):
        assert looks_binary(content)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_not(content: bytes) -> None:
    looks_binary(content)
    text = decode(content)
    assert text is None or isinstance(text, str)


@given(st.text(max_size=200))
def test_text_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
