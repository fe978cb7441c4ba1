"""Which logged facts does a letter leave out?"""

from collections.abc import Iterator

from complaintkit.model.case import Case
from complaintkit.render.phrases import Words, date_text
from complaintkit.render.trace import clean


def unused_facts(case: Case, used: set[str], words: Words, locale: str) -> tuple[str, ...]:
    """Name each encounter, event, offer, cost and exhibit of which nothing is printed.

    “#3 call on 12 January 2026”, “Exhibit 2: bill.pdf”; in the order of the log.
    """
    return tuple(
        text for source, text in _logged(case, words["logged"], locale) if source not in used
    )


def _logged(case: Case, names: dict[str, str], locale: str) -> Iterator[tuple[str, str]]:
    dated = [
        (call.seq, names[call.channel.value], date_text(call.moment, locale))
        for call in case.encounters
    ]
    for name, facts in (("event", case.events), ("offer", case.offers), ("cost", case.costs)):
        dated.extend((fact.seq, names[name], date_text(fact.on, locale)) for fact in facts)
    for seq, name, day in sorted(dated):
        yield f"#{seq}", f"#{seq} {name} on {day}"
    for exhibit in case.exhibits:
        source = f"Exhibit {exhibit.number}"
        yield source, f"{source}: {' '.join(clean(exhibit.title or exhibit.name).split())}"
