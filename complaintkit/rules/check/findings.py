"""Which of several findings on the same words are told?"""

from collections.abc import Iterable

from complaintkit.model.review import Remark, Severity

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def apart(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return findings that do not overlap, in the order of the text.

    Of two on the same words the weightier is kept, then the one that can be put in place, then
    the longer: the other shows itself when it has been dealt with. A finding that quotes no
    words stands beside all.
    """
    kept: list[Remark] = []
    for remark in sorted(remarks, key=_rank):
        if remark.start == remark.end or not any(_overlap(remark, other) for other in kept):
            kept.append(remark)
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))


def _rank(remark: Remark) -> tuple[int, bool, int, int]:
    length = remark.end - remark.start
    return (_WEIGHT[remark.severity], not remark.is_rewording, -length, remark.start)


def _overlap(one: Remark, other: Remark) -> bool:
    return one.start < other.end and other.start < one.end
