"""Is a letter too long, and whose words make it so?"""

from complaintkit.model.letter import Letter
from complaintkit.render.letter_runs import body_runs, count_words
from complaintkit.rules.letter_kinds import MOST_WORDS

OWN = "your words"


def length_note(letter: Letter, pages: int = 1) -> str:
    """Say in one or two sentences that a letter is long, and why; "" where it is not."""
    runs = body_runs(letter)
    words, own = count_words(runs), count_words([run for run in runs if run.source == OWN])
    if pages <= 1 and words <= MOST_WORDS:
        return ""
    size = f"{pages} pages" if pages > 1 else "one page"
    told = f"This letter takes {size} and has {words} words, {own} of them your own."
    return f"{told} A company reads a short one first: `complaintkit company --problem '…'`."
