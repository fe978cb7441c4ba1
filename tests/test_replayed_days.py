"""Does the advice read sensibly from the first day of a case to its last?

The example cases are replayed day by day, from opening to closing: each day the guide sees only
what had happened by then. What it says, whenever it changes, is kept in `tests/golden/advice`,
to be read aloud. `--update-golden` writes the files anew.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from textwrap import fill

import pytest

from complaintkit.model.case import Case
from complaintkit.model.encounter import Encounter
from complaintkit.rules.glance import at_a_glance
from complaintkit.rules.sentences import plain_date
from complaintkit.rules.standing import standing
from complaintkit.rules.summary import summarise
from complaintkit.store.days_off import days_off
from complaintkit.store.limits import limits_in
from complaintkit.store.reference import guide_at, load_guide

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "advice"
GUIDE = load_guide()
NAMES = ("phone-bill", "washing-machine", "cash-machine")
AFTER = timedelta(days=40)
"""Days to go on after the last entry of a case that is still open."""


def as_of(case: Case, today: date) -> Case:
    """Return the case as it stood on a day."""
    is_over = case.outcome is not None and case.outcome.closed_on <= today
    return replace(
        case,
        events=tuple(one for one in case.events if one.on <= today),
        encounters=tuple(_met(one, today) for one in case.encounters if one.moment.on <= today),
        offers=tuple(one for one in case.offers if one.on <= today),
        letters=tuple(one for one in case.letters if one.sent_on <= today),
        outcome=case.outcome if is_over else None,
    )


def _met(met: Encounter, today: date) -> Encounter:
    """Return a contact without what only later became known of its promises."""
    promises = tuple(
        one
        if one.kept_on is None or one.kept_on <= today
        else replace(one, kept=None, kept_on=None)
        for one in met.promises
    )
    return replace(met, promises=promises)


def told(case: Case) -> Iterator[str]:
    """Yield what the guide says, day by day, each time it says something else."""
    days = [one.on for one in case.events] + [one.moment.on for one in case.encounters]
    days += [one.sent_on for one in case.letters]
    last = case.outcome.closed_on if case.outcome else max(days) + AFTER
    day, before = min(case.opened_on, *days), ""
    while day <= last:
        now = as_of(case, day)
        found = standing(
            summarise(now),
            today=day,
            guide=guide_at(case.country, case.region),
            limits=limits_in(case.country),
            off=days_off(case.country, case.region),
        )
        words = [found.headline, f"Why: {found.why}", f"Next: {found.action}", found.command]
        what = re.sub(
            r" \((in |today|\d+ days? ago)[^)]*\)", "", "\n".join([*words, *at_a_glance(found)])
        )
        if what != before:
            yield f"{plain_date(day)}" + (", overdue" if found.overdue else "")
            yield from (fill(line, 96, initial_indent="  ", subsequent_indent="    ")
                        for line in [*words, *at_a_glance(found)])  # fmt: skip
            yield ""
        before, day = what, day + timedelta(days=1)


@pytest.mark.parametrize("name", NAMES)
def test_days_of_an_example_read_sensibly(name, tmp_path, request):
    case = the_case(name, tmp_path)
    text = "\n".join(told(case))
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def the_case(name: str, home: Path) -> Case:
    from datetime import UTC, datetime

    from complaintkit.model.entry import Recording
    from complaintkit.store.home import Home
    from complaintkit.store.journal import Log
    from complaintkit.tasks.importing import import_case
    from complaintkit.tasks.loading import load_case

    ids = iter(range(1, 10_000))
    recording = Recording(
        at=datetime(2026, 11, 26, tzinfo=UTC),
        zone="UTC",
        clock_is_set=True,
        tool="test",
        new_id=lambda: f"00000000-0000-4000-8000-{next(ids):012}",
        salts=lambda count: [bytes(16)] * count,
    )
    log = Log(Home(folder=home / "home", documents_in=home / "documents"))
    import_case(log, ROOT / "examples" / name / "case.yaml", recording)
    return load_case(log, name).case
