"""What is wrong with a case file, in plain sentences, each with its line?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from complaintkit.errors import CaseFileFaulty, ComplaintkitError
from complaintkit.intake.yaml_text import Lines
from complaintkit.model.moment import Moment, Precision
from complaintkit.rules.local_time import read_offset
from complaintkit.rules.when import read_moment_from_file

if TYPE_CHECKING:
    from pydantic import BaseModel

Plain = dict[str, Any]
Path = tuple[str | int, ...]
Fault = tuple[Path, str]

NEWEST = 1  # the version of case file that we write
_MOST_FAULTS = 50
_SHOWN = 60  # characters of a value in a message
_DIGITS = 6  # of a number in a case file


def check_keys(
    keys: Plain, top: "type[BaseModel] | None" = None
) -> tuple[Plain | None, list[Fault]]:
    """Check keys and values one by one; return the plain values or the faults.

    `top` is the shape of the whole file; None: a case file.
    """
    from pydantic import ValidationError

    from complaintkit.intake.case_schema import CaseFileKeys

    top = top or CaseFileKeys
    try:
        found = top.model_validate(keys)
    except ValidationError as refused:
        details = refused.errors(include_url=False)
        return None, [_in_words(detail["loc"], dict(detail), top) for detail in details]
    return found.model_dump(by_alias=True, exclude_none=True), []


def _in_words(path: Path, detail: Mapping[str, Any], top: "type[BaseModel]") -> Fault:
    """Put one of pydantic's complaints into a plain sentence."""
    from complaintkit.intake.case_schema import keys_at
    from complaintkit.intake.case_values import did_you_mean

    kind, value = str(detail["type"]), detail["input"]
    if kind == "extra_forbidden":
        near = did_you_mean(str(path[-1]), keys_at(path[:-1], top))
        return path, f"there is no such key{near or '.'}"
    if kind == "missing":
        return path, "is missing."
    if kind == "value_error":
        return path, f"“{short(value)}” {detail['ctx']['error']}"
    wanted = {"string_type": "one text", "list_type": "a list, such as [one, two]"}
    stands = f"“{short(value)}”"
    if isinstance(value, dict | list):
        stands = "a group of keys" if isinstance(value, dict) else "a list"
    return path, f"should be {wanted.get(kind, 'a group of keys')}, not {stands}."


def _groups(keys: Plain, section: str) -> Iterator[tuple[int, Plain]]:
    """Yield the groups of a section with their place from 0; whatever is none is passed over."""
    listed = keys.get(section)
    for place, group in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(group, dict):
            yield place, group


def cross_faults(keys: Plain) -> list[Fault]:
    """Check what takes more than one key: versions, numbers, places and hours."""
    faults: list[Fault] = []
    version = keys.get("complaintkit")
    if isinstance(version, str) and version != str(NEWEST):
        faults.append((("complaintkit",), f"“{short(version)}” is not the version {NEWEST}."))
    for section, key in (("letters", "number"), ("exhibits", "file")):
        values = [group.get(key) for _, group in _groups(keys, section)]
        seen = Counter(value for value in values if isinstance(value, str))
        faults += [
            ((section, place, key), f"“{short(group[key])}” is given to more than one.")
            for place, group in _groups(keys, section)
            if isinstance(group.get(key), str) and seen[group[key]] > 1
        ]
    return faults + _promise_faults(keys) + _extension_faults(keys) + _moment_faults(keys)


def _promise_faults(keys: Plain) -> list[Fault]:
    """Find what became of promises that nobody made, or twice of the same."""
    encounters = dict(_groups(keys, "encounters"))
    faults: list[Fault] = []
    seen: set[tuple[int, int]] = set()
    for place, group in _groups(keys, "promises"):
        number, which = (_count(group.get(key)) for key in ("encounter", "promise"))
        if not number or not which:
            continue  # told by the check of single values
        made = encounters.get(number - 1, {}).get("promised")
        path: Path = ("promises", place)
        if number - 1 not in encounters:
            faults.append(((*path, "encounter"), f"there is no encounter {number}."))
        elif not isinstance(made, list) or which > len(made):
            faults.append(((*path, "promise"), f"encounter {number} has no promise {which}."))
        elif (number, which) in seen:
            faults.append((path, f"promise {which} of encounter {number} is given twice."))
        seen.add((number, which))
    return faults


def _extension_faults(keys: Plain) -> list[Fault]:
    """Find moved dates that belong to nothing, or to a promise that nobody made."""
    encounters = dict(_groups(keys, "encounters"))
    faults: list[Fault] = []
    for place, group in _groups(keys, "extensions"):
        named = [key for key in ("letter", "encounter", "limit") if key in group]
        if len(named) != 1:
            words = "says neither letter, encounter nor limit." if not named else "names several."
            faults.append((("extensions", place), words))
            continue
        number, which = _count(group.get("encounter")), _count(group.get("promise", "1"))
        made = encounters.get(number - 1, {}).get("promised")
        if number and (not isinstance(made, list) or which > len(made)):
            sentence = f"encounter {number} has no promise {which}."
            faults.append((("extensions", place, "encounter"), sentence))
    return faults


def _count(value: object) -> int:
    return (
        int(value) if isinstance(value, str) and value.isdecimal() and len(value) <= _DIGITS else 0
    )


def _moment_faults(keys: Plain) -> list[Fault]:
    """Check that an encounter's precision and offset fit its time."""
    faults: list[Fault] = []
    for place, group in _groups(keys, "encounters"):
        try:
            moment = read_moment_from_file(group["at"].strip(), zone="")
            offset = read_offset(group.get("offset", ""))
        except (ComplaintkitError, KeyError, AttributeError, TypeError):
            continue  # told by the check of single values
        path: Path = ("encounters", place)
        if offset is not None and moment.offset is not None and offset != moment.offset:
            faults.append(((*path, "offset"), "differs from the one that stands in “at”."))
        given = group.get("precision")
        if given in tuple(Precision) and not _fits(moment, Precision(given)):
            sentence = f"“{given}” does not fit “{short(group['at'])}”."
            faults.append(((*path, "precision"), sentence))
    return faults


def _fits(moment: Moment, precision: Precision) -> bool:
    """Say whether a time is known at least as closely as a precision says."""
    if moment.precision is Precision.EXACT:
        return True
    if moment.precision is Precision.DAY:
        return precision in (Precision.DAY, Precision.ABOUT, Precision.MONTH)
    return precision is Precision.MONTH


def faulty(
    faults: list[Fault],
    lines: Lines,
    name: str,
    *,
    so: str = "nothing was imported",
    fix: str = "Correct the lines named above, then import the file again.",
) -> CaseFileFaulty:
    """Return the one error that tells every fault, in the order of the file.

    `so` is what that means, `fix` the way out.
    """
    told = sorted(
        {(lines.of(path), f"{_spelled(path)}: {_ended(words)}") for path, words in faults}
    )
    count = f"{len(told)} faults" if len(told) > 1 else "a fault"
    listed = [f"{name}, line {line}: {words}" for line, words in told[:_MOST_FAULTS]]
    if len(told) > _MOST_FAULTS:
        listed.append(f"… and {len(told) - _MOST_FAULTS} more.")
    return CaseFileFaulty(
        "\n".join([f"{name} has {count}; {so}.", *listed]),
        fix=fix,
    )


def _spelled(path: Path) -> str:
    """Write a path as “encounters[2].promised[1].by”, counting from 1 as the file does."""
    words = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return short(words.lstrip(".")) or "the file"


def _ended(words: str) -> str:
    return words if words.endswith((".", "?")) else f"{words}."


def short(value: object) -> str:
    """Return a value as one line that fits a message."""
    flat = " ".join(str(value).split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
