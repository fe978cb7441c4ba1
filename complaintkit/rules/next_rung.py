"""Which rung of the ladder comes after those that were tried?"""

from dataclasses import dataclass
from datetime import date

from complaintkit.model.summary import Rung, Summary
from complaintkit.rules import turns


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRung:
    """The rung to take: the step, the letter where one is due, and the action's key."""

    step_id: str
    action: str
    letter: str = ""


def next_rung(summary: Summary) -> NextRung:
    """Return the rung after the highest one that was tried.

    Front line → manager → written complaint → chief executive → outside body → final notice
    and court. Whoever
    could not be reached at all is written to, because a manager is no easier to reach.
    """
    written = dict(summary.written)
    reached = any(tried.first_on for tried in summary.rungs)
    top = turns.top_rung(summary)
    if summary.seen("body-decided"):
        return _outside_rung(summary, written)
    if top is Rung.NONE:
        return _first_rung(summary)
    if not reached and not written:
        return NextRung(step_id="head-of-service", action="do-head-of-service", letter="first")
    if top is Rung.FRONT_LINE:
        if written:
            return NextRung(step_id="manager", action="do-manager-letter", letter="manager")
        return NextRung(step_id="manager", action="do-manager")
    if top is Rung.MANAGER or (top is Rung.HEAD_OF_SERVICE and not written):
        return NextRung(
            step_id="head-of-service", action="do-head-of-service", letter="head-of-service"
        )
    if top is Rung.HEAD_OF_SERVICE or (top is Rung.CEO and "ceo" not in written):
        action = "do-ceo-named" if summary.head else "do-ceo"
        return NextRung(step_id="ceo", action=action, letter="ceo")
    return _outside_rung(summary, written)


def _outside_rung(summary: Summary, written: dict[str, date]) -> NextRung:
    if "final-notice" in written:
        return NextRung(step_id="final-notice", action="do-court")
    if "agency" in written or summary.seen("body-decided"):
        return NextRung(step_id="final-notice", action="do-final-notice", letter="final-notice")
    return NextRung(step_id="outside", action="do-outside")


def _first_rung(summary: Summary) -> NextRung:
    if any(tried.missed for tried in summary.rungs):
        return NextRung(step_id="front-line", action="do-try-again")
    if summary.has_resolution:
        return NextRung(step_id="front-line", action="do-front-line")
    return NextRung(step_id="prepare", action="do-prepare")
