"""Where are the letter templates, and how are they read?

Those shipped are compiled and need no Jinja; a person's own are read by Jinja itself.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from complaintkit.errors import FileUnusable
from complaintkit.render.compiled import compiled_text
from complaintkit.render.compiled_template import Templates
from complaintkit.render.days_and_sums import Words
from complaintkit.render.phrases import filters, filters_in, tests
from complaintkit.render.trace import Fact

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Undefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

KNOWN_TEMPLATE = "letters/en/first.md"
HEAD_FENCE = "---\n"


def templates_folder() -> Path:
    """Return the folder of shipped templates: in the installed package, else in the checkout.

    A known file is looked for, so that an empty or foreign folder of that name cannot win.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / KNOWN_TEMPLATE).is_file():
            return folder
    raise FileUnusable(
        "The letter templates are missing from this installation of complaintkit.",
        fix="Install complaintkit again.",
    )


def languages() -> list[str]:
    """Return the languages that letters can be written in, English first."""
    found = (words.stem for words in (templates_folder() / "words").glob("*.yaml"))
    return sorted(found, key=lambda name: (name != "en", name))


@cache
def words_for(language: str) -> Words:
    """Return the small words of a language, every scalar as text."""
    words: dict[str, Any] = json.loads(compiled_text(f"words-{language}.json"))
    return words


@cache
def shipped(language: str, locale: str) -> Templates:
    """Return the shipped letters and parts of a language, with filters for a locale."""
    words = words_for(language)
    lines = compiled_text(f"letters-{language}.txt").split("\n")
    stored = dict(line.split("\t", 1) for line in lines if line)
    return Templates(stored, filters_in(locale, words), tests(words))


@cache
def environment(language: str) -> "ImmutableSandboxedEnvironment":
    """Return the Jinja environment of the shipped templates. It never reads a person's own."""
    from jinja2 import FileSystemLoader

    return letter_environment(FileSystemLoader(templates_folder()), words_for(language))


def letter_environment(
    loader: "BaseLoader",
    words: Words,
    *,
    undefined: "type[Undefined] | None" = None,
    finalize: Callable[[object], object] | None = None,
    optimized: bool = True,
) -> "ImmutableSandboxedEnvironment":
    """Return a Jinja environment in which letters are written.

    `undefined` and `finalize` say what becomes of an unknown fact and of each printed value;
    by default what no letter can print stops it.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    letters = ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=undefined or StrictUndefined,
        finalize=finalize or _printable,
        optimized=optimized,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    letters.filters.update(filters(words))
    letters.tests.update(tests(words))
    return letters


def template_head(kind: str, language: str = "en") -> dict[str, Any]:
    """Return the YAML head of a shipped letter template: kind, audience, what it requires."""
    import yaml

    path = templates_folder() / "letters" / language / f"{kind}.md"
    head, _ = split_head(path.read_text(encoding="utf-8"))
    read: dict[str, Any] = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 – texts only
    return read


def split_head(text: str) -> tuple[str, str]:
    """Divide a template into its YAML head and what follows; there may be no head."""
    if not text.startswith(HEAD_FENCE):
        return "", text
    head, fence, rest = text[len(HEAD_FENCE) :].partition(f"\n{HEAD_FENCE}")
    return (f"{head}\n", rest) if fence else ("", text)


def _printable(value: object) -> object:
    """Let what can be printed pass; a list, a None or a yes/no never does."""
    if can_be_printed(value):
        return value
    raise TypeError(f"a letter cannot print a {type(value).__name__}")


def can_be_printed(value: object) -> bool:
    """Whether a letter can print it: texts, facts and counts, and what tells its own fault."""
    from jinja2 import Undefined

    return isinstance(value, (str, Fact, Undefined)) or type(value) is int
