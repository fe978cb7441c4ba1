"""Which words do letters use, and how are they changed?"""

from enum import StrEnum
from typing import Annotated

import typer

from complaintkit.cli import ask, settings, show
from complaintkit.errors import WrongUsage
from complaintkit.tasks import templates as tasks

NEEDS_ATTENTION = 3
_WHOSE = {"shipped": "shipped", "own": "your own", "new": "your own, new"}

_HEADINGS = {
    "facts": "Facts, such as {{ problem }}; inside a list: {% for one in events %}{{ one.what }}",
    "filters": "Filters, such as {{ answer_by | longdate }}",
    "tests": "Questions, such as {% if want is thing %}",
    "functions": "Functions",
}


class Action(StrEnum):
    """What can be done with templates."""

    LIST = "list"
    SHOW = "show"
    NEW = "new"
    CHECK = "check"
    FACTS = "facts"


def templates(
    action: Annotated[
        Action,
        typer.Argument(
            metavar="[ACTION]",
            help="list; show or new (with a KIND); check (a KIND, a FILE, or all that is yours); "
            "facts (all that a template may use).",
        ),
    ] = Action.LIST,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[KIND or FILE]", help="first, manager …, or parts/problem."),
    ] = None,
    language: Annotated[str, typer.Option(help="The language of the letter.")] = "en",
    as_: Annotated[
        str | None, typer.Option("--as", help="With new: the name of a kind of your own.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> int:
    """List the words of letters, copy them to change them, check what you changed."""
    _refuse_what_does_nothing(action, name, as_)
    if action is Action.SHOW:
        return _show(name or _ask_name("show"), language, as_json=as_json)
    if action is Action.NEW:
        return _new(name or _ask_name("new"), language, as_ or "", as_json=as_json)
    if action is Action.CHECK:
        return _check(name, language, as_json=as_json)
    return _facts(as_json=as_json) if action is Action.FACTS else _list(as_json=as_json)


def _refuse_what_does_nothing(action: Action, name: str | None, as_: str | None) -> None:
    if name and action in (Action.LIST, Action.FACTS):
        raise WrongUsage(
            f"`complaintkit templates {action.value}` takes no name.",
            fix=f"Did you mean `complaintkit templates show {name}`?",
        )
    if as_ is not None and action is not Action.NEW:
        raise WrongUsage(
            "--as belongs to `complaintkit templates new`.",
            fix="For example: `complaintkit templates new first --as my-gym-cancel`.",
        )


def _ask_name(action: str) -> str:
    return ask.ask(
        "Which letter: first, manager …?", option=f"the kind: complaintkit templates {action} first"
    )


def _list(*, as_json: bool) -> int:
    found = tasks.list_templates(settings.current().log)
    if as_json:
        show.as_json("templates", templates=found)
        return 0
    show.table(
        ("Letter or part", "Language", "Whose", "Title"),
        [(one.name, one.language, _WHOSE[one.origin], one.fault or one.title) for one in found],
    )
    show.next_line("`complaintkit templates new first` copies one for you to change")
    return 0


def _show(name: str, language: str, *, as_json: bool) -> int:
    found = tasks.show_template(settings.current().log, name, language)
    if as_json:
        show.as_json("templates", template=found.template, text=found.text, parts=found.parts)
        return 0
    show.out(found.text.rstrip("\n"))
    if found.parts:
        parts = ", ".join(_told_part(part) for part in found.parts)
        show.talk(show.wrapped(parts, first="Its parts: ", rest="  "))
    show.talk(f"{_WHOSE[found.template.origin].capitalize()}: {found.template.path}")
    return 0


def _told_part(part: tasks.Template) -> str:
    return part.name if part.origin == "shipped" else f"{part.name} ({_WHOSE[part.origin]})"


def _new(name: str, language: str, as_: str, *, as_json: bool) -> int:
    path = tasks.new_template(settings.current().log, name, language, as_=as_)
    if as_json:
        show.as_json("templates", path=path)
        return 0
    show.out(str(path))
    show.talk(
        show.wrapped(
            "Change it with any text editor. `complaintkit templates facts` lists what it may "
            "use; take the file away to go back to the shipped words."
        )
    )
    show.next_line(f"`complaintkit templates check {as_ or name}`")
    return 0


def _check(target: str | None, language: str, *, as_json: bool) -> int:
    found = tasks.check_templates(settings.current().log, target, language)
    if as_json:
        show.as_json("templates", checked=found.files, findings=found.faults)
        return NEEDS_ATTENTION if found.faults else 0
    for fault in found.faults:
        show.out(show.wrapped(fault.told, rest="  "))
    count = len(found.files)
    files = "1 template" if count == 1 else f"{count} templates"
    if found.faults:
        told = "1 finding" if len(found.faults) == 1 else f"{len(found.faults)} findings"
        show.talk(f"{told} in {files}.")
        return NEEDS_ATTENTION
    if not count:
        show.talk("You have no templates of your own. The shipped ones are in force.")
        show.next_line("`complaintkit templates new first`")
        return 0
    show.talk(f"Nothing was found in {files}. Read one letter aloud all the same.")
    return 0


def _facts(*, as_json: bool) -> int:
    guide = tasks.guide()
    if as_json:
        listed = {
            part: [{"name": name, "line": line} for name, line in lines.items()]
            for part, lines in guide.items()
        }
        show.as_json("templates", **listed)
        return 0
    for part, heading in _HEADINGS.items():
        show.out(heading)
        for name, line in guide[part].items():
            show.out(show.wrapped(line, first=f"  {name:<24} ", rest=" " * 27))
        show.out()
    return 0
