"""The order of the stages, and the only file that knows them all.

    sources -> read -> parse -> coding -> resolve -> merge -> detail -> ledger

Everything up to the ledger is a pure function of one article, so that it can run anywhere and in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

from sanudo import __version__, learned, resources
from sanudo.coding.confidence import calibrated
from sanudo.coding.encoder import EncoderCoder
from sanudo.coding.marking import DIRECTED, Span, mark
from sanudo.coding.merge import merge
from sanudo.coding.model import best, packaged
from sanudo.detail import detailed
from sanudo.ledger.store import Ledger
from sanudo.ledger.writer import Writer
from sanudo.parse import parse
from sanudo.read.offsets import to_source
from sanudo.read.residue import residue_spans
from sanudo.reconcile import Reconciler, firsts
from sanudo.records import (
    Article,
    Event,
    EventMention,
    Evidence,
    Judgement,
    Likeness,
    Link,
    Parse,
    ReadProblem,
    Refusal,
    Run,
    Sentence,
)
from sanudo.resolve import resolve
from sanudo.resources import NO_ACTORS, Actors
from sanudo.run import in_order
from sanudo.serial import content_id, plain

# Problems in one transaction: each alone costs a wait for the disk, and a broken table may hold thousands.
PROBLEMS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Coded:
    """What coding one article gave. `parse` is None where it was refused."""

    article: Article
    parse: Parse | None
    mentions: tuple[EventMention, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: `state` is read, known (nothing to do), refused (kept, not coded) or problem (no article)."""

    origin: str
    article_id: str | None
    mentions: int
    state: str
    note: str = ""


@cache
def _coder(actors: Actors) -> EncoderCoder:
    return EncoderCoder(packaged(), model_version(actors))


def model_version(actors: Actors = NO_ACTORS) -> str:
    """The version of all that a reading depends on: the models and their use, the reference data with a user's actors, and the
    program's rules.

    An article that was read with it need not be read again.
    """
    return f"{packaged().version}-{learned.version()}+{resources.version(actors)}+{__version__}"


def data_version(actors: Actors = NO_ACTORS) -> str:
    """The version of the reference data with a user's actors."""
    return resources.version(actors)


def code_article(article: Article, actors: Actors = NO_ACTORS) -> Coded:
    """Event mentions of one article, whatever it was read from; none where the article carries a refusal.

    `actors` are a user's own names, which lie over the reference data.
    """
    if any(refusal.field is None for refusal in article.refusals):
        return Coded(article, None, (), article.refusals)
    found, mentions = uncalibrated(article, actors)
    return Coded(article, found, tuple(_minted(_sourced(calibrated(m), article)) for m in mentions), article.refusals)


def uncalibrated(article: Article, actors: Actors = NO_ACTORS) -> tuple[Parse, tuple[EventMention, ...]]:
    """The parse of an article and its event mentions with the encoder's own probabilities as confidence.

    Records are filled last, when all sentences that tell an event are known.
    """
    found = _without_residue(article, parse(article, actors))
    told = _coder(actors).code(article, found)
    whole = merge([resolve(mention, article) for mention in told], article.published)
    return found, tuple(detailed(mention, article, found, actors) for mention in whole)


def code_many(articles: Iterable[Article], jobs: int = 1, actors: Actors = NO_ACTORS) -> Iterator[Coded]:
    """Coded articles in the order given, by one process or several: the same result."""
    return in_order(partial(code_article, actors=actors), articles, jobs)


def _without_residue(article: Article, found: Parse) -> Parse:
    """The parse without the sentences that are page residue, for text that came uncleaned."""
    residue = residue_spans(article.text)

    def kept(span: Sentence) -> bool:
        return not any(start <= span.start and span.end <= end for start, end in residue)

    return replace(found, sentences=tuple(s for s in found.sentences if kept(s))) if residue else found


def _sourced(mention: EventMention, article: Article) -> EventMention:
    """The mention with its evidence placed in the source too."""

    def placed(evidence: Evidence) -> Evidence:
        span = to_source(article.segments, evidence.start, evidence.end)
        return replace(evidence, source_start=span[0], source_end=span[1]) if span else evidence

    return replace(mention, evidence=tuple(placed(e) for e in mention.evidence))


def _minted(mention: EventMention) -> EventMention:
    """The mention with an id made of all its values."""
    return replace(mention, id=content_id("m1", plain(mention)))


def relate(text: str, source: Span | None, target: Span | None) -> tuple[str, dict[str, float]]:
    """The PLOVER type of what `source` does to `target`, and the share of each of the 16 types.

    A party that the text does not name is None. Spans are (start, end) in characters.
    """
    model = packaged()
    parties = [(span,) if span else () for span in (source, target)]
    (scored,) = model.score(mark([model.encode(text)], [parties], markers=DIRECTED), [(0, 0, 1)], given=True)
    scores = scored.types
    types = {name: share for name, share in scores.items() if name != "NONE"}
    total = sum(types.values())
    types = {name: round(share / total, 6) for name, share in types.items()}
    return best(types), types


def read_into(
    ledger: Ledger,
    items: Iterable[Article | ReadProblem],
    *,
    run: Run,
    jobs: int = 1,
    actors: Actors = NO_ACTORS,
    now: Callable[[], str] | None = None,
) -> Generator[Outcome]:
    """Code what is new and write it, an article at a time; yields what became of each item once it is committed.

    A run that is stopped anywhere leaves whole articles only, and the next run goes on from there. `now` tells the time
    at which a run that came to its end did so.
    """
    with ledger.writer(run, Reconciler()) as writer:
        for _ in _brought_up(writer):
            pass

        def fresh() -> Iterator[Article]:
            for item in items:
                if isinstance(item, ReadProblem):
                    problems.append(item)
                    done.append(Outcome(item.origin, None, 0, "problem", item.refusal.note))
                    if len(problems) >= PROBLEMS_AT_ONCE:
                        keep_problems()
                elif writer.has_article(item.id, run.model):
                    done.append(Outcome(item.origin, item.id, 0, "known"))
                else:
                    yield item

        def keep_problems() -> None:
            writer.add_problem(*problems)
            problems.clear()

        done: list[Outcome] = []
        problems: list[ReadProblem] = []
        for coded in code_many(fresh(), jobs, actors):
            keep_problems()
            yield from _drained(done)
            writer.add_article(coded.article, coded.parse, coded.mentions)
            refusal = next((r for r in coded.refusals if r.field is None), None)
            state = "refused" if refusal else "read"
            note = (refusal.note or str(refusal.reason)) if refusal else ""
            yield Outcome(coded.article.origin, coded.article.id, len(coded.mentions), state, note)
        keep_problems()
        yield from _drained(done)
        if now:
            writer.finish(now())


def judge_in(ledger: Ledger, judgements: Iterable[Judgement], run: Run) -> str:
    """Write judgements, and make anew the events they bear on; what changed, in words."""
    with ledger.writer(run, Reconciler()) as writer:
        for _ in _brought_up(writer):
            pass
        before = len(ledger.events())
        for judgement in judgements:
            writer.judge(judgement)
    after = len(ledger.events())
    return f"Events: {after}, as many as before." if after == before else f"Events: {after} now, {before} before."


def why_one(ledger: Ledger, event_id: str) -> list[Likeness]:
    """The mentions of an event two by two: how likely they are one, and why."""
    by = Reconciler()
    pairs = ledger.likenesses(event_id)
    packed = ledger.traits({id for one, other, _ in pairs for id in (one, other)})
    known = {id: by.unpack(text) for id, text in packed.items() if text}
    return [
        Likeness(one, other, score, tuple(by.reasons(known[one], known[other])))
        for one, other, score in pairs
        if one in known and other in known
    ]


def with_rivals(ledger: Ledger, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, those that are told as the first of their kind beside one of another year with that dispute."""
    events = tuple(events)
    told = {event.id: ledger.event_mentions(event.id) for event in events if firsts.claims(event)}
    return firsts.with_rivals(events, told)


def links_of(ledger: Ledger, event: Event) -> list[Link]:
    """How an event is related to those around it."""
    by = Reconciler()
    best = ledger.event_mentions(event.id)[0].id
    others = ledger.neighbours(event.id)
    packed = ledger.traits([best, *(id for _, id in others)])
    known = {id: by.unpack(text) for id, text in packed.items() if text}
    found = []
    for name, other in others if best in known else ():
        if other in known:
            found += [Link(told, name, False) for told in [by.link(known[best], known[other])] if told]
            found += [Link(told, name, True) for told in [by.link(known[other], known[best])] if told]
    return found


def agencies_of(articles: Iterable[Article]) -> dict[str, str]:
    """The agency that each article gives as its source, by the article's id; those that give none are left out."""
    by = Reconciler()
    return {article.id: name for article in articles if (name := by.agency(article))}


def brought_up(ledger: Ledger, run: Run) -> Iterator[int]:
    """Make the events of a ledger anew where other rules or weights made them; yields how many articles are done."""
    with ledger.writer(run, Reconciler()) as writer:
        yield from _brought_up(writer)


def _brought_up(writer: Writer) -> Iterator[int]:
    if not writer.events_are_current:
        yield from writer.remake_events()


def _drained(done: list[Outcome]) -> Iterator[Outcome]:
    while done:
        yield done.pop(0)
