"""SIGKILL at any moment: nothing acknowledged is lost, and nothing is left half-written."""

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import appending
import kill_harness
import pytest
from kill_harness import APPENDING, Tally
from sample_log import a_home
from system_calls import CALLS, needs_strace, stopped_at, under_strace

from complaintkit.store import checking
from complaintkit.store.home import Home
from complaintkit.store.journal import Log

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")


def show(capsys: pytest.CaptureFixture, title: str, text: object) -> None:
    with capsys.disabled():
        print(f"\n{title}: {text}")


def test_kills_between_begin_and_saved_lose_nothing(
    tmp_path: Path, kills: int, capsys: pytest.CaptureFixture
):
    def enough(tally: Tally) -> bool:
        in_the_commit = tally.falls[kill_harness.HOT] >= kills // 20
        return tally.between >= kills and (in_the_commit or tally.between >= 5 * kills)

    with kill_harness.forking(tmp_path) as start:
        tally = kill_harness.run(
            start,
            kill_harness.between_begin_and_saved(Random(kills)),
            folder=tmp_path / "aimed",
            enough=enough,
        )
    show(capsys, "Aimed between BEGIN and saved", tally)
    assert tally.faults == []
    assert tally.between >= kills
    assert tally.falls[kill_harness.HOT] >= kills // 20, "too few kills hit the commit itself"


def test_kills_at_random_moments_lose_nothing(
    tmp_path: Path, kills: int, capsys: pytest.CaptureFixture
):
    wanted = max(100, kills // 2)
    with kill_harness.forking(tmp_path) as start:
        tally = kill_harness.run(
            start,
            kill_harness.random_moments(Random(kills)),
            folder=tmp_path / "random",
            enough=lambda tally: sum(tally.falls.values()) >= wanted,
        )
    show(capsys, "At random moments, 0 to 20 ms", tally)
    assert tally.faults == []


def test_kills_of_a_process_of_its_own_lose_nothing(tmp_path: Path):
    """The same program, started anew each time: no fork, no shared memory."""

    def enough(tally: Tally) -> bool:
        return sum(tally.falls.values()) >= 8

    tally = kill_harness.run(
        kill_harness.starting,
        kill_harness.between_begin_and_saved(Random(8)),
        folder=tmp_path / "own",
        enough=enough,
    )
    assert tally.faults == []


@needs_strace
@pytest.mark.parametrize("call", CALLS)
def test_a_kill_at_each_system_call_loses_nothing(
    tmp_path: Path, call: str, kills: int, capsys: pytest.CaptureFixture
):
    """Each call on the log's files while one entry is added; by default every few of them."""
    home = a_home(tmp_path / "home")
    appending.open_case(home, "case")
    step = 1 if kills >= 10_000 else STEPS.get(call, 1)
    acknowledged: dict[str, tuple[int, str]] = {}
    begun: set[str] = set()
    stopped = 0
    for place in range(1, 1000, step):
        result = under_strace(
            home,
            [*APPENDING, str(home.folder), "case", "1"],
            inject=f"{call}:signal=KILL:when={place}",
        )
        heard = [line.split() for line in result.stdout.splitlines()]
        begun |= {words[2] for words in heard if words[0] == "BEGIN"}
        acknowledged |= {w[2]: (int(w[3]), w[4]) for w in heard if w[0] == "saved"}
        assert kill_harness.faults_of(home, "case", acknowledged, begun) == [], f"{call} {place}"
        if not stopped_at(result):
            break
        stopped += 1
    assert stopped
    show(capsys, f"Killed at {call}", f"{stopped} places (every {step}.), 0 faults")


STEPS = {"pwrite64": 7}


@needs_strace
@pytest.mark.parametrize("call", ["pwrite64", "fdatasync", "unlink"])
def test_a_kill_while_the_log_is_first_made_leaves_none_or_all_of_it(tmp_path: Path, call: str):
    for number, place in enumerate((1, 2, 3, 5, 40) if call == "pwrite64" else (1, 2)):
        home = Home(folder=tmp_path / f"home-{number}")
        under_strace(
            home,
            [sys.executable, "-c", FIRST, str(home.folder)],
            inject=f"{call}:signal=KILL:when={place}",
        )
        assert checking.check_log(home)[0] == []
        appending.open_case(home, "case") if not Log(home).cases() else None
        assert checking.check_log(home) == ([], 1)
        assert home.mark.exists()


FIRST = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
import appending
from pathlib import Path
from complaintkit.store.home import Home
appending.open_case(Home(folder=Path(sys.argv[1])), "case")
"""


def test_the_mark_is_set_even_where_a_kill_came_right_before_it(tmp_path: Path):
    home = a_home(tmp_path / "home")
    appending.open_case(home, "case")
    home.mark.unlink()
    subprocess.run([*APPENDING, str(home.folder), "case", "1"], check=True, capture_output=True)
    assert home.mark.exists()


def test_the_harness_notices_a_lost_entry(tmp_path: Path):
    home = a_home(tmp_path / "home")
    appending.open_case(home, "case")
    (fault,) = kill_harness.faults_of(home, "case", {"lost-id": (2, "a1")}, set())
    assert fault == "acknowledged entry #2 lost-id is lost or another"
