from __future__ import annotations

import pytest

from sanudo.read.dateline import Dateline, find_dateline

BODY = " The two governments signed the protocol on Monday, and both parliaments have to approve it."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("May 12, 2018 (CEDAR/ONLINE) —", Dateline("2018-05-12", None, "CEDAR/ONLINE")),
        ("MOSCOW, Aug 7 (Agency) -", Dateline(None, (8, 7), "Agency")),
        ("KIGALI, Jun 15 2022 (NWS) -", Dateline("2022-06-15", None, "NWS")),
        ("SYDNEY and KUALA LUMPUR, Jul 26 2022 (NWS) -", Dateline("2022-07-26", None, "NWS")),
        ("LAHORE: August 7, 2018 (Delta News) –", Dateline("2018-08-07", None, "Delta News")),
        ("WASHINGTON (NWS) —", Dateline(None, None, "NWS")),
        ("(Newswire) -", Dateline(None, None, "Newswire")),
        ("BEIJING, Aug. 7 (Newswire) --", Dateline(None, (8, 7), "Newswire")),
        ("Dubai: 7 Aug 2018 -", Dateline("2018-08-07", None, None)),
        ("ISLAMABAD, (Point / Local News - 7th Aug, 2018 ) :", Dateline("2018-08-07", None, "Point / Local News")),
        ("ISLAMABAD:", Dateline()),
        ("NEW DELHI —", Dateline()),
        ("ISLAMABAD (Staff Report):", Dateline()),
        ("On August 7, 2018 – a Tuesday –", Dateline()),
        ("The deal, signed on 7 May 2018 (in Minsk) -", Dateline()),
    ],
)
def test_datelines(head: str, expected: Dateline) -> None:
    assert find_dateline(f"A headline over the report\n\n{head}{BODY}") == expected


def test_a_headline_is_no_dateline() -> None:
    assert find_dateline(f"NATO (North Atlantic Treaty) - what next\n\nOSLO:{BODY}") == Dateline()
