"""How fast `sanudo code` reads, beside the bare encoder over all the same sentences, in one run.

    python bench/speed.py [PATH]        anything that `sanudo read` takes; without a path, the example reports

Prints articles and sentences a second of processor time (other work on the machine matters less to it), the ratio of the whole time to the bare encoder's, and peak memory.
"""

from __future__ import annotations

import platform
import resource
import sys
import time
from pathlib import Path

from sanudo.coding.marking import mark
from sanudo.coding.model import packaged
from sanudo.parse import sentences
from sanudo.pipeline import code_article
from sanudo.read import read_sources
from sanudo.records import Article

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def articles(path: str | None) -> list[Article]:
    """The articles to time."""
    return [item for item in read_sources([path or EXAMPLES]) if isinstance(item, Article)]


def bare_encoder(texts: list[str]) -> float:
    """Processor seconds for one pass of the encoder over every sentence, unmarked."""
    model = packaged()
    began = time.process_time()
    for text in texts:
        model.score(mark([model.encode(text)], [((), ())]), [(0, 0, 1)])
    return time.process_time() - began


def main() -> None:
    """Time both and print."""
    every = [a for a in articles(sys.argv[1] if len(sys.argv) > 1 else None) if a.language == "en"]
    texts = [a.text[s.start : s.end] for a in every for s in sentences.split(a.text)]
    code_article(every[0])  # loads the model and the names
    began = time.process_time()
    mentions = sum(len(code_article(article).mentions) for article in every)
    whole = time.process_time() - began
    bare = bare_encoder(texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{platform.machine()}, Python {platform.python_version()}, one thread")
    print(f"{len(every)} articles, {len(texts)} sentences, {mentions} event mentions")
    print(f"code          {whole:8.2f} s  {len(every) / whole:8.1f} articles/s  {len(texts) / whole:8.1f} sentences/s")
    print(f"bare encoder  {bare:8.2f} s  {'':8} {'':10}  {len(texts) / bare:8.1f} sentences/s")
    print(f"ratio {whole / bare:.2f}   peak memory {peak:.0f} MB")


if __name__ == "__main__":
    main()
