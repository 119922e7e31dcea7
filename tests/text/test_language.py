import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.language import detect_language, language_code, language_name

TEXTS = {
    "de": "Die Bundesregierung hat am Donnerstag erklärt, dass Deutschland erst nach einem Waffenstillstand über Soldaten entscheiden werde. Was in der Nacht geschah, ist unklar.",
    "fr": "Le gouvernement a annoncé que la France n'enverrait pas de soldats avant la fin de la guerre, selon le ministre.",
    "nl": "De regering zei donderdag dat Nederland bereid is om na een wapenstilstand militairen te sturen, maar dat was in de Kamer omstreden.",
    "sv": "Regeringen sade på torsdagen att Sverige är berett att bidra med flygövervakning när ett fredsavtal har nåtts i Ukraina.",
    "vi": "Tổng thống Pháp cho biết 26 nước đã cam kết bảo đảm an ninh cho Ukraine sau khi xung đột kết thúc.",
    "uk": "Президент заявив, що 26 країн готові.",
    "el": "Η Ιταλία δεν θα στείλει στρατεύματα",
}


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_other_languages_are_named(code: str) -> None:
    assert detect_language(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "Italy refuses troops", "Italy will not send troops.", "", "12 345", "Non, says Macron",
        "Macron Meloni Tusk Starmer Merz Zelensky Rutte Orban Fico Sanchez De Wever Kristersson Stubb",
        "26 countries pledge Ukraine security guarantees; Meloni rules out Italian troops; Zelensky hails summit",
    ],
)  # fmt: skip
def test_a_short_text_or_a_list_of_names_is_never_called_foreign(text: str) -> None:
    assert detect_language(text) in (None, "en")


def test_names_and_codes() -> None:
    assert language_name("fr") == "French (fr)"
    assert language_name("xx") == "'xx'"
    assert [language_code(w) for w in ("French", "fr_FR", "EN")] == ["fr", "fr-fr", "en"]


@given(st.text(max_size=200))
def test_any_text_has_a_language_or_none(text: str) -> None:
    code = detect_language(text)
    assert code is None or len(code) >= 2
