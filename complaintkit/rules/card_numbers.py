"""Which digits are the whole number of a payment card?

Prefix, length and check digit together are rare in other numbers, but not rare enough: digits
that are called an order, an IMEI or the like are none, and in a longer run of digits only what
stands in the usual groups counts.
"""

from collections.abc import Iterator

from complaintkit.rules.check_digits import is_card
from complaintkit.rules.digit_runs import Found, Run
from complaintkit.rules.number_labels import is_card_label, is_reference

_FEWEST, _MOST = 13, 19
_SHAPES: dict[int, tuple[tuple[int, ...], ...]] = {
    4: (
        *((4, 4, 4, 4, 3), (4, 4, 4, 4), (4, 4, 4, 4, 2)),  # the long ones first
        *((4, 6, 5), (4, 6, 4), (4, 4, 4, 3), (4, 4, 4, 2), (4, 4, 4, 1), (4, 12), (4, 4, 8)),
    ),
    5: ((5, 5, 5), (5, 5, 6)),
    6: ((6, 13), (6, 10), (6, 6, 4), (6, 4, 6), (6, 9), (6, 8)),
    8: ((8, 8),),
    **{length: ((length,),) for length in range(_FEWEST, _MOST + 1)},
}
_EVERY_SHAPE = frozenset(shape for shapes in _SHAPES.values() for shape in shapes)
_TAILS = frozenset(((3,), (4,), (2,), (2, 2), (2, 2, 3), (4, 3), (2, 4), (2, 4, 3)))
"""What may follow in the same run: the day on which a card ends, its security code."""


def card_numbers(text: str, run: Run) -> list[Found]:
    """Return the card numbers in a run of digits, in order."""
    if sum(run.lengths[:_MOST]) < _FEWEST:
        return []
    called = is_card_label(run.words)
    if not called and (run.is_glued or is_reference(run.words)):
        return []
    return list(_in_shape(run, called=called)) or list(_in_any_shape(text, run, called=called))


def wrapped_card(text: str, upper: Run, lower: Run) -> Found | None:
    """Return the card number that the end of a line has cut in two, if two runs are one."""
    shape = upper.lengths + lower.lengths if len(upper.lengths) + len(lower.lengths) < 6 else ()  # noqa: PLR2004
    between = text[upper.end(-1) : lower.starts[0]]
    if (
        shape not in _EVERY_SHAPE
        or between.count("\n") != 1
        or between.strip(" \t\r\n>-")
        or upper.is_glued
        or is_reference(upper.words)
        or not _is_a_card("".join(upper.groups + lower.groups), called=is_card_label(upper.words))
    ):
        return None
    return Found("card", upper.starts[0], lower.end(-1))


def _in_shape(run: Run, *, called: bool) -> Iterator[Found]:
    at = ended = 0
    while at < len(run.lengths):
        after = _end_of_card(run, at, called=called) if at == ended or _may_begin(run, at) else 0
        if after:
            yield Found("card", run.starts[at], run.end(after - 1))
            ended = after
        at = after or at + 1


def _in_any_shape(text: str, run: Run, *, called: bool) -> Iterator[Found]:
    """Return a whole run in groups of its own making, if all gaps in it are the same."""
    if len(run.groups) > _MOST or not _is_a_card(run.joined(0, _MOST), called=called):
        return
    gaps = {text[run.end(left) : run.starts[left + 1]] for left in range(len(run.groups) - 1)}
    if len(gaps) == 1 or called:
        yield Found("card", run.starts[0], run.end(-1))


def _end_of_card(run: Run, at: int, *, called: bool) -> int:
    """Return the index after the last group of a card that begins here; 0 if none does."""
    for shape in _SHAPES.get(run.lengths[at], ()):
        after = at + len(shape)
        if (
            run.lengths[at:after] == shape
            and _is_a_card(run.joined(at, after), called=called)
            and (called or _may_end(run, after) or is_card(run.joined(after, after + len(shape))))
        ):
            return after
    return 0


def _is_a_card(digits: str, *, called: bool) -> bool:
    """Whether digits are a card's; 13 only if they are called so: barcodes pass the same test."""
    return is_card(digits) and (len(digits) > _FEWEST or called)


def _may_begin(run: Run, at: int) -> bool:
    """Whether what stands before in the run is a day or a year rather than part of a number."""
    before = run.groups[at - 1]
    return len(before) <= 2 or (len(before) == 4 and before[:2] in ("19", "20"))  # noqa: PLR2004


def _may_end(run: Run, after: int) -> bool:
    """Whether what follows in the run is the end of the card's time or its security code."""
    tail = run.groups[after : after + 4]
    if not tail:
        return True
    is_month = "01" <= tail[0][:2] <= "12" or tail[0][:2] == "20"
    return run.lengths[after : after + 4] in _TAILS and (len(tail[0]) == 3 or is_month)  # noqa: PLR2004
