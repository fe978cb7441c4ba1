"""Is everything on the line, so that it can be read without Typer?

The tables repeat what the Typer commands declare; a test holds both equal, and another
that both read the same lines alike. Whatever is not wholly plain here goes to Typer.
"""

from collections.abc import Callable
from importlib import import_module

TEXT, TEXTS, NUMBER, PATH, PATHS, FLAG = "text", "texts", "number", "path", "paths", "flag"

LOG = {
    "--channel": ("channel", TEXT),
    "--direction": ("direction", TEXT),
    "--with": ("with_", TEXT),
    "--role": ("role", TEXT),
    "--said": ("said", TEXT),
    "--quote": ("quote", TEXT),
    "--promised": ("promised", TEXTS),
    "--by": ("by", TEXTS),
    "--ref": ("ref", TEXT),
    "--at": ("at", TEXT),
    "--minutes": ("minutes", NUMBER),
    "--attach": ("attach", PATHS),
    "--tag": ("tag", TEXTS),
}
TIMELINE = {"--last": ("last", NUMBER), "--json": ("as_json", FLAG)}
SEARCH = {"--case": ("case", TEXT), "--json": ("as_json", FLAG)}
TODAY = {"--json": ("as_json", FLAG)}
AGENCIES = {
    "--case": ("case", TEXT),
    "--country": ("country", TEXT),
    "--region": ("region", TEXT),
    "--sector": ("sector", TEXT),
    "--fact": ("fact", TEXTS),
    "--json": ("as_json", FLAG),
}
LETTER = {
    "--case": ("case", TEXT),
    "--format": ("form", TEXT),
    "--output": ("output", PATH),
    "--language": ("language", TEXT),
    "--layout": ("layout", TEXT),
    "--opening": ("opening", TEXT),
    "--to": ("to", TEXT),
    "--via": ("via", TEXT),
    "--basis": ("basis", TEXT),
    "--right": ("right", TEXT),
    "--copy-to": ("copy_to", TEXTS),
    "--short": ("short", FLAG),
    "--mailto": ("mailto", FLAG),
    "--accessible": ("accessible", FLAG),
    "--edit": ("edit", FLAG),
    "--trace": ("trace", FLAG),
    "--json": ("as_json", FLAG),
}

# command: module, function, options, the argument's name, whether it takes several
TABLES = {
    "log": ("written", "write_down", LOG, "case", False),
    "timeline": ("record", "show_timeline", TIMELINE, "case", False),
    "search": ("record", "find", SEARCH, "text", True),
    "today": ("today", "show_today", TODAY, "", False),
    "agencies": ("turning", "show_turns", AGENCIES, "", False),
    "letter": ("letter_writing", "write", LETTER, "kind", False),
}


def read(args: list[str]) -> Callable[[], object] | None:
    """Return what the line asks for, ready to run; None where Typer has to read it."""
    if not args or args[0] not in TABLES:
        return None
    module, function, options, argument, several = TABLES[args[0]]
    read_ = _read(args[1:], options)
    if read_ is None:
        return None
    given, words, general = read_
    if len(words) > (99 if several else 1 if argument else 0) or (several and not words):
        return None
    if argument and (words or several):
        given[argument] = words if several else words[0]

    def run() -> object:
        from complaintkit.cli import settings

        home, no_input = str(general.get("home") or ""), bool(general.get("no_input"))
        settings.choose(settings.Settings(home_option=home, no_input=no_input))
        return getattr(import_module(f"complaintkit.cli.{module}"), function)(**given)

    return run


Given = dict[str, object]

_SHORT = {"-o": "--output"}
_GENERAL = {"--home": ("home", TEXT), "--no-input": ("no_input", FLAG)}


def _read(
    args: list[str], options: dict[str, tuple[str, str]]
) -> tuple[Given, list[str], Given] | None:
    given: Given = {}
    general: Given = {}
    words: list[str] = []
    waiting = iter(args)
    for arg in waiting:
        if not arg.startswith("-"):
            words.append(arg)
            continue
        flag, _, value = arg.partition("=")
        flag = _SHORT.get(flag, flag)
        found, kept = (
            (options.get(flag), given) if flag in options else (_GENERAL.get(flag), general)
        )
        if found is None or (found[1] == FLAG and "=" in arg):
            return None
        if found[1] != FLAG and "=" not in arg:
            value = next(waiting, "--")
            if value.startswith("-") and not (value == "-" and found[1] == PATH):
                return None
        if not _keep(kept, *found, value):
            return None
    return given, words, general


def _keep(kept: Given, name: str, kind: str, value: str) -> bool:
    """Keep one option's value; False where it is not plainly of its kind."""
    if kind == FLAG:
        kept[name] = True
    elif kind == NUMBER:
        if not (value.isascii() and value.isdecimal()):
            return False
        kept[name] = int(value)
    elif kind == TEXT:
        kept[name] = value
    elif kind == PATH:
        kept[name] = _path(value)
    else:
        found = kept.setdefault(name, [])
        if isinstance(found, list):
            found.append(_path(value) if kind == PATHS else value)
    return True


def _path(value: str) -> object:
    from pathlib import Path

    return Path(value)
