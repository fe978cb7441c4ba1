"""How does nested plain text become flat fields of an entry, and back?

A path joins names and list places with dots: `promised.0.what`. A name is
escaped so that any key survives: `%` and `.` become `%25` and `%2E`, and a key
that is empty or looks like a list place gets a leading `%23` (`#`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

Plain = dict[str, Any]


def flatten(plain: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Return the text leaves of nested dicts and lists by path; empty ones drop out."""
    return dict(_leaves(plain, prefix))


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{_escape(key)}" if path else _escape(key))
    elif isinstance(value, (list, tuple)):
        for place, inner in enumerate(value):
            yield from _leaves(inner, f"{path}.{place}")
    elif value is not None:
        raise TypeError(f"{path}: {type(value).__name__} is not text")


def unflatten(fields: Mapping[str, str]) -> Plain:
    """Return the nested form of flat fields. Gaps in a list close up."""
    root: Plain = {}
    for path, text in fields.items():
        *parents, last = path.split(".")
        place = root
        for name in parents:
            deeper = place.get(name)
            if not isinstance(deeper, dict):
                deeper = place[name] = {}
            place = deeper
        place[last] = text
    return {_unescape(key): _listed(value) for key, value in root.items()}


def _listed(value: object) -> object:
    if not isinstance(value, dict):
        return value
    if value and all(key.isdecimal() for key in value):
        return [_listed(value[key]) for key in sorted(value, key=int)]
    return {_unescape(key): _listed(inner) for key, inner in value.items()}


def _escape(key: str) -> str:
    escaped = key.replace("%", "%25").replace(".", "%2E")
    return f"%23{escaped}" if not escaped or escaped.isdigit() else escaped


def _unescape(name: str) -> str:
    bare = name.removeprefix("%23") if name.startswith("%23") else name
    return bare.replace("%2E", ".").replace("%25", "%")
