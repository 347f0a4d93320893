"""What a reading has come to, counted as it goes on and said at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sanudo.present.words import capital, counted, one_line
from sanudo.records import Article, ReadProblem, Reason

if TYPE_CHECKING:
    from sanudo.pipeline import Outcome

# More lines than a terminal shows help nobody; `ledger.problems()` has them all.
LISTED = 20
# What an article lacks without anybody's fault; it is counted, not told one by one.
_SILENT = (Reason.NO_PUBLICATION_DATE,)


@dataclass(slots=True)
class Tally:
    """What has been read so far: articles by what became of them, and what a person should know of some."""

    states: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    undated: int = 0
    sources: set[str] = field(default_factory=set)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"read": [], "refused": [], "problem": []})
    _drawn: dict[str, Article] = field(default_factory=dict)

    def watch(self, items: Iterable[Article | ReadProblem]) -> Iterator[Article | ReadProblem]:
        """Pass items on to the coder, and keep the articles until their outcome is known."""
        for item in items:
            if isinstance(item, Article):
                self._drawn[item.id] = item
            yield item

    def add(self, outcome: Outcome) -> None:
        """Count an outcome, and keep what a person should know of it."""
        self.states[outcome.state] += 1
        self.mentions += outcome.mentions
        self.sources.add(outcome.origin.partition("#")[0])  # a feed or a table holds many articles
        article = self._drawn.pop(outcome.article_id or "", None)
        notes = [outcome.note] if outcome.state in ("refused", "problem") else []
        if article and outcome.state == "read":
            self.undated += article.published is None
            notes = [r.note for r in article.refusals if r.reason not in _SILENT]
        self.notes.get(outcome.state, []).extend(f"  {one_line(f'{outcome.origin}: {note}')}" for note in notes)

    @property
    def is_clean(self) -> bool:
        """Whether all was read, and as it says of itself."""
        return not any(self.notes.values())


def summary(tally: Tally, ledger: Path, seconds: float, *, is_told: bool = False) -> str:
    """What a person wants to know at the end of a reading.

    `is_told`: the command says when, or by whom, all of it was published.
    """
    lines = [*_counts(tally, ledger, seconds, is_told)]
    lines += _listed(tally.notes["read"], "reservation about what was read", "reservations about what was read")
    lines += _listed(tally.notes["refused"], "article was kept but not coded", "articles were kept but not coded")
    lines += _listed(
        tally.notes["problem"], "input could not be read, or not whole", "inputs could not be read, or not whole"
    )
    return "\n".join(map(capital, lines))


def _counts(tally: Tally, ledger: Path, seconds: float, is_told: bool) -> Iterator[str]:
    new, known = tally.states["read"], tally.states["known"]
    found = counted(tally.mentions, "event mention")
    read = f"{counted(new, 'new article')} read into {ledger} in {seconds:.1f} s, with {found}."
    yield read if new else f"Nothing new was read into {ledger}."
    if known:
        kept = "; --published and --publisher are taken for new ones only" if is_told else ""
        yield f"{counted(known, 'article was', 'articles were')} known already{kept}."
    if tally.undated:
        does = "article does not say when it was published", "articles do not say when they were published"
        yield f"{counted(tally.undated, *does)}; --published DATE can say it at the first reading."


def _listed(notes: Sequence[str], one: str, many: str) -> list[str]:
    """A heading that counts the notes, and as many of them as a person reads."""
    if not notes:
        return []
    rest = len(notes) - LISTED
    more = [f"  ... and {rest:,} more"] if rest > 0 else []
    return [f"{counted(len(notes), one, many)}:", *notes[:LISTED], *more]
