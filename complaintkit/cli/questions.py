"""What is asked about a contact, and in which order?"""

from collections.abc import Callable

from complaintkit.cli import ask, show
from complaintkit.cli.settings import Settings
from complaintkit.model.entry import Entry, EntryKind
from complaintkit.tasks.encounters import Told, check_due, check_moment

CHANNELS = (
    ("phone", "A telephone call"),
    ("email", "An e-mail"),
    ("chat", "A chat"),
    ("visit", "A visit in person"),
    ("letter", "A letter"),
    ("web-form", "Their website or app"),
    ("sms", "A text message"),
    ("social", "Social media"),
)
_SPOKEN = ("phone", "chat", "visit")


def ask_past(now: Settings) -> Told:
    """Ask for a contact of an earlier day in as few questions as tell it."""
    number = ask.choose("How were you in touch?", [words for _, words in CHANNELS])
    channel = CHANNELS[number - 1][0]
    told = Told(channel=channel, direction="out" if channel in _SPOKEN else _who_began())
    told = told._replace(at=_when(now, past=True))
    spoken = channel in _SPOKEN
    hint = " Enter, if you reached nobody." if spoken else ""
    said = ask.maybe(f"What was said? A sentence or two will do.{hint}")
    if not said and spoken:
        return told._replace(reached=False)
    return _who_and_promise(told._replace(said=said or _said_anyway()), now)


def _said_anyway() -> str:
    return ask.ask("What did it say, in a sentence?", option="--said")


def _who_began() -> str:
    ways = ("I got in touch with them", "They got in touch with me")
    return ("out", "in")[ask.choose("Who began it?", ways) - 1]


def ask_encounter(told: Told, now: Settings) -> Told:
    """Ask for what is not told yet: how, when, whom, what was said, what was promised."""
    if told.channel is None:
        number = ask.choose("How were you in touch?", [words for _, words in CHANNELS])
        told = told._replace(channel=CHANNELS[number - 1][0])
    if told.direction is None:
        told = told._replace(direction=_who_began())
    told = told._replace(at=told.at or _when(now, past=False))
    if told.reached is None and told.direction == "out" and told.channel in _SPOKEN:
        told = told._replace(reached=ask.yes("Did you get through to somebody?", default=True))
    if told.reached is False:
        return told._replace(said=ask.maybe("Is there anything to note, such as a long wait?"))
    told = told._replace(said=ask.ask("What was said? A sentence or two will do.", option="--said"))
    told = _who_and_promise(told, now)
    return told._replace(
        reference=told.reference or ask.maybe("Did they give a reference?"),
    )


def _when(now: Settings, *, past: bool) -> str:
    question = (
        "When was it? Roughly is fine, such as: about 12 March 2026"
        if past
        else "When was it? Such as: yesterday 3pm"
    )
    return ask.ask(
        question, option="--at", default="" if past else "now", check=moment_can_be_placed(now)
    )


def _who_and_promise(told: Told, now: Settings) -> Told:
    person = told.person or ask.maybe("Who was it? Name and role, such as: Jane, supervisor")
    promised = ask.maybe("Did they promise anything? If so, what?")
    by = promised and ask.maybe(
        "By when? Such as: friday, in 2 weeks, 2026-05-10",
        check=lambda text: check_due(now.log, text, told.at, now.recording()),
    )
    return told._replace(
        person=person, promised=(promised,) if promised else (), by=(by,) if by else ()
    )


def moment_can_be_placed(now: Settings) -> Callable[[str], None]:
    """Return the check of a time: it is asked again where it cannot be placed."""
    return lambda text: check_moment(now.log, text, now.recording())


def show_entry(now: Settings, case: str | None, number: int) -> Entry:
    """Show what stands in an entry, and return it."""
    from complaintkit.cli.saved import as_saved
    from complaintkit.tasks.cases import find_case
    from complaintkit.tasks.recording import entry_at

    entry = entry_at(now.log, find_case(now.log, case), number)
    show.talk(f"#{number} says:")
    for name, text in as_saved(entry):
        show.talk(show.wrapped(text, first=f"  {name}: ", rest="    "))
    return entry


def ask_correction(now: Settings, case: str | None, number: int) -> tuple[Told, str | None]:
    """Show what stands in an entry, and ask for what it should say."""
    if show_entry(now, case, number).kind is not EntryKind.ENCOUNTER:
        return Told(), ask.ask("What should it say?", option="--text")
    show.talk("What is wrong in it? Leave out what is right.")
    told = Told(
        said=ask.maybe("What was said?"),
        at=ask.maybe("When was it?", check=moment_can_be_placed(now)),
        person=ask.maybe("Who was it? Name and role, such as: Jane, supervisor"),
        reference=ask.maybe("Which reference did they give?"),
    )
    return told, None
