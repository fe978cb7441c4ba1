"""Which template lays out a web page, on which paper is it printed, and what may act in it?"""

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from complaintkit.render.environment import templates_folder
from complaintkit.render.printable import clear

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

FOLDER = "html"
PAPERS = {"a4": "A4", "us-letter": "letter"}  # CSS Paged Media 3, section 7.1


@cache
def page_template(name: str, finalize: Callable[[object], object] | None = None) -> "Template":
    """Return a template of ours in which every text is escaped; an unknown fact stops it.

    `finalize` makes each printed value ready before it is escaped.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    pages = Environment(
        loader=FileSystemLoader(templates_folder() / FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return pages.get_template(name)


def own_parts(name: str, paper: str) -> "dict[str, Markup | str]":
    """Return style and script of a page, and the policy that lets only these two act.

    The policy lets a browser show the page's pictures; it loads nothing from elsewhere.
    """
    style = _part(f"{name}.css").replace("PAPER", PAPERS[paper])
    script = _part(f"{name}.js")
    policy = (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )
    return {"policy": policy, "style": _as_markup(style), "script": _as_markup(script)}


def cleared(value: object) -> object:
    """Return what is printed without signs that act; markup of our own stays as it is."""
    return clear(value) if type(value) is str else value


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _as_markup(text: str) -> "Markup":
    """Let a part of our own stand as it is; it holds nothing of a person's."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 – shipped with complaintkit


@cache
def _part(name: str) -> str:
    return (templates_folder() / FOLDER / name).read_text(encoding="utf-8")
