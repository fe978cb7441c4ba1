"""By when does the writer want it?"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from complaintkit.rules.check.parts.asked import Ask
from complaintkit.rules.check.parts.scope import Reading, is_of_others

Span = tuple[int, int]

_BY = frozenset(["by", "before", "until", "till", "latest", "than", "after"])
_FORTH = frozenset(["within", "in", "inside"])
_RUNNING = frozenset(["from", "to", "after", "of"])
_CLOCK = frozenset(["pm", "am", "p", "a", "noon", "o"])
_PRONOUNS = frozenset(["i", "we", "you", "they", "it", "he", "she"])
_PAST = frozenset(["paid", "bought", "sent", "was", "were", "had", "took", "gave", "got", "made"])
_MINE = frozenset(["my", "our", "the", "a", ""])
_FAR = 6  # words from “by” to its day, from “within” to its unit
_GRANT = 9  # words from “I will wait” to the unit of its time


def deadlines(read: Reading, asked: Sequence[Ask], dates: Sequence[Span]) -> Iterator[Span]:
    """Yield the times that the writer sets, as places in the text.

    A time (“within 14 days”, “by 12 June”) counts where the writer's wish, a grant (“you
    have”) or a consequence (“if I have not heard”) governs it in its sentence.
    """
    setting = [(one.first, one.last) for one in asked]
    setting += [match for match in read.phrases("sets") if _is_own(read, match[0])]
    if not setting:
        return
    setting.sort()
    starts = {start for start, _ in dates}
    for first, last in _limits(read, starts):
        span = read.span(first, last)
        if not read.draft.is_quoted(*span) and _is_set_by_writer(read, first, setting, asked):
            yield span


def _is_own(read: Reading, first: int) -> bool:
    """Whether it is the writer who sets it; not “by law you have 30 days”."""
    is_given = read.word(first) == "you"
    by_rule = is_given and read.has("setter", read.clause_start(first), first)
    return not by_rule and not is_of_others(read, first)


def _limits(read: Reading, starts: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each time by which something can be due."""
    units = set(read.places("unit"))
    for place, token in enumerate(read.tokens):
        last = None
        if token.word in _BY or (token.word in ("is", "of", "for") and _is_deadline(read, place)):
            last = _day_after(read, place, starts)
        elif token.word in _FORTH:
            last = _span_after(read, place)
        elif place in units and place and (_runs(read, place) or _is_granted(read, place)):
            yield place - 1, place
        if last is not None:
            yield place, last


def _day_after(read: Reading, place: int, starts: Collection[int]) -> int | None:
    """Return the last word of the day that follows “by”."""
    for at in range(place + 1, min(place + _FAR, read.ends[place])):
        token = read.tokens[at]
        if read.is_in("day", at) or token.start in starts or token.start - 1 in starts:
            return at
        if token.word[:1].isdigit():
            is_nth = token.word.endswith(("pm", "am", "st", "nd", "rd", "th"))
            return at if is_nth or read.word(at + 1) in _CLOCK else None
        if not read.is_in("toward", at) and read.word(place) != "before":
            return None
    return None


def _span_after(read: Reading, place: int) -> int | None:
    """Return the last word of the length of time that follows “within”."""
    for at in range(place + 1, min(place + _FAR, read.ends[place])):
        if read.is_in("unit", at):
            return at
        if not (read.word(at).isdigit() or read.is_in("counting", at)):
            return None
    return None


def _runs(read: Reading, unit: int) -> bool:
    """Whether “14 days” runs from something: “14 days from the date of this letter”."""
    if not (read.word(unit - 1).isdigit() or read.is_in("counting", unit - 1)):
        return False
    after = read.word(unit + 1)
    return after in ("from", "to") or (
        after in _RUNNING and read.word(unit + 2) in ("this", "receipt", "receiving", "the")
    )


def _is_granted(read: Reading, unit: int) -> bool:
    """Whether a length of time is what the writer gives: “I will wait ten working days”."""
    for at in range(unit - 1, max(-1, unit - _GRANT), -1):
        if read.is_in("granting", at):
            return at < unit - 1 and _grants(read, at)
        if not (read.word(at).isdigit() or read.is_in("counting", at) or read.is_in("given", at)):
            return False
    return False


def _grants(read: Reading, verb: int) -> bool:
    """Whether it is the writer who waits or gives, or “you” who have the time."""
    before = read.before(verb, _FAR)
    if "been" in before[-2:]:
        return False
    pronouns = [word for word in before if word in _PRONOUNS]
    is_having = read.word(verb) in ("have", "get")
    return bool(pronouns) and pronouns[-1] in (("you",) if is_having else ("i", "we"))


def _is_deadline(read: Reading, place: int) -> bool:
    """Whether the day that follows is the writer's deadline: “my deadline for this is”."""
    for at in range(place - 1, max(-1, place - _FAR), -1):
        if read.word(at) == "deadline":
            return read.word(at - 1) in _MINE
    return False


def _is_set_by_writer(
    read: Reading, limit: int, setting: Sequence[tuple[int, int]], asked: Sequence[Ask]
) -> bool:
    """Whether the nearest thing that governs the time is the writer's wish or grant.

    Not a time that belongs to what somebody did or promised: “the fee you promised by May”.
    """
    start, place = read.sentence_start(limit), bisect_right(setting, (limit, len(read.tokens)))
    before = [last for first, last in setting[max(0, place - _FAR) : place] if first >= start]
    nearest = max(before, default=read.clause_start(limit) - 1) + 1
    if read.has("setter", nearest, limit) or _is_told(read, nearest, limit):
        return False
    after = asked[bisect_right(asked, limit, key=lambda one: one.first) :][:1]
    return bool(before) or any(one.first < read.ends[limit] for one in after)


def _is_told(read: Reading, start: int, end: int) -> bool:
    """Whether something that happened is told between: “the shoes I returned within 14 days”."""
    for at in range(start, end - 1):
        following = read.word(at + 1)
        if read.word(at) in _PRONOUNS and (following.endswith("ed") or following in _PAST):
            return True
    return False
