from datetime import date

from complaintkit.model.score import Passage, PromiseMark
from complaintkit.model.standing import PromiseState
from complaintkit.render.picture import picture


def passage(on: str, way: str = "out", **more: object) -> Passage:
    return Passage(
        kind=str(more.pop("kind", "contact")), on=date.fromisoformat(on), way=way, **more
    )


def test_days_become_places_between_the_ends():
    found = picture([passage("2026-01-01"), passage("2026-01-06"), passage("2026-01-11")])
    assert [mark.x for mark in found.marks] == [0, 0.5, 1]


def test_the_customer_lies_above_the_company_below_and_the_end_on_the_line():
    found = picture(
        [
            passage("2026-01-01"),
            passage("2026-01-02", "in"),
            passage("2026-01-09", "", kind="today"),
        ]
    )
    assert [mark.lane for mark in found.marks] == [1, -1, 0]


def test_no_mark_covers_another_of_the_same_day():
    found = picture([passage("2026-01-01"), passage("2026-01-01"), passage("2026-02-01")])
    assert [mark.place for mark in found.marks] == [1, 2, 1]
    assert found.height == 2


def test_a_try_that_reached_nobody_and_broken_promises_show():
    broken = PromiseMark(state=PromiseState.BROKEN, what="a refund")
    found = picture(
        [passage("2026-01-01", reached=False), passage("2026-03-01", promises=(broken, broken))]
    )
    assert [(mark.shape, mark.broken) for mark in found.marks] == [("missed", 0), ("contact", 2)]


def test_labels_name_both_ends_and_a_few_months_between():
    found = picture([passage("2021-01-10"), passage("2026-11-26")])
    labels = [tick.label for tick in found.ticks]
    assert (labels[0], labels[-1]) == ("10 Jan 2021", "26 Nov 2026")
    assert 2 <= len(labels) <= 9


def test_a_single_day_has_no_picture():
    assert picture([]) is None
    assert picture([passage("2026-01-01"), passage("2026-01-01", "in")]) is None
