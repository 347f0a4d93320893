"""Text that no newspaper prints: nothing crashes, and every offset still stands on its words."""

import pytest

from sanudo.pipeline import code_article
from sanudo.read import article_from_text

TELLING = "Kenya and Uganda signed a rail agreement in Nairobi on 4 March 2019."
RIGHT_TO_LEFT = "\u202e\u200f"
STRANGE = {
    "one sentence of 20,000 words": "Kenya accused Uganda of " + "delaying the railway and " * 5_000 + "theft.",
    "20,000 words that all name a state": "Kenya and Uganda " * 6_700,
    "one character a million times": "a" * 1_000_000,
    "a million spaces": f"{TELLING}{' ' * 1_000_000}{TELLING}",
    "a million full stops": "." * 1_000_000,
    "emoji": f"\U0001f1f0\U0001f1ea\U0001f91d\U0001f1fa\U0001f1ec {TELLING} \U0001f389" * 20,
    "a letter outside the basic plane before each name": "\U0001d400Kenya \U0001d400Uganda. " + TELLING,
    "right-to-left marks": f"{RIGHT_TO_LEFT}Kenya{RIGHT_TO_LEFT} and {RIGHT_TO_LEFT}Uganda signed a pact. " + TELLING,
    "control characters": "Kenya\x00 and\x07 Uganda\x1b[31m signed\x08 a pact.\x7f " + TELLING,
    "capitals": TELLING.upper() * 30,
    "no punctuation": TELLING.replace(".", "").lower() * 100,
    "no spaces": TELLING.replace(" ", "") * 100,
    "a table": "Exporter\tImporter\tUSD\n" + "Kenya\tUganda\t1,000,000\n" * 500,
    "a table in one line": "| Kenya | Uganda | 2019 | " * 1_000,
    "combining marks": "K\u0301e\u0301nya and Uganda\u0308 met. " + TELLING,
    "wide characters": "\uff2b\uff45\uff4e\uff59\uff41 and Uganda met. " + TELLING,
    "brackets": "(" * 5_000 + TELLING + ")" * 5_000,
    "quotation marks": '"' * 5_001 + TELLING,
    "line ends of all sorts": TELLING.replace(" ", "\r") + "\u2028" + TELLING.replace(" ", "\r\n") + "\x0b\x0c\x85",
    "only marks": "\ufeff\u200b\u200d",
}


def check(text: str) -> None:
    article = article_from_text(text, published="2019-03-05")
    result = code_article(article)
    for mention in result.mentions:
        for evidence in mention.evidence:
            assert article.text[evidence.start : evidence.end] == evidence.text
        for party in mention.actors + mention.recipients:
            assert article.text[party.start : party.end] == party.text
        if mention.attribution:
            assert article.text[mention.attribution.start : mention.attribution.end] == mention.attribution.text


@pytest.mark.parametrize("name", STRANGE)
def test_nothing_crashes_and_offsets_are_exact(name: str) -> None:
    check(STRANGE[name])


@pytest.mark.parametrize(
    "name", ["emoji", "control characters", "combining marks", "a letter outside the basic plane before each name"]
)
def test_a_telling_is_still_read_beside_it(name: str) -> None:
    mentions = code_article(article_from_text(STRANGE[name], published="2019-03-05")).mentions
    assert any({"KEN", "UGA"} <= {p.state for p in m.actors + m.recipients} for m in mentions)


def test_the_same_sentence_reads_the_same_among_others() -> None:
    """Articles are read one after another and never batched: what is read before changes nothing."""
    alone = code_article(article_from_text(TELLING, published="2019-03-05")).mentions
    code_article(article_from_text(STRANGE["a table"], published="2019-03-05"))
    assert code_article(article_from_text(TELLING, published="2019-03-05")).mentions == alone
