from pathlib import Path

import pytest
from running import complaintkit, done

OPEN = ("open", "kettle", "--company", "Brightwell", "--problem", "It leaks.", "--want", "refund")
SECRET = "zq4929yx"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    done(complaintkit(home, *OPEN))
    done(complaintkit(home, "log", "--with", "Jo", "--said", f"my word is {SECRET}"))
    return home


def traces(home: Path, word: str = SECRET) -> list[str]:
    return [
        one.name
        for one in home.rglob("*")
        if one.is_file() and word.encode() in one.read_bytes().lower()
    ]


def test_an_erased_field_stands_nowhere_and_the_log_is_whole(home: Path):
    assert traces(home)
    said = done(complaintkit(home, "erase", "2", "said", "--why", "private", "--yes"))
    assert "erased from #2: said" in said
    assert traces(home) == []
    done(complaintkit(home, "verify"))
    assert "(erased)" in done(complaintkit(home, "timeline"))


def test_what_a_correction_says_again_is_named(home: Path):
    done(complaintkit(home, "correct", "2", "--said", f"no, {SECRET}", "--reason", "slip"))
    told = complaintkit(home, "erase", "2", "said", "--why", "private", "--yes")
    assert "complaintkit erase 3 set.said" in told.stderr
    done(complaintkit(home, "erase", "3", "set.said", "--why", "private", "--yes"))
    assert traces(home) == []
    done(complaintkit(home, "verify"))


def test_a_kept_file_goes_with_its_entry(home: Path, tmp_path: Path):
    bill = tmp_path / "bill.txt"
    bill.write_text(SECRET * 3)
    done(complaintkit(home, "attach", str(bill)))
    done(complaintkit(home, "erase", "2", "said", "--why", "private", "--yes"))
    said = done(complaintkit(home, "erase", "3", "--file", "--why", "wrong file", "--yes"))
    assert "The kept file is gone too." in said
    assert traces(home) == []
    done(complaintkit(home, "verify"))
    done(complaintkit(home, "export"))


def test_a_file_that_another_entry_has_stays(home: Path, tmp_path: Path):
    bill = tmp_path / "bill.txt"
    bill.write_text("12 pounds")
    done(complaintkit(home, "attach", str(bill)))
    other = ("open", "phone", "--company", "Acme", "--problem", "Dead line.", "--want", "credit")
    done(complaintkit(home, *other))
    done(complaintkit(home, "attach", str(bill), "--case", "phone"))
    told = complaintkit(home, "erase", "2", "--file", "--why", "x", "--yes", "--case", "phone")
    assert "another entry has the same one" in told.stderr
    done(complaintkit(home, "verify"))


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["2", "said", "--why", "x"], 2, "--yes"),
        (["2", "--why", "x", "--yes"], 2, "Name one or more of"),
        (["2", "nosuch", "--why", "x", "--yes"], 2, "has no field “nosuch”"),
        (["2", "--file", "--why", "x", "--yes"], 2, "keeps no file"),
        (["99", "said", "--why", "x", "--yes"], 1, "#99"),
    ],
)
def test_a_slip_erases_nothing(home: Path, words: list[str], code: int, says: str):
    refused = complaintkit(home, "erase", *words)
    assert (refused.returncode, says in " ".join(refused.stderr.split())) == (code, True)
    assert traces(home)


def test_an_erasure_that_was_broken_off_is_finished_by_the_next(home: Path, monkeypatch):
    from complaintkit.model.entry import EntryKind, NewEntry, Recording
    from complaintkit.store.home import Home
    from complaintkit.store.journal import Log
    from complaintkit.tasks.erasing import finish_erasures

    log = Log(Home(folder=home))
    (row,) = log.cases()
    target = log.entries(row.case_id)[1]
    import os
    from datetime import UTC, datetime

    recording = Recording(
        at=datetime(2026, 5, 4, tzinfo=UTC),
        zone="UTC",
        clock_is_set=False,
        tool="test",
        new_id=lambda: "id-x",
        salts=lambda count: [os.urandom(16) for _ in range(count)],
    )
    fields = {"entry": target.id, "path.0": "said", "why": "private"}
    log.append(row.case_id, [NewEntry(id="id-x", kind=EntryKind.ERASE, fields=fields)], recording)
    assert traces(home)
    assert finish_erasures(log) == 1
    assert traces(home) == []
    assert finish_erasures(log) == 0
