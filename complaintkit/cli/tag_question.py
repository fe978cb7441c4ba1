"""How is a contact sorted by what went wrong in it, once it is written down?"""

from collections.abc import Sequence

from complaintkit.cli import ask, settings, show
from complaintkit.cli.saved import quoted, saved
from complaintkit.errors import WrongUsage
from complaintkit.model.taxonomy import Tag
from complaintkit.rules.taxonomy import offered
from complaintkit.tasks.recording import Recorded
from complaintkit.tasks.tagging import add_tags, needs_sorting, tag_sets


def ask_what_went_wrong(recorded: Recorded) -> None:
    """Ask once in a case what went wrong; Enter skips it. Then say what is next."""
    now = settings.current()
    chosen: list[str] = []
    if now.can_ask and needs_sorting(now.log, recorded.case_name):
        question = "What went wrong, if anything? Numbers such as 2, 5"
        chosen = choose_tags(question, offered(tag_sets()))
    if chosen:
        tag_contact(recorded.case_name, recorded.main.entry.seq, chosen)
    else:
        show.next_line(f"`complaintkit next {quoted(recorded.case_name)}`")


def tag_contact(case: str | None, number: int, words: Sequence[str]) -> None:
    """Add tags to a contact and show them as saved."""
    now = settings.current()
    saved(add_tags(now.log, case, number, words, now.recording()), about=f"sorts: #{number}")


def choose_tags(question: str, tags: Sequence[Tag]) -> list[str]:
    """Show tags in plain words with their numbers, and return those chosen; none for Enter."""
    for number, tag in enumerate(tags, start=1):
        show.talk(show.wrapped(tag.words, first=f"  {number:>2}  ", rest="      "))
    answer = ask.maybe(question, check=lambda typed: _chosen(typed, tags))
    return _chosen(answer, tags) if answer else []


def _chosen(typed: str, tags: Sequence[Tag]) -> list[str]:
    parts = typed.replace(",", " ").split()
    if not all(
        part.isascii() and part.isdecimal() and 1 <= int(part[:6]) <= len(tags) for part in parts
    ):
        raise WrongUsage(
            f"“{typed}” is no list of numbers from 1 to {len(tags)}.",
            fix="Write them like 2, 5, or press Enter.",
        )
    return list(dict.fromkeys(tags[int(part) - 1].slug for part in parts))
