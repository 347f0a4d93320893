"""Prepare the encoder for reading word by word, before it learns events.

    python -m models.warmup --data ../shared/data --base ENCODER --out models/runs/warm

The pretrained encoder was made to compare whole sentences. Here it learns, in one pass over sets that annotate single words, what kind
of word each is and on which it depends (UD-EWT, UD-GUM), names (worldwide-newswire), who is quoted with what cue (PolNeAR), what tells an
event (GENEVA) and whether it took place (the unified factuality sets). The heads are thrown away; the encoder is written to `--out`
in the form that `models.train --base` takes. Papers that are kept for measuring (`--aside`, a corpus file) are left out.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from models.batches import UNKNOWN
from models.descent import descent
from models.examples import HELD_OUT, TEST, corpus_rows
from models.precision import fastest
from sanudo.parse import sentences

BATCH_TOKENS = 2_500
LONGEST = 120  # words; longer sentences are left out
# Every how many files of the two largest sets are used, so that they do not drown the others.
NAMED, QUOTED = 2, 3
# How much each task counts beside the others.
WEIGHTS = {"word": 0.5, "relation": 0.5, "head": 1.0, "name": 1.0, "quote": 1.0, "event": 1.0, "factual": 1.0}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with one label a word for each task that its set annotates; `head` labels are places of words."""

    words: tuple[str, ...]
    labels: dict[str, tuple[str | int | None, ...]]


def syntax(data: Path) -> Iterator[Tagged]:
    """Word classes, relations and heads of Universal Dependencies; a root is its own head."""
    for path in sorted((data / "syntax").glob("*/train.conllu")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            lines = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
            rows = [row for row in lines if row[0].isdigit()]
            heads = tuple(int(row[6]) - 1 if row[6].isdigit() and row[6] != "0" else n for n, row in enumerate(rows))
            relations = tuple(row[7].split(":")[0] for row in rows)
            labels = {"word": tuple(row[3] for row in rows), "relation": relations, "head": heads}
            yield Tagged(tuple(row[1] for row in rows), labels)


def names(data: Path, aside: set[str]) -> Iterator[Tagged]:
    """Names in the news of many papers, but those aside."""
    for path in sorted((data / "entities" / "worldwide-newswire").glob("*.tsv"))[::NAMED]:
        if re.sub(r"_\d*\.txt\.tsv$", "", path.name) in aside:
            continue
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            rows = [line.split("\t") for line in block.split("\n") if line.count("\t") == 1]
            if len(rows) > 1:
                yield Tagged(tuple(row[0] for row in rows), {"name": tuple(row[1].strip() for row in rows)})


def quotes(data: Path) -> Iterator[Tagged]:
    """Sources, cues and contents of attributions; the development part is kept for measuring."""
    folder = data / "quotes" / "polnear" / "train"
    for path in sorted((folder / "attributions").glob("*.ann"))[::QUOTED]:
        name = path.stem.rsplit("_", 1)[0]  # without the annotator
        raw = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        spans = []
        for line in path.read_text(encoding="utf-8").splitlines():
            found = re.match(r"T\d+\t(Source|Cue|Content) ([\d ;]+)\t", line)
            for part in found[2].split(";") if found else ():
                start, end = map(int, part.split())
                spans.append((start, end, found[1] if found else ""))
        for sentence in sentences.split(raw):
            words = list(re.finditer(r"\w+|[^\w\s]", raw[sentence.start : sentence.end]))
            labels = []
            for word in words:
                at = sentence.start + word.start()
                told = {label for start, end, label in spans if start <= at < end}
                labels.append(next((label for label in ("Cue", "Source", "Content") if label in told), "O"))
            yield Tagged(tuple(word.group() for word in words), {"quote": tuple(labels)})


def triggers(data: Path) -> Iterator[Tagged]:
    """What tells an event, of 115 types."""
    with open(data / "events" / "geneva" / "train_recovered.jsonl", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            labels = ["O"] * len(row["tokens"])
            for event in row["event_mentions"]:
                for at in range(event["trigger"]["start"], event["trigger"]["end"]):
                    labels[at] = event["event_type"]
            yield Tagged(tuple(row["tokens"]), {"event": tuple(labels)})


def factuality(data: Path) -> Iterator[Tagged]:
    """How certain it is that each event took place, from -3 to 3, rounded."""
    text = (data / "factuality" / "unified" / "train.conll").read_text(encoding="utf-8")
    for block in text.strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n")]
        labels = tuple(None if row[2] == "_" else str(round(float(row[2]))) for row in rows)
        if any(labels):
            yield Tagged(tuple(row[1] for row in rows), {"factual": labels})


class Tagger(nn.Module):
    """The encoder with a linear head for each task, and one that points from each word to its head."""

    def __init__(self, encoder: BertModel, labels: dict[str, list[str]]) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.heads = nn.ModuleDict({task: nn.Linear(width, len(values)) for task, values in labels.items()})
        self.child, self.parent = nn.Linear(width, 192), nn.Linear(width, 192)
        self.drop = nn.Dropout(0.1)


class Batch:
    """Padded sub-words, and labels at the first of each word's."""

    def __init__(self, rows: Sequence[tuple[list[int], list[int], Tagged]], labels: dict[str, dict[str, int]]) -> None:
        length = max(len(ids) for ids, _, _ in rows)
        self.ids = torch.zeros(len(rows), length, dtype=torch.long)
        self.mask = torch.zeros(len(rows), length, dtype=torch.long)
        self.wanted = {task: torch.full((len(rows), length), UNKNOWN) for task in WEIGHTS}
        for n, (ids, places, tagged) in enumerate(rows):
            self.ids[n, : len(ids)] = torch.tensor(ids)
            self.mask[n, : len(ids)] = 1
            for task, values in tagged.labels.items():
                for place, value in zip(places, values, strict=True):
                    if task == "head":
                        self.wanted[task][n, place] = places[int(value or 0)]
                    elif value is not None:
                        self.wanted[task][n, place] = labels[task][str(value)]

    def loss(self, tagger: Tagger) -> Tensor:
        """The weighted sum of the mean losses of the tasks that the batch has labels for."""
        with fastest():
            hidden = tagger.encoder(input_ids=self.ids, attention_mask=self.mask).last_hidden_state
            hidden = tagger.drop(hidden)
            logits = {task: head(hidden).float() for task, head in tagger.heads.items()}
            arcs = (tagger.child(hidden) @ tagger.parent(hidden).transpose(1, 2)).float() / 192**0.5
        logits["head"] = arcs + (self.mask.unsqueeze(1).float() - 1.0) * 1e4
        total = torch.zeros(())
        for task, weight in WEIGHTS.items():
            wanted = self.wanted[task].flatten()
            if (wanted != UNKNOWN).any():
                loss = functional.cross_entropy(logits[task].flatten(0, 1), wanted, ignore_index=UNKNOWN)
                total = total + weight * loss
        return total


def encode(tokenizer: Tokenizer, tagged: Tagged) -> tuple[list[int], list[int], Tagged] | None:
    """Sub-word ids, and the place of the first of each word; None for a word without any."""
    ids, places = [101], []
    for pieces in tokenizer.encode_batch(list(tagged.words), add_special_tokens=False):
        if not pieces.ids:
            return None
        places.append(len(ids))
        ids += pieces.ids
    return [*ids, 102], places, tagged


Row = tuple[list[int], list[int], Tagged]


def task_of(row: Row) -> str:
    """The first task that a sentence is annotated for, which tells its set."""
    return next(iter(row[2].labels))


def material(args: argparse.Namespace) -> tuple[list[list[Row]], dict[str, dict[str, int]]]:
    """Batches in random order, each of one set and of like lengths, and the numbers of the labels of each task."""
    aside = {row["outlet"] for row in corpus_rows(args.aside)}
    every = [*syntax(args.data), *names(args.data, aside), *quotes(args.data), *triggers(args.data)]
    every += factuality(args.data)
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows = [row for t in every if len(t.words) <= LONGEST and (row := encode(tokenizer, t))]
    known: dict[str, dict[str, int]] = {}
    for task in WEIGHTS:
        labels = sorted({str(v) for t in every for v in t.labels.get(task, ()) if v is not None})
        if task != "head":
            known[task] = {label: n for n, label in enumerate(labels)}
    rng = random.Random(args.seed)
    rows.sort(key=lambda row: (task_of(row), len(row[0]) // 8, rng.random()))
    groups: list[list[Row]] = []
    for row in rows:
        full = not groups or (len(groups[-1]) + 1) * (len(row[0]) + 8) > BATCH_TOKENS
        if full or task_of(groups[-1][0]) != task_of(row):
            groups.append([])
        groups[-1].append(row)
    rng.shuffle(groups)
    return groups, known


class Log:
    """Mean losses by task, written every hundred steps."""

    def __init__(self, path: Path) -> None:
        self._path, self._began = path, time.monotonic()
        self._losses: dict[str, list[float]] = {}

    def add(self, task: str, loss: float) -> None:
        """Note one loss."""
        self._losses.setdefault(task, []).append(loss)

    def write(self, **values: int) -> None:
        """Write the means since the last line."""
        means = {task: round(sum(losses) / len(losses), 3) for task, losses in sorted(self._losses.items())}
        self._losses = {}
        line = json.dumps(values | {"seconds": round(time.monotonic() - self._began)} | means)
        print(line, flush=True)
        with open(self._path, "a", encoding="utf-8") as log:
            print(line, file=log)


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder of the pretrained encoder")
    parser.add_argument(
        "--aside", type=Path, nargs="*", default=[HELD_OUT, TEST], help="corpus files whose papers are left out"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    if (args.out / "model.safetensors").exists():
        print(f"{args.out} is there")
        return
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    groups, known = material(args)
    encoder = BertModel.from_pretrained(args.base, add_pooling_layer=False)
    encoder.config._attn_implementation = "eager"
    tagger = Tagger(encoder, {task: list(values) for task, values in known.items()})
    optimiser, schedule = descent(tagger, args.rate, 10, len(groups))
    args.out.mkdir(parents=True, exist_ok=True)
    log = Log(args.out / "log.jsonl")
    log.write(step=0, steps=len(groups), sentences=sum(map(len, groups)))
    tagger.train()
    for step, group in enumerate(groups, 1):
        optimiser.zero_grad()
        loss = Batch(group, known).loss(tagger)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        log.add(task_of(group[0]), loss.item())
        if step % 100 == 0 or step == len(groups):
            log.write(step=step)
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")
    encoder.save_pretrained(args.out)  # last: its file says that the work is done


if __name__ == "__main__":
    main()
