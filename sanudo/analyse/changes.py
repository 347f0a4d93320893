"""What would change the picture: the last score of a pair without an event, a source, what is disputed, a status, or what no report dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sanudo.analyse.deeds import intensity
from sanudo.analyse.facts import Fact
from sanudo.analyse.series import Rule
from sanudo.analyse.turns import sign
from sanudo.figures import Change

MOST = 5  # events and sources that are shown though no sign turns on them


def changes(counted: Sequence[Fact], others: Sequence[Fact], last_day: int, rule: Rule) -> tuple[Change, ...]:
    """What leaving out does to the score of the counted facts on the last day, and what counting facts of other statuses too would do.

    Of events and sources come the heaviest, and all on which the sign turns; the heaviest first within each sort.
    """
    parts = {id(fact): _part(fact, last_day, rule) for fact in (*counted, *others)}
    score = sum(parts[id(fact)] for fact in counted)

    def change(what: str, which: str, facts: Iterable[Fact], added: bool = False) -> Change:
        moved = list(facts)
        part = sum(parts[id(fact)] for fact in moved)
        without = score + part if added else score - part
        ids = tuple(dict.fromkeys(fact.event_id for fact in moved))
        turned = sign(without) != sign(score)
        return Change(what, which, added, round(without, 6) + 0.0, round(without - score, 6) + 0.0, turned, ids)

    def each(what: str, groups: dict[str, list[Fact]], added: bool = False) -> list[Change]:
        made = [change(what, name, facts, added) for name, facts in groups.items()]
        return sorted(made, key=lambda one: (-abs(one.difference), one.which))

    events = each("event", _grouped(counted, lambda fact: (fact.event_id,)))
    sources = each("source", _grouped(counted, lambda fact: fact.sources if len(fact.sources) == 1 else ()))
    if len({name for fact in counted for name in fact.sources}) < 2:
        sources = []  # without its one source there is nothing, which is said once, in words
    statuses = _grouped(counted, lambda fact: (fact.status,))
    return (
        *_telling(events),
        *_telling(sources),
        *each("dispute", _grouped(counted, lambda fact: fact.disputed)),
        *each("status", statuses if len(statuses) > 1 else {}),
        *each("status", _grouped(others, lambda fact: (fact.status,)), added=True),
        *each("date", _grouped(counted, lambda fact: () if fact.dated else ("undated",))),
    )


def _part(fact: Fact, last_day: int, rule: Rule) -> float:
    decay = 1.0 if rule.half_life is None else 2.0 ** (-(last_day - fact.first_day) / rule.half_life)
    return fact.weight * (intensity(fact, rule.scale) or 0.0) * decay


def _grouped(facts: Iterable[Fact], names: Callable[[Fact], Iterable[str]]) -> dict[str, list[Fact]]:
    groups: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for name in names(fact):
            groups[name].append(fact)
    return groups


def _telling(made: list[Change]) -> list[Change]:
    return [one for n, one in enumerate(made) if n < MOST or one.turns]
