"""How well the reconciler does on events that are none of ours: the development topics of ECB+, with the annotated mentions given.

    python bench/ecbplus.py --shared ../shared

MUC, B³, CEAFe and CoNLL F1 within topics: over mentions, and over what an article says of an event as one mention, which is what the reconciler is given. The list of the sentences that are annotated
completely, which published figures go by, isn't among the data; so the figures stand beside the baselines alone. "Sanudo" is the program as it is; then with every pair of a topic compared, whether
or not it shares parties; and with the lemma of the head in the place of a type, which ECB+ has none of: only mentions of one lemma are compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models.coreference import MEASURES, conll, f1  # noqa: E402
from models.ecbplus import DEVELOPMENT, Told, lemmas, topic  # noqa: E402
from sanudo import learned  # noqa: E402
from sanudo.reconcile.clusters import SAME, Pair, clusters, connected  # noqa: E402
from sanudo.reconcile.likeness import comparable, likeness, pair  # noqa: E402

Group = tuple[str, ...]
TREEBANK = Path("syntax") / "ud-ewt" / "train.conllu"


def likenesses(told: Sequence[Told]) -> dict[Pair, float]:
    """How likely the program takes each two mentions for one event."""
    weights = learned.weights("reconciling")
    pairs = (pair(one.traits, other.traits) for one, other in combinations(told, 2))
    return {(both.one.mention_id, both.other.mention_id): likeness(both, weights) for both in pairs}


def by_key(told: Sequence[Told], key: Callable[[Told], str]) -> list[Group]:
    """Mentions of one key together."""
    first: dict[str, str] = {}
    ids = [(one.traits.mention_id, key(one)) for one in told]
    return connected([id for id, _ in ids], [(first.setdefault(value, id), id) for id, value in ids])


def main() -> None:
    """Read the topics, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the shared folder")
    parser.add_argument("--same", type=float, default=SAME, help="mean likeness from which mentions are one event")
    args = parser.parse_args()
    data = args.shared / "data"
    lemma = lemmas(data / TREEBANK)

    def head(one: Told) -> str:
        return lemma.get(one.head, one.head)

    for what, whole in (("mentions", False), ("an article's mentions of an event as one", True)):
        topics = [topic(data, number, whole) for number in DEVELOPMENT]
        gold = [group for told in topics for group in by_key(told, lambda one: one.event)]
        said: dict[str, list[Group]] = {}
        shared = links = 0
        for told in topics:
            known = {one.traits.mention_id: one for one in told}
            every = likenesses(told)
            meet = {(a, b) for a, b in every if comparable(known[a].traits, known[b].traits)}
            alike = {(a, b) for a, b in every if head(known[a]) == head(known[b])}
            one_event = {(a, b) for a, b in every if known[a].event == known[b].event}
            shared, links = shared + len(one_event & meet), links + len(one_event)
            ways = {
                "nothing joined": [(id,) for id in known],
                "same head lemma": by_key(told, head),
                "Sanudo": clusters(known, _of(every, meet), least=args.same),
                "Sanudo, all pairs": clusters(known, every, least=args.same),
                "Sanudo, of one head lemma": clusters(known, _of(every, meet & alike), least=args.same),
                "Sanudo, all pairs of one head lemma": clusters(known, _of(every, alike), least=args.same),
            }
            for way, groups in ways.items():
                said.setdefault(way, []).extend(groups)
        print(
            f"\n{what}: {sum(map(len, topics))} of {len(gold)} events; {shared} of {links} pairs of one event share parties"
        )
        for way, made in said.items():
            found = {name: measure(made, gold) for name, measure in MEASURES.items()}
            shown = (f"{name} P {p:.3f} R {r:.3f} F1 {f1((p, r)):.3f}" for name, (p, r) in found.items())
            print(f"{way:36} {'  '.join(shown)}  CoNLL {conll(made, gold):.3f}", flush=True)


def _of(likely: dict[Pair, float], pairs: set[Pair]) -> dict[Pair, float]:
    return {pair: value for pair, value in likely.items() if pair in pairs}


if __name__ == "__main__":
    main()
