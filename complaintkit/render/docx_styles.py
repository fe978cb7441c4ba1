"""Which styles does a letter have in Word, and how is its page set up?"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from complaintkit.model.letter import Letter
from complaintkit.render import places
from complaintkit.render.docx_frames import is_framed, set_framed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

MILLIMETRE = 36_000  # in the unit of Word's drawings (EMU)
PAPERS = {"a4": (210 * MILLIMETRE, 297 * MILLIMETRE), "us-letter": (7_772_400, 10_058_400)}
TEXT_WIDTH = 165 * MILLIMETRE  # of the narrowest layout; what others have more, a table leaves
FONT = "Times New Roman"  # on every computer, or there under the name of a font of its measures
SENDER_INDENT = 105  # millimetres, where the sender stands at the right
CLOSER = 0.5  # points less
SMALL = 10  # nothing in a letter is set closer than this
REGIONS = {"en": ("en-GB", "en-US"), "es": ("es-ES", "es-MX"), "fr": ("fr-FR", "fr-CA")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style; room is in points."""

    name: str
    size: float = 11
    before: float = 0
    after: float = 8
    bold: bool = False
    holds: bool = False  # stays with what follows
    together: bool = False  # does not break across pages


STYLES = (
    Style(name="Normal"),
    Style(name="Sender", after=12, together=True),
    Style(name="Date", after=12),
    Style(name="Return Address", size=8, after=0, holds=True),
    Style(name="Delivery", after=6, holds=True, together=True),
    Style(name="Recipient", after=14, together=True),
    Style(name="Heading 1", after=10, bold=True, holds=True, together=True),
    Style(name="Salutation"),
    Style(name="List Bullet"),
    Style(name="List Number"),
    Style(name="Closing", holds=True),
    Style(name="Signature", before=26),
    Style(name="Enclosures Heading", size=10, before=10, after=2, bold=True, holds=True),
    Style(name="Enclosures", size=10, after=1),
    Style(name="Table Text", size=10, before=1.5, after=1.5),
    Style(name="Table Heading", size=10, before=1.5, after=1.5, bold=True, holds=True),
    Style(name="After Table", before=9),
)
TABLE_STYLES = {"Normal Table", "Table Grid"}
BUILT_IN = {"Date", "Salutation", "Closing", "Signature"}  # Word knows these by name


def set_up(document: "Document", letter: Letter, *, closer: bool) -> None:
    """Set page, language and styles of a new document; a long letter can be set closer."""
    layout = places.layout(letter)
    margins = places.MARGINS[layout]
    section: Any = document.sections[0]
    section.page_width, section.page_height = PAPERS[letter.paper]
    section.left_margin, section.right_margin = _length(margins.left), _length(margins.right)
    section.top_margin, section.bottom_margin = _length(margins.top), _length(margins.bottom)
    section.footer_distance = _length(margins.bottom / 2)
    _drop_table_styles(document)
    _set_language(document, letter.paper, letter.language)
    for style in STYLES:
        _set_style(document, style, closer=CLOSER if closer else 0)
    if is_framed(letter):
        set_framed(document, letter)
    elif layout != "us":
        sender: Any = document.styles["Sender"]
        sender.paragraph_format.left_indent = _length(SENDER_INDENT)
    _set_footer(document)


def _length(millimetres: float) -> int:
    return round(millimetres * MILLIMETRE)


def _drop_table_styles(document: "Document") -> None:
    """Take out the hundred coloured table styles of python-docx, of which a letter needs none."""
    from docx.oxml.ns import qn

    styles: Any = document.styles.element
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if style.get(qn("w:type")) == "table" and name not in TABLE_STYLES:
            styles.remove(style)


def _set_language(document: "Document", paper: str, language: str) -> None:
    from docx.oxml.ns import qn

    regions = REGIONS.get(language)
    tag = regions[paper == "us-letter"] if regions else language
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), tag)


def _set_style(document: "Document", wanted: Style, closer: float) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    styles: Any = document.styles
    if wanted.name in styles:
        style = styles[wanted.name]
    else:
        built_in = wanted.name in BUILT_IN
        style = styles.add_style(wanted.name, WD_STYLE_TYPE.PARAGRAPH, builtin=built_in)
        style.base_style = styles["Normal"]
    _set_font(style)
    least = min(wanted.size, SMALL)
    style.font.size, style.font.bold = Pt(max(wanted.size - closer, least)), wanted.bold
    if wanted.name == "Heading 1":
        style.font.color.rgb = RGBColor(0, 0, 0)
    room = style.paragraph_format
    share = 0.6 if closer else 1
    room.space_before, room.space_after = Pt(share * wanted.before), Pt(share * wanted.after)
    room.line_spacing = 1.0 if closer else 1.08
    room.keep_with_next, room.keep_together = wanted.holds, wanted.together
    room.widow_control = True


def _set_font(style: "ParagraphStyle") -> None:
    """Name one font for every script, and none of the theme's."""
    from docx.oxml.ns import qn

    style.font.name = FONT
    fonts: Any = style.element.get_or_add_rPr().rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _set_footer(document: "Document") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    footer: Any = document.styles["Footer"]
    _set_font(footer)
    footer.font.size = Pt(9)
    footer.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
