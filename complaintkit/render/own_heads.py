"""What does the head of a person's own template say of its letter?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from complaintkit.errors import FileUnusable
from complaintkit.render.environment import words_for
from complaintkit.render.own_files import Source, is_name, letter_name, own_source, way_out
from complaintkit.rules.letter_kinds import KINDS, LACKS, LetterKind, letter_kind

MOST_CHARACTERS = 4000
_TEXTS = ("kind", "title", "language", "audience", "step")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHead:
    """The head of one own template. `requires` None and `audience` "": as is usual."""

    kind: str
    language: str
    path: Path
    title: str = ""
    audience: str = ""
    requires: tuple[str, ...] | None = None

    @property
    def letter_kind(self) -> LetterKind:
        """The kind of letter it makes: a shipped kind with what the head changes, or a new one."""
        kind = KINDS.get(self.kind) or LetterKind(name=self.kind, audience="complaints")
        if self.audience:
            kind = replace(kind, audience=self.audience)
        return kind if self.requires is None else replace(kind, requires=self.requires)


def own_kinds(folder: Path, language: str) -> list[OwnHead]:
    """Return the heads of the person's own letters in a language, by name.

    A file that cannot be used is left out; `letter` and `templates check` say why.
    """
    found = []
    for name in own_names(folder, language):
        try:
            found.append(own_head(folder, language, name))
        except FileUnusable:
            continue
    return [head for head in found if head]


def own_names(folder: Path, language: str) -> list[str]:
    """Return the kinds of the person's own letters in a language, usable or not."""
    files = (folder / "letters" / language).glob("*.md")
    return sorted(file.stem for file in files if is_name(file.stem))


def own_head(folder: Path, language: str, kind: str) -> OwnHead | None:
    """Return the head of one own letter; None where there is none of that kind."""
    source = own_source(folder, letter_name(kind, language)) if is_name(kind) else None
    return head_of(source, kind=kind, language=language) if source else None


def kind_for(name: str, language: str, folder: Path | None) -> LetterKind:
    """Return the kind of that name, the person's own first.

    Raises WrongUsage where there is none, FileUnusable for a head that cannot be used.
    """
    head = own_head(folder, language, name) if folder else None
    return head.letter_kind if head else letter_kind(name)


def head_of(source: Source, *, kind: str, language: str) -> OwnHead:
    """Read the head of an own letter. Raises FileUnusable telling the first of its faults."""
    said, faults = read_head(source, kind=kind, language=language)
    if faults:
        line, sentence = faults[0]
        raise FileUnusable(f"{source.path}, line {line}: {sentence}", fix=way_out(source.path))
    requires = said.get("requires")
    return OwnHead(
        kind=kind,
        language=language,
        path=source.path,
        title=" ".join(said.get("title", "").split())[:200],
        audience=said.get("audience", ""),
        requires=None if requires is None else tuple(requires),
    )


def read_head(
    source: Source, *, kind: str, language: str
) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """Return what the head says, and all its faults, each with its line."""
    import yaml

    if len(source.head) > MOST_CHARACTERS:
        return {}, [(1, "its head is longer than a head can be.")]
    try:
        said = yaml.load(source.head, Loader=yaml.BaseLoader)  # noqa: S506 – texts only
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = mark.line + 2 if mark else 1  # the head begins on the second line
        return {}, [(line, f"its head cannot be read as YAML ({fault.problem}).")]
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, [(1, "its head cannot be read as YAML.")]
    if said in (None, ""):
        return {}, []
    if not isinstance(said, dict):
        return {}, [(2, "its head is no list of “name: value”.")]
    faults = list(_faults_of(said, kind, language))
    return said, [(_line_of(name, source.head), sentence) for name, sentence in faults]


def _faults_of(said: dict[Any, Any], kind: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each entry that cannot stand, and why."""
    texts = {name: said.get(name, "") for name in _TEXTS}
    for name, text in texts.items():
        if not isinstance(text, str):
            yield name, f"“{name}” is no text."
            texts[name] = ""
    if texts["kind"] not in ("", kind):
        yield "kind", f"it says kind “{texts['kind'][:40]}”, and its file is named “{kind}.md”."
    if texts["language"] not in ("", language):
        yield "language", f"it says language “{texts['language'][:40]}”, and lies in “{language}”."
    audiences = {*words_for(language)["audiences"], *(one.audience for one in KINDS.values())}
    if texts["audience"] and texts["audience"] not in audiences:
        known = ", ".join(sorted(audiences))
        yield "audience", f"it names the audience “{texts['audience'][:40]}”; known are: {known}."
    requires = said.get("requires", [])
    if not isinstance(requires, list):
        yield "requires", "“requires” is no list such as [name, problem]."
        return
    for fact in requires:
        if not isinstance(fact, str) or fact not in LACKS:
            named = fact[:40] if isinstance(fact, str) else "…"
            known = ", ".join(LACKS)
            yield "requires", f"it requires “{named}”, which is unknown; known are: {known}."


def _line_of(name: str, head: str) -> int:
    """Return the line of the file on which an entry of the head begins."""
    lines = head.split("\n")
    return next((at for at, line in enumerate(lines, start=2) if line.startswith(name)), 1)
