"""How do sender and recipient get their places on a DIN letter in Word?

The sender's block stands in a frame at the right. The address stands in the text, at the height
of its field: every line above it has an exact height. (Word takes two frames in a row; other
word processors put the second one anywhere.)
"""

from typing import TYPE_CHECKING, Any

from complaintkit.model.letter import Letter
from complaintkit.render import places
from complaintkit.render.text import shown

if TYPE_CHECKING:
    from docx.document import Document

TWIPS = 1440 / 25.4  # of Word in a millimetre
POINT = 25.4 / 72  # in millimetres
RETURN_LINE, DELIVERY, ADDRESS = 9.5, 12.5, 12.8  # points from line to line; six fit their zone
BLOCK = ("Sender", "Date")
# What follows a frame or a border in the properties of a paragraph.
AFTER_BORDER = ("w:spacing", "w:ind", "w:jc", "w:outlineLvl")
AFTER_FRAME = ("w:widowControl", "w:numPr", "w:pBdr", *AFTER_BORDER)


def is_framed(letter: Letter) -> bool:
    """Whether sender and recipient have fixed places: a DIN letter whose addresses fit them."""
    return places.layout(letter) in places.DIN and places.fits_the_field(letter)


def set_framed(document: "Document", letter: Letter) -> None:
    """Set the styles of return address, delivery, recipient and subject for their places."""
    from docx.shared import Mm, Pt

    name = places.layout(letter)
    form, top = places.DIN[name], places.MARGINS[name].top
    upper = {"Return Address": RETURN_LINE * bool(places.return_line(letter))}
    upper |= {"Delivery": DELIVERY * bool(letter.delivery)}
    pitches = {**upper, "Recipient": ADDRESS}
    first = next(style for style, pitch in pitches.items() if pitch)
    zone = form.field + places.REMARKS_HEIGHT
    section: Any = document.sections[0]
    right = section.page_width - section.right_margin - Mm(places.FIELD_LEFT + places.FIELD_WIDTH)
    for style, pitch in pitches.items():
        room = _room(document, style)
        room.line_spacing = Pt(pitch or ADDRESS)
        room.space_before = Mm(zone - sum(upper.values()) * POINT - top if style == first else 0)
        room.space_after, room.right_indent = Pt(0), right
    taken = len(letter.recipient) * ADDRESS * POINT
    _room(document, "Heading 1").space_before = Mm(form.subject - zone - taken)
    back: Any = document.styles["Return Address"]
    if shown(places.return_line(letter)) > places.RETURN_SIGNS[0]:
        back.font.size = Pt(6.5)
    _underline(back)


def frame(document: "Document", letter: Letter) -> None:
    """Put the paragraphs of sender and date into their frame."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    top = places.DIN[places.layout(letter)].block
    lengths = {"w": places.BLOCK_WIDTH, "x": places.BLOCK_LEFT, "y": top}
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name in BLOCK:
            place: Any = OxmlElement("w:framePr")
            for name, length in lengths.items():
                place.set(qn(f"w:{name}"), str(round(length * TWIPS)))
            for name, word in (("wrap", "around"), ("vAnchor", "page"), ("hAnchor", "page")):
                place.set(qn(f"w:{name}"), word)
            properties: Any = paragraph.paragraph_format.element.get_or_add_pPr()
            properties.insert_element_before(place, *AFTER_FRAME)


def _room(document: "Document", style: str) -> Any:  # noqa: ANN401 – python-docx does not say
    named: Any = document.styles[style]
    return named.paragraph_format


def _underline(style: Any) -> None:  # noqa: ANN401 – python-docx does not say
    """Rule a hairline below the return address."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    borders, line = (OxmlElement(name) for name in ("w:pBdr", "w:bottom"))
    for name, value in (("val", "single"), ("sz", "2"), ("space", "0"), ("color", "auto")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    style.element.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDER)
