"""What does the READ-ME-FIRST of a pack say?"""

from collections.abc import Sequence
from pathlib import Path

from complaintkit.model.record import Record
from complaintkit.render.environment import environment
from complaintkit.rules.visible import one_line

TEMPLATE = "pack/{language}/read-me.txt"
STARTS = ("data/record.pdf", "data/record.html")
_RULE = "====================="
_HALF_HASH = 32
_WHAT = {
    "data/record.pdf": "the whole record with its documents, to read and print",
    "data/record.html": "the same as a page for a browser",
    "data/score.txt": "how it was dealt with, in figures",
    "data/log.json": "the log entry by entry, for checking",
    "data/log.csv": "the log as a table for a spreadsheet",
    "data/letters/": "the letters as they were sent",
    "data/verify.py": "a small program that checks all of this, with Python alone",
    "data/exhibits/": "copies of the documents, by exhibit number",
}


def verifier() -> bytes:
    """Return the program that goes into a pack, so that anyone can check it with Python alone."""
    return Path(__file__).with_name("pack_verifier.py").read_bytes()


def read_me(record: Record, *, paths: Sequence[str], language: str = "en") -> str:
    """Return the page that tells a stranger what the pack is and how to check it.

    `paths` lie within the bag.
    """
    case = record.case
    files = [*(one.file for one in record.exhibits), *(one.file for one in record.letters)]
    return (
        environment(language)
        .get_template(TEMPLATE.format(language=language))
        .render(
            rule=_RULE,
            case_name=one_line(case.name),
            title=one_line(case.title),
            company=one_line(case.company.name),
            entries=record.entries,
            exported_on=record.made_at.strftime("%Y-%m-%d %H:%M %z").strip(),
            tool=one_line(record.tool),
            contents=_contents(paths),
            start=next((path for path in STARTS if path in paths), ""),
            is_shortened=record.is_shortened,
            is_changed=any(file.changed or file.left_out for file in files),
            head_first=record.head[:_HALF_HASH],
            head_second=record.head[_HALF_HASH:],
        )
        .rstrip()
        + "\n"
    )


def _contents(paths: Sequence[str]) -> list[str]:
    there = {start: [path for path in paths if path.startswith(start)] for start in _WHAT}
    return [
        f"{start:<20}{_WHAT[start]}" + (f" ({len(found)})" if start.endswith("/") else "")
        for start, found in there.items()
        if found
    ]
