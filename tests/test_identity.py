import pytest

from sanudo.identity import alike, plain, same_person

ONE = [
    ("Zamir ul Hassan Shah", "Zamirul Hassan Shah"),
    ("Alexander V. Fomin", "Alexander Fomin"),
    ("Colonel General Alexander Fomin", "Alexander Fomin"),
    ("Muammar Gaddafi", "Moammar Qadhafi"),
    ("Mohammed bin Salman", "Muhammad ibn Salman"),
    ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
    ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
    ("Subrahmanyam Jaishankar", "S. Jaishankar"),
    ("Shinzo Abe", "Abe Shinzo"),
    ("Abdel Fattah al-Sisi", "Abdul Fatah el-Sisi"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Lt Gen Asim Munir", "Syed Asim Munir"),
    ("Jean-Yves Le Drian", "Jean-Yves le Drian"),
    ("Abdul Rahman", "Abdel-Rahman"),
]
TWO = [
    ("Imran Khan", "Amir Khan"),
    ("Nazir Ahmed Butt", "Nazir Ahmad Bhutto"),
    ("George W. Bush", "George H. W. Bush"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Hassan Ali", "Hussein Ali"),
    ("Raúl Castro", "Fidel Castro"),
    ("Nawaz Sharif", "Shehbaz Sharif"),
    ("Mohammed VI", "Mohammed V"),
    ("Wang Yi", "Wang Yi-chu"),
    ("Sergei Ivanov", "Igor Ivanov"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_person(one, other).same is True
    assert same_person(other, one).same is True


@pytest.mark.parametrize(("one", "other"), TWO)
def test_names_of_two_people(one: str, other: str) -> None:
    assert same_person(one, other).same is False
    assert same_person(other, one).same is False


def test_a_surname_alone_cannot_tell() -> None:
    verdict = same_person("Fomin", "Alexander Fomin")
    assert verdict.same is None
    assert verdict.why == "a surname alone"


def test_every_verdict_says_why() -> None:
    assert same_person("George W. Bush", "George H. W. Bush").why == "initials W. and H. W."
    assert (
        same_person("Zamir ul Hassan Shah", "Zamirul Hassan Shah").why == "the same letters, written together or apart"
    )


@pytest.mark.parametrize("name", ["", "…", "x" * 1_000_000, "Jr", "II"])
def test_what_is_no_name_is_no_trouble(name: str) -> None:
    assert same_person(name, "Imran Khan").same is not True


def test_words_sound_alike_or_are_nearly_the_same() -> None:
    assert alike(plain("Qadhafi"), plain("Gaddafi"))
    assert alike("lukashenko", "lukashenka")
    assert not alike("butt", "bhutto")
