from sanudo.details import Meeting, Stated, holds


def test_a_record_holds_something_when_a_value_is_told() -> None:
    assert holds(Meeting(purpose=Stated("trade", "trade", 3, 8)))
    assert holds(Meeting(topics=(Stated("trade", "trade", 3, 8),)))


def test_an_empty_record_and_none_hold_nothing() -> None:
    assert not holds(Meeting())
    assert not holds(None)
