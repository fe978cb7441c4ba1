"""Which homes and how many kills do the store's tests use?"""

from contextlib import suppress
from pathlib import Path

import pytest
from sample_log import Book, a_full_book, a_home

from complaintkit.store.home import Home


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the counts for a release: `pytest tests/store --kills 10000 --flips 6000`."""
    for name, what in (
        ("--kills", "kills between BEGIN and saved (default 200, for a release 10000)"),
        ("--flips", "random bit flips over the file (default 300)"),
    ):
        with suppress(ValueError):  # another conftest has it already
            parser.addoption(name, type=int, default=None, help=what)


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How many kills must land between BEGIN and saved."""
    return request.config.getoption("--kills", None) or 200


@pytest.fixture
def flips(request: pytest.FixtureRequest) -> int:
    """How many bits to flip."""
    return request.config.getoption("--flips", None) or 300


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home that does not exist yet."""
    return a_home(tmp_path / "home")


@pytest.fixture
def book(home: Home) -> Book:
    """A log with one case."""
    begun = Book(home)
    begun.open()
    return begun


@pytest.fixture
def full(home: Home) -> Book:
    """A log with two cases and every kind of entry."""
    return a_full_book(home)
