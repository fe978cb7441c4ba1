"""How do the figures of several cases with one company read?"""

from collections.abc import Iterator

from complaintkit.model.score import Scorecard, Share, Together
from complaintkit.render.score_figures import (
    efficiently_lines,
    grouped,
    lost_lines,
    promise_line,
    tag_lines,
    wrapped,
)
from complaintkit.render.score_strip import case_strip
from complaintkit.render.score_words import Words, counted, listed, sums
from complaintkit.rules.sentences import quoted


def several(card: Scorecard, words: Words, width: int) -> Iterator[str]:
    """Yield each case in a few lines, then the figures added up."""
    yield from wrapped(card.company, width)
    yield ""
    yield from case_strip(card.cases, words, width=width)
    groups = (
        ("quickly", _together_quickly(card.together, words)),
        ("efficiently", efficiently_lines(card.together.efficiently, words)),
        ("consistently", _together_consistently(card.together, words)),
        ("cost", _together_cost(card.together, words)),
        ("felt", _together_felt(card.together, words)),
        ("tags", tag_lines(card.together.tags, words)),
    )
    yield from grouped(groups, words, width)
    yield ""
    yield words["together"]["in-full"].format(name=quoted(card.cases[0].name))


def _together_quickly(found: Together, words: Words) -> Iterator[str]:
    said = words["together"]
    yield said["cases"].format(
        cases=counted(found.cases, "case", words),
        still_open=found.still_open,
        resolved=found.resolved,
        in_part=found.in_part,
        not_resolved=found.not_resolved,
    )
    known = {
        "reply": found.days_to_reply,
        "written": found.days_to_written_reply,
        "resolution": found.days_to_resolution,
    }
    for key, days in known.items():
        if days:
            told = listed(days, words)
            yield said[key].format(days=told, n=len(days), of=found.cases)


def _together_consistently(found: Together, words: Words) -> Iterator[str]:
    yield promise_line(found.promises, words)
    yield words["consistently"]["contradictions"].format(n=found.contradictions)


def _together_cost(found: Together, words: Words) -> Iterator[str]:
    yield from lost_lines(found.money_lost, found.minutes_lost, words)
    if found.got_back:
        yield words["cost"]["got"].format(sums=sums(found.got_back))


def _together_felt(found: Together, words: Words) -> Iterator[str]:
    said = words["together"]
    if found.content:
        pairs = (said["pair"].format(before=one[0], after=one[1]) for one in found.content)
        told = "; ".join(pairs)
        yield said["content"].format(pairs=told, n=len(found.content), of=found.cases)
    signs: dict[str, Share] = {
        "fair": found.fair,
        "heard": found.heard,
        "addressed": found.addressed,
    }
    for sign, share in signs.items():
        if share.of:
            yield said[sign].format(n=share.count, of=share.of)
    rated = {"integrity": found.integrity, "honesty": found.honesty, "manner": found.manner}
    for name, marks in rated.items():
        if marks:
            yield said[name].format(marks=listed(marks, words))
