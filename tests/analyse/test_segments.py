"""Change points of a series of counts, on series made by hand."""

import numpy as np
import pytest

from sanudo.analyse import segments

CALM = [[3.0, 0, 1, 0, 1], [4, 1, 0, 0, 1], [3, 0, 0, 1, 1], [4, 0, 1, 0, 1]]
HOSTILE = [[0.0, 0, 4, 3, 1], [1, 0, 5, 2, 1], [0, 0, 4, 4, 1], [1, 0, 4, 3, 1]]


def series(*parts):
    return np.array([row for part in parts for row in part])


def found(of):
    return segments.segment(of, segments.spread(of))


def test_a_change_of_the_mix_is_found_where_it_is():
    assert found(series(CALM * 3, HOSTILE * 3)) == (12,)
    assert found(series(CALM * 3, HOSTILE * 2, CALM * 2)) == (12, 20)


def test_a_change_of_the_rate_is_found_against_coverage_alone():
    thrice = [[3 * n for n in row] for row in CALM]
    unseen = [[*row[:4], 1] for row in thrice]
    assert found(series(CALM * 4, thrice * 3)) == ()
    assert found(series(CALM * 4, unseen * 3)) == (16,)


@pytest.mark.parametrize("of", [series(CALM * 6), np.array([[0.0, 0, 0, 0, 1]] * 9), np.ones((1, 5))])
def test_where_nothing_changes_nothing_is_found(of):
    assert found(of) == ()


def test_what_is_cut_is_best_of_all_ways_to_cut():
    of = series(CALM, HOSTILE, CALM)
    noise = (1.0, 1.0)

    def value(ends):
        return -sum(segments.split(of[a:b], noise).max() for a, b in zip((0, *ends), (*ends, 12), strict=True))

    assert segments.segment(of, noise, 5.0) == (4, 8)
    assert all(value((4, 8)) >= value((a, b)) for a in range(2, 9) for b in range(a + 2, 11))


def test_events_by_themselves_have_no_dispersion_and_bursts_have():
    dice = np.random.default_rng(1)
    alone = np.column_stack([dice.poisson([6, 1, 2, 1], (400, 4)), np.ones(400)]).astype(float)
    fourfold = np.column_stack([4 * alone[:, :4], np.ones(400)])
    assert segments.spread(alone) == pytest.approx((1, 1), abs=0.15)
    assert segments.spread(fourfold) == pytest.approx((4, 4), rel=0.15)


def test_a_change_is_placed_with_the_days_that_are_as_good():
    of = series(CALM * 5, HOSTILE * 5)
    day, earliest, latest = segments.place(of, (1.0, 1.0), (14, 27))
    assert day == 20
    assert earliest <= 20 <= latest
    blurred = segments.place(of, (8.0, 8.0), (14, 27))
    assert blurred[2] - blurred[1] > latest - earliest


def test_a_strong_change_is_rare_in_other_orders_and_noise_is_not():
    assert segments.chance(series(CALM * 5, HOSTILE * 5), (1.0, 1.0)) == 1 / 200
    assert segments.chance(series((CALM + HOSTILE) * 4), (1.0, 1.0)) > 0.2
    assert segments.chance(series(CALM * 5, HOSTILE * 5), (1.0, 1.0), at=3) > 1 / 200
