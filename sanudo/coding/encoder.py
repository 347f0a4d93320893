"""The coder that reads with the packaged encoder: every pair of parties in a sentence, typed and directed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sanudo.codebook import EVENT_TYPES, SPOKEN, settled
from sanudo.coding.attributed import on_whose_word
from sanudo.coding.bought import buys
from sanudo.coding.candidates import Window, party_key, windows
from sanudo.coding.denied import unless_denied
from sanudo.coding.ended import unless_ended
from sanudo.coding.grouping import Group, Told, group
from sanudo.coding.marking import Encoding, mark
from sanudo.coding.model import PairModel, PairScores, best
from sanudo.coding.sessions import unless_session
from sanudo.coding.together import named_together, pooled
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
NO_MODE = "none"
# A mode is told from this share on: of those given to annotated events, about seven in ten are right then (`models/late.py`).
SURE_MODE = 0.7
# A context holds where it is likelier than not.
LIKELY = 0.5
# Least probability of a second type between the same parties in one sentence (`bench/choices.py --second`).
SECOND = 0.25
# The surest event of an article has at least this probability; else none is believed. Where much is read, something always looks a little like an
# event, while an article that tells of one event between states seldom tells of it in passing only.
SURE = 0.6
# What parties do together by its nature: at least 89 in 100 of each in the annotations (`bench/annotations.py`).
MUTUAL = {("SUPPORT", "agreement"), ("COOPERATE", "exercise"), ("CONSULT", "committee")}
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


class _Encodings:
    """The sub-words of an article's sentences, each tokenised once."""

    def __init__(self, model: PairModel, text: str) -> None:
        self._model, self._text = model, text
        self._known: dict[Sentence, tuple[Encoding, int]] = {}

    def of(self, sentence: Sentence) -> Encoding:
        """The sub-words of a sentence."""
        return self._both(sentence)[0]

    def words(self, sentence: Sentence) -> str:
        """The sentence as it stands."""
        return self._text[sentence.start : sentence.end]

    def length(self, sentence: Sentence) -> int:
        """How many there are."""
        return self._both(sentence)[1]

    def _both(self, sentence: Sentence) -> tuple[Encoding, int]:
        if sentence not in self._known:
            encoding = self._model.encode(self.words(sentence))
            self._known[sentence] = encoding, len(encoding.ids)
        return self._known[sentence]


class _Parties:
    """The mentions of each party of an article, in order of offset."""

    def __init__(self, parse: Parse) -> None:
        self._of: dict[str, list[tuple[EntityMention, str]]] = {}
        for mention in parse.entity_mentions:
            for state in mention.states:
                self._of.setdefault(party_key(mention, state), []).append((mention, state))

    def participant(self, key: str, sentence: Sentence) -> Participant:
        """The mention that names a party best, in the sentence; else the last one before it."""
        every = self._of[key]
        end = bisect_left(every, sentence.end, key=lambda pair: pair[0].start)
        start = bisect_left(every, sentence.start, hi=end, key=lambda pair: pair[0].start)
        inside = [pair for pair in every[start:end] if pair[0].end <= sentence.end]
        mention, state = min(inside, key=lambda pair: _rank(pair[0])) if inside else every[start - 1]
        named = Participant(state, mention.sector, _name(mention))
        return replace(named, text=mention.text, start=mention.start, end=mention.end)


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
        encodings, parties = _Encodings(self._model, article.text), _Parties(parse)
        mentions: list[EventMention] = []
        for window in windows(parse, encodings.length):
            told: dict[Sentence, list[Told]] = {}
            for sentence, one in self._read(encodings, window):
                told.setdefault(sentence, []).append(one)
            for sentence, every in told.items():
                mentions += [self._mention(article, parse, parties, sentence, g) for g in group(every)]
        surest = max((m.confidence for m in mentions), default=0.0)
        return tuple(mentions) if surest >= SURE else ()

    def _read(self, encodings: _Encodings, window: Window) -> Iterator[tuple[Sentence, Told]]:
        """What the model finds between the parties of a window, with the sentence that tells it."""
        marked = mark([encodings.of(s) for s in window.sentences], window.spans, window.fresh)
        every = ((place, a, b) for place, among in enumerate(window.pairs) for a, b in among)
        pairs = [pair for pair in every if marked.shows(*pair)]
        if not pairs:
            return
        read = dict(zip(pairs, self._model.score(marked, pairs), strict=True))
        for place in range(window.fresh, len(window.sentences)):
            for together in named_together(encodings.words(window.sentences[place]), window.spans[place]):
                pooled(read, place, together)
        for (place, first, second), scores in read.items():
            way = best(scores.direction)
            ends = (window.parties[first], window.parties[second])
            actor, recipient = ends[::-1] if way == "backward" else ends
            for likely, probability in self._likely(scores):
                status = best(scores.status)
                type_ = unless_ended(settled(likely, status), status, encodings.words(window.sentences[place]))
                mutual = way == "symmetric" or (type_, best(scores.kind)) in MUTUAL
                yield (
                    window.sentences[place],
                    Told(type_, *(ends if mutual else (actor, recipient)), mutual, probability, scores),
                )

    def _likely(self, scores: PairScores) -> Iterator[tuple[str, float]]:
        """The likeliest type where an event is likely at all, and any other that is likely by itself: two things may pass
        between two parties.
        """
        types = {type_: share for type_, share in scores.types.items() if type_ != NONE}
        top = best(types)
        for type_, share in types.items():
            if (1 - scores.types[NONE] >= self._model.threshold) if type_ == top else (share >= SECOND):
                yield type_, share

    def _mention(
        self, article: Article, parse: Parse, parties: _Parties, sentence: Sentence, found: Group
    ) -> EventMention:
        surest = found.told[0]
        words = article.text[sentence.start : sentence.end]
        kind = unless_session(Kind(best(surest.scores.kind)), words)
        actors = tuple(parties.participant(key, sentence) for key in found.actors)
        recipients = tuple(parties.participant(key, sentence) for key in found.recipients)
        bought = buys(kind, found.type, words, _spans(actors, sentence), _spans(recipients, sentence))
        if bought:
            actors, recipients = recipients, actors
        both = (*actors, *recipients)
        read = _status(found.type, Status(best(surest.scores.status)))
        status = unless_denied(read, found.type, words, _spans(both, sentence))
        return EventMention(
            id="",  # given at the end of the pipeline, when every value is known
            article_id=article.id,
            type=found.type,
            kind=kind,
            actors=actors,
            recipients=recipients,
            symmetric=found.symmetric,
            status=status,
            confidence=round(surest.probability, 4),
            evidence=(Evidence(article.id, sentence.start, sentence.end, words),),
            coder=self.name,
            model=self.version,
            mode=_mode(found.type, surest.scores),
            contexts=_contexts(surest.scores),
            attribution=_attribution(parse, sentence, both, found.type),
            basis=tuple(_basis(surest, found, words, bought=bought, denied=status is not read)),
        )


def _spans(parties: Sequence[Participant], sentence: Sentence) -> list[tuple[int, int]]:
    """Those of parties that a sentence names, in its words."""
    at = sentence.start
    return [(p.start - at, p.end - at) for p in parties if at <= p.start < sentence.end]


def _status(type_: str, status: Status) -> Status:
    """A request that was made asks for something: its status speaks of that, which has not happened."""
    made = (Status.HAPPENED, Status.ONGOING)
    return Status.DEMANDED if type_ == "REQUEST" and status in made else status


def _mode(type_: str, scores: PairScores) -> str | None:
    """The likeliest of the modes that the codebook has for a type, where it is sure among them and none."""
    known = {mode: chance for mode, chance in scores.mode.items() if mode in (NO_MODE, *EVENT_TYPES[type_].modes)}
    if not known or best(known) == NO_MODE or known[best(known)] < SURE_MODE * sum(known.values()):
        return None
    return best(known)


def _contexts(scores: PairScores) -> tuple[str, ...]:
    return tuple(name for name, chance in scores.contexts.items() if chance >= LIKELY)


def _attribution(parse: Parse, sentence: Sentence, parties: tuple[Participant, ...], type_: str) -> Attribution | None:
    """On whose word the sentence tells of the parties; not that of the party that does the saying itself."""
    spans = [(p.start, p.end) for p in parties if sentence.start <= p.start < sentence.end]
    return on_whose_word(parse, sentence, spans, spans if type_ in SPOKEN else [])


def _basis(surest: Told, found: Group, words: str, *, bought: bool, denied: bool) -> Iterator[Basis]:
    """How each value came about: what the encoder reads, and which rule has the last word over it."""
    scores = surest.scores

    def share(label: str, table: dict[str, float]) -> str:
        return f"{label} at {table[label]:.2f}"

    read = next(type_ for type_, probability in scores.types.items() if probability == surest.probability)
    why = "what ends a sanction" if read == "SANCTION" else "as long as it lies ahead, it"
    ahead = "" if read == found.type else f"; {why} is {found.type}"
    yield Basis("type", f"the encoder reads {share(read, scores.types)}, no event at {scores.types[NONE]:.2f}{ahead}")
    way = share(best(scores.direction), scores.direction)
    by_nature = found.symmetric and best(scores.direction) != "symmetric"
    nature = "mutual by its nature; " if by_nature else ""
    buyer = "; who buys is the recipient" if bought else ""
    yield Basis("direction", f"{nature}the encoder reads {way}{buyer}")
    asked = "; what is asked for has not" if found.type == "REQUEST" else ""
    not_so = "; somebody denies it" if denied else ""
    yield Basis("status", f"the encoder reads {share(best(scores.status), scores.status)}{asked}{not_so}")
    kind = best(scores.kind)
    sits = "" if unless_session(Kind(kind), words) == kind else "; where a joint body sits, it is a committee"
    yield Basis("kind", f"the encoder reads {share(kind, scores.kind)}{sits}")
    if mode := _mode(found.type, scores):
        yield Basis("mode", f"the encoder reads {share(mode, scores.mode)}")
    if contexts := _contexts(scores):
        yield Basis("contexts", f"the encoder reads {', '.join(share(name, scores.contexts) for name in contexts)}")


def _rank(mention: EntityMention) -> tuple[bool, int, int]:
    """The lowest stands for a party; one who holds an office no longer only where nothing else does."""
    return mention.sector == "ELI", NAMING.index(mention.label), mention.start


def _name(mention: EntityMention) -> str | None:
    named = (MentionLabel.PERSON, MentionLabel.GROUP, MentionLabel.BODY)
    return mention.name if mention.label in named else None
