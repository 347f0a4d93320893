from sanudo.records import Kind
from sanudo.resolve.named import named_places
from sanudo.resolve.wording import deed_words, leading
from tests.build import article_of, mention_of


def test_words_of_the_deed_are_without_names_and_endings() -> None:
    article = article_of("Peru phoned Chile over the bombings.")
    words = deed_words(mention_of(article, "CONSULT", "PER:Peru CHL:Chile"), article.text)
    assert words == {"phon", "over", "the", "bomb"}


def test_what_leads_to_a_place_is_its_preposition_and_the_word_before() -> None:
    article = article_of("Peru and Chile ended talks in Geneva.")
    mention = mention_of(article, "CONSULT", "PER:Peru CHL:Chile", kind=Kind.MEETING)
    (geneva,) = [place for place in named_places(article.text) if place.role == "in"]
    assert leading(geneva, mention, article.text) == ["after in", "after in | meeting", "led by talk"]
