"""How does the record look as one web page that needs nothing else?

It loads nothing and reads without scripts. What a person wrote acts nowhere: Jinja escapes it, a
policy in the page lets only its own style and script run, and files other than pictures and PDFs
are offered as bytes to save, never as something that a browser would open.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from complaintkit.render.html_page import cleared, own_parts, page_template
from complaintkit.render.picture import picture
from complaintkit.render.record_told import PaperTold, Told

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
BYTES = "application/octet-stream"
WIDE, EDGE, LANE, AXIS = 1000, 30, 26, 34
"""The drawing, in its own units: width, edge, the height of one place, and room for the months."""

_ANCHORS = {0.0: "start", 1.0: "end"}

Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the page may show of a file: its bytes, its text where it has any, where else it lies.

    `content` None: the file is not in the page. `link` is a path beside the page, or "".
    """

    content: bytes | None = None
    text: str = ""
    link: str = ""


Look = Callable[[PaperTold], Shown]


def record_html(record: Told, look: Look) -> str:
    """Return the record as one HTML file. `look` gives what may be shown of each file."""
    return page_template("record.html", cleared).render(
        record=record,
        **own_parts("record", record.paper),
        picture=_drawn(record),
        letters=[{"told": one, **_file(one, look(one))} for one in record.letters],
        exhibits=[{"told": one, **_file(one, look(one))} for one in record.exhibits],
        say=record.headings["page"],
        head=record.headings["sections"],
    )


def _file(one: PaperTold, shown: Shown) -> Values:
    """Return how a file stands on the page: a picture, text, an address to save it from."""
    name = one.file.path.rpartition("/")[2] or one.name
    kind = one.file.media_type
    is_picture = kind in PICTURES and shown.content is not None
    as_type = kind if is_picture or kind == "application/pdf" else BYTES
    data = ""
    if shown.content is not None:
        data = f"data:{as_type};base64,{base64.b64encode(shown.content).decode()}"
    return {
        "picture": data if is_picture else "",
        "text": shown.text,
        "href": shown.link or data,
        "name": name,
        "is_absent": not (shown.link or data or shown.text or one.file.left_out),
    }


def _drawn(record: Told) -> Values | None:
    """Return the picture in the units of the drawing, or None where there is nothing to draw."""
    found = picture(record.picture)
    if found is None:
        return None
    half = LANE * found.height + LANE // 2
    return {
        "width": WIDE,
        "height": 2 * half + AXIS,
        "line": half,
        "low": 2 * half + AXIS - 10,
        "edge": EDGE,
        "marks": [
            {
                "x": _across(mark.x),
                "y": half - mark.lane * mark.place * LANE,
                "shape": mark.shape,
                "side": mark.side,
                "broken": mark.broken,
            }
            for mark in found.marks
        ],
        "ticks": [
            {"x": _across(tick.x), "label": tick.label, "anchor": _ANCHORS.get(tick.x, "middle")}
            for tick in found.ticks
        ],
        "shapes": found.shapes,
        "has_broken": found.has_broken,
    }


def _across(x: float) -> float:
    return round(EDGE + x * (WIDE - 2 * EDGE), 1)
