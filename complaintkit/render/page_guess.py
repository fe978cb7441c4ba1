"""About what share of a page does a letter take at each of its densities?

Found by measuring some two hundred letters: lines of text, of tables and between blocks each
take their share. Right to about a tenth, for letters of usual words; `letter.typ` measures
where that is not enough.
"""

from complaintkit.model.letter import Letter, Table
from complaintkit.render.text import letter_text, table_text

# For each density of `letter.typ`: what every letter takes, then each line of text, each line
# of a table, each line between two blocks.
FLOWING = (
    (0.0625, 0.0146, 0.0064, 0.0170),
    (0.0381, 0.0116, 0.0060, 0.0121),
    (0.0278, 0.0103, 0.0057, 0.0116),
    (0.0204, 0.0103, 0.0065, 0.0092),
)
IN_PLACES = (  # DIN 5008, where the head has a place of its own
    (0.0778, 0.0122, 0.0006, 0.0273),
    (0.1696, 0.0110, 0.0038, 0.0157),
    (0.1717, 0.0101, 0.0038, 0.0144),
    (0.1734, 0.0101, 0.0046, 0.0121),
)


def page_guesses(letter: Letter) -> list[float]:
    """Return the share of a page at each density, the roomiest first; more than 1 is over it."""
    text = letter_text(letter)
    between = text.count("\n\n")
    in_tables = sum(
        table_text(block).count("\n") + 1 for block in letter.body if isinstance(block, Table)
    )
    lines = text.count("\n") - in_tables - between
    places = IN_PLACES if letter.layout.startswith("din") else FLOWING
    return [
        round(base + line * lines + row * in_tables + gap * between, 3)
        for base, line, row, gap in places
    ]
