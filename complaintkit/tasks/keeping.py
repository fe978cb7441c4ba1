"""Where does everything lie, and where is kept what could not be saved?"""

import tempfile
from datetime import datetime
from pathlib import Path

from complaintkit.errors import CannotWrite, WrongUsage
from complaintkit.store import home as places
from complaintkit.store import reference
from complaintkit.store.journal import Log


def keep_typed(log: Log, typed: str, *, now: datetime, name: str = "not-saved") -> Path | None:
    """Keep text outside the log, and return where; None where no disk takes it."""
    return places.keep_typed(log.home, typed, stamp=now.strftime("%Y-%m-%d-%H%M%S"), name=name)


def all_paths(log: Log) -> dict[str, Path]:
    """Return every place that complaintkit uses, by its plain name."""
    home = log.home
    return {
        "log": home.database,
        "exhibits": home.exhibits,
        "documents": home.documents,
        "own templates": home.templates,
        "own agencies": home.agencies,
        "recovery": home.recovery,
        "backups": home.backups,
    }


def help_topics() -> list[str]:
    """Return the topics that there is help on."""
    return reference.help_topics()


def help_text(topic: str) -> str:
    """Return the help on a topic. Raises WrongUsage for one that there is not."""
    if topic not in reference.help_topics():
        raise WrongUsage(
            f"There is no help on “{topic}”.", fix=f"Topics: {', '.join(reference.help_topics())}."
        )
    return reference.help_text(topic)


def demo_story(folder: Path) -> list[tuple[str, str]]:
    """Return the lines of the demonstration: a mark and its text, places filled in."""
    lines = reference.demo_text().splitlines()
    told = [line for line in lines if line and not line.startswith("#")]
    places = {"{examples}": str(reference.examples_folder()), "{folder}": str(folder)}
    return [(line[0], _filled(line[2:], places)) for line in told]


def _filled(text: str, places: dict[str, str]) -> str:
    for mark, place in places.items():
        text = text.replace(mark, place.replace("\\", "/"))
    return text


def throw_away_folder(wanted: Path | None) -> Path:
    """Return an empty folder for the demonstration. Raises CannotWrite where it holds a log."""
    if wanted is None:
        return Path(tempfile.mkdtemp(prefix="complaintkit-demo-"))
    if (wanted / "home").exists():
        raise CannotWrite(
            f"A demonstration was played in {wanted} before.", fix="Choose an empty folder."
        )
    places.private_folder(wanted)
    return wanted.absolute()
