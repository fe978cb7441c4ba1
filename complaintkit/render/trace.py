"""Where does each printed value come from?

A template never sees a person's text. It sees a `Fact`, which prints as a token: a few
private-use characters that mean nothing to Jinja or Markdown. After the template has been
read as Markdown, the tokens are put back as runs of text with their source. So no text of
a person's can act as markup, and every printed value is known with its origin.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from complaintkit.model.letter import Run

_OPEN, _SHUT, _ZERO = "\ue000", "\ue001", 0xE100
_HIDE = {ord("0") + digit: _ZERO + digit for digit in range(10)}
_SHOW = {hidden: plain for plain, hidden in _HIDE.items()}
_DIGITS = f"[{chr(_ZERO)}-{chr(_ZERO + 9)}]{{1,9}}"
_TOKEN = re.compile(f"{_OPEN}({_DIGITS}){_SHUT}")
_TOKEN_OR_HALF = re.compile(f"{_TOKEN.pattern}|[{_OPEN}{_SHUT}]")

# Controls that turn the reading order of their surroundings, not only of their own text.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_NEW_LINE = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HALF = re.compile(r"[\ud800-\udfff]")
_BLANK = re.compile(r"[ \t]+")


class Fact:
    """One value as a template sees it: it can be printed, tested and compared, never read."""

    __slots__ = ("_book", "_key")

    def __init__(self, book: "Book", key: int) -> None:
        self._book = book
        self._key = key

    def __str__(self) -> str:
        return _token(self._key)

    __html__ = __str__

    def __bool__(self) -> bool:
        return bool(text_of(self))

    def __eq__(self, other: object) -> bool:
        return text_of(self) == (text_of(other) if isinstance(other, Fact) else other)

    def __hash__(self) -> int:
        return hash(text_of(self))


class Book:
    """The facts of one letter, each with its text, its source and the value behind it."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.sources: list[str] = []
        self.values: list[object] = []

    def fact(self, text: object, source: str = "", value: object = None) -> Fact:
        """Enter a value on one line: control characters go, white space becomes one space."""
        line = str(text)
        if not line.isprintable() or "  " in line:
            line = clean(line).replace("\n", " ")
        return self._enter(line.strip(), source, value)

    def passage(self, text: str, source: str = "") -> Fact:
        """Enter a text that may have several lines; they stay."""
        return self._enter(clean(text).strip(), source, None)

    def runs(self, marked: str) -> tuple[Run, ...]:
        """Turn text with tokens into runs: fixed words without, values with their source."""
        found: list[Run] = []
        for at, part in enumerate(_TOKEN.split(marked)):  # words, token, words, token, … words
            run = self._run(part) if at % 2 else Run(text=part)
            if run.text:
                found.append(run)
        return tuple(found)

    def _enter(self, text: str, source: str, value: object) -> Fact:
        self.texts.append(text)
        self.sources.append(source)
        self.values.append(value)
        return Fact(self, len(self.texts) - 1)

    def _run(self, digits: str) -> Run:
        key = _key(digits)
        if key >= len(self.texts):
            return Run(text="")
        return Run(text=self.texts[key], source=self.sources[key])


@lru_cache(maxsize=1024)
def _token(key: int) -> str:
    return f"{_OPEN}{str(key).translate(_HIDE)}{_SHUT}"


@lru_cache(maxsize=1024)
def _key(digits: str) -> int:
    return int(digits.translate(_SHOW))


def text_of(fact: Fact) -> str:
    """Return the text behind a fact."""
    return fact._book.texts[fact._key]  # noqa: SLF001 – Fact hides its text from templates only


def value_of(fact: Fact) -> object:
    """Return the value behind a fact: a date, a sum, or None."""
    return fact._book.values[fact._key]  # noqa: SLF001


def key_of(fact: Fact) -> int:
    """Return the place of a fact in its book."""
    return fact._key  # noqa: SLF001


def fact_at(book: Book, key: int) -> Fact:
    """Return the fact at that place of a book."""
    return Fact(book, key)


def keys_in(marked: str) -> list[int]:
    """Return the places of the facts whose tokens stand in a text, in their order."""
    return [_key(digits) for digits in _TOKEN.findall(marked)]


def with_facts(marked: str, put: Callable[[int], Fact | str]) -> str:
    """Return the text with what `put` gives for each token; half a token is dropped."""
    return _TOKEN_OR_HALF.sub(
        lambda match: str(put(_key(match.group(1)))) if match.group(1) else "", marked
    )


def reworded(fact: Fact, text: str, *others: Fact) -> Fact:
    """Return a fact with another text, from the same source (and those of the others)."""
    book = fact._book  # noqa: SLF001 – here and below
    source = book.sources[fact._key]  # noqa: SLF001
    if others:
        source = joined_sources((source, *(book.sources[one._key] for one in others)))  # noqa: SLF001
    return book._enter(text, source, value_of(fact))  # noqa: SLF001


def joined_sources(sources: Iterable[str]) -> str:
    """Join sources, each named once: “#2, #3”."""
    single = (one for source in sources for one in source.split(", ") if one)
    return ", ".join(dict.fromkeys(single))


def clean(text: str) -> str:
    """Return the text without what could disturb its surroundings.

    Control characters and those that turn the reading order are dropped, line ends become
    line feeds, and halves of characters that no file could hold become “\ufffd”.
    """
    if text.isprintable() and "  " not in text:
        return text.strip(" ")  # nothing of the kind in most texts
    text = _NEW_LINE.sub("\n", _HALF.sub("\ufffd", text))
    text = _CONTROL.sub("", text).translate(_TURNING)
    lines = [_BLANK.sub(" ", line).strip(" ") for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
