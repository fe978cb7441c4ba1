"""How do the limits of law and of schemes that run in a case read?"""

from collections.abc import Iterable, Iterator
from datetime import date

from complaintkit.model.clock import Clock, ClockState, Whose
from complaintkit.model.limit import Limit
from complaintkit.model.reference import Guide
from complaintkit.model.summary import MovedDate, Summary
from complaintkit.rules.event_kinds import EVENT_KINDS
from complaintkit.rules.limit_dates import ASKED_FOR, Counted, count, lacking, state_of
from complaintkit.rules.sentences import days, filled, sentence
from complaintkit.rules.workdays import WEEKENDS, DaysOff


def limit_clocks(
    summary: Summary,
    limits: Iterable[Limit],
    guide: Guide,
    *,
    today: date,
    off: DaysOff = WEEKENDS,
) -> tuple[Clock, ...]:
    """Return the limits that run, may run, or have run out in a case."""
    return tuple(_clocks(summary, limits, guide, today=today, off=off))


def _clocks(
    summary: Summary, limits: Iterable[Limit], guide: Guide, *, today: date, off: DaysOff
) -> Iterator[Clock]:
    for limit in limits:
        lacks = lacking(limit, summary)
        if lacks is None:
            continue
        counted = count(limit, summary, off=off)
        found = _clock(limit, counted, lacks, summary, guide, today=today, off=off)
        if found:
            yield found


def _clock(
    limit: Limit,
    counted: Counted,
    lacks: str,
    summary: Summary,
    guide: Guide,
    *,
    today: date,
    off: DaysOff,
) -> Clock | None:
    state = state_of(limit, counted, lacks, summary, today=today)
    if state is None:
        return None
    is_dated = state in (ClockState.RUNNING, ClockState.PASSED, ClockState.MET)
    last_day = counted.last_day if is_dated else None
    left = (last_day - today).days if last_day else None
    letter = limit.letter if state is ClockState.RUNNING else ""
    return Clock(
        id=f"limit:{limit.id}",
        whose=Whose(limit.whose),
        state=state,
        title=limit.title,
        sentence=_sentence(limit, counted, lacks, state, summary, guide, today=today),
        last_day=last_day,
        days_left=left,
        rule=_rule(limit, counted, guide) if counted.start else "",
        act=limit.act,
        condition=limit.condition,
        caution=limit.caution,
        reasons=(*_reasons(counted, guide), *_provisos(limit, state, guide, off)),
        command=_command(limit, lacks, state, summary, guide),
        letter=letter,
        law=limit.law,
        source=limit.source,
        url=limit.url,
        checked=limit.checked,
        is_of_country=bool(limit.countries),
        lacks=lacks or ("event" if state is ClockState.MISSING else ""),
    )


def _sentence(
    limit: Limit,
    counted: Counted,
    lacks: str,
    state: ClockState,
    summary: Summary,
    guide: Guide,
    *,
    today: date,
) -> str:
    facts: dict[str, object] = {
        "title": limit.title,
        "ask": limit.ask or guide.sentences["clock-adviser"],
        "command": _command(limit, lacks, state, summary, guide),
    }
    if state is ClockState.MISSING:
        key = f"clock-missing-{lacks}" if lacks else "clock-missing-event"
        return sentence(guide, key, what=_first_start(limit), **facts)
    if state is ClockState.PAUSED and counted.pause:
        return sentence(guide, "clock-paused", since=counted.pause[0], **facts)
    if counted.last_day is None:
        return sentence(guide, f"clock-{state}", **facts)
    facts |= {"on": counted.last_day, "left": in_days((counted.last_day - today).days)}
    if state is ClockState.RUNNING:
        return sentence(guide, f"clock-{limit.whose}-{limit.must_be}", **facts)
    if state is ClockState.PASSED and limit.whose == "theirs":
        return sentence(guide, "clock-passed-theirs", **facts)
    return sentence(guide, f"clock-{state}", **facts)


def moved_because(moved: MovedDate, guide: Guide) -> str:
    """Say that a date was set by hand, or a limit set aside, and why; the old date stays named."""
    if moved.to is None:
        return sentence(guide, "clock-set-aside", reason=moved.reason, seq=moved.seq)
    key = "clock-moved-before" if moved.before else "clock-moved"
    facts = {"on": moved.to, "before": moved.before or "", "reason": moved.reason}
    return sentence(guide, key, seq=moved.seq, **facts)


def in_days(left: int) -> str:
    """Return “today is the last day”, “in 3 days” or “3 days ago”."""
    if left == 0:
        return "today is the last day"
    return f"in {days(left)}" if left > 0 else f"{days(-left)} ago"


def from_today(left: int) -> str:
    """Return “today”, “in 3 days” or “3 days ago”, where it is said already what the day is."""
    return "today" if left == 0 else in_days(left)


def without_days(clock: Clock) -> str:
    """Return a clock's sentence without the days left: true tomorrow too, on paper or in a file."""
    since = from_today if clock.id.startswith("reminder:") else in_days
    return clock.sentence.replace(f" ({since(clock.days_left or 0)})", "", 1)


def _first_start(limit: Limit) -> str:
    kind = next((one for one in limit.since if one in ASKED_FOR), limit.since[0])
    return EVENT_KINDS.get(kind, "you bought it" if kind == "bought" else kind)


def _rule(limit: Limit, counted: Counted, guide: Guide) -> str:
    kind = counted.kind
    starts = {**EVENT_KINDS, **{key: guide.sentences[f"start-{key}"] for key in _STARTS}}
    what = guide.sentences["start-letter"] if kind.startswith("letter:") else starts[kind]
    unit = limit.unit.replace("-", " ")
    length = f"{limit.length} {unit if limit.length != 1 else unit.removesuffix('s')}"
    return sentence(
        guide,
        "clock-rule",
        length=length,
        start=counted.start or date.min,
        what=what,
        must_be=guide.sentences[f"must-be-{limit.must_be}"],
    )


_STARTS = ("bought", "opened", "complaint", "written")


def _reasons(counted: Counted, guide: Guide) -> tuple[str, ...]:
    reasons = []
    if counted.moved:
        reasons.append(moved_because(counted.moved, guide))
    if counted.earlier:
        facts = {"start": counted.start or date.min, "earlier": counted.earlier}
        reasons.append(sentence(guide, "clock-later-start", **facts))
    if counted.later:
        facts = {"start": counted.start or date.min, "later": counted.later}
        reasons.append(sentence(guide, "clock-earlier-start", **facts))
    if counted.pause and counted.pause[1]:
        since, until = counted.pause
        reasons.append(sentence(guide, "clock-stood-still", since=since, until=until or ""))
    return tuple(reasons)


def _provisos(limit: Limit, state: ClockState, guide: Guide, off: DaysOff) -> tuple[str, ...]:
    """Say what the date leaves open: whether a letter arrived, and unknown public holidays."""
    if state is ClockState.MET and limit.must_be == "received":
        return (guide.sentences["clock-must-arrive"],)
    is_counted = limit.unit == "working-days" and state in (ClockState.RUNNING, ClockState.PASSED)
    return (guide.sentences["clock-no-holidays"],) if is_counted and not off.is_known() else ()


def _command(limit: Limit, lacks: str, state: ClockState, summary: Summary, guide: Guide) -> str:
    if state is ClockState.MISSING:
        key = f"command-{lacks}" if lacks else "command-event"
        kind = next((one for one in limit.since if one in ASKED_FOR), limit.since[0])
        if kind == "bought" and not lacks:
            key = "command-bought"
        pattern = guide.sentences[key].replace("{kind}", kind)
        return filled(pattern, case=summary.name)
    if state is ClockState.RUNNING and limit.letter:
        pattern = guide.step("head-of-service").command
        return filled(pattern, case=summary.name, letter=limit.letter)
    if state is ClockState.RUNNING and limit.whose == "yours":
        done = next((kind for kind in limit.met_by if kind in EVENT_KINDS), "")
        key = "command-done-event" if done else "command-aside"
        pattern = guide.sentences[key].replace("{kind}", done).replace("{limit}", limit.id)
        return filled(pattern, case=summary.name)
    if state is ClockState.ASK:
        pattern = guide.sentences["command-extend"].replace("{limit}", limit.id)
        return filled(pattern, case=summary.name)
    return ""
