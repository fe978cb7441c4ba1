"""Which template lays out a web page, and on which paper is it printed?"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from complaintkit.render.environment import templates_folder

if TYPE_CHECKING:
    from jinja2 import Template

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
