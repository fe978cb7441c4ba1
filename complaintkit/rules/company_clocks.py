"""Which dates did the company give or get, and which did the person set: what runs out?"""

from collections.abc import Iterator
from datetime import date

from complaintkit.model.clock import Clock, ClockState, Whose
from complaintkit.model.reference import Guide
from complaintkit.model.standing import OutsideWay
from complaintkit.model.summary import LetterOut, Summary
from complaintkit.rules import turns
from complaintkit.rules.ladder import NEEDS_NO_ANSWER, TO_OTHERS
from complaintkit.rules.limit_clocks import from_today, in_days, moved_because
from complaintkit.rules.sentences import filled, sentence, who_said


def company_clocks(summary: Summary, guide: Guide, *, today: date) -> tuple[Clock, ...]:
    """Return the dates of letters, promises, offers, an agreement, and one's own reminders."""
    return (
        *_letters(summary, guide, today=today),
        *_promises(summary, guide, today=today),
        *_offers(summary, guide, today=today),
        *_agreed(summary, guide, today=today),
        *_reminders(summary, guide, today=today),
    )


def opening_clocks(ways: tuple[OutsideWay, ...], guide: Guide, *, today: date) -> tuple[Clock, ...]:
    """Return the days from which outside bodies may be asked, those still to come."""
    return tuple(
        _clock(
            f"opens:{way.body_id}",
            Whose.OPENS,
            way.open_from,
            today=today,
            title=way.name,
            sentence=sentence(
                guide,
                "clock-opens",
                name=way.name,
                on=way.open_from,
                left=in_days((way.open_from - today).days),
            ),
            source=way.source,
        )
        for way in ways
        if way.settles and way.open_from and way.open_from > today
    )


def _letters(summary: Summary, guide: Guide, *, today: date) -> Iterator[Clock]:
    for letter in summary.letters:
        if letter.kind in NEEDS_NO_ANSWER or (letter.kind in TO_OTHERS and not letter.answer_by):
            continue
        until = turns.answer_by(letter, summary, guide)
        answered = _answered_on(letter, summary)
        reasons = []
        if answered:
            key = "clock-answered" if answered <= until else "clock-answered-late"
            reasons.append(sentence(guide, key, on=answered, until=until))
        reasons += _moved(f"letter {letter.number}", summary, guide)
        yield _clock(
            f"letter:{letter.number}",
            Whose.THEIRS,
            until,
            today=today,
            title=f"Letter {letter.number}",
            sentence=sentence(
                guide,
                _key("clock-letter", until, today),
                start=letter.sent_on,
                on=until,
                left=in_days((until - today).days),
            ),
            state=ClockState.MET if answered else None,
            reasons=tuple(reasons),
            entry=letter.seq,
        )


def _answered_on(letter: LetterOut, summary: Summary) -> date | None:
    """Return when the company was in touch after a letter to it; None: it was not."""
    if letter.kind not in TO_OTHERS and turns.is_answered(letter, summary):
        return summary.last_incoming_on or letter.sent_on
    return None


def _promises(summary: Summary, guide: Guide, *, today: date) -> Iterator[Clock]:
    for promise in summary.promises:
        until = promise.due
        if until is None:
            continue
        is_broken = promise.broken_on is not None
        yield _clock(
            f"promise:{promise.seq}.{promise.place}",
            Whose.THEIRS,
            until,
            today=today,
            title=promise.what,
            sentence=sentence(
                guide,
                "clock-promise-broken" if is_broken and until >= today else "clock-promise",
                who=who_said(promise.who, summary, guide),
                what=promise.what,
                on=until,
                left=in_days((until - today).days),
            ),
            state=ClockState.PASSED if is_broken else None,
            reasons=_moved(f"promise {promise.seq}.{promise.place}", summary, guide),
            entry=promise.seq,
        )


def _offers(summary: Summary, guide: Guide, *, today: date) -> Iterator[Clock]:
    for offer in summary.offers:
        if offer.expires:
            left = in_days((offer.expires - today).days)
            key = _key("clock-offer", offer.expires, today)
            yield _clock(
                f"offer:{offer.seq}",
                Whose.YOURS,
                offer.expires,
                today=today,
                title=offer.what,
                sentence=sentence(guide, key, what=offer.what, on=offer.expires, left=left),
                entry=offer.seq,
            )


def _agreed(summary: Summary, guide: Guide, *, today: date) -> Iterator[Clock]:
    until = turns.agreed_by(summary)
    if until:
        left = in_days((until - today).days)
        yield _clock(
            "agreed",
            Whose.THEIRS,
            until,
            today=today,
            title=guide.step("agreed").title,
            sentence=sentence(guide, _key("clock-agreed", until, today), on=until, left=left),
            state=ClockState.MET if turns.is_done_since(summary) else None,
            reasons=(sentence(guide, "clock-kept", on=summary.kept_on),)
            if turns.is_done_since(summary) and summary.kept_on
            else (),
        )


def _reminders(summary: Summary, guide: Guide, *, today: date) -> Iterator[Clock]:
    for one in summary.reminders:
        left = from_today((one.on - today).days)
        yield _clock(
            f"reminder:{one.seq}",
            Whose.YOURS,
            one.on,
            today=today,
            title=one.text,
            sentence=sentence(guide, "clock-reminder", on=one.on, left=left, what=one.text),
            command=filled(guide.sentences["command-done"], case=summary.name).replace(
                "{seq}", str(one.seq)
            ),
            entry=one.seq,
        )


def _key(key: str, until: date, today: date) -> str:
    """Return the sentence's name; what is over is told as over."""
    return key if until >= today else f"{key}-passed"


def _moved(what: str, summary: Summary, guide: Guide) -> tuple[str, ...]:
    moved = next((one for one in summary.moved if one.what == what), None)
    return (moved_because(moved, guide),) if moved and moved.to else ()


def _clock(
    clock_id: str,
    whose: Whose,
    last_day: date,
    *,
    today: date,
    title: str,
    sentence: str,
    state: ClockState | None = None,
    reasons: tuple[str, ...] = (),
    command: str = "",
    entry: int = 0,
    source: str = "",
) -> Clock:
    """Return a dated clock: running until the end of its last day, passed afterwards."""
    return Clock(
        id=clock_id,
        whose=whose,
        state=state or (ClockState.RUNNING if last_day >= today else ClockState.PASSED),
        title=title,
        sentence=sentence,
        last_day=last_day,
        days_left=(last_day - today).days,
        reasons=reasons,
        command=command,
        entry=entry,
        source=source,
    )
