"""Train the tagger of attributions (`sanudo/parse/tagger.py`) on the training part of PolNeAR.

    python -m models.attribution --data ../shared/data --base models/runs/base --out sanudo/_model/attribution.onnx

Word vectors begin as the first principal components of the word-piece table of the pretrained encoder (`models/base.py`), so
that verbs that the set does not have are near those that it has. With `--fold` every fifth file is left out and measured.
Minutes on one core.
"""

from __future__ import annotations

import argparse
import io
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from models.batches import UNKNOWN
from models.polnear import Quoted, Tally, articles, tally
from sanudo.parse import sentences
from sanudo.parse.attribution import find_attributions
from sanudo.parse.tagger import ENDING, Lexicon, Tag, Tagger, shape
from sanudo.parse.words import Words, words_of

FOLDS = 5
LEAST_COUNT = 2  # a rarer word is known by its ending and shape only, unless the encoder knows it
ENDINGS = 1_500
WORD, END, SHAPE, QUOTE = 48, 16, 8, 4  # lengths of vectors
CHANNELS = 96
BATCH = 32  # sentences
LONGEST = 150  # words
# How far apart the words are that each convolution sees together.
DILATIONS = (1, 2, 4, 1)


Sentence = tuple[Words, list[int]]


def tagged(article: Quoted) -> Iterator[Sentence]:
    """The sentences of an article with a tag for each word."""
    tags = bytearray(len(article.text) + 1)
    for gold in article.gold:
        cue = Tag.MARKED
        if gold.source:
            cue = Tag.CUE_AFTER if min(gold.source) < min(gold.cue) else Tag.CUE_BEFORE
        for tag, spans in ((Tag.CONTENT, gold.content), (cue, gold.cue), (Tag.SPEAKER, gold.source)):
            for start, end in spans:
                tags[start:end] = bytes([tag]) * (end - start)
    for words in words_of(article.text, sentences.split(article.text)):
        yield words, [tags[start] for start, _ in words.spans]


def vocabulary(rows: Sequence[Sentence], base: Path) -> tuple[list[str], list[str], np.ndarray]:
    """Words, endings, and the first vectors of the words (the first row is that of all others)."""
    counts = Counter(word.lower() for words, _ in rows for word in words.words)
    pieces = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    known = [word for word, count in counts.items() if count >= LEAST_COUNT]
    known += [word for word in pieces if word.isalpha() and len(word) > 2 and word not in counts]
    words = sorted(known)
    endings = Counter(word[-ENDING:] for word in counts.elements())
    table = load_file(base / "model.safetensors")["embeddings.word_embeddings.weight"].numpy()
    table = table - table.mean(0)
    _, _, axes = np.linalg.svd(table, full_matrices=False)
    table = table @ axes[:WORD].T
    table *= 0.5 / table.std()
    vectors = np.random.default_rng(0).normal(0, 0.1, (len(words) + 1, WORD)).astype(np.float32)
    for n, word in enumerate(words, 1):
        if word in pieces:
            vectors[n] = table[pieces[word]]
    return words, sorted(e for e, _ in endings.most_common(ENDINGS)), vectors


class Network(nn.Module):
    """What `Tagger` computes, with dropout, over a padded batch."""

    def __init__(self, vectors: np.ndarray, endings: int) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=False)
        shapes = max(map(shape, ("1", ".", "a", "AA", "A", "Aa", "aA"))) + 1
        self.endings, self.shapes, self.quoted = (
            nn.Embedding(count, length) for count, length in ((endings + 1, END), (shapes, SHAPE), (3, QUOTE))
        )
        self.enter = nn.Linear(WORD + END + SHAPE + QUOTE, CHANNELS)
        self.layers = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, 3, padding=d, dilation=d) for d in DILATIONS)
        self.leave = nn.Linear(CHANNELS, len(Tag))
        self.drop = nn.Dropout(0.2)

    def forward(self, seen: Tensor, mask: Tensor) -> Tensor:
        """Scores by sentence, word and tag; `seen` holds four rows of numbers for each sentence."""
        words, endings, shapes, quoted = seen
        if self.training:  # a word in thirty is one that nobody knows
            words = words * (torch.rand(words.shape) >= 1 / 30)
        parts = [self.words(words), self.endings(endings), self.shapes(shapes), self.quoted(quoted)]
        state = (torch.relu(self.enter(self.drop(torch.cat(parts, -1)))) * mask).transpose(1, 2)
        for layer in self.layers:
            state = (state + torch.relu(layer(self.drop(state)))) * mask.transpose(1, 2)
        return self.leave(self.drop(state.transpose(1, 2)))


class Packed(nn.Module):
    """The trained network for one sentence, its word vectors in 8 bits with a scale for each dimension; `lean` is added to the scores of
    speakers and cues.
    """

    def __init__(self, network: Network, lean: float) -> None:
        super().__init__()
        vectors = network.words.weight.detach()
        scale = vectors.abs().amax(0) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("vectors", torch.round(vectors / scale).to(torch.int8))
        self.network = network
        with torch.no_grad():
            network.leave.bias += torch.tensor([lean if tag > Tag.CONTENT else 0.0 for tag in Tag])

    def forward(self, seen: Tensor) -> Tensor:
        """(words, tags) from (4, words)."""
        words, *others = seen
        rows = [functional.embedding(words, self.vectors).float() * self.scale]
        tables = (self.network.endings, self.network.shapes, self.network.quoted)
        rows += [table(numbers) for table, numbers in zip(tables, others, strict=True)]
        state = torch.relu(self.network.enter(torch.cat(rows, -1))).T.unsqueeze(0)
        for layer in self.network.layers:
            state = state + torch.relu(layer(state))
        return self.network.leave(state[0].T)


def packed(network: Network, words: Sequence[str], endings: Sequence[str], lean: float) -> bytes:
    """The network as ONNX, with the words and endings that it knows."""
    written = io.BytesIO()
    torch.onnx.export(
        Packed(network.eval(), lean), (torch.zeros(4, 9, dtype=torch.long),), written, input_names=["seen"],
        output_names=["scores"], dynamo=False, opset_version=17, dynamic_axes={"seen": {1: "words"}},
    )  # fmt: skip
    model = onnx.load_from_string(written.getvalue())
    onnx.helper.set_model_props(model, {"words": "\n".join(words), "endings": "\n".join(endings)})
    return model.SerializeToString()


def batch(rows: Sequence[Sentence], lexicon: Lexicon) -> tuple[Tensor, Tensor, Tensor]:
    """Features, mask and wanted tags of some sentences, padded."""
    length = max(len(tags) for _, tags in rows)
    seen = torch.zeros(4, len(rows), length, dtype=torch.long)
    wanted = torch.full((len(rows), length), UNKNOWN)
    for n, (words, tags) in enumerate(rows):
        features = lexicon.features(words)
        for k, values in enumerate((features.words, features.endings, features.shapes, features.quoted)):
            seen[k, n, : len(tags)] = torch.tensor(values)
        wanted[n, : len(tags)] = torch.tensor(tags)
    return seen, (wanted != UNKNOWN).unsqueeze(-1).float(), wanted


def in_batches(rows: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """All sentences once in random order, those of like lengths together."""
    order = sorted(rows, key=lambda row: (len(row[1]) // 4, rng.random()))
    starts = list(range(0, len(order), BATCH))
    rng.shuffle(starts)
    yield from (order[start : start + BATCH] for start in starts)


def train(rows: Sequence[Sentence], base: Path, epochs: int, rate: float, lean: float) -> bytes:
    """The network after some epochs, the rate falling to nothing."""
    words, endings, vectors = vocabulary(rows, base)
    lexicon, network, rng = Lexicon(words, endings), Network(vectors, len(endings)), random.Random(1)
    rows = [row for row in rows if 0 < len(row[1]) <= LONGEST]
    steps = epochs * -(-len(rows) // BATCH)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda t: min((t + 1) / 200, max(0.02, 1 - t / steps)))
    for epoch in range(epochs):
        losses = []
        for some in in_batches(rows, rng):
            seen, mask, wanted = batch(some, lexicon)
            loss = functional.cross_entropy(network(seen, mask).flatten(0, 1), wanted.flatten(), ignore_index=UNKNOWN)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(json.dumps({"epoch": epoch, "loss": round(sum(losses) / len(losses), 4)}), flush=True)
    return packed(network, words, endings, lean)


def measured(tagger: Tagger, kept: Iterable[Quoted]) -> Tally:
    """How well a tagger finds the attributions of articles."""
    found = ((a, [*find_attributions(a.text, sentences.split(a.text), (), tagger)]) for a in kept)
    return tally((article.gold, attributions) for article, attributions in found)


def main() -> None:
    """Train, measure what was left out, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, help=f"which of {FOLDS} to leave out and measure")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--lean", type=float, default=0.0, help="added to the scores of speakers and cues")
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    every = list(articles(args.data / "quotes" / "polnear" / "train"))
    kept = [] if args.fold is None else every[args.fold :: FOLDS]
    rows = [row for article in every if article not in kept for row in tagged(article)]
    network = train(rows, args.base, args.epochs, args.rate, args.lean)
    args.out.write_bytes(network)
    if kept:
        print(measured(Tagger(network), kept))


if __name__ == "__main__":
    main()
