"""How does a call go at a terminal: the card, the wait, the talk, the entry?"""

import sys
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from complaintkit.cli import ask, hold, settings, show
from complaintkit.cli.card_lines import card_lines, spoken_lines
from complaintkit.cli.saved import quoted, saved
from complaintkit.cli.which import which_case
from complaintkit.errors import WrongUsage
from complaintkit.model.call_card import CallCard, CallWords
from complaintkit.tasks import calling
from complaintkit.tasks.encounters import Told, check_due, log_encounter

NOBODY = "x"
MOST_PROMISES = 9


def call(
    case: str | None = None,
    *,
    on_paper: bool = False,
    output: Path | None = None,
    as_json: bool = False,
) -> None:
    """Show the card; on a terminal, go through the call and write it down."""
    if as_json and (on_paper or output):
        raise WrongUsage(
            "--json shows the card, and --print makes a page of it.", fix="Give one of the two."
        )
    if on_paper or output:
        _print(which_case(case), output)
        return
    now = settings.current()
    prepared = calling.prepare_call(now.log, which_case(case), today=now.clock.now.date())
    card = prepared.card
    if as_json:
        from complaintkit.cli.shapes import call_card

        show.as_json("call", card=call_card(card))
        return
    for line in card_lines(card, prepared.words):
        show.out(line)
    if now.can_ask and sys.stdout.isatty():
        _talk(card, prepared.words)
    else:
        _say_how_to_log(card.case)


def _print(case: str | None, output: Path | None) -> None:
    now = settings.current()
    to_stdout = output == Path("-")
    sheet = calling.print_call(now.log, case, now=now.clock.now, target=output, to_stdout=to_stdout)
    if to_stdout:
        show.raw(sheet.content)
        return
    show.out(str(sheet.path))
    _say_how_to_log(sheet.case_name)


def _say_how_to_log(case: str) -> None:
    show.next_line(
        f"after the call, `complaintkit log {quoted(case)} --with 'Jane, supervisor' "
        "--said 'refund agreed' --promised 'refund of $84.20' --by friday --ref 00123 --minutes 20`"
    )


def _talk(card: CallCard, words: CallWords) -> None:
    """Go through the call in the order in which it goes, and write it down."""
    show.talk()
    if settings.current().clock.is_set:
        show.notes(["COMPLAINTKIT_NOW sets the clock. The minutes are measured all the same."])
    show.talk("Enter when you have dialled; x and Enter if you are not calling now.")
    show.prompt("> ")
    if hold.line().casefold() == NOBODY:
        _say_how_to_log(card.case)
        return
    at, since = _now_anew(), time.monotonic()
    ask.hold("The call", f"dialled on {at:%Y-%m-%d at %H:%M}")
    show.talk("Enter when somebody answers; x and Enter if nobody did.")
    nobody = hold.wait("(on hold: {minutes} min) > ", since=since).casefold() == NOBODY
    on_hold = time.monotonic() - since
    ask.hold(
        "The call",
        f"dialled on {at:%Y-%m-%d at %H:%M}, {hold.minutes(on_hold)} minutes until "
        f"{'you stopped; nobody was reached' if nobody else 'somebody answered'}",
    )
    if not nobody:
        for line in spoken_lines(card, words):
            show.talk(line)
    told = Told(channel="phone", direction="out", at=f"{at:%Y-%m-%dT%H:%M}")
    told = _not_reached(told) if nobody else _said(told, card)
    told = told._replace(minutes=_how_long(since) or None)
    _save(card.case, told if nobody else _with_hold(told, hold.minutes(on_hold)))


def _not_reached(told: Told) -> Told:
    said = ask.maybe("Is there anything to note, such as: the line was cut?")
    return told._replace(reached=False, said=said)


def _said(told: Told, card: CallCard) -> Told:
    """Ask for what is said, in the order of the talk; only one thing of it must be told."""
    person = ask.maybe("Who is it? Name and role, such as: Jane, supervisor")
    reference = ask.maybe("Which reference do they give?")
    said = ask.maybe("What do they say? A sentence or two will do.")
    promised, by = _promises(told)
    refused = ask.maybe("Do they refuse anything? If so, what, and why?")
    decides = None
    if refused:
        for line in card.if_refused:
            show.talk(show.wrapped(line, first="  – ", rest="    "))
        decides = ask.maybe("What do they answer to that?")
    if not any((said, promised, refused, reference)):
        said = ask.ask("What was said? A sentence or two will do.", option="--said")
    return told._replace(
        person=person,
        reference=reference,
        said=_joined(
            said,
            f"Refused: {refused}" if said and refused else refused,
            f"Who decides, and whether it is policy: {decides}" if decides else None,
        ),
        promised=promised,
        by=by,
        tags=("refused",) if refused else (),
    )


def _promises(told: Told) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ask for each promise with its date; a date is "" where none is named."""
    now = settings.current()
    promised: list[str] = []
    by: list[str] = []
    question = "Do they promise anything? If so, what?"
    while len(promised) < MOST_PROMISES and (what := ask.maybe(question)):
        promised.append(what)
        when = ask.maybe(
            "By when? Such as: friday, in 2 weeks, 2026-05-10",
            check=lambda text: check_due(now.log, text, told.at, now.recording()),
        )
        by.append(when or "")
        question = "Do they promise anything else?"
    return tuple(promised), tuple(by)


def _how_long(since: float) -> int:
    """Return the minutes of the whole call: those measured until now, unless others are typed."""
    typed = ask.ask(
        "How many minutes did the whole call take?",
        option="--minutes",
        default=str(hold.minutes(time.monotonic() - since)),
        check=_is_minutes,
    )
    return int(typed)


def _with_hold(told: Told, on_hold: int) -> Told:
    """Add how long the hold was, where the person agrees; as a tag, for nobody said it."""
    question = f"You were on hold for {_minutes(on_hold)}. Write that down too?"
    if not on_hold or not ask.yes(question, default=True):
        return told
    return told._replace(tags=(*told.tags, f"on hold {_minutes(on_hold)}"))


def _is_minutes(typed: str) -> None:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 4):  # noqa: PLR2004 - a week
        raise WrongUsage(f"“{typed}” is no number of minutes.", fix="Write a number, such as 20.")


def _minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"


def _joined(*sentences: str | None) -> str | None:
    """Join what was told into sentences; a single one stays as it was typed."""
    told = [sentence.strip() for sentence in sentences if sentence and sentence.strip()]
    *first, last = told or [""]
    ended = [one if one.endswith((".", "?", "…")) else f"{one}." for one in first]
    return " ".join([*ended, last]) or None


def _save(case: str, told: Told) -> None:
    """Write the call down, then offer the confirming e-mail, or say the next step."""
    _now_anew()
    now = settings.current()
    recorded = log_encounter(now.log, case, told, now.recording())
    saved(recorded, then=None)
    show.talk()
    if told.promised and ask.yes("Write the confirming e-mail now?", default=True):
        from complaintkit.cli.letter_writing import write

        write("confirm-call", case=case, entry=recorded.main.entry.seq)
        return
    if told.promised:
        show.next_line(f"`complaintkit letter confirm-call --case {quoted(case)}`")
        return
    from complaintkit.tasks.guide import next_step

    stands = next_step(now.log, case, today=now.clock.now.date()).standing
    show.next_line(f"{stands.action} `{stands.command}`")


def _now_anew() -> datetime:
    """Read the clock again: a call may last long after the run began. Return the time."""
    settings.choose(replace(settings.current()))
    return settings.current().clock.now
