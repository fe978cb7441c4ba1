"""What happens where the disk, the terminal or the reader fails? Nothing is lost."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from running import complaintkit, done, environment

OTHER = 65534
NOBODY = (
    ["setpriv", f"--reuid={OTHER}", f"--regid={OTHER}", "--clear-groups"]
    if os.geteuid() == 0
    else []
)
TEXT = "they promised the refund by Friday"
READING = (
    ["today"],
    ["next", "acme"],
    ["cases"],
    ["show", "acme"],
    ["timeline", "acme"],
    ["search", "twice"],
    ["profile"],
    ["paths"],
    ["verify"],
    ["promises", "acme"],
    ["help", "all"],
    ["show", "acme", "--json"],
    ["letter", "first", "--case", "acme", "-o", "-"],
)


@pytest.fixture(name="home")
def a_home_with_a_case(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    done(
        complaintkit(
            home, "open", "acme", "--company", "Açme – Телефон", "--problem", "Charged twice: 5 €",
            "--want", "a refund",
        )
    )  # fmt: skip
    done(complaintkit(home, "profile", "--name", "Odéssa", "--email", "o@example.org"))
    return home


def run(
    home: Path, *words: str, limit: int | None = None, nobody: bool = False, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the command with a limit on file size, or as a person who may not write.

    It writes no bytecode: a limit would leave half of a file there, for all who come after.
    """

    def before() -> None:
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [*(NOBODY if nobody else []), sys.executable, "-m", "complaintkit", *words],
        env=environment(home) | {"PYTHONDONTWRITEBYTECODE": "1"} | settings,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
        preexec_fn=before,
    )


def somebody_else(home: Path) -> None:
    """Make the home that of an unprivileged user, where the tests run as root; else skip."""
    if os.geteuid() != 0:
        return
    probe = [*NOBODY, sys.executable, "-c", ""]
    if not shutil.which("setpriv") or subprocess.run(probe, check=False).returncode:
        pytest.skip("run as root, and no other user can run this Python")
    for path in (home, *home.rglob("*")):
        os.chown(path, OTHER, OTHER)
    for above in home.parents:
        if above == Path(tempfile.gettempdir()):
            break  # never the folder that everybody shares
        above.chmod(0o755)


def given_back(said: str) -> str:
    """Return the recovery draft that was named."""
    place = said.split("also kept in ")[1].splitlines()[0]
    return Path(place).read_text(encoding="utf-8")


def test_a_full_disk_loses_neither_the_log_nor_the_text(home: Path):
    before = (home / "log.db").read_bytes()
    answer = run(home, "log", "--said", f"{TEXT} {'x' * 60_000}", limit=45_000)
    assert answer.returncode == 1
    assert "disk is full" in answer.stderr
    assert answer.stdout == ""
    assert TEXT in answer.stderr
    assert (home / "log.db").read_bytes() == before
    small = run(home, "log", "--said", TEXT, limit=4096)
    assert small.returncode == 1
    assert TEXT in given_back(small.stderr)
    assert "nothing differs in the whole log (1 entry)" in done(complaintkit(home, "verify"))


def test_an_exhibit_or_a_pack_that_does_not_fit_leaves_nothing(home: Path, tmp_path: Path):
    large = tmp_path / "scan.pdf"
    large.write_bytes(b"x" * 300_000)
    answer = run(home, "attach", str(large), limit=200_000)
    assert answer.returncode == 1
    assert "The disk is full" in answer.stderr
    assert run(home, "export", limit=5_000).returncode == 1
    assert not list(home.rglob("*.zip"))
    assert not list(home.rglob("*.part"))
    assert "#2" not in done(complaintkit(home, "timeline"))


def test_a_home_that_may_not_be_written_can_be_read_and_gives_the_text_back(home: Path):
    somebody_else(home)
    for path in (home, *home.rglob("*")):
        path.chmod(0o500 if path.is_dir() else 0o400)
    answer = run(home, "log", "--said", TEXT, nobody=True)
    assert answer.returncode == 1, answer.stderr
    assert "read-only for you" in answer.stderr
    assert TEXT in given_back(answer.stderr)
    for words in READING[:-1]:
        assert run(home, *words, nobody=True).returncode == 0, words
    home.chmod(0o700)


def test_a_home_that_may_not_be_entered_is_told_plainly(home: Path):
    somebody_else(home)
    home.chmod(0)
    answer = run(home, "log", "--said", TEXT, nobody=True)
    home.chmod(0o700)
    assert answer.returncode == 1, answer.stderr
    assert "fault" not in answer.stderr
    assert "permission denied" in " ".join(answer.stderr.split())
    assert TEXT in answer.stderr


def test_a_newer_log_is_left_alone_and_the_text_given_back(home: Path):
    connection = sqlite3.connect(home / "log.db")
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    before = (home / "log.db").read_bytes()
    answer = complaintkit(home, "log", "--said", TEXT)
    assert answer.returncode == 1
    assert "newer complaintkit" in answer.stderr
    assert TEXT in given_back(answer.stderr)
    assert complaintkit(home, "today").returncode == 1
    assert (home / "log.db").read_bytes() == before


@pytest.mark.parametrize("damage", ["junk", "empty", "gone"])
def test_a_damaged_log_is_never_begun_anew(home: Path, damage: str):
    log = home / "log.db"
    if damage == "gone":
        log.unlink()
    else:
        log.write_bytes(b"junk" * 5000 if damage == "junk" else b"")
    for words in (["log", "--said", TEXT], ["open", "--company", "B", "--problem", TEXT]):
        answer = complaintkit(home, *words)
        assert answer.returncode == 1
        assert TEXT in given_back(answer.stderr)
    assert complaintkit(home, "today").returncode == 1
    assert log.exists() is (damage != "gone")


def test_an_output_that_cannot_be_placed_is_told(home: Path, tmp_path: Path):
    (tmp_path / "file").write_text("mine")
    for words in (["letter", "first"], ["export"]):
        answer = complaintkit(home, *words, "-o", str(tmp_path / "file" / "x.pdf"))
        assert answer.returncode == 1
        assert "could not be written" in " ".join(answer.stderr.split())
        assert "-o" in answer.stderr
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("words", [["open"], ["log"], ["sent"], ["close"], ["letter"]])
def test_nobody_to_ask_is_answered_within_a_second_of_starting(home: Path, words: list[str]):
    begun = time.monotonic()
    answer = complaintkit(home, *words)
    assert time.monotonic() - begun < 5  # a loaded machine; without load it is a quarter second
    assert answer.returncode in (1, 2)
    assert answer.stderr


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_every_reading_command_works_in_a_poor_locale(home: Path, settings: dict[str, str]):
    for words in READING:
        answer = run(home, *words, **settings)
        assert answer.returncode == 0, (words, answer.stderr)
        if "--json" in words:
            assert json.loads(answer.stdout)["case"]["company"]["name"] == "Açme – Телефон"


def test_a_reader_that_goes_away_or_never_came_is_no_fault(home: Path):
    python = f"{sys.executable} -m complaintkit"
    for words in READING:
        line = " ".join(words)
        for shell in (f"{python} {line} | true", f"{python} {line} >&-"):
            answer = subprocess.run(
                ["bash", "-c", shell],
                env=environment(home),
                cwd=Path(__file__).parents[2],
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            assert answer.returncode == 0, (shell, answer.stderr)
            assert "fault" not in answer.stderr
            assert "Traceback" not in answer.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_output_after_a_save_says_that_it_was_saved(home: Path):
    with Path("/dev/full").open("w") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "complaintkit", "log", "--said", TEXT],
            env=environment(home),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert answer.returncode in (1, 120)  # 120: Python's own, when it cannot empty its buffer
    assert "What you wrote down is saved." in " ".join(answer.stderr.split())
    assert TEXT in done(complaintkit(home, "timeline"))
