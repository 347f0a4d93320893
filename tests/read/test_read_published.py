from __future__ import annotations

import pytest

from sanudo.read.published import Clues, find_published, published_in
from sanudo.records import PublishedBasis, Reason

BODY = " The two governments signed the protocol on Monday, and both parliaments have to approve it."
URL = "https://paper.example/2018/08/08/pact"


@pytest.mark.parametrize(
    ("clues", "day", "basis"),
    [
        (Clues(given="2018-08-01", metadata="2018-08-02", url=URL), "2018-08-01", PublishedBasis.GIVEN),
        (Clues(metadata="2018-08-02T23:59:00-05:00", feed="2018-08-03", url=URL), "2018-08-02", PublishedBasis.METADATA),
        (Clues(feed="Fri, 03 Aug 2018 01:00:00 +0500", url=URL), "2018-08-03", PublishedBasis.FEED),
        (Clues(text=f"BAKU, Aug 4, 2018 (NWS) -{BODY}", url=URL), "2018-08-04", PublishedBasis.DATELINE),
        (Clues(raw=f"A headline of it\nPublished: 5 August 2018\n\n{BODY}", url=URL), "2018-08-05", PublishedBasis.BYLINE),
        (Clues(text=BODY, raw=BODY, url=URL), "2018-08-08", PublishedBasis.URL),
        (Clues(metadata=" ", url=URL), "2018-08-08", PublishedBasis.URL),
    ],
)  # fmt: skip
def test_the_best_basis_wins(clues: Clues, day: str, basis: PublishedBasis) -> None:
    found = find_published(clues)
    assert (found.published, found.basis, found.refusals) == (day, basis, ())


@pytest.mark.parametrize(
    ("head", "url", "raw", "day"),
    [
        ("BAKU, Aug 7 (NWS) -", None, "", None),
        ("BAKU, Aug 7 (NWS) -", "https://paper.example/2018/08/08/x", "", "2018-08-07"),
        ("BAKU, Dec 31 (NWS) -", "https://paper.example/2019/01/01/x", "", "2018-12-31"),
        ("BAKU, Aug 7 (NWS) -", "https://paper.example/2018/08/x", "", "2018-08-07"),
        ("BAKU, Aug 7 (NWS) -", None, f"A headline\n{BODY}\n(NWS desk, 8 August 2018, 1610 GMT)", "2018-08-07"),
        ("BAKU, Aug 7 (NWS) -", None, f"A headline\n08/07/2018 10:15\n{BODY}", "2018-08-07"),
        ("BAKU, Aug 7 (NWS) -", None, f"A headline\n09/08/2018\n{BODY}", "2018-08-07"),
        ("BAKU, Aug 7 (NWS) -", None, f"A headline\n03/04/2018\n{BODY}", None),
        ("BAKU, Aug 7 (NWS) -", None, f"A headline\n{BODY}\n08/07/2018", None),
    ],
)
def test_a_dateline_without_a_year(head: str, url: str | None, raw: str, day: str | None) -> None:
    found = find_published(Clues(text=head + BODY, raw=raw, url=url))
    assert found.published == day
    assert found.basis == (PublishedBasis.DATELINE if day else None)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Posted on March 4, 2019 by admin", "2019-03-04"),
        ("Asia | 7 August 2018 | 10:30 PM", "2018-08-07"),
        ("Tuesday, 3 July 2012", "2012-07-03"),
        ("Updated: 9 August 2018", "2018-08-09"),
        ("By A Correspondent | Feb 2, 2016", "2016-02-02"),
        ("Treaty of 7 August 2018 has its first birthday in the capital", None),
    ],
)
def test_bylines(line: str, day: str | None) -> None:
    assert find_published(Clues(raw=f"A headline over it\n{line}\n\n{BODY}")).published == day


def test_published_is_better_than_updated() -> None:
    raw = f"A headline\nUpdated: 9 August 2018\nPublished: 7 August 2018\n\n{BODY}"
    assert find_published(Clues(raw=raw)).published == "2018-08-07"


def test_dates_of_related_links_are_not_the_articles() -> None:
    raw = f"A headline\n\n{BODY}\n\nRelated\n\nAnother headline\nMarch 1, 2019\n"
    assert find_published(Clues(raw=raw)).published is None


def test_a_future_date_is_kept_out_and_the_next_best_taken() -> None:
    found = find_published(Clues(metadata="2031-01-01", url=URL), today="2018-08-09")
    assert (found.published, found.basis) == ("2018-08-08", PublishedBasis.URL)
    assert [(r.reason, r.field) for r in found.refusals] == [(Reason.FUTURE_DATE, "published")]


def test_the_day_itself_is_not_the_future() -> None:
    assert find_published(Clues(given="2018-08-09"), today="2018-08-09").published == "2018-08-09"


def test_nothing_known_is_said() -> None:
    found = find_published(Clues(text=BODY, raw=BODY))
    assert (found.published, found.basis) == (None, None)
    assert [(r.reason, r.field) for r in found.refusals] == [(Reason.NO_PUBLICATION_DATE, "published")]


def test_an_unclear_date_is_said() -> None:
    found = find_published(Clues(metadata="07/08/2018"))
    assert found.published is None
    assert [(r.reason, r.field) for r in found.refusals] == [(Reason.AMBIGUOUS, "published")]


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("Published in The Courier, August 7th, 2018", "Courier"),
        ("Published in the spring, it had an effect.", None),
        ("The Blue Mountain Herald, 2 March 2019", "The Blue Mountain Herald"),
        ("Nile Times | 2 March 2019", "Nile Times"),
        ("The Nation (March 2, 2019)", "The Nation"),
        ("More News at Nile Courier", "Nile Courier"),
        ("More news at the border on Monday.", None),
        ("Pretoria, 2 March 2019", None),
        ("World News, 2 March 2019", None),
        ("Joint statement, 2 March 2019", None),
        ("The ministers told the Nile Times on 2 March 2019 that they had agreed.", None),
    ],
)
def test_a_credit_names_the_paper(line: str, paper: str | None) -> None:
    assert published_in(f"A headline of it\n\n{line}\n\n{BODY}") == paper
