"""Where work runs: this process or a pool of them. The result is the same, in the same order."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

# Articles handed out ahead of the one awaited, for each process: enough to keep all busy, few enough to hold in memory.
AHEAD = 4


def in_order(work: Callable[[A], B], items: Iterable[A], jobs: int = 1) -> Iterator[B]:
    """`work` done on every item, results in the order of the items; by `jobs` processes when more than one.

    `work` and the items must survive pickling. Items are drawn as they are needed.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts) as pool:
        waiting: deque[Future[B]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) >= jobs * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C reaches the whole group of processes; it is for the first of them to end the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
