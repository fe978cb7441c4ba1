"""Which logged facts does a letter leave out?"""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from complaintkit.model.case import Case
from complaintkit.model.moment import Moment
from complaintkit.render.days_and_sums import Words, short_date
from complaintkit.render.trace import clean
from complaintkit.rules.letter_plan import LetterPlan

GLIMPSE = 40  # signs of a fact's own text that are enough to know it by


def unused_facts(
    case: Case, plan: LetterPlan, used: set[str], words: Words, locale: str
) -> tuple[str, ...]:
    """Name each encounter, event, offer, cost and exhibit that the letter does not tell.

    “#3 call, 12 Jan 2026: on hold”, “Exhibit 2: bill.pdf”; in the order of the log. What the
    person's own words tell in other words is not listed.
    """
    told = used.union(f"#{seq}" for seq in plan.told)
    return tuple(_logged(case, told, words, locale))


def _logged(case: Case, told: set[str], words: Words, locale: str) -> Iterator[str]:
    names = words["logged"]
    dated: list[tuple[int, str, date | Moment, str]] = [
        (
            call.seq,
            names[call.channel.value],
            call.moment,
            call.said or call.quote or ("" if call.reached else names["unreached"]),
        )
        for call in case.encounters
    ]
    for name, facts in (("event", case.events), ("offer", case.offers), ("cost", case.costs)):
        dated.extend((fact.seq, names[name], fact.on, fact.what) for fact in facts)
    for seq, name, day, text in sorted(dated, key=itemgetter(0)):
        if f"#{seq}" not in told:
            glimpse = _glimpse(text)
            when = short_date(day, locale, words)
            yield f"#{seq} {name}, {when}{': ' if glimpse else ''}{glimpse}"
    private = {note.entry_id for note in case.notes}
    for exhibit in case.exhibits:
        source = f"Exhibit {exhibit.number}"
        if source not in told:
            owners = set(exhibit.belongs_to)
            why = names["private"] if owners and owners <= private else ""
            yield f"{source}: {_glimpse(exhibit.title or exhibit.name)}{why}"


def _glimpse(text: str) -> str:
    line = " ".join(clean(text).split())
    return line if len(line) <= GLIMPSE else f"{line[:GLIMPSE].rsplit(' ', 1)[0].rstrip(',;')} …"
