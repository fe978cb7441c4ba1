"""What does a case file tell, and is all of it in order?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from complaintkit.errors import CaseFileFaulty
from complaintkit.intake.case_faults import (
    NEWEST,
    Plain,
    check_keys,
    cross_faults,
    faulty,
    short,
)
from complaintkit.intake.yaml_text import load_text
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules.channels import read_channel
from complaintkit.rules.day_words import MONTHS
from complaintkit.rules.local_time import offset_text, read_offset
from complaintkit.rules.sectors import is_sector, read_sector
from complaintkit.rules.when import read_moment_from_file

_DATED = {"events": "on", "encounters": "at", "offers": "on", "costs": "on", "letters": "sent_on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A checked case file: the keys of the file, every leaf a text, empty ones left out."""

    case: Plain
    events: tuple[Plain, ...] = ()
    encounters: tuple[Plain, ...] = ()
    exhibits: tuple[Plain, ...] = ()
    promises: tuple[Plain, ...] = ()
    offers: tuple[Plain, ...] = ()
    costs: tuple[Plain, ...] = ()
    letters: tuple[Plain, ...] = ()
    reminders: tuple[Plain, ...] = ()
    extensions: tuple[Plain, ...] = ()
    choices: tuple[Plain, ...] = ()
    outcome: Plain | None = None
    warnings: tuple[str, ...] = ()


def read_case_file(source: bytes, *, name: str, today: date | None = None) -> CaseFile:
    """Read and check a case file; `name` is used in messages.

    Other spellings come out in our own words (“true” as yes, “portal” as web-form with the
    medium portal); an encounter gets its precision and offset. With `today`, dates to come
    are warned of. Raises CaseFileFaulty with every fault at once, each with its line.
    """
    raw, lines = load_text(source, name)
    keys = _without_blanks(raw)
    if not isinstance(keys, dict):
        raise CaseFileFaulty(
            f"{name} is not a case file: it does not begin with “complaintkit: 1”.",
            fix="See the case files in the examples folder for the keys.",
        )
    _check_version(keys, name)
    checked, faults = check_keys(keys)
    faults = [*faults, *cross_faults(keys)]
    if faults or checked is None:
        raise faulty(faults, lines, name)
    return _case_file(checked, today)


def _without_blanks(value: Any) -> Any:  # noqa: ANN401 - any YAML value
    """Leave out keys without a value. Places in lists stay, since others count them."""
    if isinstance(value, list):
        return [_without_blanks(part) for part in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_blanks(part) for key, part in value.items()}
    return {
        key: part
        for key, part in kept.items()
        if part not in ({}, []) and not (isinstance(part, str) and not part.strip())
    }


def _check_version(keys: Plain, name: str) -> None:
    version = keys.get("complaintkit")
    if isinstance(version, str) and version.isdecimal() and int(version) > NEWEST:
        raise CaseFileFaulty(
            f"{name} was written by a newer complaintkit (case file {version}; this one reads "
            f"{NEWEST}).",
            fix="Update complaintkit, then import the file again.",
        )


def _case_file(checked: Plain, today: date | None) -> CaseFile:
    """Put the checked values into our own words, and gather what deserves a warning."""
    warnings: list[str] = []
    case = {**checked["case"]}
    if "sector" in case:
        case["sector"] = read_sector(case["sector"])
        if not is_sector(case["sector"]):
            warnings.append(
                f"case.sector: “{short(case['sector'])}” is not a sector I know; kept as typed "
                "and routed as general."
            )
    encounters = tuple(_encounter(group) for group in checked.get("encounters", ()))
    sections = {
        section: tuple(checked.get(section, ()))
        for section in (
            "events",
            "exhibits",
            "promises",
            "offers",
            "costs",
            "letters",
            "reminders",
            "extensions",
            "choices",
        )
    }
    warnings += _skipped_hours(encounters)
    warnings += _days_to_come({**sections, "encounters": encounters}, today)
    return CaseFile(
        case=case,
        encounters=encounters,
        outcome=checked.get("outcome"),
        warnings=tuple(warnings),
        **sections,
    )


def _encounter(group: Plain) -> Plain:
    """Return an encounter with its channel's slug, precision, and offset or skipped mark."""
    zone = group.get("zone", "")
    moment = read_moment_from_file(group["at"], zone=zone)
    slug, medium = read_channel(group["channel"])
    precision = Precision(group.get("precision", moment.precision))
    offset = read_offset(group["offset"]) if "offset" in group else moment.offset
    timed = moment.precision is Precision.EXACT and precision in (Precision.EXACT, Precision.ABOUT)
    skipped = timed and "offset" not in group and (moment.skipped or group.get("skipped") == "yes")
    settled: dict[str, str] = {
        "at": _at_text(moment, precision),
        "channel": slug,
        "precision": precision.value,
    }
    if medium and "medium" not in group:
        settled["medium"] = medium
    if skipped:
        settled["skipped"] = "yes"
    elif timed and offset is not None:
        settled["offset"] = offset_text(offset)
    kept = {key: value for key, value in group.items() if key not in ("offset", "skipped")}
    return {**kept, **settled}


def _at_text(moment: Moment, precision: Precision) -> str:
    """Write the time as closely as it is known."""
    if precision is Precision.MONTH:
        return f"{moment.wall:%Y-%m}"
    if precision is Precision.DAY or moment.precision is Precision.DAY:
        return f"{moment.wall:%Y-%m-%d}"
    return (
        f"{moment.wall:%Y-%m-%dT%H:%M:%S}"
        if moment.wall.second
        else f"{moment.wall:%Y-%m-%dT%H:%M}"
    )


def _skipped_hours(encounters: tuple[Plain, ...]) -> Iterator[str]:
    for number, group in enumerate(encounters, 1):
        if group.get("skipped") == "yes":
            wall = read_moment_from_file(group["at"], zone="").wall
            zone = f" in {group['zone']}" if "zone" in group else ""
            yield (
                f"encounter {number}: {wall:%H:%M} on {wall.day} {MONTHS[wall.month - 1]} "
                f"{wall.year} did not exist{zone} (the clocks went forward); kept as typed."
            )


def _days_to_come(sections: Mapping[str, tuple[Plain, ...]], today: date | None) -> Iterator[str]:
    if today is None:
        return
    for section, key in _DATED.items():
        for number, group in enumerate(sections[section], 1):
            if group[key][:10] > today.isoformat():
                yield (
                    f"{section.removesuffix('s')} {number}: {group[key][:10]} lies in the future; "
                    "kept as typed."
                )
