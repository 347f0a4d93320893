from sanudo.parse import parse
from sanudo.records import MentionLabel
from tests.build import article_of


def words(text: str, publisher: str | None = None) -> list[tuple[str, str]]:
    found = parse(article_of(text, publisher=publisher)).entity_mentions
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


def test_whoever_is_announced_speaks_without_marks() -> None:
    text = "Kenya’s foreign minister said:\n\nWe reject the plan.\nI condemn the attack on Chad."
    assert words(text) == [("We", "KEN"), ("I", "KEN")]


def test_outside_quotations_it_is_the_outlet_at_home() -> None:
    text = "“The plan is bad,” Chad’s foreign ministry said.\nWe asked Chad for patience. I slept."
    assert words(text, "The Kenya Courier") == [("We", "KEN")]
    assert words(text, "The Courier") == []
    assert words("A card on the door said: “We have closed.” Rain fell.", "The Kenya Courier") == []


def test_a_person_unknown_speaks_for_the_party_before() -> None:
    text = "A spokesman of Kenya’s foreign ministry said it was late. “Rain fell. We reject the plan,” said Amos Were."
    assert ("We", "KEN") in words(text)


def test_our_country_is_the_speakers() -> None:
    text = "“Our country rejects the plan of Chad,” Kenya’s foreign ministry said."
    assert words(text) == [("Our country", "KEN")]
    assert words("Our soldiers left Chad.", "mod.go.ke") == [("Our soldiers", "KEN")]


def test_a_long_text_without_an_end_is_read_in_no_time() -> None:
    names = "Amos Were " * 3_000
    assert words(f"“The plan is bad, said {names}. “We slept") == []
