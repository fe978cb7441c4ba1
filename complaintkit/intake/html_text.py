"""What does a web page or an HTML message say, as plain lines?"""

import re
from html.parser import HTMLParser

_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "object"})
_BLOCKS = frozenset(
    [
        *("p", "div", "br", "tr", "li", "ul", "ol", "table", "blockquote", "pre", "hr", "section"),
        *("article", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd"),
    ]
)
_PARAGRAPHS = frozenset({"p", "table", "blockquote", "ul", "ol", "h1", "h2", "h3", "h4", "hr"})
_MANY_LINES = re.compile("\n{3,}")
_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "area", "base"})


def html_text(source: str) -> str:
    """Return what a reader sees of HTML: lines and paragraphs, nothing loaded, nothing run.

    The address of a link stands behind its words where it says something else.
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._unseen = 0
        self._address = ""
        self._from = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self.parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""
            self._from = len(self.parts)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS and tag not in _VOID:
            self.parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
        elif tag == "a" and self._address.startswith(("http:", "https:", "mailto:")):
            said = "".join(self.parts[self._from :]).strip()
            plain = self._address.removeprefix("mailto:")
            if said and plain.rstrip("/") not in said:
                self.parts.append(f" ({plain})")
            self._address = ""

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(" ".join(data.split("\n")))
