"""How is the record shown: in order, or by its words?"""

from collections.abc import Sequence

from complaintkit.cli import settings, show
from complaintkit.cli.lines import told
from complaintkit.tasks import looking

SHOWN = 100


def show_timeline(case: str | None = None, *, last: int = SHOWN, as_json: bool = False) -> None:
    """Show what happened, in the order in which it happened."""
    if case is None and settings.current().can_ask:
        from complaintkit.cli.which import which_case

        case = which_case(case)
    found = looking.case_timeline(settings.current().log, case, last=last)
    if as_json:
        from complaintkit.cli.shapes import case_lines

        show.as_json("timeline", **case_lines(found))
        return
    for line in found.lines:
        show.out(told(line))
    if found.has_earlier:
        from complaintkit.cli.saved import quoted

        command = f"complaintkit timeline {quoted(found.case_name)} --last 0"
        show.talk(f"Older lines are left out. To see them all: `{command}`")


def find(text: Sequence[str], *, case: str | None = None, as_json: bool = False) -> int:
    """Show the entries that hold all these words."""
    found = looking.search(settings.current().log, " ".join(text), case=case)
    if as_json:
        from complaintkit.cli.shapes import case_lines

        show.as_json("search", cases=[case_lines(one) for one in found])
    for one in () if as_json else found:
        show.out(f"{one.case_name}")
        for line in one.lines:
            show.out(show.indented(told(line)))
    if not found:
        show.talk("Nothing was found. Fewer words, or the beginning of a word, find more.")
        return 1
    return 0
