"""How does a person's own template become a letter without being trusted?

It is run in a process of its own that can open no file and has little time and memory
(`own_template_child`). What comes back is read as the words of a stranger: every piece is
checked before it joins the letter.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any, TypeVar

from complaintkit.errors import FileUnusable
from complaintkit.render.contact_facts import Facts
from complaintkit.render.environment import words_for
from complaintkit.render.own_files import (
    Source,
    is_name,
    letter_name,
    own_source,
    shipped_source,
    sources_for,
    way_out,
)
from complaintkit.render.own_template_words import sentence_for
from complaintkit.render.passing import packed, packed_book
from complaintkit.render.trace import Book, Fact, clean, fact_at, keys_in, with_facts

MOST_SECONDS = 10
MOST_ANSWER = 16 * 1024 * 1024
MOST_CHARACTERS = 1_000_000
MOST_FAULTS = 50
MOST_DETAIL = 200
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH")  # without these some Pythons do not start
_OUT_OF_TIME = {getattr(signal, name) for name in ("SIGKILL", "SIGXCPU") if hasattr(signal, name)}
_MORE = "There are {} faults in all: `complaintkit templates check` tells them."
_ROOT = str(Path(__file__).parents[2])
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from complaintkit.render.own_template_child import main; main()"
)

_Type = TypeVar("_Type")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplate:
    """A letter's template that is not wholly ours: the letter's name and all its files."""

    letter: str
    language: str
    sources: Mapping[str, Source]

    @property
    def path(self) -> Path:
        """The file to speak of where none is named: the letter's, or the first own part's."""
        letter = self.sources[self.letter]
        own = [one.path for one in self.sources.values() if one.own]
        return letter.path if letter.own or not own else own[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFault:
    """What is wrong with a template, where; `line` 0: with the file as a whole."""

    path: Path
    line: int
    sentence: str

    @property
    def told(self) -> str:
        """The fault as one sentence with its place."""
        place = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{place}: {self.sentence}"


def own_template(kind: str, language: str, folder: Path) -> OwnTemplate | None:
    """Return the template of such a letter where the person changed any of it, else None.

    Raises FileUnusable for an own file that cannot be read.
    """
    if not is_name(kind) or not folder.is_dir():
        return None
    name = letter_name(kind, language)
    letter = own_source(folder, name) or shipped_source(name)
    if letter is None:
        return None
    found = template_of(letter, name, language, folder)
    return found if any(one.own for one in found.sources.values()) else None


def template_of(letter: Source, name: str, language: str, folder: Path | None) -> OwnTemplate:
    """Return a letter's template with every part it asks for."""
    parts = sources_for(letter, language, folder)
    return OwnTemplate(letter=name, language=language, sources={name: letter, **parts})


def render_own(template: OwnTemplate, facts: Facts, book: Book) -> str:
    """Return the letter as marked text; facts that the template reworded join the book.

    Raises FileUnusable with the first fault, its file and its line.
    """
    marked, faults = run_own(template, facts, book)
    if faults:
        more = f" {_MORE.format(len(faults))}" if len(faults) > 1 else ""
        raise FileUnusable(f"{faults[0].told}{more}", fix=way_out(faults[0].path))
    return marked


def run_own(template: OwnTemplate, facts: Facts, book: Book) -> tuple[str, list[TemplateFault]]:
    """Run a template in a process of its own; return its marked text and all its faults."""
    answer = _answer_of(_job(template, facts, book))
    if isinstance(answer, str):
        return "", [_fault(template, answer)]
    try:
        faults = _faults_in(template, answer["faults"])
        marked = "" if faults else _joined(answer["marked"], answer["made"], book)
    except (LookupError, TypeError, ValueError):
        return "", [_fault(template, "stopped")]
    return marked, faults


def _job(template: OwnTemplate, facts: Facts, book: Book) -> bytes:
    job = {
        "letter": template.letter,
        "sources": {name: source.text for name, source in template.sources.items()},
        "words": words_for(template.language),
        "facts": packed(facts),
        "book": packed_book(book),
    }
    return json.dumps(job).encode("ascii")


def _answer_of(job: bytes) -> dict[str, Any] | str:
    """Return what the process answered, or the kind of fault that ended it."""
    paths = dict.fromkeys([*(path or str(Path.cwd()) for path in sys.path), _ROOT])
    try:
        running = subprocess.Popen(  # noqa: S603 – our own interpreter and our own module
            [sys.executable, "-I", "-S", "-c", _START, json.dumps(list(paths))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            cwd=Path(sys.executable).anchor or None,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return "no-process"
    content = _talk(running, job)
    if len(content) > MOST_ANSWER:
        return "long"
    with suppress(ValueError, RecursionError):
        answer = json.loads(content)
        return answer if isinstance(answer, dict) else "broken"
    return "time" if -running.returncode in _OUT_OF_TIME else "stopped"


def _talk(running: "subprocess.Popen[bytes]", job: bytes) -> bytes:
    """Hand the job over and return the answer; after ten seconds the process is ended."""
    assert running.stdin and running.stdout  # noqa: S101, PT018 – both are pipes
    stop = Timer(MOST_SECONDS, running.kill)
    stop.start()
    try:
        with suppress(OSError):  # a process that ended already reads nothing
            running.stdin.write(job)
        with suppress(OSError):
            running.stdin.close()
        content = running.stdout.read(MOST_ANSWER + 1)
        if len(content) <= MOST_ANSWER:
            running.wait()
    finally:
        stop.cancel()
        running.kill()
        running.wait()
        running.stdout.close()
    return content


def _faults_in(template: OwnTemplate, told: object) -> list[TemplateFault]:
    """Read the faults of an answer. Raises TypeError or ValueError for anything else."""
    found = []
    for kind, name, line, detail in _as(list, told)[:MOST_FAULTS]:
        found.append(_fault(template, _as(str, kind), _as(str, name), _as(int, line), detail))
    return found


def _fault(
    template: OwnTemplate, kind: str, name: str = "", line: int = 0, detail: object = ""
) -> TemplateFault:
    source = template.sources.get(name)
    seen = " ".join(clean(_as(str, detail)).split())[:MOST_DETAIL]
    return TemplateFault(
        path=source.path if source else template.path,
        line=line if source and 0 < line <= source.text.count("\n") + 1 else 0,
        sentence=sentence_for(kind, seen),
    )


def _joined(marked: object, made: object, book: Book) -> str:
    """Return the marked text with its new facts entered in the book.

    Raises ValueError where the letter would be too long or names a source that is not there.
    """
    given = len(book.texts)
    known = {"", *(one for sources in book.sources for one in sources.split(", "))}
    text = clean(_as(str, marked))
    new = {int(key): _made(one, known) for key, one in _as(dict, made).items()}
    sizes = {key: len(new[key][0] if key in new else book.texts[key]) for key in keys_in(text)
             if key in new or key < given}  # fmt: skip
    if len(text) + sum(sizes.get(key, 0) for key in keys_in(text)) > MOST_CHARACTERS * 2:
        raise ValueError(len(text))
    entered: dict[int, Fact] = {}

    def put(key: int) -> Fact | str:
        if key < given:
            return fact_at(book, key)
        if key in new and key not in entered:
            entered[key] = book.passage(*new[key])
        return entered.get(key, "")

    return with_facts(text, put)


def _made(told: object, known: set[str]) -> tuple[str, str]:
    """Return the text and source of a reworded fact; its source must be one of the letter's."""
    text, source = _as(list, told)
    if not known.issuperset(_as(str, source).split(", ")):
        raise ValueError(source)
    return _as(str, text), source


def _as(kind: type[_Type], value: object) -> _Type:
    if type(value) is not kind:
        raise TypeError(kind.__name__)
    return value
