"""How do tests put a template into a person's folder and write a letter from it?"""

from pathlib import Path

from letter_cases import CASES

from complaintkit.model.letter import Letter
from complaintkit.render.letter import compose


def around(text: str) -> str:
    """Return a template whose body, on line 5, is this text."""
    return f"# Complaint\n\nHello\n\n{text}\n\n\nBye\n"


def put(folder: Path, text: str, name: str = "letters/en/first.md") -> Path:
    """Write a file of the person's own."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def written(folder: Path, kind: str = "first", case: str = "missing-credit") -> Letter:
    """Write a letter with the templates of that folder."""
    found, today = CASES[case]
    assert found.consumer
    return compose(kind, found, consumer=found.consumer, today=today, own_templates=folder)
