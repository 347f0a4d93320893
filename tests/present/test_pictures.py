from datetime import datetime, timedelta

import pytest

from sanudo.present.pictures import date_axis, drawing, rendered

pytest.importorskip("matplotlib", reason="pip install '.[plots]'")


@pytest.mark.parametrize("days", [1, 5, 20, 60, 100, 200, 400, 1000, 1500, 1900, 2050, 2150, 3000, 20_000])
def test_a_time_of_any_length_has_its_dates(days: int) -> None:
    begins = datetime(2013, 4, 3)
    with drawing(6, 2) as figure:
        axes = figure.subplots()
        axes.plot([begins, begins + timedelta(days=days)], [0, 1])
        date_axis(axes)
        assert rendered(figure, "svg")
        ticks = axes.xaxis.get_major_locator()()
    assert 2 <= len(ticks) <= 13
