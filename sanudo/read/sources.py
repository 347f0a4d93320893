"""What a person typed as the files, folders, patterns and addresses that it means."""

from __future__ import annotations

import glob
import io
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sanudo.read.fetch import fetch, is_url
from sanudo.records import ReadProblem, Reason, Refusal

STDIN = "-"
# Parts of saved pages and other files that stand beside articles; in a folder they are passed over without a word.
_BESIDE = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .svg .webp .ico .bmp .tif .tiff .woff .woff2 .ttf .eot .otf .mp3 .mp4 .webm"
    " .avi .mov .wav .ogg .py .pyc .db .sqlite .log .lock .tmp .bak .swp".split()
)
_LEDGER = ".sanudo"  # and with it `x.sanudo-lock`, `x.sanudo-wal`
_BESIDE_NAMES = frozenset({"readme", "license", "licence", "copying", "notice", "changelog", "manifest", "makefile"})
# Standard input and pipes are kept in memory up to this, then on disk, because formats are told by a first look.
_SPOOL_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """One input to read: a file, standard input, or a URL. `origin` names it in messages and articles."""

    path: str
    origin: str

    @property
    def url(self) -> str | None:
        """The address, if it is one."""
        return self.path if is_url(self.path) else None


def expand(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Source | ReadProblem]:
    """The inputs that the paths mean, folders in the order of their names; a problem for a path that means none."""
    for path in [os.fspath(path) for path in paths]:
        if path == STDIN or is_url(path):
            yield Source(path, "standard input" if path == STDIN else path)
        elif os.path.isdir(path):
            yield from _folder(path)
        elif os.path.exists(path):
            yield _source(path)
        else:
            yield from _pattern(path)


@contextmanager
def opened(source: Source, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    """A source as a file that can be read from its beginning again.

    Raises:
        OSError: it cannot be opened, or fetched.
    """
    if source.url:
        yield io.BytesIO(fetch(source.url))
    elif source.path == STDIN:
        with _spooled(stdin or sys.stdin.buffer) as stream:
            yield stream
    else:
        with open(source.path, "rb") as stream:
            if stream.seekable():
                yield stream
            else:
                with _spooled(stream) as copy:
                    yield copy


def printable(path: str) -> str:
    """A path as text: a name that is no UTF-8 cannot be stored or printed as it is."""
    return os.fsencode(path).decode("utf-8", errors="replace")


@contextmanager
def _spooled(stream: BinaryIO) -> Iterator[BinaryIO]:
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield copy  # type: ignore[misc]


def _folder(path: str) -> Iterator[Source | ReadProblem]:
    problems: list[OSError] = []
    found = False
    for folder, folders, names in os.walk(path, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if _is_candidate(folder, name):
                found = True
                yield _source(os.path.join(folder, name))
    for error in problems:
        yield _problem(str(error.filename), Reason.MISSING, f"the folder cannot be opened ({error.strerror}); skipped")
    if not found and not problems:
        yield _problem(path, Reason.NO_ARTICLES, "the folder holds no file that could be an article")


def _is_candidate(folder: str, name: str) -> bool:
    path = Path(name.lower())
    is_beside = path.suffix in _BESIDE or path.suffix.startswith(_LEDGER) or path.stem in _BESIDE_NAMES
    if name.startswith(".") or is_beside:
        return False
    try:
        return stat.S_ISREG(os.stat(os.path.join(folder, name)).st_mode)
    except OSError:
        return True


def _pattern(path: str) -> Iterator[Source | ReadProblem]:
    """What a pattern matches that the shell did not expand."""
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) and "\0" not in path else []
    for match in matches:
        yield from expand([match])
    if not matches:
        what = "nothing matches the pattern" if glob.has_magic(path) else "no such file or folder"
        yield _problem(path or "''", Reason.MISSING, f"{what}; skipped")


def _source(path: str) -> Source:
    return Source(path, printable(path))


def _problem(path: str, reason: Reason, note: str) -> ReadProblem:
    return ReadProblem(printable(path), Refusal(reason, None, note))
