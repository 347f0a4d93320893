import pytest

from sanudo.coding.denied import unless_denied
from sanudo.records import Status


def _read(words: str, *names: str, type_: str = "ASSAULT") -> Status:
    spans = [(words.index(name), words.index(name) + len(name)) for name in names]
    return unless_denied(Status.HAPPENED, type_, words, spans)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Lima has denied that Chile withdrew its envoy from Peru.", ("Chile", "Peru")),
        ("Togo denies having shelled a post in Benin.", ("Togo", "Benin")),
        ("The minister denied reports that Kenya had sent troops to Chad, and flew home.", ("Kenya", "Chad")),
    ],
)
def test_what_is_denied_did_not_happen(words: str, names: tuple[str, ...]) -> None:
    assert _read(words, *names) is Status.DENIED


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Togo denied that it had fired first, and Benin shelled Togolese posts.", ("Benin", "Togolese")),
        ("Benin bombed the bridge, and Togo denied having mined it.", ("Benin", "Togo")),
        ("Togo denies that the man, who shot a guard in Benin, was its spy.", ("Togo", "Benin")),
        ("Togo denied entry to observers from Benin.", ("Togo", "Benin")),
    ],
)
def test_what_stands_beside_a_denial_stays(words: str, names: tuple[str, ...]) -> None:
    assert _read(words, *names) is Status.HAPPENED


def test_a_denial_that_is_an_act_of_its_own_stays() -> None:
    words = "Togo denied that it had armed rebels in Benin."
    assert _read(words, "Togo", "Benin", type_="REJECT") is Status.HAPPENED


def test_a_long_line_is_read_at_once() -> None:
    assert _read("denied that it " * 30_000 + "Togo", "Togo") is Status.DENIED
