"""How does a letter look in an editor, and which letter is it after editing?

A block whose words stayed keeps its runs with their sources, wherever it was moved to. What
is new or changed comes from the person: its source is “your words”.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from complaintkit.errors import FileUnusable
from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run
from complaintkit.render import edit_pieces as pieces
from complaintkit.render.edit_blocks import OWN, all_lines, keeper, new_block
from complaintkit.render.edit_pieces import Piece, pieces_of, same_words
from complaintkit.render.letter_clock import with_clock
from complaintkit.render.text import plain
from complaintkit.render.trace import clean

HEADING = (
    "// Change what you like, save and close. Lines that begin with // are left out.\n"
    "// A blank line begins a new paragraph. “# ” marks the subject, “- ” an item of a list.\n"
)
Runs = tuple[Run, ...]
_Value = Block | Run | Runs | tuple[str, tuple[Runs, ...]]

# Where each line stands that a letter has once: first or last of what is left, in this order.
_EDGES = {
    "subject": (0, "a line that begins with “# ” for the subject"),
    "salutation": (0, "its greeting, such as “Dear Ms Stone,”"),
    "signature": (-1, "your name under it"),
    "closing": (-1, "a closing line above your name"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """One part of the letter, how it stands in the editor, and what it is."""

    role: str
    text: str
    value: Any
    pieces: tuple[Piece, ...]
    keys: tuple[tuple[str, ...], ...]

    def stands_at(self, at: int, keys: Sequence[tuple[str, ...]]) -> bool:
        """Whether it begins here, word for word."""
        end = at + len(self.keys)
        ends = end <= len(keys) and self.keys[0] == keys[at] and self.keys[-1] == keys[end - 1]
        return ends and self.keys == tuple(keys[at:end])


def editable(letter: Letter) -> str:
    """Return the letter as text that `edited` reads again; one line a paragraph."""
    texts = [unit.text for unit in _units(letter) if unit.pieces]
    return HEADING + "\n" + "\n\n".join(texts) + "\n"


def edited(letter: Letter, text: str) -> Letter:
    """Return the letter as the text has it, with the date it now asks an answer by.

    Raises FileUnusable where a part is missing that a letter cannot go without.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    units = _units(letter)
    above, middle, end = pieces.divided(text)
    body = _middle(units, pieces_of(middle, "body"))
    found = replace(
        letter,
        **_head(units, pieces_of(above, "head")),
        **body,
        **_end(letter, units, pieces_of(end, "end")),
    )
    return with_clock(letter, found)


def _units(letter: Letter) -> list[_Unit]:
    """Return the parts of the letter in their order."""

    def unit(role: str, text: str, value: _Value, part: str = "body") -> _Unit:
        found = tuple(pieces_of(text, part))
        keys = tuple(piece.key for piece in found)
        return _Unit(role=role, text=text, value=value, pieces=found, keys=keys)

    def line(role: str, runs: Runs, value: _Value) -> _Unit:
        return unit(role, pieces.guarded(plain(runs), "body"), value)

    def lines(role: str, runs: Runs, value: _Value) -> _Unit:
        told = "\n".join(" ".join(run.text.split("\n")) for run in runs)
        return unit(role, pieces.guarded(told, "head"), value, "head")

    subject = " ".join(plain(letter.subject).split("\n")).strip()
    return [
        lines("sender", letter.sender, letter.sender),
        lines("dated", (letter.dated,), letter.dated),
        lines("delivery", (Run(text=plain(letter.delivery)),), letter.delivery),
        lines("recipient", letter.recipient, letter.recipient),
        unit("subject", f"# {subject}" if subject else "", letter.subject),
        line("salutation", letter.salutation, letter.salutation),
        *(unit("body", _block_text(block), block) for block in letter.body),
        line("closing", letter.closing, letter.closing),
        line("signature", (letter.signature,), letter.signature),
        *(
            unit(role, _listed(label, items), (label, items), "end")
            for role, label, items in (
                ("enclosures", letter.enclosures_label, letter.enclosures),
                ("copies", letter.copies_label, letter.copies),
            )
        ),
    ]


def _block_text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return pieces.guarded(plain(block.runs), "body")
    if isinstance(block, Listing):
        marks = [
            f"{place}. " if block.numbered else "- " for place in range(1, len(block.items) + 1)
        ]
        told = (f"{mark}{_item_text(item)}" for mark, item in zip(marks, block.items, strict=True))
        return "\n".join(told)
    return "\n".join(
        pieces.row([plain(cell) for cell in cells]) for cells in (block.head, *block.rows)
    )


def _item_text(item: Runs) -> str:
    first, *rest = plain(item).strip().split("\n")
    return "\n".join([first, *(pieces.guarded(line, "body") for line in rest)])


def _listed(label: str, items: Sequence[Runs]) -> str:
    if not items:
        return ""
    told = (pieces.guarded(" ".join(plain(item).split("\n")), "end") for item in items)
    return "\n".join([f"## {label.strip() or 'Enclosures'}", *told])


def _matched(units: Sequence[_Unit], found: Sequence[Piece]) -> list[tuple[_Unit | None, Piece]]:
    """Pair what is in the text with the unchanged part that it is; None for what is new."""
    left = [unit for unit in units if unit.pieces]
    pairs: list[tuple[_Unit | None, Piece]] = []
    keys = [piece.key for piece in found]
    at = 0
    while at < len(found):
        unit = next((one for one in left if one.stands_at(at, keys)), None)
        if unit:
            left.remove(unit)
        pairs.append((unit, found[at]))
        at += len(unit.pieces) if unit else 1
    return pairs


def _head(units: Sequence[_Unit], found: Sequence[Piece]) -> dict[str, Any]:
    """Return sender, date, delivery line and recipient: as they were, or by their order."""
    own = [unit for unit in units if unit.role in ("sender", "dated", "delivery", "recipient")]
    pairs = _matched(own, found)
    kept = [unit for unit, _ in pairs if unit]
    new = [piece for unit, piece in pairs if unit is None]
    changed = [unit for unit in own if unit not in kept and unit.pieces]
    with_delivery = [unit for unit in own if unit in changed or unit.role == "delivery"]
    without = [unit for unit in changed if unit.role != "delivery"]
    fitting = [slots for slots in (changed, without, with_delivery) if len(slots) == len(new)]
    if not fitting:
        raise FileUnusable(
            "Above the subject, the letter lacks your address, the date or the recipient, or "
            "has a part too many.",
            fix="Let these three stand there, one below the other, with a blank line after each.",
        )
    values = {unit.role: () if unit in changed else unit.value for unit in own}
    values |= {
        unit.role: _head_value(unit, piece) for unit, piece in zip(fitting[0], new, strict=True)
    }
    return values


def _head_value(unit: _Unit, piece: Piece) -> Any:  # noqa: ANN401 - a run or several
    if unit.role == "dated":
        return Run(text=clean(" ".join(piece.lines)), source=OWN)
    if unit.role == "delivery":
        return (Run(text=clean(" ".join(piece.lines)), source=OWN),)
    old = unit.value if isinstance(unit.value, tuple) else ()
    known = {same_words(run.text): run for run in old}
    return tuple(
        known.get(same_words(line)) or Run(text=clean(line), source=OWN) for line in piece.lines
    )


def _middle(units: Sequence[_Unit], found: Sequence[Piece]) -> dict[str, Any]:
    """Return subject, salutation, body, closing and signature."""
    own = [unit for unit in units if unit.role == "body" or unit.role in _EDGES]
    values = {unit.role: unit.value for unit in own if not unit.pieces and unit.role != "body"}
    left = _matched(own, found)
    matched = {unit.role for unit, _ in left if unit}
    for role in _EDGES:
        if role not in values:
            values[role] = _edge(left, role, matched)
    values["body"] = _body(own, left)
    return values


def _edge(left: list[tuple[_Unit | None, Piece]], role: str, matched: set[str]) -> Any:  # noqa: ANN401
    """Take the first or the last piece as that line of the letter, unchanged or in new words."""
    at, what = _EDGES[role]
    unit, piece = left[at] if left else (None, None)
    kind = "subject" if role == "subject" else "paragraph"
    if unit and unit.role == role:
        del left[at]
        return unit.value
    if role in matched:
        raise FileUnusable(
            "Something stands above the greeting, or below the closing line, where a letter "
            "has nothing else.",
            fix="Move it between the two.",
        )
    if unit or piece is None or piece.kind != kind:
        raise FileUnusable(f"The letter lacks {what}.", fix="Put it back where it stood.")
    del left[at]
    run = Run(text=clean("\n".join(piece.lines)), source=OWN)
    return run if role == "signature" else (run,)


def _body(own: Sequence[_Unit], pairs: Sequence[tuple[_Unit | None, Piece]]) -> tuple[Block, ...]:
    """Return the blocks, those without a word behind the block that they stood behind."""
    wordless: dict[int | None, list[Block]] = {}
    last: int | None = None
    for known in own:
        if known.role == "body" and not known.pieces:
            wordless.setdefault(last, []).append(known.value)
        elif known.role == "body":
            last = id(known)
    blocks = list(wordless.get(None, ()))
    keep = keeper(all_lines(unit.value for unit in own if unit.role == "body"))
    for unit, piece in pairs:
        if unit is None:
            blocks.append(new_block(piece, keep))
            continue
        blocks.append(unit.value)
        blocks += wordless.get(id(unit), ())
    return tuple(blocks)


def _end(letter: Letter, units: Sequence[_Unit], found: Sequence[Piece]) -> dict[str, Any]:
    """Return the lists under the signature; one whose heading is gone is left out."""
    own = [unit for unit in units if unit.role in ("enclosures", "copies")]
    values: dict[str, Any] = {
        "enclosures_label": "",
        "enclosures": (),
        "copies_label": "",
        "copies": (),
    }
    for known in own:
        if not known.pieces:
            values[f"{known.role}_label"], values[known.role] = known.value
    for unit, piece in _matched(own, found):
        label, *lines = piece.lines
        role = unit.role if unit else _role_of(label, letter)
        if values[role]:
            raise FileUnusable(
                "The letter has more lists under the signature than it can show.",
                fix="Put the items of each under one line that begins with “## ”.",
            )
        if unit:
            values[f"{role}_label"], values[role] = unit.value
            continue
        keep = keeper([*letter.enclosures, *letter.copies])
        items = tuple(filter(None, (keep(_bare(line)) for line in lines)))
        values[f"{role}_label"], values[role] = (clean(label) if items else ""), items
    return values


def _role_of(label: str, letter: Letter) -> str:
    is_copies = letter.copies and same_words(label) == same_words(letter.copies_label)
    return "copies" if is_copies else "enclosures"


def _bare(line: str) -> str:
    """Take the mark of a list item away, which many put there by habit."""
    return line.removeprefix("- ").removeprefix("* ")
