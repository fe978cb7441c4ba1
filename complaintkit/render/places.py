"""Where on the page do the parts of a letter stand?

All lengths are millimetres. DIN 5008:2020 for the German layouts: address field 20 mm from the
left, 85 mm wide and 45 mm high, of which 17.7 mm for the return address and remarks (5 lines)
and 27.3 mm for the recipient (6 lines); information block 125 mm from the left, 75 mm wide,
5 mm below the top of the field; subject two lines (8.46 mm) below the field. Checked against
the measures that typst-letter-pro and the KOMA-Script letter options give, and sekada.de.
"""

from dataclasses import dataclass

from complaintkit.model.letter import Letter
from complaintkit.render.text import shown

FIELD_LEFT, FIELD_WIDTH, FIELD_HEIGHT = 20.0, 85.0, 45.0
TEXT_LEFT = 25.0  # in the address field as in the body
FIELD_TEXT_WIDTH = FIELD_WIDTH - (TEXT_LEFT - FIELD_LEFT)
REMARKS_HEIGHT, RECIPIENT_HEIGHT = 17.7, 27.3
BLOCK_LEFT, BLOCK_WIDTH = 125.0, 75.0
BELOW_FIELD = 8.46
LINES_OF_TEXT = (6, 42)  # lines, and signs a line, that the recipient's zone has room for
RETURN_SIGNS = (64, 80)  # that fit on the line of the return address in 8 points, in 6.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Din:
    """The measures in which the two forms of DIN 5008 differ."""

    field: float
    folds: tuple[float, float]

    @property
    def block(self) -> float:
        """Where the information block begins."""
        return self.field + 5

    @property
    def subject(self) -> float:
        """Where the subject begins."""
        return self.field + FIELD_HEIGHT + BELOW_FIELD


DIN = {"din-a": Din(field=27, folds=(87, 192)), "din-b": Din(field=45, folds=(105, 210))}

# From the top of the sheet to the recipient, so that it stands in a common window envelope. The
# letter folded in three rests on the lower edge of the envelope, as letters do.
# US #10 (4⅛ in high): window 1⅛ in high, ½ in from the bottom, so 52–80 mm on the sheet; with
# the ⅛ in that the USPS wants free all round, 55–77 mm, and 25 mm from the left.
# UK DL (110 mm high): window 35 mm high, 18 mm from the bottom, so 46–81 mm, or 57–92 mm where
# the letter has slipped up: 57–81 mm holds either way, and 20–100 mm across.
WINDOWS = {"us": 55.0, "uk": 57.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """What stays free around the text."""

    left: float
    right: float
    top: float = 18.0
    bottom: float = 18.0


MARGINS = {
    "us": Margins(left=25.4, right=18.6),
    "uk": Margins(left=22.0, right=22.0),
    "din-a": Margins(left=TEXT_LEFT, right=20.0),
    "din-b": Margins(left=TEXT_LEFT, right=20.0),
}


def layout(letter: Letter) -> str:
    """Return the name of the letter's layout; an old draft has none and goes by its paper."""
    return letter.layout or ("us" if letter.paper == "us-letter" else "uk")


def return_line(letter: Letter) -> str:
    """Return the sender's postal address on one line, or "" where the letter has none.

    Lines to ring or write to electronically are left out: those with @, or without a letter.
    """
    lines = [run.text.strip() for run in letter.sender]
    postal = [line for line in lines if "@" not in line and any(map(str.isalpha, line))]
    return ", ".join(postal) if len(postal) > 1 else ""


def fits_the_field(letter: Letter) -> bool:
    """Whether the address has room in its field, as near as counting signs can tell."""
    most, signs = LINES_OF_TEXT
    lines = [run.text for run in letter.recipient]
    beside = [run.text for run in (*letter.sender, letter.dated)]
    return (
        0 < len(lines) <= most
        and len(beside) <= most + 2
        and all(shown(line) <= signs for line in (*lines, *beside))
        and sum(shown(run.text) for run in letter.delivery) <= signs
        and shown(return_line(letter)) <= RETURN_SIGNS[1]
    )
