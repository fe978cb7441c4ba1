"""How does a letter come from the line that was typed to a file, and what is said about it?"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from complaintkit.cli import ask, settings, show
from complaintkit.cli.lacks import ask_what_lacks
from complaintkit.cli.saved import next_send
from complaintkit.cli.which import which_case
from complaintkit.errors import WrongUsage
from complaintkit.model.letter import LAYOUTS, Choices
from complaintkit.rules.rights import NO_RIGHT
from complaintkit.tasks import composing, letters
from complaintkit.tasks.letter_notes import unused_words
from complaintkit.tasks.loading import load_case

OPENINGS = ("plain", "measured")
READERS = {
    "first": "The first letter, to customer service",
    "manager": "To a manager",
    "head-of-service": "To the head of customer service",
    "ceo": "To the chief executive",
    "reminder": "A reminder of a letter that had no answer",
    "counter-offer": "Their offer is not enough",
    "accept": "I accept their offer",
    "final-notice": "The last notice before court",
    "agency": "A complaint to an ombudsman or another body",
    "card-dispute": "To my card company or bank, about a payment",
    "credit-report": "To a credit bureau, about a wrong entry",
    "debt": "To a debt collector",
    "records": "Ask for their records and recordings",
    "cancel": "Cancel a contract",
    "confirm-call": "Confirm what was said in a call",
    "thanks": "Thank somebody who helped",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """In which form a letter is wanted, and where."""

    form: str = "text"
    target: Path | None = None
    mailto: bool = False
    edit: bool = False


def write(
    kind: str | None = None,
    *,
    case: str | None = None,
    form: str = "text",
    output: Path | None = None,
    language: str = "",
    layout: str = "",
    opening: str = "plain",
    answer_days: int | None = None,
    entry: int | None = None,
    to: str = "",
    via: str = "",
    part_payment: bool = True,
    basis: str = "",
    right: str = "",
    copy_to: Sequence[str] | None = None,
    short: bool = False,
    mailto: bool = False,
    accessible: bool = False,
    edit: bool = False,
    trace: bool = False,
    as_json: bool = False,
) -> None:
    """Write a letter and say what to look at; show where it comes from, or one that is there."""
    if kind is not None and kind.isdecimal():
        from complaintkit.cli.numbered import show_numbered

        show_numbered(int(kind), case=case, form=form, output=output)
        return
    case = which_case(case)
    kind = kind or _ask_kind(case)
    composing.kind_of(settings.current().log, kind, Choices(language=language))
    form = letters.SHORT if short else letters.ACCESSIBLE if accessible else form
    letters.check_format(form)
    choices = Choices(
        language=language,
        layout=_one_of(layout, LAYOUTS, "--layout"),
        opening=_one_of(opening, OPENINGS, "--opening"),
        answer_days=answer_days,
        entry=entry,
        party=to,
        via=via,
        part_payment=part_payment,
        basis=basis,
        right=right,
        copies=tuple(copy_to or ()),
    )
    ask_what_lacks(kind, case)
    if trace:
        _show_trace(case, kind, choices, as_json=as_json)
        return
    choices = _settle_right(case, kind, choices)
    _write(case, kind, choices, Output(form=form, target=output, mailto=mailto, edit=edit))


def _write(case: str | None, kind: str, choices: Choices, wanted: Output) -> None:
    now = settings.current()
    to_stdout = wanted.target == Path("-") or wanted.mailto
    written = letters.write_letter(
        now.log,
        case,
        kind,
        now=now.clock.now,
        form=wanted.form,
        target=wanted.target,
        to_stdout=to_stdout,
        choices=choices,
    )
    if wanted.edit:
        from complaintkit.cli.editing import edit_letter

        edit_letter(written.case_name, written.number, form=wanted.form, output=wanted.target)
        return
    if wanted.mailto:
        show.out(composing.mail_link(now.log, case, written.letter))
    elif to_stdout:
        show.raw(written.content)
    elif wanted.form == "text" and sys.stderr.isatty():
        _show_preview(written)
    _tell(written)


def _show_preview(written: letters.Written) -> None:
    """Show the letter on the screen, with what is the person's told from what is the tool's."""
    styled = show.has_style(sys.stderr)
    mark = "Underlined" if styled else "Between ‹ and ›"
    show.styled(composing.preview(written.letter, styled=styled))
    show.talk(f"{mark}: your own words and your record. The rest are complaintkit's words.")


def _tell(written: letters.Written) -> None:
    if written.path:
        show.out(str(written.path))
    show.talk(f"Letter {written.number} ({written.letter.kind}) is a draft in {written.case_name}.")
    show.notes(written.notes)
    if written.letter.unused:
        unused = unused_words(written.letter)
        show.talk(show.wrapped(unused, first="Not used in it: ", rest="  "))
    next_send(written.number, written.case_name)


def _show_trace(case: str | None, kind: str, choices: Choices, *, as_json: bool) -> None:
    now = settings.current()
    letter, sentences = composing.traced(
        now.log, case, kind, today=now.clock.now.date(), choices=choices
    )
    if as_json:
        told = [{"text": one.text, "sources": list(one.sources)} for one in sentences]
        show.as_json("letter-trace", kind=kind, sentences=told, unused=list(letter.unused))
        return
    for one in sentences:
        show.out(show.wrapped(one.text))
        show.out(f"    ← {', '.join(one.sources) or composing.FIXED}")
    for fact in letter.unused:
        show.out(show.wrapped(fact, first="Not used: ", rest="  "))


def _settle_right(case: str | None, kind: str, choices: Choices) -> Choices:
    """Ask what a right depends on, where somebody can be asked and nothing was chosen."""
    now = settings.current()
    if choices.right or not now.can_ask:
        return choices
    found, today = load_case(now.log, case).case, now.clock.now.date()
    perhaps = composing.perhaps_rights(now.log, found, kind, choices, today=today)
    for right in perhaps:
        show.talk(show.wrapped(f"A law may help: {right.law}."))
        if ask.yes(right.ask, default=False):
            show.notes([right.note])
            return replace(choices, right=right.id)
    return replace(choices, right=NO_RIGHT) if perhaps else choices


def _one_of(chosen: str, allowed: Sequence[str], option: str) -> str:
    if chosen and chosen not in allowed:
        raise WrongUsage(
            f"{option} takes one of {', '.join(allowed)}, not “{chosen}”.",
            fix=f"Leave {option} out for the usual one.",
        )
    return chosen


def _ask_kind(case: str | None) -> str:
    from complaintkit.tasks.guide import next_step

    now = settings.current()
    if not now.can_ask:
        ask.ask(
            "Which letter: first, manager, ceo, reminder …?",
            option="the kind: complaintkit letter first",
        )
    titles = dict(composing.possible_kinds(now.log, case)) or {"first": ""}
    offered = list(titles)
    proposed = next_step(now.log, case, today=now.clock.now.date()).standing.letter_kind
    default = offered.index(proposed) + 1 if proposed in offered else 1
    chosen = ask.choose(
        "Which letter?",
        [READERS.get(kind) or titles[kind] or kind for kind in offered],
        default=default,
    )
    return offered[chosen - 1]
