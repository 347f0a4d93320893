"""The coder that reads with the packaged encoder: every pair of parties in a sentence, typed and directed."""

from __future__ import annotations

from collections.abc import Iterator

from sanudo.coding.candidates import Candidate, candidates, party_key
from sanudo.coding.grouping import Group, Told, group
from sanudo.coding.marking import mark
from sanudo.coding.model import PairModel, PairScores, best
from sanudo.records import (
    Article,
    Attribution,
    Basis,
    EntityMention,
    EventMention,
    Evidence,
    Kind,
    MentionLabel,
    Parse,
    Participant,
    Sentence,
    Status,
)

NONE = "NONE"
# Types that are said: their speaker is the actor, and no attribution.
SPOKEN = ("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
# Least probability of a second type between the same parties in one sentence.
SECOND = 0.4
# What parties do together by its nature: at least nine in ten of each in the annotations (`bench/annotations.py`).
MUTUAL = {("SUPPORT", "agreement"), ("COOPERATE", "exercise"), ("CONSULT", "committee")}
# What turns into AGREE as long as it lies ahead (PLOVER: future cooperation is agreement to cooperate).
COOPERATIVE = ("CONSULT", "SUPPORT", "COOPERATE", "AID")
# How telling the ways of naming a party are when one must stand for it.
NAMING = (
    MentionLabel.PERSON,
    MentionLabel.STATE,
    MentionLabel.BODY,
    MentionLabel.GROUP,
    MentionLabel.ADJECTIVE,
    MentionLabel.CAPITAL,
    MentionLabel.COLLECTIVE,
    MentionLabel.REFERENCE,
)


class EncoderCoder:
    """Event mentions by the packaged encoder, one for each sentence that tells them.

    `version` names all that a reading depends on: the model, the reference data, the rules around them.
    """

    name = "encoder"

    def __init__(self, model: PairModel, version: str) -> None:
        self._model = model
        self.version = version

    def code(self, article: Article, parse: Parse) -> tuple[EventMention, ...]:
        """What each sentence tells, in order. Dates, places and attribution are left to later stages."""
        mentions: list[EventMention] = []
        for candidate in candidates(parse):
            found = group(list(self._read(article, candidate)))
            mentions += [self._mention(article, parse, candidate.sentence, g) for g in found]
        return tuple(mentions)

    def _read(self, article: Article, candidate: Candidate) -> Iterator[Told]:
        """What the model finds between the parties of one sentence."""
        sentence, before = candidate.sentence, candidate.before
        words = self._model.encode(article.text[sentence.start : sentence.end])
        context = self._model.encode(article.text[before.start : before.end]) if before else None
        marked = mark(words, candidate.spans, context, candidate.context_spans)
        scored = self._model.score(marked, candidate.pairs)
        for (first, second), scores in zip(candidate.pairs, scored, strict=True):
            way = best(scores.direction)
            ends = (candidate.parties[first], candidate.parties[second])
            actor, recipient = ends[::-1] if way == "backward" else ends
            for likely, probability in self._likely(scores):
                type_ = settled(likely, best(scores.status))
                mutual = way == "symmetric" or (type_, best(scores.kind)) in MUTUAL
                yield Told(type_, *(ends if mutual else (actor, recipient)), mutual, probability, scores)

    def _likely(self, scores: PairScores) -> Iterator[tuple[str, float]]:
        """The likeliest type, and any other that is likely by itself: two things may pass between two parties."""
        types = {type_: share for type_, share in scores.types.items() if type_ != NONE}
        top = best(types)
        for type_, share in types.items():
            if share >= (self._model.threshold if type_ == top else SECOND):
                yield type_, share

    def _mention(self, article: Article, parse: Parse, sentence: Sentence, found: Group) -> EventMention:
        surest = found.told[0]
        actors = tuple(_participant(parse, sentence, key) for key in found.actors)
        recipients = tuple(_participant(parse, sentence, key) for key in found.recipients)
        words = article.text[sentence.start : sentence.end]
        evidence = (Evidence(article.id, sentence.start, sentence.end, words),)
        return EventMention(
            id="",  # given at the end of the pipeline, when every value is known
            article_id=article.id,
            type=found.type,
            kind=Kind(best(surest.scores.kind)),
            actors=actors,
            recipients=recipients,
            symmetric=found.symmetric,
            status=_status(found.type, Status(best(surest.scores.status))),
            confidence=round(surest.probability, 4),
            evidence=evidence,
            coder=self.name,
            model=self.version,
            attribution=_attribution(parse, sentence, (*actors, *recipients), found.type),
            basis=tuple(_basis(surest, found)),
        )


def settled(type_: str, status: str) -> str:
    """The type that the codebook gives to a type with a status."""
    return "AGREE" if type_ in COOPERATIVE and status in (Status.PLANNED, Status.POSSIBLE) else type_


def _status(type_: str, status: Status) -> Status:
    """A request that was made asks for something: its status speaks of that, which has not happened."""
    made = (Status.HAPPENED, Status.ONGOING)
    return Status.DEMANDED if type_ == "REQUEST" and status in made else status


def _attribution(parse: Parse, sentence: Sentence, parties: tuple[Participant, ...], type_: str) -> Attribution | None:
    """Who the sentence leans on; not the party that does the saying itself."""
    said = next((a for a in parse.attributions if sentence.start <= a.start < sentence.end), None)
    if said is None or (type_ in SPOKEN and any(p.start < said.end and said.start < p.end for p in parties)):
        return None
    return said


def _basis(surest: Told, found: Group) -> Iterator[Basis]:
    """How each value came about: what the encoder reads, and which rule has the last word over it."""
    scores = surest.scores

    def share(label: str, table: dict[str, float]) -> str:
        return f"{label} at {table[label]:.2f}"

    read = next(type_ for type_, probability in scores.types.items() if probability == surest.probability)
    ahead = "" if read == found.type else f"; as long as it lies ahead, it is {found.type}"
    yield Basis("type", f"the encoder reads {share(read, scores.types)}, no event at {scores.types[NONE]:.2f}{ahead}")
    way = share(best(scores.direction), scores.direction)
    by_nature = found.symmetric and best(scores.direction) != "symmetric"
    yield Basis(
        "direction", f"mutual by its nature; the encoder reads {way}" if by_nature else f"the encoder reads {way}"
    )
    asked = "; what is asked for has not" if found.type == "REQUEST" else ""
    yield Basis("status", f"the encoder reads {share(best(scores.status), scores.status)}{asked}")
    yield Basis("kind", f"the encoder reads {share(best(scores.kind), scores.kind)}")


def _participant(parse: Parse, sentence: Sentence, key: str) -> Participant:
    """The mention that names the party best, in the sentence; else the last one before it."""
    every = [
        (m, s) for m in parse.entity_mentions for s in m.states if party_key(m, s) == key and m.end <= sentence.end
    ]
    inside = [(m, s) for m, s in every if m.start >= sentence.start]
    mention, state = min(inside, key=lambda pair: _rank(pair[0])) if inside else every[-1]
    return Participant(state, mention.sector, _name(mention), mention.text, mention.start, mention.end)


def _rank(mention: EntityMention) -> tuple[int, int]:
    return NAMING.index(mention.label), mention.start


def _name(mention: EntityMention) -> str | None:
    named = (MentionLabel.PERSON, MentionLabel.GROUP, MentionLabel.BODY)
    return mention.name if mention.label in named else None
