"""How is it said to the person? Data on stdout, talk on stderr, and nothing live in either."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TextIO

_SHOWN_AS_IS = "\n\t"
_UNDERLINE, _NO_UNDERLINE = "\x1b[4m", "\x1b[24m"
_UNBROKEN = "\ue000"  # stands for a space until the lines are broken; of the private use area
_COMMAND = r"""`complaintkit (?:'[^']*'|"[^"]*"|[^`'"])*`"""
NARROWEST, USUAL, WIDEST = 30, 80, 100


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
    import unicodedata

    code = ord(character)
    if code < 0x20:  # noqa: PLR2004 - C0 controls have their own pictures
        return chr(0x2400 + code)
    if character == "\u200d" or unicodedata.category(character) == "Zs":
        return character
    return f"‹U+{code:04X}›"


def out(text: str = "") -> None:
    """Print data."""
    _write(sys.stdout, text)


def talk(text: str = "") -> None:
    """Print what is said about the data."""
    _write(sys.stderr, text)


def prompt(text: str, *, over: bool = False) -> None:
    """Show what stands before an answer; `over` writes it over the line as it is."""
    sys.stderr.write(f"\r{safe(text)}" if over else safe(text))
    sys.stderr.flush()


def notes(found: Iterable[str]) -> None:
    """Print what the person should know, each note by itself."""
    for note in found:
        talk(wrapped(note, first="Please note: ", rest="  "))


def raw(content: bytes) -> None:
    """Print a file as it is, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def has_style(stream: TextIO) -> bool:
    """Whether the stream is a terminal on which words may be underlined."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def styled(text: str) -> None:
    """Print talk that holds underlining of ours; everything else in it is shown as `talk` does."""
    parts = (safe(part) for part in text.split(_UNDERLINE))
    shown = _UNDERLINE.join(parts).replace(safe(_NO_UNDERLINE), _NO_UNDERLINE)
    sys.stderr.write(shown + "\n")


def _write(stream: TextIO, text: str) -> None:
    stream.write(safe(text) + "\n")


def indented(text: str, by: str = "  ") -> str:
    """Return text with each line moved in."""
    return "\n".join(by + line if line else line for line in text.splitlines())


def wrapped(text: str, *, first: str = "", rest: str | None = None) -> str:
    """Return text wrapped to the screen, with a first and a following indent."""
    width = columns()
    if len(first) + len(text) < width and text.isprintable():
        return first + text
    import textwrap

    text = _held_together(text)
    lines = "\n".join(
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
    return lines.replace(_UNBROKEN, " ")


def columns() -> int:
    """Return how wide the screen is, 100 at most; 80 where there is none."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isascii() and stated.isdecimal() and int(stated[:5]) > 0:
        return min(max(int(stated[:5]), NARROWEST), WIDEST)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            found = os.get_terminal_size(stream.fileno()).columns
            return min(max(found or USUAL, NARROWEST), WIDEST)
    return USUAL


def _held_together(text: str) -> str:
    """Return text whose commands, in backquotes, are not broken over two lines.

    A backquote in somebody's own words before a command, or in a quoted name, breaks none.
    """
    if "`complaintkit " in text:
        import re

        text = re.sub(_COMMAND, lambda found: found[0].replace(" ", _UNBROKEN), text)
    parts = text.split("`")
    parts[1::2] = [part.replace(" ", _UNBROKEN) for part in parts[1::2]]
    return "`".join(parts)


def next_line(text: str) -> None:
    """Say what to do next, on its own line."""
    talk(wrapped(text, first="Next: ", rest="  "))


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
    is_utf = (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(told, ensure_ascii=not is_utf, indent=2)
    sys.stdout.write("".join(map(_in_json, text)) + "\n")


def one_line(content: Mapping[str, object]) -> str:
    """Return an object as one line of JSON, safe for a terminal and for any encoding."""
    import json

    is_utf = (sys.stdout.encoding or "").lower().startswith("utf")
    return "".join(map(_in_json, json.dumps(content, ensure_ascii=not is_utf)))


def _in_json(character: str) -> str:
    """Return what JSON need not escape and a terminal would obey in JSON's own escape."""
    if character == "\n" or character.isprintable():
        return character
    code = ord(character)
    if code > 0xFFFF:  # noqa: PLR2004 - JSON writes these as two halves
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
