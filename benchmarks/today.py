"""How much longer does `today` take over many cases than over ten? Ratios, in one breath.

    .venv/bin/python benchmarks/today.py [CASES] [ENTRIES EACH] [ROUNDS]

Fills two homes, one of 10 cases and one of CASES (1,000 by default, of 100 entries each), and
runs the installed command in fresh processes, one home after the other. Filling takes minutes.
"""

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from complaintkit.model.entry import EntryKind, NewEntry, Recording
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
PLACES = (("GB", "telecom"), ("US", "bank"), ("DE", "retail"), ("NG", "bank"), ("", ""))


def recording() -> Recording:
    return Recording(
        at=NOW,
        zone="UTC",
        clock_is_set=False,
        tool="benchmark",
        new_id=lambda: str(uuid.uuid4()),
        salts=lambda count: [os.urandom(16) for _ in range(count)],
    )


def fill(folder: Path, cases: int, each: int) -> None:
    """Write open cases of calls, answers, bills and promises over the last year."""
    log, told = Log(Home(folder=folder, documents_in=folder / "documents")), recording()
    for number in range(cases):
        chance = random.Random(number)
        country, sector = PLACES[number % len(PLACES)]
        opening = {
            "name": f"case-{number:05}",
            "opened_on": "2025-12-01",
            "company.name": f"Company {number}",
            "problem": "It broke after a week.",
            "resolution.want": "a refund",
            "country": country,
            "sector": sector,
        }
        entries = [NewEntry(id=told.new_id(), kind=EntryKind.OPEN, fields=filled(opening))]
        entries += [entry(told, chance) for _ in range(each - 1)]
        log.append(told.new_id(), entries, told)


def filled(fields: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in fields.items() if text}


def entry(told: Recording, chance: random.Random) -> NewEntry:
    on = date(2025, 12, 2) + timedelta(days=chance.randrange(355))
    if chance.random() < 0.2:
        kind = chance.choice(["statement-sent", "delivered", "other"])
        fields = {"on": on.isoformat(), "what": "a bill", "kind": kind}
        return NewEntry(id=told.new_id(), kind=EntryKind.EVENT, fields=fields)
    fields = {
        "at": f"{on.isoformat()}T10:00",
        "channel": "phone",
        "direction": chance.choice(["out", "out", "in"]),
        "reached": "yes",
        "said": "They will look into it.",
        "with.name": "Jo",
    }
    if chance.random() < 0.5:
        by = on + timedelta(days=chance.randrange(3, 30))
        fields |= {"promised.0.what": "a call back", "promised.0.by": by.isoformat()}
    return NewEntry(id=told.new_id(), kind=EntryKind.ENCOUNTER, fields=fields)


def cpu(words: list[str], home: Path) -> float:
    """Return the CPU seconds of one fresh process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        words,
        env={**os.environ, "COMPLAINTKIT_HOME": str(home), "COMPLAINTKIT_NOW": NOW.isoformat()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    cases, each, rounds = (
        int(given) if given else usual
        for given, usual in zip([*sys.argv[1:], "", "", ""], (1000, 100, 15), strict=False)
    )
    with tempfile.TemporaryDirectory() as place:
        few, many = Path(place) / "few", Path(place) / "many"
        fill(few, 10, each)
        fill(many, cases, each)
        command = [str(Path(sys.executable).with_name("complaintkit")), "today"]
        measured = [(cpu(command, few), cpu(command, many)) for _ in range(rounds)]
    ratios = sorted(many / few for few, many in measured)
    print(
        f"today, {cases:,} cases of {each} entries against 10 cases of {each}: "
        f"median {statistics.median(ratios):.2f}, best {ratios[0]:.2f}, worst {ratios[-1]:.2f} "
        f"(bound 3; {rounds} rounds; median of ten cases "
        f"{statistics.median(few for few, _ in measured) * 1000:.0f} ms CPU)"
    )


if __name__ == "__main__":
    main()
