"""How does a letter fit into a web form, or into a link that opens an e-mail?"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple
from unicodedata import combining
from urllib.parse import quote

from complaintkit.errors import WrongUsage
from complaintkit.model.letter import Letter
from complaintkit.render.letter_eml import mail_address
from complaintkit.render.letter_pieces import Piece, Weight, joined, pieces
from complaintkit.render.printable import printable
from complaintkit.render.text import plain
from complaintkit.rules.form_room import form_size

FORM_ROOM = 1_000
LEAST_ROOM = 200
LINK_ROOM = 2_000  # what browsers and mail programs take: facts/libraries.md, section 2.2
SUBJECT_SHARE = 4  # a link gives its subject a quarter of the room at most
MORE = "…"
_ENDS = re.compile(r"[.?!。][\"”’»)]*(?=\s)")
_JOINERS = {"\u200d", "\ufe0f"}  # they hold one drawn sign together

Size = Callable[[str], int]


class Short(NamedTuple):
    """A shortened letter, and whether words were cut (not only blocks left out)."""

    text: str
    was_cut: bool


def letter_short(letter: Letter, *, limit: int = FORM_ROOM) -> Short:
    """Return the letter in at most so many characters, for a web form.

    Whole blocks are left out first, in the order of `Weight`: table, enclosures, events, other
    statements, thanks, history, promises, purpose. Subject, problem, request, answer-by date,
    references and name stay; only where these alone are too long are they cut, the longest
    first, at the end of a sentence. Counts as forms do: a line end is two characters, an emoji
    two. Raises WrongUsage for fewer than 200.
    """
    if limit < LEAST_ROOM:
        raise WrongUsage(
            f"A letter cannot be put into {limit} characters.",
            fix=f"Allow at least {LEAST_ROOM}.",
        )
    letter = printable(letter)
    subject = Piece(text=plain(letter.subject), weight=Weight.NEEDED, place=-1)
    return _fitted(letter, [subject], limit, form_size)


def mailto_link(letter: Letter, *, to: str = "") -> str:
    """Return a link of at most 2,000 characters that opens an e-mail with a shortened letter.

    Raises WrongUsage where `to` is no e-mail address.
    """
    letter = printable(letter)
    address = quote(mail_address(to), safe="@") if to.strip() else ""
    subject = cut(plain(letter.subject), LINK_ROOM // SUBJECT_SHARE, _link_size)
    start = f"mailto:{address}?subject={_quoted(subject)}&body="
    greeting = Piece(text=plain(letter.salutation), weight=Weight.PURPOSE, place=-1)
    short = _fitted(letter, [greeting], LINK_ROOM - len(start), _link_size)
    return start + _quoted(short.text)


def cut(text: str, room: int, size: Size) -> str:
    """Return text that takes no more room: it ends after a sentence, else after a word."""
    if len(text) <= room and size(text) <= room:
        return text
    text = text[: room + 1]  # no text takes less room than it has signs
    low, high = 0, len(text) - 1
    while low < high:
        middle = (low + high + 1) // 2
        fits = size(f"{text[:middle]} {MORE}") <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    while low and (combining(text[low]) or text[low] in _JOINERS or text[low - 1] in _JOINERS):
        low -= 1
    ends = [found.end() for found in _ENDS.finditer(text[: low + 1])]
    if ends and 3 * ends[-1] >= low:
        return f"{text[: ends[-1]]} {MORE}"
    words = max(text.rfind(space, 0, low + 1) for space in " \n")
    kept = text[: words if 2 * words >= low else low].rstrip()
    return f"{kept}{MORE}" if kept else ""


def _fitted(letter: Letter, before: Sequence[Piece], room: int, size: Size) -> Short:
    found = [*before, *pieces(letter, with_table=True)]
    if size(joined(found)) <= room:
        return Short(joined(found), was_cut=False)
    found = [*before, *pieces(letter, with_table=False)]
    for piece in _lightest_first(found):
        if size(joined(found)) <= room:
            break
        found.remove(piece)
    shortened = _shortened(found, room, size)
    return Short(joined(shortened), was_cut=shortened != found)


def _lightest_first(found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that can go; of like weight the last goes first, of promises the oldest."""
    can_go = [(at, piece) for at, piece in enumerate(found) if piece.weight < Weight.NEEDED]
    order = sorted(
        can_go,
        key=lambda one: (one[1].weight, one[0] if one[1].weight == Weight.PROMISES else -one[0]),
    )
    return [piece for _, piece in order]


def _shortened(found: Sequence[Piece], room: int, size: Size) -> list[Piece]:
    """Cut the longest pieces to one length, the greatest at which all fit."""
    if size(joined(found)) <= room:
        return list(found)
    low, high = 0, room
    while low < high:
        middle = (low + high + 1) // 2
        fits = size(joined(_capped(found, middle, size))) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return _capped(found, low, size)


def _capped(found: Sequence[Piece], room: int, size: Size) -> list[Piece]:
    return [replace(piece, text=cut(piece.text, room, size)) for piece in found]


def _link_size(text: str) -> int:
    return len(_quoted(text))


def _quoted(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="")
