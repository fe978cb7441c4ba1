"""How do the figures of a scorecard read, on a screen and in a pack?"""

from collections.abc import Iterator, Sequence

from complaintkit.model.score import (
    CaseScore,
    Felt,
    Noted,
    Passage,
    Quickly,
    Scorecard,
)
from complaintkit.render.score_figures import (
    efficiently_lines,
    grouped,
    lost_lines,
    promise_line,
    tag_lines,
    wrapped,
)
from complaintkit.render.score_strip import strip
from complaintkit.render.score_together import several
from complaintkit.render.score_words import Words, counted, day_text, sum_text, sums

WIDTH = 78


def score_text(
    card: Scorecard,
    words: Words,
    *,
    found: Sequence[Passage] = (),
    width: int = WIDTH,
    last: int = 0,
) -> str:
    """Return a scorecard as plain text: the picture, then the figures.

    One case is shown in full, with its passages in `found` (the last `last` of them, or all);
    several cases are shown a few lines each, and added up.
    """
    if len(card.cases) == 1:
        lines = _one(card.cases[0], found, words, width, last)
    else:
        lines = several(card, words, width)
    return "\n".join(lines) + "\n"


def _one(
    score: CaseScore, found: Sequence[Passage], words: Words, width: int, last: int
) -> Iterator[str]:
    title = f" – {score.title}" if score.title else ""
    yield from wrapped(f"{score.name}: {score.company}{title}", width)
    yield ""
    yield from strip(found, words, width=width, last=last)
    groups = (
        ("quickly", _quickly(score.quickly, score.result, words)),
        ("efficiently", efficiently_lines(score.efficiently, words)),
        ("consistently", _consistently(score, words)),
        ("cost", _cost(score, words)),
        ("felt", _felt(score.felt, words)),
        ("tags", tag_lines(score.tags, words)),
    )
    yield from grouped(groups, words, width)


def _quickly(found: Quickly, result: str, words: Words) -> Iterator[str]:
    said = words["quickly"]
    if found.complained_on is None or found.days_open is None:
        yield said["not-begun"]
        return
    since = day_text(found.complained_on)
    if found.replied_on is None:
        yield said["no-reply-closed" if found.closed_on else "no-reply"].format(since=since)
    else:
        days = counted(found.days_to_reply or 0, "day", words)
        key = "reply" if found.days_to_reply else "reply-same-day"
        yield said[key].format(days=days, on=day_text(found.replied_on))
    yield from _written(found, words)
    days = counted(found.days_open, "day", words)
    if found.closed_on is None:
        yield said["open"].format(days=days, since=since)
    else:
        yield said.get(result, said["not"]).format(days=days, on=day_text(found.closed_on))


def _written(found: Quickly, words: Words) -> Iterator[str]:
    said = words["quickly"]
    if found.written_on is None:
        return
    since = day_text(found.written_on)
    if found.written_reply_on is None:
        yield said["no-written"].format(since=since)
        return
    days = counted(found.days_to_written_reply or 0, "day", words)
    key = "written" if found.days_to_written_reply else "written-same-day"
    yield said[key].format(since=since, days=days, on=day_text(found.written_reply_on))


def _consistently(score: CaseScore, words: Words) -> Iterator[str]:
    said = words["consistently"]
    yield promise_line(score.promises, words)
    yield said["contradictions"].format(n=len(score.contradictions))
    yield from (f"  {_contradiction(one, words)}" for one in score.contradictions)


def _contradiction(one: Noted, words: Words) -> str:
    who = f", {one.who}" if one.who else ""
    return words["consistently"]["contradiction"].format(
        seq=one.seq, on=day_text(one.on), who=who, tag=one.tag
    )


def _cost(score: CaseScore, words: Words) -> Iterator[str]:
    yield from lost_lines(score.money_lost, score.minutes_lost, words, score.costs)
    said = words["cost"]
    if not score.got_back:
        if score.result:
            yield said["got-none"]
    elif score.asked_for:
        asked = sum_text(score.asked_for)
        yield said["got-of"].format(sums=sums(score.got_back), asked=asked)
    else:
        yield said["got"].format(sums=sums(score.got_back))
    if score.moved_by:
        yield said["moved"].format(what=score.moved_by)


def _felt(felt: Felt, words: Words) -> Iterator[str]:
    said = words["felt"]
    known = [felt.before is not None, felt.after is not None]
    if any(known):
        key = "content" if all(known) else "before" if known[0] else "after"
        yield said[key].format(before=felt.before, after=felt.after)
    signs = {"fair": felt.fair, "heard": felt.heard, "addressed": felt.addressed}
    for sign, answer in signs.items():
        if answer is not None:
            yield said[sign].format(answer=said["yes" if answer else "no"])
    rated = {"integrity": felt.integrity, "honesty": felt.honesty, "manner": felt.manner}
    marks = [said[name].format(mark=mark) for name, mark in rated.items() if mark is not None]
    if marks:
        yield said["rated"].format(marks=", ".join(marks))
