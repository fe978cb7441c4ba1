"""How is it said to the person? Data on stdout, talk on stderr, and nothing live in either."""

import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

_SHOWN_AS_IS = "\n\t"
SHORT = 60
"""Characters that fit any screen: nothing to wrap, and nothing to load for it."""


def safe(text: str) -> str:
    """Return text with control and direction characters made visible.

    What the person logged may hold terminal escapes; on screen they are only shown. The
    log itself keeps what was typed.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character in _SHOWN_AS_IS or character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:  # noqa: PLR2004 - C0 controls have their own pictures
        return chr(0x2400 + code)
    if character == "\u200d" or character.isspace():
        return character
    return f"‹U+{code:04X}›"


def out(text: str = "") -> None:
    """Print data."""
    _write(sys.stdout, text)


def talk(text: str = "") -> None:
    """Print what is said about the data."""
    _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    stream.write(safe(text) + "\n")


def indented(text: str, by: str = "  ") -> str:
    """Return text with each line moved in."""
    return "\n".join(by + line if line else line for line in text.splitlines())


def wrapped(text: str, *, first: str = "", rest: str | None = None) -> str:
    """Return text wrapped to the screen, with a first and a following indent."""
    if len(first) + len(text) <= SHORT and text.isprintable():
        return first + text
    import shutil
    import textwrap

    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    return "\n".join(
        textwrap.fill(
            line,
            width=width,
            initial_indent=first if place == 0 else (rest if rest is not None else first),
            subsequent_indent=rest if rest is not None else first,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for place, line in enumerate(text.splitlines() or [""])
    )


def next_line(text: str) -> None:
    """Say what to do next, on its own line."""
    talk(f"Next: {text}")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows: as a table on a terminal, as tab-separated lines elsewhere."""
    if not sys.stdout.isatty():
        for row in rows:
            out("\t".join(cell.replace("\n", " ").replace("\t", " ") for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(markup=False, emoji=False, highlight=False)
    shown = Table(box=None, pad_edge=False, header_style="bold")
    for name in head:
        shown.add_column(Text(name), overflow="fold")
    for row in rows:
        shown.add_row(*(Text(safe(cell)) for cell in row))
    console.print(shown)


def as_json(schema: str, **content: object) -> None:
    """Print an object with its schema and stable keys."""
    import json

    from complaintkit.rules.plain import plain

    told = {"schema": f"complaintkit/{schema}/1", **{key: plain(content[key]) for key in content}}
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
