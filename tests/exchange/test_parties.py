"""Parties as other programs name them."""

import pytest

from sanudo.exchange.parties import named


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Sergey_Viktorovich_Lavrov", "RUS"),
        ("Ashraf_Ghani_Ahmadzai", "AFG"),
        ("Cristina_Fernández_de_Kirchner", "ARG"),
        ("Abdel_Fattah_Al-Sisi", "EGY"),
        ("Government_(Palestinian_Territory,_Occupied)", "PSE"),
        ("Sergey Ivanovich Nobody", ""),
        ("Lavrov Street Market", ""),
        ("", ""),
    ],
)
def test_persons_and_places_are_known_by_longer_and_inverted_names(name, state):
    assert named(name).state == state
