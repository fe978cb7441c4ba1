"""What may a letter template use: which facts, filters and questions?"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from complaintkit.render.environment import templates_folder

Guide = dict[str, dict[str, str]]


@cache
def template_guide(language: str = "en") -> Guide:
    """Return what a template may use, each with a line: `facts`, `filters` and `tests`.

    A fact inside a list is named with the list: `contacts[].said`.
    """
    import yaml

    source = (templates_folder() / "facts" / f"{language}.yaml").read_text(encoding="utf-8")
    read: Guide = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 – texts only
    return read


def may_be_absent(name: str) -> bool:
    """Whether a letter knows the fact, so that only this one lacks it.

    `row.said` counts: what `row` stands for is not known here, but some row has `said`.
    """
    known = {path.replace("[]", "") for path in template_guide()["facts"]}
    first, dot, rest = name.partition(".")
    if not dot or any(path.partition(".")[0] == first for path in known):
        return name in known
    return any(path.endswith(f".{rest}") for path in known)


def paths_of(facts: dict[str, Any], above: str = "") -> Iterator[str]:
    """Yield the name of every fact that a letter was given, as a template would write it."""
    for name, value in facts.items():
        path = f"{above}{name}"
        if isinstance(value, dict):
            yield from paths_of(value, f"{path}.")
        elif isinstance(value, list):
            groups = [one for one in value if isinstance(one, dict)]
            if not groups:
                yield path
            for group in groups:
                yield from paths_of(group, f"{path}[].")
        else:
            yield path
