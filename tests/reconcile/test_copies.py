import pytest

from sanudo.reconcile.copies import agency, are_copies, bands, stretches

COPY = (
    "The foreign ministers of Chile and Peru met in Arica on Tuesday and agreed to mark the last stretch of their border "
    "before the end of the year. A joint commission will begin its work in September. Both governments said that fishermen "
    "from either side could cross with a permit that costs nothing. The talks went on for nine hours, and were held behind "
    "closed doors. It was the fourth round since the court in The Hague gave its ruling on the sea."
)
SHORT = "Border talks end in Arica\n" + COPY[: COPY.index("Both governments")]
OTHER = (
    "After nine hours behind closed doors the two ministers came out smiling. Peru and Chile, they said, would put up the "
    "remaining border stones by December. A commission of both is to start in September. Fishermen will get free permits. "
    "Since the judgement of the court at The Hague on the maritime border they have met four times."
)


@pytest.mark.parametrize("other", [COPY, SHORT, COPY.upper(), COPY.replace("Tuesday", "7 August")])
def test_a_text_and_its_copies_are_one(other):
    assert are_copies(COPY, other)
    assert set(bands(COPY)) & set(bands(other))


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("2018-08-07", "2018-08-09", True),
        ("2018-08-07", None, True),
        (None, "2018-08-07", True),
        (None, None, True),
        ("2018-08-07", "2016-08-07", False),
    ],
)
def test_copies_are_looked_for_around_their_time(one, other, near):
    own, sought = stretches(one)[0], stretches(other)[1]
    assert (not sought or own in sought) == near


def test_two_reports_of_one_event_are_two_texts():
    assert not are_copies(COPY, OTHER)


def test_a_few_words_tell_nothing():
    assert bands("Chile and Peru met.") == ()
    assert not are_copies("Chile and Peru met.", "Chile and Peru met.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ARICA, Aug 7 (Reuters) - Chile and Peru met.", "Reuters"),
        ("Chile and Peru met.\nPTI", "PTI"),
        ("SANTIAGO (AFP) — Chile and Peru met.", "AFP"),
        ("Chile and Peru met. (With inputs from ANI)", "ANI"),
        ("Chile and Peru met. — Xinhua", "Xinhua"),
        ("Chile and Peru met, a witness told Reuters on Tuesday.", None),
        ("The AP of Chile is no agency.", None),
    ],
)
def test_the_agency_that_a_report_names(text, name):
    assert agency(text) == name
