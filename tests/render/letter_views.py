"""Read each format of a letter back into its blocks, so that they can be compared."""

import io
from dataclasses import replace
from html.parser import HTMLParser

from letter_cases import CASES

from complaintkit.model.letter import Letter, Listing, Paragraph, Run, Table
from complaintkit.model.people import Contact
from complaintkit.render.letter import compose
from complaintkit.render.printable import printable
from complaintkit.render.text import column_widths, plain, shown

Rows = tuple[tuple[str, ...], ...]
Unit = tuple[str, "str | Rows"]  # ("p", a line), ("li", a line), ("h1", a line), ("table", rows)

HOSTILE = [
    "#panic() $x$ *b* _i_ `c` <l> @r // /* [ ] { } #let a = 1",
    "# head\n## head\n\n| a | b |\n|---|---|\n| c | d |",
    "- item\n+ item\n* item\n1. one\n2) two\n    code\n> quote\n---\n===\n```\nfence\n~~~",
    "[a](http://b) ![c](d) <http://e> [f]: /g 'h'\n[f] https://www.example.org www.i.example ~~j~~",
    "&amp; &lt; &#65; &copy \\ \\\\ \\| | \\* ends with a backslash \\",
    "<script>alert(1)</script><b>&amp;</b><!-- --><style>*{}</style></p></main>\" onload='x'",
    "{{ 7 * 7 }} {% for a in b %} {# c #} {name} %(x)s %s ${x}",
    "{\\rtf1\\b bold\\b0} =SUM(A1) <w:br/> ]]> <?xml?>",
    "a\u202eb\u202dc\u2066d\u2069e \u200ff\ufeffg",
    "h\x00i\x1b[31mj\x07k\x7fl\x85m\x9bn\ud800o\uffffp",
    "one\r\ntwo\rthree\x0bfour\u2028five\n\n\n\nsix\tseven  eight ",
    "שלום עולם! مرحبا 123 (abc)",
    "日本語の文章 👩‍👩‍👧 é́ \u00a0\u2009\u3000",
    'Bcc: x@y.example\r\n\r\n=?utf-8?q?=0ABcc=3A?= <evil@example.org>, "a" (b);',
]


def letter(name: str, kind: str) -> Letter:
    """Compose a letter of one of the trial cases."""
    case, today = CASES[name]
    return compose(kind, case, consumer=case.consumer or Contact(), today=today)


def in_layout(found: Letter, layout: str, *, delivery: str = "By registered post") -> Letter:
    """Return the letter in another layout, with a line that says how it goes."""
    paper = "us-letter" if layout == "us" else "a4"
    way = (Run(text=delivery, source="your words"),) if delivery else ()
    return replace(found, layout=layout, paper=paper, delivery=way)


def poisoned(found: Letter, evil: str) -> Letter:
    """Return the letter with a text put into every run that is not the template's own."""

    def runs(many: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(
            replace(one, text=f"Xq{evil}qx {one.text}") if one.source else one for one in many
        )

    def block(one: Paragraph | Listing | Table) -> Paragraph | Listing | Table:
        if isinstance(one, Paragraph):
            return Paragraph(runs=runs(one.runs))
        if isinstance(one, Listing):
            return replace(one, items=tuple(map(runs, one.items)))
        return replace(one, rows=tuple(tuple(map(runs, row)) for row in one.rows))

    return replace(
        found,
        sender=runs(found.sender),
        delivery=runs(found.delivery),
        recipient=runs(found.recipient),
        subject=runs(found.subject),
        salutation=runs(found.salutation),
        body=tuple(map(block, found.body)),
        signature=runs((found.signature,))[0],
        enclosures=tuple(map(runs, found.enclosures)),
    )


def expected(found: Letter) -> list[Unit]:
    """Return the lines and tables that every format of the letter holds, in their order."""
    found = printable(found)
    units = [("p", run.text) for run in (*found.sender, found.dated)]
    units += [("p", plain(found.delivery))]
    units += [("p", run.text) for run in found.recipient]
    units.append(("h1", plain(found.subject)))
    units += _lines("p", plain(found.salutation))
    for block in found.body:
        if isinstance(block, Paragraph):
            units += _lines("p", plain(block.runs))
        elif isinstance(block, Listing):
            units += [unit for item in block.items for unit in _lines("li", plain(item))]
        else:
            rows = (block.head, *block.rows)
            units.append(("table", tuple(tuple(_flat(plain(c)) for c in row) for row in rows)))
    units += _lines("p", plain(found.closing))
    units += _lines("p", found.signature.text)
    for label, items in (
        (found.enclosures_label, found.enclosures),
        (found.copies_label, found.copies),
    ):
        units += [("p", f"{label}:")] if items else []
        units += [unit for item in items for unit in _lines("p", plain(item))]
    return _tidy(units)


def docx_units(made: bytes) -> list[Unit]:
    """Read a Word document."""
    import docx
    from docx.table import Table as WordTable

    units: list[Unit] = []
    for part in docx.Document(io.BytesIO(made)).iter_inner_content():
        if isinstance(part, WordTable):
            rows = tuple(tuple(_flat(cell.text) for cell in row.cells) for row in part.rows)
            units.append(("table", rows))
            continue
        style = part.style.name
        if style == "Return Address":  # says the sender once more
            continue
        kind = "h1" if style == "Heading 1" else "li" if style.startswith("List ") else "p"
        units += _lines(kind, part.text)
    return _tidy(units)


def html_units(made: str) -> list[Unit]:
    """Read a web page."""
    reader = _Page()
    reader.feed(made)
    reader.close()
    return _tidy(reader.units)


def markdown_units(made: str) -> list[Unit]:
    """Read Markdown. Anything but paragraphs, lists, tables and the subject fails."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    units: list[Unit] = []
    for node in SyntaxTreeNode(parser.parse(made)).children:
        if node.type == "paragraph":
            units += _lines("p", _inline(node))
        elif node.type == "heading":
            units += _lines(node.tag, _inline(node))
        elif node.type in {"bullet_list", "ordered_list"}:
            units += [unit for item in node.children for unit in _lines("li", _item(item))]
        else:
            assert node.type == "table", node.type
            rows = [row for part in node.children for row in part.children]
            units.append(
                ("table", tuple(tuple(_flat(_inline(c)) for c in r.children) for r in rows))
            )
    return _tidy(units)


def text_holds(text: str, found: Letter) -> None:
    """Assert that a text letter holds every block in its order, and tables column by column."""
    found = printable(found)
    flat, at = _squeezed(text), 0
    for kind, unit in expected(found):
        if kind != "table":
            words = _squeezed(str(unit))
            assert flat.find(words, at) >= 0, unit
            at = flat.find(words, at) + len(words)
    below = text.split("\n")
    for block in found.body:
        if isinstance(block, Table):
            below = _table_holds(below, block)


def _table_holds(lines: list[str], block: Table) -> list[str]:
    """Assert that the lines hold this table; return those below its rule."""
    widths = column_widths(block)
    rule = "  ".join("-" * width for width in widths)
    below = lines[lines.index(rule) + 1 :]
    for at, width in enumerate(widths):
        start = sum(widths[:at]) + 2 * at
        column = "".join(_squeezed(_slice(line, start, start + width)) for line in below)
        assert column.startswith("".join(_squeezed(plain(row[at])) for row in block.rows))
    return below


def _slice(line: str, start: int, end: int) -> str:
    taken, place = "", 0
    for sign in line:
        if start <= place < end or (place == end and not shown(sign) and taken):
            taken += sign
        place += shown(sign)
    return taken


def _inline(node) -> str:
    allowed = {"inline", "text", "hardbreak", "strong", "paragraph", "heading", "th", "td"}
    found = list(node.walk())
    assert {one.type for one in found} <= allowed, {one.type for one in found}
    return "".join(
        one.content if one.type == "text" else "\n" if one.type == "hardbreak" else ""
        for one in found
    )


def _item(item) -> str:
    assert len(item.children) <= 1, "a list item is one paragraph"
    return "".join(_inline(one) for one in item.children)


class _Page(HTMLParser):
    """Collects the words of each block; a word outside any block fails."""

    def __init__(self) -> None:
        super().__init__()
        self.units: list[Unit] = []
        self.rows: list[list[str]] = []
        self.words: list[str] | None = None
        self.is_plain = False

    def handle_starttag(self, tag, attrs):
        assert tag not in {"script", "img", "a", "link", "iframe", "b"}, tag
        if tag in {"p", "h1", "li", "address", "th", "td", "title", "style"}:
            assert self.words is None, "a block inside a block"
            self.words = []
        elif tag == "br":
            self.words.append("\n")
        elif tag == "ul":
            self.is_plain = ("class", "plain") in attrs
        elif tag == "tr":
            self.rows.append([])

    def handle_endtag(self, tag):
        words = "".join(self.words or [])
        if tag in {"p", "h1", "li", "address"}:
            kind = tag if tag == "h1" or (tag == "li" and not self.is_plain) else "p"
            self.units += _lines(kind, words)
            self.words = None
        elif tag in {"th", "td"}:
            self.rows[-1].append(_flat(words))
            self.words = None
        elif tag in {"title", "style"}:
            self.words = None
        elif tag == "table":
            self.units.append(("table", tuple(tuple(row) for row in self.rows)))
            self.rows = []

    def handle_data(self, data):
        assert self.words is not None or not data.strip(), data
        if self.words is not None:
            self.words.append(data.replace("\n", " "))

    def handle_comment(self, data):
        raise AssertionError(data)


def _lines(kind: str, text: str) -> list[Unit]:
    return [(kind, line) for line in text.split("\n")]


def _tidy(units: list[Unit]) -> list[Unit]:
    flat = [(kind, _flat(one) if isinstance(one, str) else one) for kind, one in units]
    return [(kind, one) for kind, one in flat if one]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _squeezed(text: str) -> str:
    return "".join(text.split())
