"""Which keys does a program read? The shapes that `--json` keeps stable: docs/json.md."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from complaintkit.model.call_card import CallCard
from complaintkit.model.clock import Clock
from complaintkit.model.reference import Step
from complaintkit.model.standing import OutsideWay, Standing
from complaintkit.model.summary import Unkept
from complaintkit.tasks.guide import CaseToday
from complaintkit.tasks.looking import CaseLines

if TYPE_CHECKING:
    from complaintkit.tasks.due import Due
    from complaintkit.tasks.reminding import CaseReminders

Shape = dict[str, object]


def case_today(one: CaseToday) -> Shape:
    """Return a case, where it stands and its next step."""
    summary = one.summary
    return {
        "name": summary.name,
        "title": summary.title,
        "company": summary.company,
        "is_open": summary.is_open,
        "entries": summary.entries,
        **_standing(one.standing),
        "step": _step(one.step),
        "unsent_letters": [letter.number for letter in one.unsent],
        "drafts": [letter._asdict() for letter in one.unsent],
        "ask_unsent": one.ask_unsent,
    }


def next_shape(one: CaseToday) -> Shape:
    """Return a case as `next` shows it: as in `today`, with the rights that may help."""
    rights = [
        {"id": right.id, "law": right.law, "ask": right.ask, "note": right.note}
        | {"url": right.url, "checked": right.checked}
        for right in one.rights
    ]
    return {**case_today(one), "rights": rights}


def call_card(card: CallCard) -> Shape:
    """Return what is to be said and asked in a call."""
    from dataclasses import fields

    return {field.name: getattr(card, field.name) for field in fields(card)}


def due_cases(due: "Due", *, with_over: bool) -> list[Shape]:
    """Return the dates of each case, those that are over only where they are wanted."""
    from complaintkit.rules.due_list import Group

    return [
        {
            "name": name,
            "clocks": [
                clock_shape(one.clock)
                for one in due.dates
                if one.case == name and (with_over or one.group is not Group.OVER)
            ],
        }
        for name in due.names
    ]


def reminder_cases(found: "Iterable[CaseReminders]", today: date) -> list[Shape]:
    """Return the reminders of each case; `days_left` is negative when the day has passed."""
    return [
        {
            "name": case.name,
            "reminders": [
                {
                    "entry": one.seq,
                    "on": one.on,
                    "days_left": (one.on - today).days,
                    "text": one.text,
                    "done": one.done,
                }
                for one in case.reminders
            ],
        }
        for case in found
    ]


def case_lines(found: CaseLines) -> Shape:
    """Return the lines of one case; each line has the same keys everywhere."""
    return {"case": found.case_name, "has_earlier": found.has_earlier, "lines": found.lines}


def places(paths: Mapping[str, Path]) -> Shape:
    """Return where everything lies."""
    return {name.replace(" ", "_"): str(path) for name, path in paths.items()}


def _standing(stands: Standing) -> Shape:
    return {
        "state": stands.state,
        "headline": stands.headline,
        "why": stands.why,
        "action": stands.action,
        "command": stands.command,
        "due": stands.due,
        "days_left": stands.days_left,
        "overdue": stands.overdue,
        "letter_kind": stands.letter_kind,
        "next_step_id": stands.next_step_id,
        "broken_promises": _broken(stands.broken_promises),
        "notes": stands.notes,
        "outside": [_outside(way) for way in stands.outside],
        "clocks": [clock_shape(clock) for clock in stands.clocks],
    }


def _broken(promises: Iterable[Unkept]) -> list[Shape]:
    return [
        {
            "entry": promise.seq,
            "promise": promise.place,
            "what": promise.what,
            "who": promise.who,
            "made_on": promise.made_on,
            "due": promise.due,
        }
        for promise in promises
    ]


def _outside(way: OutsideWay) -> Shape:
    return {
        "id": way.body_id,
        "name": way.name,
        "sentence": way.sentence,
        "open_from": way.open_from,
        "refer_by": way.refer_by,
        "source": way.source,
        "checked": way.checked,
    }


def clock_shape(clock: Clock) -> Shape:
    """Return a date that runs out, with its reason."""
    return {
        "id": clock.id,
        "whose": clock.whose,
        "state": clock.state,
        "title": clock.title,
        "sentence": clock.sentence,
        "last_day": clock.last_day,
        "days_left": clock.days_left,
        "rule": clock.rule,
        "act": clock.act,
        "condition": clock.condition,
        "caution": clock.caution,
        "reasons": clock.reasons,
        "command": clock.command,
        "letter": clock.letter,
        "entry": clock.entry,
        "law": clock.law,
        "source": clock.source,
        "url": clock.url,
        "checked": clock.checked,
    }


def _step(step: Step) -> Shape:
    return {
        "id": step.id,
        "title": step.title,
        "why": step.why,
        "do": step.do,
        "do_not": step.do_not,
        "points": step.points,
        "record": step.record,
        "wait_days": step.wait_days,
        "wait_source": step.wait_source,
        "move_on": step.move_on,
        "source": step.source,
        "url": step.url,
        "checked": step.checked,
    }
