from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def words(text: str) -> list[tuple[str, str]]:
    found = parse(article_of(text)).entity_mentions
    return [(m.text, m.states[0]) for m in found if m.label == MentionLabel.REFERENCE]


def test_we_and_i_are_who_is_quoted() -> None:
    text = "“We reject the plan and I condemn Chad,” Kenya’s foreign ministry said."
    assert words(text) == [("We", "KEN"), ("I", "KEN")]


def test_a_quotation_goes_on() -> None:
    text = "“The plan is bad,” Kenya’s foreign ministry said. “We reject it.”"
    assert ("We", "KEN") in words(text)


def test_the_writer_is_no_party() -> None:
    assert words("We reject the plan for Kenya. I slept.") == []
    assert words("“The vote of Elizabeth I was good,” Kenya’s foreign ministry said.") == []
    assert words("“The plan is bad,” Kenya’s foreign ministry said. " + "Rain fell. " * 50 + "We slept.") == []
