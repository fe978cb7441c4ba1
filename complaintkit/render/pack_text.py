"""What does the READ-ME-FIRST of a pack say?"""

from collections.abc import Sequence
from datetime import datetime

from complaintkit.model.case import Case
from complaintkit.render.environment import environment
from complaintkit.rules.visible import one_line

TEMPLATE = "pack/{language}/read-me.txt"
TIMELINE = "data/timeline.pdf"
_RULE = "====================="
_HALF_HASH = 32
_WHAT = {
    TIMELINE: "what happened, in order",
    "data/score.txt": "how it was dealt with, in figures",
    "data/log.json": "the log entry by entry, for checking",
    "data/log.csv": "the log as a table for a spreadsheet",
    "data/letters/": "the letters as they were sent",
    "data/exhibits/": "copies of the documents, by exhibit number",
}


def read_me(
    case: Case,
    *,
    entries: int,
    head: str,
    exported_at: datetime,
    tool: str,
    paths: Sequence[str],
    is_shortened: bool,
    language: str = "en",
) -> str:
    """Return the page that tells a stranger what the pack is and how to check it.

    `case` is the shared view, without private parts; `paths` lie within the bag.
    `is_shortened`: something private was left out.
    """
    return (
        environment(language)
        .get_template(TEMPLATE.format(language=language))
        .render(
            rule=_RULE,
            case_name=one_line(case.name),
            title=one_line(case.title),
            company=one_line(case.company.name),
            entries=entries,
            exported_on=exported_at.strftime("%Y-%m-%d %H:%M %z").strip(),
            tool=one_line(tool),
            contents=_contents(paths),
            has_timeline=TIMELINE in paths,
            is_shortened=is_shortened,
            head_first=head[:_HALF_HASH],
            head_second=head[_HALF_HASH:],
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
