"""How is it asked what kind of problem it is?"""

from complaintkit.cli import ask, settings
from complaintkit.rules.sorting import SORTINGS
from complaintkit.tasks import choosing

QUESTION = "What kind of problem is it?"


def ask_sorting() -> str:
    """Ask in plain words. Raises AnswerMissing, naming the words, where nobody can be asked."""
    if not settings.current().can_ask:
        return ask.ask(QUESTION, option=f"one of: {', '.join(SORTINGS)}")
    known = choosing.sortings()
    chosen = ask.choose(QUESTION, [one.words for one in known], default=len(known))
    return known[chosen - 1].id


def sorting_of(problem: str) -> str | None:
    """Ask only where the words of a problem sound as if something should be done at once."""
    return ask_sorting() if choosing.may_be_urgent(problem) else None
