"""Which runs of text does a letter hold, and how many words?"""

from collections.abc import Iterable

from complaintkit.model.letter import Letter, Listing, Paragraph, Run


def used_sources(letter: Letter) -> set[str]:
    """Return every source that the letter prints something from."""
    return {source for run in all_runs(letter) for source in run.source.split(", ") if source}


def all_runs(letter: Letter) -> list[Run]:
    """Return every run of the letter, from the sender to the last enclosure."""
    runs = [*letter.sender, letter.dated, *letter.delivery, *letter.recipient, *letter.subject]
    runs.extend([*letter.salutation, *body_runs(letter), *letter.closing, letter.signature])
    runs.extend(
        run for listed in (letter.enclosures, letter.copies) for one in listed for run in one
    )
    return runs


def body_runs(letter: Letter) -> list[Run]:
    """Return the runs between salutation and closing."""
    runs: list[Run] = []
    for block in letter.body:
        if isinstance(block, Paragraph):
            runs.extend(block.runs)
        elif isinstance(block, Listing):
            runs.extend(run for one in block.items for run in one)
        else:
            runs.extend(run for row in (block.head, *block.rows) for cell in row for run in cell)
    return runs


def body_words(letter: Letter) -> int:
    """Count the words between salutation and closing, those of tables too."""
    return count_words(body_runs(letter))


def count_words(runs: Iterable[Run]) -> int:
    """Count the words of some runs: what holds a letter or a digit."""
    return sum(1 for run in runs for word in run.text.split() if any(map(str.isalnum, word)))
