"""Is a case with dates and decisions of the person's own the same after export and import?"""

import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
from asking import done, typed

from complaintkit.cli.settings import Settings
from complaintkit.model.case import Case
from complaintkit.tasks.loading import load_case

ROOT = Path(__file__).parents[2]
NOW = "2026-06-20T10:00:00-04:00"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTKIT_NOW", NOW)


def loaded(name: str) -> Case:
    return load_case(Settings().log, name).case


def content(case: Case) -> object:
    """Return a case without what an import gives anew: ids, numbers, the day of import."""
    places = {one.entry_id: f"contact {n}" for n, one in enumerate(case.encounters)}
    moved = tuple(replace(one, entry=places.get(one.entry, "")) for one in case.extensions)
    return plain(replace(case, id="", name="", imported_on=None, extensions=moved))


def plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        kept = (field.name for field in fields(value))
        dropped = ("seq", "entry_id", "belongs_to", "modified_at")
        return {name: plain(getattr(value, name)) for name in kept if name not in dropped}
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


def case_with_everything() -> None:
    done("import", str(ROOT / "examples/washing-machine/case.yaml"))
    there = ("--case", "washing-machine")
    done("remind", "no: 0123 – “call”\n# Ben", "--on", "2026-07-01", *there)
    done("remind", "look at the post", "--on", "friday", *there)
    waiting = loaded("washing-machine").reminders
    done("remind", "--done", str(waiting[0].seq), *there)
    promised = next(
        met
        for met in loaded("washing-machine").encounters
        if any(one.by and one.kept is None for one in met.promises)
    )
    done("extend", "letter 1", "--to", "2026-07-10", "--reason", "they asked", *there)
    done("extend", str(promised.seq), "--to", "4 months", "--reason", "so agreed", *there)
    done("extend", "gb-fault-presumed", "--to", "a week", "--reason", "the shop agreed", *there)
    done("extend", "all-warranty", "--aside", "--reason", "there is none", *there)
    done("extend", "letter 1", "--to", "a week", "--reason", "once more", *there)
    typed("next", "washing-machine", "--take", "manager", "--reason", "she is back")
    typed("next", "washing-machine", "--take", "ceo", "--reason", "0123")
    done("sort", "washing-machine", "none")


@pytest.fixture
def both(tmp_path: Path) -> Callable[[], tuple[Case, Case]]:
    def made() -> tuple[Case, Case]:
        folder = tmp_path / "copy"
        done("export", "washing-machine", "--format", "yaml", "-o", str(folder))
        (file,) = folder.rglob("*.yaml")
        done("import", str(file), "--name", "second-copy")
        return loaded("washing-machine"), loaded("second-copy")

    return made


def test_the_imported_case_is_the_same(both: Callable[[], tuple[Case, Case]]):
    case_with_everything()
    first, again = both()
    assert [one.done for one in first.reminders] == [True, False]
    assert len(first.extensions) == 5
    assert len(first.choices) == 2
    assert first.sorting == "none"
    assert any(promise.moved_to for met in first.encounters for promise in met.promises)
    assert content(again) == content(first)


def test_the_dates_that_run_are_the_same_too(both: Callable[[], tuple[Case, Case]]):
    case_with_everything()
    both()
    lists = [
        typed("due", "--case", name, "--all").out.replace(name, "case")
        for name in ("washing-machine", "second-copy")
    ]
    assert without_numbers(lists[0]) == without_numbers(lists[1])


def without_numbers(text: str) -> str:
    import re

    return " ".join(re.sub(r"#[0-9]+", "#", text).split())
