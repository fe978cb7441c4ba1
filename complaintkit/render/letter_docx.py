"""How does a letter become a Word document that a person can go on writing in?

Every part has a style of its own, so that one change of style changes the whole letter. The
same letter gives the same bytes: all dates are the day of writing, none is the clock's.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table
from complaintkit.render.direction import is_turned
from complaintkit.render.docx_frames import frame, is_framed
from complaintkit.render.docx_styles import TEXT_WIDTH, set_up
from complaintkit.render.environment import words_for
from complaintkit.render.places import return_line
from complaintkit.render.printable import Runs, each_line, is_long, lines, passages, printable
from complaintkit.render.text import column_widths, plain

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

SIGNS = 88  # about as many fit across a page in the type of a table
LONG_CELL = 600  # signs: a cell longer than this may break across pages
TITLE_ROOM = 255  # what a document property may hold
MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip archive knows


def letter_docx(letter: Letter) -> bytes:
    """Return the letter as a Word document on the letter's paper."""
    import docx

    letter = printable(letter)
    document = docx.Document()
    set_up(document, letter, closer=is_long(letter))
    _name(document, letter)
    _number_pages(document, words_for(letter.language)["page_of"])
    _say(document, "Sender", each_line(letter.sender))
    _say(document, "Date", [(letter.dated,)])
    if is_framed(letter):
        _say(document, "Return Address", lines((Run(text=return_line(letter)),)))
    _say(document, "Delivery", lines(letter.delivery))
    _say(document, "Recipient", each_line(letter.recipient))
    if is_framed(letter):
        frame(document, letter)
    _say(document, "Heading 1", [letter.subject])
    _say(document, "Salutation", lines(letter.salutation))
    _body(document, letter.body)
    _say(document, "Closing", lines(letter.closing))
    _say(document, "Signature", lines((letter.signature,)))
    _listed(document, letter.enclosures_label, letter.enclosures)
    _listed(document, letter.copies_label, letter.copies)
    return _packed(document)


def _name(document: "Document", letter: Letter) -> None:
    """Give the document its title and day, and no trace of the program that made it."""
    day = letter.written_on
    about = document.core_properties
    about.title = plain(letter.subject)[:TITLE_ROOM]
    about.author = about.comments = about.last_modified_by = ""
    about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    about.language = letter.language
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith(("/extended-properties", "/thumbnail")):
            del package.rels[key]


def _number_pages(document: "Document", of: str) -> None:
    """Number every page but the first."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    footer = section.footer.paragraphs[0]
    _field(footer, "PAGE")
    footer.add_run(f" {of} ")
    _field(footer, "NUMPAGES")


def _field(paragraph: "WordParagraph", name: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run: Any = OxmlElement("w:r")
    run.text = "2"  # until the word processor counts
    field.append(run)
    paragraph.paragraph_format.element.append(field)


def _body(document: "Document", blocks: Sequence[Block]) -> None:
    before = None
    for block, after in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Paragraph):
            first = "After Table" if isinstance(before, Table) else "Normal"
            said = [
                _say(document, "Normal" if at else first, passage)
                for at, passage in enumerate(passages(block.runs))
            ]
            if said and not isinstance(after, Paragraph):
                said[-1].paragraph_format.keep_with_next = True
        elif isinstance(block, Listing):
            _list(document, block)
        else:
            _table(document, block)
            if not isinstance(after, Paragraph):
                document.add_paragraph(style="After Table")  # or two tables would become one
        before = block


def _say(document: "Document", style: str, found: Sequence[Runs]) -> "WordParagraph":
    """Add a paragraph of that style with these lines; nothing is added for no words."""
    paragraph = document.add_paragraph(style=style)
    _fill(paragraph, found)
    if not found:
        paragraph.paragraph_format.element.getparent().remove(paragraph.paragraph_format.element)
    return paragraph


def _fill(paragraph: "WordParagraph", found: Sequence[Runs]) -> None:
    turned = is_turned("".join(plain(line) for line in found))
    for at, line in enumerate(found):
        for run in line:
            written = paragraph.add_run(run.text)
            if turned or is_turned(run.text):
                written.font.rtl = True
        if at < len(found) - 1:
            paragraph.add_run().add_break()
    if turned:
        _turn(paragraph)


def _turn(paragraph: "WordParagraph") -> None:
    """Run a paragraph from right to left, where the schema wants to read it."""
    from docx.oxml.parser import OxmlElement

    properties: Any = paragraph.paragraph_format.element.get_or_add_pPr()
    properties.insert_element_before(
        OxmlElement("w:bidi"), "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def _list(document: "Document", block: Listing) -> None:
    style = "List Number" if block.numbered else "List Bullet"
    number = _new_count(document) if block.numbered else 0
    for item in block.items:
        paragraph = _say(document, style, lines(item))
        if number and lines(item):
            numbered: Any = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            numbered.get_or_add_numId().val = number


def _new_count(document: "Document") -> int:
    """Return a numbering of its own, so that a second list begins at 1 again."""
    style: Any = document.styles["List Number"].element
    counts: Any = document.part.numbering_part.element
    shared = counts.num_having_numId(style.pPr.numPr.numId.val)
    own = counts.add_num(shared.abstractNumId.val)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(own.numId)


def _listed(document: "Document", label: str, items: Sequence[Sequence[Run]]) -> None:
    if items:
        _say(document, "Enclosures Heading", [(Run(text=f"{label}:"),)])
        for item in items:
            _say(document, "Enclosures", lines(item))


def _table(document: "Document", block: Table) -> None:
    from docx.shared import Emu

    signs = [width + 3 for width in column_widths(block, SIGNS)]
    widths = [Emu(TEXT_WIDTH * each // sum(signs)) for each in signs]
    table = document.add_table(rows=1 + len(block.rows), cols=len(widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for at, (row, cells) in enumerate(zip(table.rows, (block.head, *block.rows), strict=True)):
        for place, cell, width in zip(row.cells, cells, widths, strict=True):
            place.width = width
            place.paragraphs[0].style = "Table Text" if at else "Table Heading"
            _fill(place.paragraphs[0], lines(cell))
        is_long = any(len(plain(cell)) > LONG_CELL for cell in cells)
        _hold(row, () if is_long else ("w:cantSplit",), () if at else ("w:tblHeader",))


def _hold(row: "_Row", *marks: Sequence[str]) -> None:
    """Mark a row: it does not break across pages, or it stands on every page."""
    from docx.oxml.parser import OxmlElement

    properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001 – python-docx has no other way
    for mark in (one for kind in marks for one in kind):
        properties.append(OxmlElement(mark))


def _packed(document: "Document") -> bytes:
    """Return the file with one fixed time for every part of it."""
    written, packed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w") as fixed:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, MIDNIGHT)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # the same on every system
            fixed.writestr(part, parts.read(name))
    return packed.getvalue()
