"""Intervals hold the truth as often as they say: planted series, for which it is known."""

import numpy as np
import pytest
from planted import DAYS, planted

from sanudo.analyse.grids import grid
from sanudo.analyse.resample import spread
from sanudo.analyse.series import Rule, series

LEVEL, HALF_LIFE, SERIES = 0.9, 90.0, 40
GRID = grid([DAYS[0], DAYS[-1]], [], "month", None, None)


def held(estimate, truth):
    return estimate is not None and estimate.low is not None and [estimate.low <= truth <= estimate.high]


def true_scores(nets):
    """The expected score at the end of each month, for events as likely on each of its first 28 days."""
    score, scores = 0.0, []
    for net, start, end in zip(nets, GRID.starts, GRID.ends, strict=True):
        fading = 2.0 ** (-(end - start - np.arange(28)) / HALF_LIFE)
        score = score * 2.0 ** (-(end - start + 1) / HALF_LIFE) + net * fading.mean()
        scores.append(score)
    return scores


@pytest.mark.parametrize(
    ("rate", "sources", "effects"),
    [(8, 1, 0.0), (8, 12, 1.5), (30, 1, 0.0), (30, 12, 0.0), (30, 12, 1.5), (30, 4, 1.5)],
)
def test_intervals_hold_the_truth_at_their_level(rate, sources, effects):
    net, tone, score = [], [], []
    for seed in range(SERIES):
        facts, tones = planted(seed, rate, sources, effects)
        told = series(facts, "PAK", "RUS", True, GRID, Rule("plover", HALF_LIFE, LEVEL))
        scores = true_scores(tones * rate)
        for n, point in enumerate(told.points):
            net += held(point.net, tones[n] * rate) or []
            tone += held(point.tone, tones[n]) or []
            score += held(point.score, scores[n]) or []
    for measure, hits in (("net", net), ("tone", tone), ("score", score)):
        assert len(hits) > 300, measure
        assert LEVEL - 0.06 < np.mean(hits) < LEVEL + 0.07, (measure, np.mean(hits))


def test_intervals_that_ignored_sources_would_hold_too_little():
    """The test above can fail: the same events told as if by one source."""
    hits = []
    for seed in range(SERIES):
        facts, tones = planted(seed, 60, 6, 3.0)
        alone = [type(fact)(**{**{n: getattr(fact, n) for n in fact.__slots__}, "sources": ("A",)}) for fact in facts]
        told = series(alone, "PAK", "RUS", True, GRID, Rule("plover", HALF_LIFE, LEVEL))
        hits += [point.net.low <= tones[n] * 60 <= point.net.high for n, point in enumerate(told.points)]
    assert np.mean(hits) < LEVEL - 0.15


def test_the_spread_of_sources_is_found_in_spite_of_periods():
    dice = np.random.default_rng(1)
    source, group = dice.integers(0, 40, 20_000), dice.integers(0, 12, 20_000)
    values = dice.normal(0, 2.0, 40)[source] + 5.0 * group + dice.normal(0, 3.0, 20_000)
    assert spread(values, group, source) == pytest.approx(2.0, rel=0.25)
    assert spread(dice.normal(0, 3.0, 20_000), group, source) < 0.4
    assert spread(np.zeros(0), np.zeros(0, int), np.zeros(0, int)) == 0.0


def test_resampling_repeats_and_does_not_mind_the_order():
    facts, _ = planted(3, 20, 5, 1.0)
    rule = Rule("plover", HALF_LIFE, LEVEL)
    first = series(facts, "PAK", "RUS", False, GRID, rule)
    assert series(facts[::-1], "PAK", "RUS", False, GRID, rule) == first
    assert len({point.net.low for point in first.points}) == 12
