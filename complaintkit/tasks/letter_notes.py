"""What should the person know before a letter goes out?"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from complaintkit.model.case import Case
from complaintkit.model.letter import Choices, Letter
from complaintkit.rules.spoken_to import speaking_note
from complaintkit.tasks.looking_over import look_over

if TYPE_CHECKING:
    from complaintkit.model.right import Right

RIGHTS = 2  # rights that may help and are told of
SOME = 6  # unused facts that are named; the rest are counted


def letter_notes(
    case: Case,
    letter: Letter,
    choices: Choices,
    *,
    pdf: bytes = b"",
    perhaps: "Sequence[Right]" = (),
    unlooked: str = "",
) -> Iterator[str]:
    """Yield what to look at before the letter goes out, the letter itself first.

    `perhaps` are rights that may help and that the person's answer alone can settle; `unlooked`
    is the id of a body that the letter could name once the person looked at its page.
    """
    from complaintkit.render.environment import words_for
    from complaintkit.render.length import length_note
    from complaintkit.render.pdf import pages_of

    if not case.is_open and letter.kind != "thanks":
        yield "This case is closed. Read the letter with that in mind."
    yield from look_over(letter, case, today=letter.written_on, with_length=False)
    long = length_note(letter, pages_of(pdf) if pdf else 1)
    if long:
        yield long
    if any(not any(run.source for run in enclosure) for enclosure in letter.enclosures):
        yield (
            "The letter encloses the record of all dates and contacts. Print the timeline from "
            "the pack: `complaintkit export`."
        )
    goes_elsewhere = case.company.name not in {run.text for run in letter.recipient}
    if goes_elsewhere and (note := speaking_note(case)):
        yield note
    if letter.kind == "counter-offer" and choices.part_payment:
        yield "It says that you would take part payment as part only; --no-part-payment says not."
    of_a_kind = words_for("en")["notes"]
    if letter.kind in of_a_kind:
        yield str(of_a_kind[letter.kind])
    yield from map(right_note, perhaps[:RIGHTS])
    if unlooked:
        yield (
            "It names no outside body. To name one, open the page that `complaintkit agency "
            f"{unlooked}` shows; if all is right, add `--verified` and write the letter again."
        )


def right_note(right: "Right") -> str:
    """Tell of a right that may help, and what the person has to know to name it."""
    return (
        f"{right.law[:1].upper()}{right.law[1:]} may help. {right.ask} If so, write the letter "
        f"again with `--right {right.id}`. (Read {right.checked.isoformat()}: {right.url})"
    )


def unused_words(letter: Letter) -> str:
    """Return the logged facts that the letter leaves out: the first few, and how many more."""
    named, more = letter.unused[:SOME], len(letter.unused) - SOME
    listed = "; ".join(named)
    return f"{listed}; and {more} more (`--trace` lists all)" if more > 0 else listed
