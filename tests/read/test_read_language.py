from __future__ import annotations

import pytest

from sanudo.read.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Indonesia and Malaysia held talks on fishing rights in the strait.", "en"),
        ("Rusia y Pakistán firmaron un acuerdo militar en la ciudad de Rawalpindi.", "es"),
        ("Le président a visité Abidjan lundi pour signer un accord de défense.", "fr"),
        ("Россия и Пакистан подписали договор", "ru"),
        ("Putin to visit Delhi in the autumn", "en"),
        ("Xi Modi Putin Rawalpindi", None),
        ("12345 - 678", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_capitals_do_not_mislead() -> None:
    assert language_of("INDONESIA AND MALAYSIA HELD TALKS ON FISHING RIGHTS IN THE STRAIT.") == "en"


def test_line_breaks_and_length_do_not_matter() -> None:
    assert language_of("Oman and Iran signed\na gas accord on Monday.\n\n" * 2_000) == "en"
