"""Plain articles out of the development data sets, so that stand-off labels have a text to stand off from.

Each loader turns one data set below a folder into `SourceArticle` rows. The text is rebuilt by a fixed rule, so that
offsets and hashes kept in `models/corpus/` mean the same on every machine that has the data. No text is kept here.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

NO_SPACE_BEFORE = set(",.;:!?)]}%’”") | {"'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"}
NO_SPACE_AFTER = set("([{$“‘#")
DATE_IN_URL = re.compile(r"/(20\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """One article of a development data set.

    `file` names it inside its data set; `published` is an ISO date or None; `outlet` groups articles of one paper.
    """

    dataset: str
    file: str
    outlet: str
    published: str | None
    text: str

    @property
    def sha256(self) -> str:
        """Hash of the text, by which stand-off labels recognise it."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def join_tokens(tokens: list[str]) -> str:
    """Tokens as running text: the usual English spacing, straight quotes opened and closed in turn."""
    out: list[str] = []
    glue, open_quote, before = True, False, ""
    for token in tokens:
        closes = token == '"' and open_quote
        ending = before in ("’", "'") and token in ("s", "t", "re", "ve", "ll", "d", "m")
        if out and not (glue or closes or ending or token in NO_SPACE_BEFORE or token == "-"):
            out.append(" ")
        out.append(token)
        glue = token in NO_SPACE_AFTER or token == "-" or (token == '"' and not open_quote)
        before = token
        if token == '"':
            open_quote = not open_quote
    return "".join(out)


def worldwide(data: Path) -> Iterator[SourceArticle]:
    """The worldwide-newswire set: tokens by line, a blank line after a sentence, the address first."""
    for path in sorted((data / "entities" / "worldwide-newswire").glob("*.tsv")):
        url, sentences, tokens = "", [], []
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            token = line.split("\t")[0].strip()
            if token.startswith("http") and not sentences:
                url = token
            elif token:
                tokens.append(token)
            elif tokens:
                sentences.append(join_tokens(tokens))
                tokens = []
        found = DATE_IN_URL.search(url)
        outlet = re.sub(r"_\d*\.txt\.tsv$", "", path.name)
        published = "-".join(found.groups()) if found else None
        yield SourceArticle("worldwide-newswire", path.name, outlet, published, "\n".join(sentences))


def guardian(data: Path) -> Iterator[SourceArticle]:
    """Articles of one British paper on Syria, 2017 to 2019."""
    csv.field_size_limit(10**8)
    with open(data / "articles" / "guardian_syria_2017_2019.csv", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield SourceArticle("guardian", row[""], "guardian", row["date"], row["text"].strip())


def polnear(data: Path) -> Iterator[SourceArticle]:
    """American political news of autumn 2016, seven papers."""
    for path in sorted((data / "quotes" / "polnear").glob("*/text/*.txt")):
        outlet, date = path.name.split("_")[:2]
        yield SourceArticle(
            "polnear", f"{path.parent.parent.name}/{path.name}", outlet, date, path.read_text(encoding="utf-8").strip()
        )


def plv(data: Path) -> Iterator[SourceArticle]:
    """Single sentences of wire news, each once; the marks of source and target taken out."""
    with open(data / "relations" / "plv_train.tsv", encoding="utf-8", newline="") as lines:
        marked = (row["marked_sentence"] for row in csv.DictReader(lines, delimiter="\t"))
        texts = dict.fromkeys(re.sub(r"</?[st]>", "", text).strip() for text in marked)
    for number, text in enumerate(texts, 1):
        yield SourceArticle("plv", f"{number:04d}", "plv", None, text)


def event_location(data: Path) -> Iterator[SourceArticle]:
    """Single sentences of conflict news, each once."""
    with open(data / "places" / "event_location.jsonl", encoding="utf-8") as lines:
        texts = dict.fromkeys(json.loads(line)["text"].strip() for line in lines)
    for number, text in enumerate(texts, 1):
        yield SourceArticle("event-location", f"{number:04d}", "event-location", None, text)


def timebank(data: Path) -> Iterator[SourceArticle]:
    """American newswire, broadcasts and papers of 1989 to 1998, without markup; white space is folded."""
    for path in sorted((data / "time" / "timebank").glob("*.tml")):
        raw = path.read_text(encoding="utf-8", errors="replace")
        body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
        day = re.search(r'value="(\d{4}-\d\d-\d\d)[^"]*"[^>]*functionInDocument="CREATION_TIME"', raw)
        text = " ".join(re.sub(r"<[^>]+>", "", body[1] if body else "").replace("_", " - ").split())
        yield SourceArticle("timebank", path.name, re.split(r"\d", path.name)[0], day and day[1], text)


def ecbplus(data: Path) -> Iterator[SourceArticle]:
    """Several reports of one story each, topics 1 to 35; the address that opens a report is left out."""
    folder = data / "coreference" / "ecbplus"
    for path in sorted(folder.glob("*/*ecb*.xml"), key=lambda p: [int(n) for n in re.findall(r"\d+", p.stem)]):
        sentences: dict[int, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):
            sentences.setdefault(int(token.attrib["sentence"]), []).append(token.text or "")
        lines = [join_tokens(tokens) for _, tokens in sorted(sentences.items()) if tokens[0] != "http"]
        yield SourceArticle("ecbplus", f"{path.parent.name}/{path.name}", path.parent.name, None, "\n".join(lines))


def re3d(data: Path) -> Iterator[SourceArticle]:
    """Statements of ministries and articles of an encyclopedia on Syria and Iraq."""
    for path in sorted((data / "entities" / "re3d").glob("*/documents.json")):
        with open(path, encoding="utf-8") as lines:
            for row in (json.loads(line) for line in lines if line.strip()):
                yield SourceArticle("re3d", row["_id"], path.parent.name, None, row["text"].strip())


def lgl(data: Path) -> Iterator[SourceArticle]:
    """Reports of small local papers, most of them American."""
    for article in ElementTree.parse(data / "places" / "lgl.xml").getroot():
        domain, day = article.findtext("domain") or "", article.findtext("dltime") or ""
        text = (article.findtext("text") or "").strip()
        yield SourceArticle("lgl", article.attrib["docid"], domain, day[:10] or None, text)


LOADERS = {
    "worldwide-newswire": worldwide,
    "guardian": guardian,
    "polnear": polnear,
    "plv": plv,
    "event-location": event_location,
    "timebank": timebank,
    "ecbplus": ecbplus,
    "re3d": re3d,
    "lgl": lgl,
}


def load(data: Path) -> Iterator[SourceArticle]:
    """Every article of every data set, in a fixed order."""
    for loader in LOADERS.values():
        yield from loader(data)
