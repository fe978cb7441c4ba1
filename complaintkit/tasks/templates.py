"""Which words do letters use, and how does a person change them?"""

import re
from dataclasses import dataclass
from pathlib import Path

from complaintkit.errors import FileUnusable, WrongUsage
from complaintkit.render import own_files, own_heads, template_check, template_guide
from complaintkit.render.environment import languages, template_head, templates_folder
from complaintkit.render.own_templates import TemplateFault, template_of
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.rules.slug import is_reserved
from complaintkit.store.home import write_new
from complaintkit.store.journal import Log

SHIPPED, OWN, NEW = "shipped", "own", "new"
_KIND_LINE = re.compile(r"^kind:.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One template: `origin` is shipped, own (in the place of a shipped one) or new.

    `name` is a kind of letter, or a part such as parts/problem. `fault` says why an own
    file cannot be used; "" where it can.
    """

    name: str
    language: str
    origin: str
    path: Path
    title: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The template in force, its text, and the parts that it asks for."""

    template: Template
    text: str
    parts: tuple[Template, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The files that were checked, and what is wrong with them."""

    files: tuple[Path, ...]
    faults: tuple[TemplateFault, ...]


def list_templates(log: Log) -> tuple[Template, ...]:
    """Return every letter in every language, and the parts that the person changed."""
    folder = log.home.templates
    found: list[Template] = []
    for language in languages():
        own = own_heads.own_names(folder, language)
        for kind in dict.fromkeys((*KINDS, *own)):
            if kind in own:
                found.append(_own(folder, kind, language))
            elif own_files.shipped_source(own_files.letter_name(kind, language)):
                found.append(_shipped(kind, language))
        found += [
            Template(name=f"parts/{path.stem}", language=language, origin=_whose(path), path=path)
            for path in sorted((folder / "parts" / language).glob("*.md"))
        ]
    return tuple(found)


def show_template(log: Log, name: str, language: str) -> Shown:
    """Return the template that a letter of this kind uses now. Raises WrongUsage for no kind."""
    folder, file = log.home.templates, _file_of(name, language)
    source = own_files.own_source(folder, file) or own_files.shipped_source(file)
    if source is None:
        raise _no_such(name, language)
    parts = template_of(source, file, language, folder).sources
    return Shown(
        template=_named(name, language, source.path, own=source.own),
        text=own_files.read_text(source.path, within=folder if source.own else None),
        parts=tuple(
            _named(f"parts/{Path(part).stem}", language, one.path, own=one.own)
            for part, one in sorted(parts.items())
            if part != file
        ),
    )


def new_template(log: Log, name: str, language: str, *, as_: str = "") -> Path:
    """Copy a template into the person's folder, as a kind of its own where `as_` names one.

    Raises WrongUsage for a kind that there is not or a name that no kind can have, and
    CannotWrite where there is a file of that name: nothing is written over.
    """
    text = show_template(log, name, language).text
    if as_:
        _check_new(name, as_)
        text = _renamed(text, as_)
    path = log.home.templates / _file_of(as_ or name, language)
    write_new(path, text.encode())
    return path


def check_templates(log: Log, target: str | None, language: str) -> Checked:
    """Check a file, the person's template of a kind, or all that the person has.

    Raises WrongUsage where the person has no template of that kind, FileUnusable for a file
    that there is not.
    """
    folder = log.home.templates
    if target is None:
        files = sorted(folder.glob("*/*/*.md"))
    elif target.endswith(".md"):
        files = [Path(target).absolute()]
        if not files[0].exists():
            raise FileUnusable(f"There is no file {target}.", fix="Check how its name is spelled.")
    else:
        files = [folder / _file_of(target, language)]
        if not files[0].exists():
            raise WrongUsage(
                f"You have no template “{target}” of your own.",
                fix=f"Begin one: `complaintkit templates new {target}`. Shipped ones are checked.",
            )
    faults = [fault for path in files for fault in _checked(path, folder, language)]
    return Checked(files=tuple(files), faults=tuple(dict.fromkeys(faults)))


def guide() -> template_guide.Guide:
    """Return what a template may use, each with a line."""
    return template_guide.template_guide()


def _checked(path: Path, folder: Path, language: str) -> list[TemplateFault]:
    """Return the faults of one file; where it lies says what it is."""
    within = folder if path.is_relative_to(folder) else None
    room = "letters"
    if within:
        room, language = path.relative_to(folder).parts[0], path.parent.name
    if language not in languages() or room not in ("letters", "parts"):
        sentence = "letters are looked for in folders such as letters/en and parts/en."
        return [TemplateFault(path=path, line=0, sentence=sentence)]
    if not own_files.is_name(path.stem):
        sentence = "its name may hold small letters, digits and hyphens alone: my-letter.md"
        return [TemplateFault(path=path, line=0, sentence=f"{sentence}.")]
    try:
        source = own_files.parted(own_files.read_text(path, within=within), path)
    except own_files.TemplateUnusable as fault:
        return [template_check.as_fault(fault)]
    if room == "parts":
        part = own_files.part_name(path.stem, language)
        return template_check.check_part(path, part=part, language=language, folder=folder)
    return template_check.check_letter(source, kind=path.stem, language=language, folder=folder)


def _shipped(kind: str, language: str) -> Template:
    return _named(kind, language, templates_folder() / _file_of(kind, language), own=False)


def _own(folder: Path, kind: str, language: str) -> Template:
    path = folder / own_files.letter_name(kind, language)
    try:
        head = own_heads.own_head(folder, language, kind)
    except FileUnusable as fault:
        return Template(
            name=kind, language=language, origin=_whose(path), path=path, fault=fault.problem
        )
    title = head.title if head else ""
    return Template(name=kind, language=language, origin=_whose(path), path=path, title=title)


def _named(name: str, language: str, path: Path, *, own: bool) -> Template:
    shipped_letter = not own and not name.startswith("parts/")
    title = str(template_head(name, language).get("title", "")) if shipped_letter else ""
    origin = _whose(path) if own else SHIPPED
    return Template(name=name, language=language, origin=origin, path=path, title=title)


def _whose(path: Path) -> str:
    """Whether an own file stands in the place of a shipped one, or is new."""
    return OWN if own_files.shipped_source("/".join(path.parts[-3:])) else NEW


def _file_of(name: str, language: str) -> str:
    """Return where a letter or part lies in a folder of templates."""
    if language not in languages():
        raise WrongUsage(
            f"There are no letters in the language “{language}”.",
            fix=f"Use one of: {', '.join(languages())}.",
        )
    part = name.removeprefix("parts/")
    if not own_files.is_name(part):
        raise _no_such(name, language)
    in_parts = part != name
    return (
        own_files.part_name(part, language) if in_parts else own_files.letter_name(name, language)
    )


def _no_such(name: str, language: str) -> WrongUsage:
    return WrongUsage(
        f"There is no template “{name}” in the language “{language}”.",
        fix="Run `complaintkit templates` to see all letters. A part is named parts/problem.",
    )


def _check_new(name: str, as_: str) -> None:
    if name.startswith("parts/") or as_ in KINDS or is_reserved(as_) or not own_files.is_name(as_):
        raise WrongUsage(
            f"A new kind of letter cannot be called “{as_}”.",
            fix="Use small letters, digits and hyphens, and a name that no letter has: "
            "--as my-gym-cancel. A part keeps its name.",
        )


def _renamed(text: str, kind: str) -> str:
    """Return a template whose head says another kind."""
    if _KIND_LINE.search(text):
        return _KIND_LINE.sub(f"kind: {kind}", text, count=1)
    return f"---\nkind: {kind}\n---\n{text}"
