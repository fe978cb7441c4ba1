"""What is asked about a contact, and in which order?"""

from complaintkit.cli import ask
from complaintkit.cli.settings import Settings
from complaintkit.tasks.encounters import Told, check_due, check_moment

CHANNELS = (
    ("phone", "A telephone call"),
    ("email", "An e-mail"),
    ("chat", "A chat"),
    ("visit", "A visit in person"),
    ("letter", "A letter"),
    ("web-form", "Their website or app"),
)


def ask_encounter(told: Told, now: Settings, *, past: bool = False) -> Told:
    """Ask for what a contact needs: how, when, whom, what was said, what was promised."""
    at = told.at
    if past:
        number = ask.choose("How were you in touch?", [words for _, words in CHANNELS])
        told = told._replace(channel=CHANNELS[number - 1][0])
        at = ask.ask(
            "When was it? Roughly is fine: 'about 12 March', 'yesterday 3pm'.",
            option="--at",
            check=lambda text: check_moment(now.log, text, now.recording()),
        )
    said = ask.ask(
        "What was said? A sentence or two; “nobody answered” is worth noting too.",
        option="--said",
    )
    person = told.person or ask.maybe("Whom did you speak to? Name and role: 'Jane, supervisor'.")
    promised = ask.maybe("Did they promise anything? What?")
    by = _by(promised, at, now)
    return told._replace(
        at=at,
        said=said,
        person=person,
        promised=(promised,) if promised else (),
        by=(by,) if by else (),
        reference=told.reference or ask.maybe("Did they give a reference?"),
    )


def _by(promised: str | None, at: str | None, now: Settings) -> str | None:
    if not promised:
        return None
    return ask.maybe(
        "By when? 'friday', 'in 2 weeks', 2026-05-10.",
        check=lambda text: check_due(now.log, text, at, now.recording()),
    )


def ask_correction(now: Settings, case: str | None, number: int) -> tuple[Told, str | None]:
    """Show what stands in an entry, and ask for what it should say."""
    from complaintkit.cli import show
    from complaintkit.model.entry import EntryKind
    from complaintkit.tasks.cases import find_case
    from complaintkit.tasks.recording import entry_at

    entry = entry_at(now.log, find_case(now.log, case), number)
    for path, text in entry.values.items():
        show.talk(f"  {path}: {text}")
    if entry.kind is not EntryKind.ENCOUNTER:
        return Told(), ask.ask("What should it say?", option="--text")
    told = Told(
        said=ask.maybe("What was said, rightly?"),
        at=ask.maybe(
            "When was it?", check=lambda text: check_moment(now.log, text, now.recording())
        ),
        person=ask.maybe("Whom did you speak to?"),
        reference=ask.maybe("The reference?"),
    )
    return told, None
