"""Which body outside the company may a letter about a case name?"""

from datetime import date
from typing import TYPE_CHECKING

from complaintkit.errors import CaseFileFaulty, FileUnusable
from complaintkit.model.case import Case
from complaintkit.model.letter import Letter, NamedBody, Paragraph
from complaintkit.rules.letter_kinds import KINDS
from complaintkit.store.journal import Log

if TYPE_CHECKING:
    from complaintkit.model.summary import Summary
    from complaintkit.rules.routing import Route


def body_for(log: Log, case: Case, *, today: date) -> NamedBody | None:
    """Return the body that a letter may name. Raises StoreProblem for shipped packs."""
    from complaintkit.rules.letter_body import body_to_name
    from complaintkit.store.days_off import days_off
    from complaintkit.tasks.agencies import checks

    summary, ways = _ways(log, case)
    off = days_off(summary.country, summary.region)
    return body_to_name(ways, summary, checks=checks(log), today=today, off=off)


def body_to_look_up(log: Log, case: Case, letter: Letter) -> str:
    """Return the id of the nearest body that a letter could name once its page was looked at.

    "" where the letter speaks of no body, names one already, or none is known.
    """
    from complaintkit.rules.letter_body import settling

    known = KINDS.get(letter.kind)
    if known is None or not known.names_body or _names_one(letter):
        return ""
    _, ways = _ways(log, case)
    return next((agency.id for agency in settling(ways)), "")


def _names_one(letter: Letter) -> bool:
    texts = [block.runs for block in letter.body if isinstance(block, Paragraph)]
    return any(run.source.startswith("agency ") for runs in texts for run in runs)


def _ways(log: Log, case: Case) -> "tuple[Summary, tuple[Route, ...]]":
    from complaintkit.rules.outside import place_of
    from complaintkit.rules.routing import routes
    from complaintkit.rules.summary import summarise
    from complaintkit.store.agencies import agencies_in
    from complaintkit.tasks.agencies import known_at

    summary = summarise(case)
    place = place_of(summary)
    try:
        known = known_at(log, place)
    except (CaseFileFaulty, FileUnusable):
        # A faulty pack of the person's own stops no letter; `agencies` tells its faults.
        known = agencies_in(place.country, place.region) if place.country else ()
    return summary, routes(known, place)
