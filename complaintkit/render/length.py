"""Is a letter too long, and whose words make it so?"""

import re

from complaintkit.model.letter import Letter, Run
from complaintkit.render.letter import body_runs

LIMIT = 400  # words of body: DESIGN.md, “Letters”
OWN = "your words"


def pages_of(made: bytes) -> int:
    """Count the pages of a PDF of ours."""
    return len(re.findall(rb"/Type\s*/Page\b", made))


def length_note(letter: Letter, pages: int = 1) -> str:
    """Say in one or two sentences that a letter is long, and why; "" where it is not."""
    runs = body_runs(letter)
    words, own = _count(runs), _count([run for run in runs if run.source == OWN])
    if pages <= 1 and words <= LIMIT:
        return ""
    size = f"{pages} pages" if pages > 1 else "one page"
    told = f"This letter takes {size} and has {words} words, {own} of them your own."
    return f"{told} A company reads a short one first: `complaintkit company --problem '…'`."


def body_words(letter: Letter) -> int:
    """Count the words between salutation and closing."""
    return _count(body_runs(letter))


def _count(runs: list[Run]) -> int:
    return sum(1 for run in runs for word in run.text.split() if any(map(str.isalnum, word)))
