"""How well a network reads pairs that it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from models.batches import HEAD_VALUES, Batch, Row, batches
from models.examples import Example, Pair
from models.measure import YIELD, macro_f1
from models.network import TYPES, PairNetwork

Prediction = tuple[Example, Pair, dict[str, Tensor]]


def predict(network: PairNetwork, rows: Sequence[Row], words: float = 0.0) -> list[Prediction]:
    """Every pair with the probabilities of each head; `words` is the part that single words have in them."""
    network.eval()
    out: list[Prediction] = []
    with torch.no_grad():
        for group in batches(rows, None):
            batch = Batch(group)
            read = batch.run(network)
            if not words:
                scores = {name: functional.softmax(x, dim=1) for name, x in read.logits.items()}
            else:
                both = network.read_both(read.hidden.float(), read.seen.float(), batch.inside, words)
                scores = {name: x[batch.where] for name, x in both.items()}
            out += [(*pair, {n: x[i] for n, x in scores.items()}) for i, pair in enumerate(batch.pairs)]
    return out


def relate_pairs(predicted: Sequence[Prediction]) -> list[tuple[str, str]]:
    """(gold, said) of the marked pairs of `plv`, NONE left out of the choice, CONCEDE and RETREAT as one."""
    pairs = []
    for example, pair, scores in predicted:
        if example.origin == "plv" and example.directed:
            said = TYPES[1 + int(scores["type"][1:].argmax())]
            gold = "YIELD" if pair.types == YIELD else (pair.types or ("",))[0]
            pairs.append((gold, "YIELD" if said in YIELD else said))
    return pairs


def relate_scores(predicted: Sequence[Prediction]) -> dict[str, float]:
    """Accuracy and macro-F1 over the 15 roots of marked pairs."""
    pairs = relate_pairs(predicted)
    accuracy = sum(g == s for g, s in pairs) / max(len(pairs), 1)
    return {"n": len(pairs), "accuracy": round(accuracy, 4), "macro_f1": round(macro_f1(pairs), 4)} if pairs else {}


def corpus_scores(predicted: Sequence[Prediction]) -> dict[str, Any]:
    """Pairs in held-out articles: is there an event, of what type, which way, what status and kind.

    Precision, recall and F1 of events and of types are those at the threshold of the probability of an event with the best F1 of types;
    recall is of the pairs that the windows show.
    """
    rows = [(pair, scores) for example, pair, scores in predicted if pair.types is not None]
    gold = sum(bool(pair.types) for pair, _ in rows)
    ranked = sorted(((1 - float(s["type"][0]), pair, s) for pair, s in rows), key=lambda row: -row[0])
    best: tuple[float, int, int, int] = (0.0, 0, 0, 0)
    events = right = 0
    for said, (_, pair, scores) in enumerate(ranked, 1):
        events += bool(pair.types)
        right += TYPES[1 + int(scores["type"][1:].argmax())] in (pair.types or ())
        best = max(best, (2 * right / (said + gold), said, events, right))
    _, said, events, right = best
    out: dict[str, Any] = {"gold": gold, "said": said, "threshold": round(ranked[said - 1][0], 3)}
    for name, hits in (("event", events), ("type", right)):
        f1 = 2 * hits / max(said + gold, 1)
        out[name] = [round(hits / max(said, 1), 3), round(hits / max(gold, 1), 3), round(f1, 3)]
    typed = [(p, s) for _, p, s in ranked[:said] if TYPES[1 + int(s["type"][1:].argmax())] in (p.types or ())]
    for head, values in HEAD_VALUES.items():
        agree = sum(values[int(s[head].argmax())] == getattr(p, head) for p, s in typed)
        out[head] = round(agree / max(len(typed), 1), 3)
    return out
