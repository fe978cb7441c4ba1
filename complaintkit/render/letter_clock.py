"""By when does a letter ask for an answer, once it was edited or is dated anew?

The date that the letter prints is the clock. Where an edited letter prints none, or several
that could be meant, there is none until the person names it: nothing is guessed.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render.letter_runs import body_runs
from complaintkit.render.printed_dates import Printed, dates_in, with_dates
from complaintkit.render.text import plain
from complaintkit.rules.sentences import plain_date

CALENDAR = "calendar"
OWN = "your words"
Change = Callable[[Run], tuple[Run, ...]]


def with_clock(before: Letter, after: Letter) -> Letter:
    """Return an edited letter with the dates that it prints: its own, and that of the answer."""
    dated = after.written_on
    if after.dated.text != before.dated.text:
        top = dates_in(after.dated.text, after.language)
        dated = top[0].day if len(top) == 1 else dated
    asked = answer_by_after(before, _body_text(after), written_on=dated)
    found = replace(after, written_on=dated, answer_by=asked)
    if found.dated.source == OWN and dated != before.written_on:
        found = replace(found, dated=replace(found.dated, source=CALENDAR))
    return _with_marks(before, found)


def answer_by_after(before: Letter, text: str, *, written_on: date) -> date | None:
    """Return the date by which a text asks for an answer, where it was the letter `before`."""
    old = _days(_body_text(before), before, before.written_on)
    asked = before.answer_by
    if asked and (asked not in old or asked in _days(text, before, written_on)):
        return asked
    new = [
        one
        for one in dates_in(text, before.language, near=written_on)
        if one.day > written_on and one.day not in old
    ]
    return _only(new) if asked else _only([one for one in new if one.is_asked])


def clock_notes(before: Letter, after: Letter) -> tuple[str, ...]:
    """Say in sentences what an edit did to the dates of the letter."""
    notes = []
    if after.dated.text != before.dated.text and not dates_in(after.dated.text, after.language):
        notes.append(
            f"The date at the top, “{after.dated.text}”, could not be read. The letter counts as "
            f"written on {plain_date(after.written_on)}."
        )
    if after.answer_by == before.answer_by:
        return tuple(notes)
    if after.answer_by:
        notes.append(f"The letter now asks for an answer by {plain_date(after.answer_by)}.")
    elif before.answer_by:
        notes.append(
            f"The letter no longer asks for an answer by {plain_date(before.answer_by)}, and no "
            "other date to answer by was found in it. Put one in, such as “by "
            f"{plain_date(before.answer_by)}”, or name it when the letter goes: --answer-by."
        )
    return tuple(notes)


def redated(letter: Letter, day: date) -> Letter:
    """Return the letter dated anew; the date to answer by moves by as many days.

    Both are written as they stood there, wherever the calendar is the source.
    """
    moved = {letter.written_on: day}
    answer = letter.answer_by
    if answer:
        answer = answer + (day - letter.written_on)
        moved[letter.answer_by or answer] = answer

    def change(run: Run) -> tuple[Run, ...]:
        if CALENDAR not in run.source.split(", "):
            return (run,)
        return (replace(run, text=with_dates(run.text, letter.language, moved)),)

    def line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(new for run in runs for new in change(run))

    return replace(
        letter,
        dated=change(letter.dated)[0],
        written_on=day,
        answer_by=answer,
        subject=line(letter.subject),
        body=tuple(_changed(block, change) for block in letter.body),
        closing=line(letter.closing),
        delivery=line(letter.delivery),
        enclosures=tuple(map(line, letter.enclosures)),
        copies=tuple(map(line, letter.copies)),
    )


def _with_marks(before: Letter, after: Letter) -> Letter:
    """Give the printed date to answer by its source back where the person changed its paragraph."""
    if after.answer_by is None:
        return after
    kept = {id(block) for block in before.body}

    def change(run: Run) -> tuple[Run, ...]:
        return _marked(run, after) if run.source == OWN else (run,)

    body = (block if id(block) in kept else _changed(block, change) for block in after.body)
    return replace(after, body=tuple(body))


def _marked(run: Run, letter: Letter) -> tuple[Run, ...]:
    runs, at = [], 0
    for one in dates_in(run.text, letter.language, near=letter.written_on):
        if one.day == letter.answer_by:
            runs.append(replace(run, text=run.text[at : one.start]))
            runs.append(Run(text=run.text[one.start : one.end], source=CALENDAR))
            at = one.end
    runs.append(replace(run, text=run.text[at:]))
    return tuple(one for one in runs if one.text)


def _changed(block: Block, change: Change) -> Block:
    def line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(new for run in runs for new in change(run))

    if isinstance(block, Paragraph):
        return Paragraph(runs=line(block.runs))
    if isinstance(block, Listing):
        return replace(block, items=tuple(map(line, block.items)))
    return Table(
        head=tuple(map(line, block.head)), rows=tuple(tuple(map(line, row)) for row in block.rows)
    )


def _body_text(letter: Letter) -> str:
    return "\n".join(plain(body_runs(replace(letter, body=(block,)))) for block in letter.body)


def _days(text: str, letter: Letter, written_on: date) -> set[date]:
    return {one.day for one in dates_in(text, letter.language, near=written_on)}


def _only(found: list[Printed]) -> date | None:
    """Return the one day that is meant; of several, the one that is asked for."""
    days = {one.day for one in found}
    if len(days) > 1:
        days = {one.day for one in found if one.is_asked}
    return days.pop() if len(days) == 1 else None
