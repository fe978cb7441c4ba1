"""How do the figures read that one case and several cases share?"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from complaintkit.model.money import Money
from complaintkit.model.score import Efficiently, Lost, Promises, TagCount
from complaintkit.render.score_words import Words, counted, day_text, sum_text, sums
from complaintkit.rules.visible import one_line


def grouped(groups: Iterable[tuple[str, Iterable[str]]], words: Words, width: int) -> Iterator[str]:
    """Yield each group under its heading; one that has nothing to say is left out."""
    for name, lines in groups:
        told = list(lines)
        if told:
            yield ""
            yield words[name]["head"]
            for line in told:
                yield from wrapped(line, width, indent="  ")


def efficiently_lines(found: Efficiently, words: Words) -> Iterator[str]:
    """Yield how much work it was."""
    said = words["efficiently"]
    yield said["contacts"].format(
        contacts=counted(found.contacts, "contact", words),
        tries=found.tries,
        letters=counted(found.letters, "letter", words),
    )
    yield said["unreached"].format(n=found.unreached, of=found.tries)
    yield said["transfers"].format(n=found.transfers)
    if found.holds:
        key = "holds-timed" if found.hold_minutes else "holds"
        minutes = counted(found.hold_minutes, "minute", words)
        yield said[key].format(n=found.holds, minutes=minutes)
    if not found.timed:
        yield said["no-minutes"]
        return
    yield said["minutes"].format(
        minutes=counted(found.minutes, "minute", words),
        n=found.timed,
        of=found.contacts,
        calls=found.call_minutes,
        lost=found.lost_call_minutes,
    )


def lost_lines(
    money: Sequence[Money], minutes: int, words: Words, costs: Sequence[Lost] = ()
) -> Iterator[str]:
    """Yield the money and time lost, each cost on a line where they are given."""
    said = words["cost"]
    yield said["money"].format(sums=sums(money)) if money else said["no-money"]
    for one in costs:
        told = said["item"].format(on=day_text(one.on), what=one.what)
        taken = "" if one.minutes is None else counted(one.minutes, "minute", words)
        amount = sum_text(one.amount) if one.amount else ""
        yield "  " + ", ".join(part for part in (told, amount, taken) if part)
    if minutes:
        yield said["minutes"].format(minutes=counted(minutes, "minute", words))


def tag_lines(tags: Sequence[TagCount], words: Words) -> Iterator[str]:
    """Yield the tags in one line, if there are any."""
    if tags:
        item = words["tags"]["item"]
        yield ", ".join(item.format(tag=one.tag, n=one.contacts) for one in tags)


def promise_line(found: Promises, words: Words) -> str:
    """Return what became of the promises, in a sentence."""
    said = words["consistently"]
    if not found.made:
        return said["no-promises"]
    return said["promises"].format(
        made=found.made,
        kept=found.kept,
        broken=found.broken,
        still_open=found.still_open,
        lapsed=found.lapsed,
    )


def wrapped(text: str, width: int, *, indent: str = "") -> list[str]:
    """Return text in lines; what a person typed in it stays inert and on its line."""
    deeper = indent + " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(
        one_line(text), width, initial_indent=deeper, subsequent_indent=deeper + "  "
    )
