"""What every test shares: an empty home, and golden texts that can be rewritten."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

GOLDEN = Path(__file__).parent / "golden"

# A busy machine is no fault of the code: examples are counted, never timed.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# A shell starts what it puts in the background deaf to Ctrl-C, and that is inherited.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--flips", type=int, default=400, help="bits flipped in a pack")
    parser.addoption("--secrets", type=int, default=200, help="secrets planted in a case")
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the texts in tests/golden; read the difference aloud before committing",
    )


@pytest.fixture(autouse=True)
def empty_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point COMPLAINTKIT_HOME at a folder of this test's own, and leave the clock alone."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("COMPLAINTKIT_HOME", str(home))
    monkeypatch.delenv("COMPLAINTKIT_NOW", raising=False)
    return home


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the agreed one, or rewrite that with --update-golden."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no agreed text {name}; write it with --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return check
