"""The worked examples as cases, with every kind of letter that each can carry."""

from datetime import date, datetime
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from complaintkit.model.case import Case
from complaintkit.model.entry import Recording
from complaintkit.model.letter import Letter
from complaintkit.model.people import Contact
from complaintkit.render.letter import compose
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.letter_plan import missing_facts
from complaintkit.store.home import Home
from complaintkit.store.journal import Log
from complaintkit.store.rights import load_rights
from complaintkit.tasks.importing import import_case
from complaintkit.tasks.loading import load_case

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
DAYS = {
    "phone-bill": date(2026, 5, 4),
    "washing-machine": date(2026, 3, 30),
    "cash-machine": date(2026, 2, 23),
}
RIGHTS = load_rights()


@cache
def example_case(name: str) -> Case:
    """Import one of the examples into a log of its own and return its case."""
    folder = Path(mkdtemp())
    log = Log(Home(folder=folder / "home", documents_in=folder / "documents"))
    numbers, chance = count(1), Random(7)
    recording = Recording(
        at=datetime.fromisoformat(f"{DAYS[name]}T09:00:00+00:00"),
        zone="UTC",
        clock_is_set=False,
        tool="complaintkit test",
        new_id=lambda: f"id-{next(numbers)}",
        salts=lambda number: [chance.randbytes(16) for _ in range(number)],
    )
    import_case(log, EXAMPLES / name / "case.yaml", recording)
    return load_case(log, name).case


def example_letters() -> list[tuple[str, str]]:
    """Return each example with each kind of letter that its record can carry."""
    return [
        (name, kind.name)
        for name in DAYS
        for kind in KINDS.values()
        if not missing_facts(kind, example_case(name), example_case(name).consumer or Contact())
    ]


def example_letter(name: str, kind: str) -> Letter:
    """Write one letter of an example, on the day it is looked at."""
    case = example_case(name)
    return compose(kind, case, consumer=case.consumer or Contact(), today=DAYS[name], rights=RIGHTS)
