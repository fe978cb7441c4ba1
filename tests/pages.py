"""What does a web page hold, as a reader of HTML and as a browser sees it?"""

import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
VOID = frozenset({"meta", "link", "input", "img", "br", "line", "rect", "circle", "path"})


class Page(HTMLParser):
    """Tags with their attributes, the texts between them, and the ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data):
        if not self.open or self.open[-1] not in ("style", "script"):
            self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each tag of that name."""
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        """Return all ids in order."""
        return [attrs["id"] or "" for _, attrs in self.tags if "id" in attrs]


def browsed(page: Path) -> str:
    """Return the page as it stands in a browser after its scripts have run."""
    return _browser(page, "--dump-dom")


def printed(page: Path, target: Path) -> Path:
    """Print the page to a PDF."""
    _browser(page, f"--print-to-pdf={target}", "--no-pdf-header-footer")
    return target


def _browser(page: Path, *words: str) -> str:
    assert CHROMIUM
    done = subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={page.parent / 'browser'}",
            "--virtual-time-budget=2000",
            *words,
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return done.stdout
