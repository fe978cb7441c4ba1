"""In which words is a filled form shown, on the screen, as text or as a page?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Words = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One length of an answer: its text, and how long it is, in words."""

    text: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldTold:
    """One question in words. `versions` are its answer, the longer first; `hints` what to know."""

    label: str
    versions: tuple[Version, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTold:
    """A whole form in words, section by section. `opens` is the address of the form, or ""."""

    title: str
    opens: str
    before: tuple[str, ...]
    fields: tuple[FieldTold, ...]
    missing: tuple[str, ...]
    files: tuple[str, ...]
    about_files: tuple[str, ...]
    masked: tuple[str, ...]
    sources: tuple[str, ...]
    words: Words
