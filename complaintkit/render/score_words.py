"""How do counts, days and sums of a scorecard read, and who is “you” in it?"""

from collections.abc import Mapping, Sequence
from datetime import date

from complaintkit.model.money import Money

Words = Mapping[str, Mapping[str, str]]

OTHERS = "for-others"
_FEW = 6


def for_others(words: Words) -> Words:
    """Return the words for a page that others read: “customer” in the place of “you”."""
    told = {group: dict(lines) for group, lines in words.items()}
    for path, text in words[OTHERS].items():
        group, _, key = path.partition(".")
        told[group][key] = text
    return told


def counted(count: int, what: str, words: Words) -> str:
    """Return “1 day”, “3 days”."""
    one, _, many = words["counts"][what].partition(" | ")
    return one if count == 1 else many.format(n=count)


def day_text(day: date) -> str:
    """Return a day such as “2 Apr 2026”."""
    return f"{day.day} {day:%b %Y}"


def sums(found: Sequence[Money]) -> str:
    """Return amounts in one line, one for each currency."""
    return ", ".join(map(sum_text, found))


def sum_text(money: Money) -> str:
    """Return an amount as the log keeps it: `84.20 USD`."""
    return f"{money.amount:f} {money.currency}".strip()


def listed(figures: Sequence[int], words: Words) -> str:
    """Return a few sorted figures as they are; of many the least, the most and the middle one."""
    if len(figures) <= _FEW:
        return ", ".join(map(str, figures))
    return words["together"]["range"].format(
        least=figures[0], most=figures[-1], middle=figures[len(figures) // 2]
    )
