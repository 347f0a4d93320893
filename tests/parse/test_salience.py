from sanudo.parse.salience import Salience
from sanudo.records import EntityMention, MentionLabel, Sentence

SENTENCES = [Sentence(start, start + 9) for start in range(0, 100, 10)]


def at(start: int, state: str) -> EntityMention:
    return EntityMention(start, start + 3, state, MentionLabel.STATE, (state,))


def test_the_first_of_a_sentence_weighs_more() -> None:
    about = Salience(SENTENCES)
    about.see(at(0, "PER"))
    about.see(at(5, "CHL"))
    assert about.lead(9) == ("PER", 1.8)


def test_weights_fade_with_each_sentence() -> None:
    about = Salience(SENTENCES)
    about.see(at(0, "PER"))
    about.see(at(90, "CHL"))
    state, times = about.lead(95)
    assert state == "CHL"
    assert round(times, 6) == round(1 / 0.9**9, 6)


def test_one_state_has_no_rival_and_none_no_lead() -> None:
    about = Salience(SENTENCES)
    assert about.lead(0) == ("", 0.0)
    about.see(at(0, "PER"))
    assert about.lead(50) == ("PER", float("inf"))
