"""Signed networks with known answers, as matrices."""

import numpy as np

# Read (1954), Cultures of the Central Highlands, New Guinea, as Hage and Harary (1983, pages 56-60) give it: alliances and enmities of sixteen tribes.
ALLIES = "1-2 3-4 3-6 3-7 5-7 6-7 3-8 4-8 6-8 7-8 5-9 9-10 6-11 7-11 8-11 6-12 7-12 8-12 11-12 7-13 9-13 10-13 5-14 13-14 1-15 2-15 1-16 2-16 15-16"
ENEMIES = "1-3 2-3 1-4 1-5 2-5 1-6 2-6 2-9 6-9 2-10 9-11 10-11 1-12 6-13 11-13 8-14 12-14 5-15 9-15 10-15 11-15 12-15 13-15 5-16 6-16 11-16 12-16 13-16 14-16"


def matrix(size, friends="", rivals=""):
    """A symmetric matrix of signs; pairs are written from 1, as in `1-2 1-3`."""
    signs = np.zeros((size, size), dtype=np.int64)
    for pairs, sign in ((friends, 1), (rivals, -1)):
        for pair in pairs.split():
            one, other = (int(number) - 1 for number in pair.split("-"))
            signs[one, other] = signs[other, one] = sign
    return signs


def tribes():
    return matrix(16, ALLIES, ENEMIES)


def some(seed, size=12, density=0.6):
    """A network whose signs fall as the seed has it."""
    drawn = np.random.default_rng(seed).random((size, size))
    signs = np.triu(np.where(drawn < density, np.where(drawn < density * 0.6, 1, -1), 0), 1)
    return signs + signs.T
