"""How does a letter say in one sentence what the dispute has cost?"""

from collections.abc import Sequence
from typing import Any

from complaintkit.render.contact_facts import Pen
from complaintkit.render.days_and_sums import Words, money_text
from complaintkit.render.phrases import duration, joined
from complaintkit.render.trace import Fact, joined_sources
from complaintkit.rules.letter_effect import Effect


def effect_facts(lost: Effect, pen: Pen) -> dict[str, Any]:
    """Return what was lost, money first, each with what it was for: “£26.85 (postage)”."""
    words = pen.words
    money = joined([money_text(one, pen.style["locale"]) for one in lost.money], words)
    time = duration(lost.minutes, words)
    parts = [
        (money, lost.money_for, lost.money_from),
        (time, lost.minutes_for or _spent(lost, words), lost.minutes_from),
    ]
    if not set(lost.money_for).isdisjoint(lost.minutes_for):
        reasons = dict.fromkeys((*lost.money_for, *lost.minutes_for))
        entries = (*lost.money_from, *lost.minutes_from)
        parts = [(joined([money, time], words), tuple(reasons), entries)]
    return {
        "effect": [_part(*part, pen) for part in parts if part[0]],
        "effect_is_more": bool(lost.told),
    }


def _part(loss: str, reasons: Sequence[str], entries: Sequence[int], pen: Pen) -> Fact:
    source = joined_sources(f"#{seq}" for seq in entries)
    return pen.book.fact(_with_reasons(loss, reasons, pen.words), source)


def _with_reasons(loss: str, reasons: Sequence[str], words: Words) -> str:
    if not reasons:
        return loss
    first, _, rest = reasons[0].partition(" ")
    if len(reasons) == 1 and first.casefold() in words["loss"]["time"]:
        place = rest.split(" ", 1)[0]
        if place in words["loss"]["time_goes"]:
            return f"{loss} {rest}"
    long = any("," in reason or f" {words['and_alone']} " in reason for reason in reasons)
    between = words["loss"].get("between", "; ")
    listed = between.join(reasons) if long else joined(list(reasons), words)
    return str(words["loss"]["with_reason"].format(loss=loss, reason=listed))


def _spent(lost: Effect, words: Words) -> tuple[str, ...]:
    """Say where time on the contacts themselves went: “time on the telephone and in the chat”."""
    places: dict[str, str] = words["loss"]["places"]
    if not all(channel.value in places for channel in lost.channels):
        return (words["loss"]["contacts"],)
    where = joined([places[channel.value] for channel in lost.channels], words)
    return (words["loss"]["spent"].format(where=where),) if where else ()
