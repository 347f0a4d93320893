from dataclasses import replace

from sanudo.coding.confidence import FEATURES, calibrated, implied, many, reading, share_right, tellings
from tests.build import article_of, mention_of

ARTICLE = article_of("Peru met Chile. Both agreed on a road.")
ALONE = {"bias": 0.0, "reading": 1.0, **{f.__name__: 0.0 for f in FEATURES if f is not reading}}


def meeting(**fields: object):
    return replace(mention_of(ARTICLE, "CONSULT", "PER:Peru CHL:Chile", evidence="Peru met Chile."), **fields)


def test_with_the_reading_alone_the_share_is_the_probability() -> None:
    for share in (0.01, 0.3, 0.5, 0.99):
        assert abs(share_right(meeting(confidence=share), ALONE) - share) < 1e-9


def test_certainty_stays_finite() -> None:
    assert 0 < share_right(meeting(confidence=0.0), ALONE) < share_right(meeting(confidence=1.0), ALONE) < 1


def test_what_is_seen_of_an_event() -> None:
    mention = meeting()
    assert (tellings(mention), implied(mention), many(mention)) == (0.0, 0.0, 0.0)
    later = replace(
        mention, evidence=mention_of(ARTICLE, "AGREE", "PER:Peru", evidence="Both agreed on a road.").evidence
    )
    assert implied(later) == 1.0
    assert tellings(replace(mention, evidence=mention.evidence + later.evidence)) > 0


def test_a_surer_reading_gives_a_surer_event() -> None:
    shares = [calibrated(meeting(confidence=share)).confidence for share in (0.1, 0.5, 0.9)]
    assert shares == sorted(shares)
    assert len(set(shares)) == 3
