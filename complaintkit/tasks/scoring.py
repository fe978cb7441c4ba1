"""How did a company do: in one case, or in all that one had with it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from complaintkit.errors import AnswerMissing, CaseNotFound, WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.score import Passage, Scorecard
from complaintkit.rules.replay import replay
from complaintkit.rules.score import score_case
from complaintkit.rules.scorecard import passages, scorecard
from complaintkit.rules.summary_json import summary_from_json
from complaintkit.store.journal import CaseRow, Log
from complaintkit.tasks.cases import find_case

NAMED = 8  # companies named where several could be meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A scorecard, and what passed between the two sides where it is of one case alone."""

    card: Scorecard
    found: tuple[Passage, ...] = ()


def score(log: Log, company: str | None, *, case: str | None = None, today: date) -> Scored:
    """Return how a company did in its cases, or how it did in one case.

    `company` is the name or a part of it, in any case; None: the only one there is. Raises
    WrongUsage where several could be meant, CaseNotFound where none is known by that name.
    """
    if case is not None:
        if company:
            raise WrongUsage(
                "A company and a case cannot both be named.",
                fix="Leave out the company for one case, or --case for all of them.",
            )
        return _scored(log, [find_case(log, case)], today)
    names = companies(log)
    return _scored(log, names[_meant(list(names), company, log)], today)


def companies(log: Log) -> dict[str, list[CaseRow]]:
    """Return the cases of each company, closed ones too, by its name as one of them has it."""
    found: dict[str, tuple[str, list[CaseRow]]] = {}
    for row in log.cases():
        name = _company(log, row)
        key = name.casefold()
        found[key] = (name, [*found.get(key, ("", []))[1], row])
    return dict(found[key] for key in sorted(found))


def picture(scored: Scored, *, width: int, last: int = 0) -> str:
    """Return a scorecard as text, `width` characters wide at most."""
    from complaintkit.render.score_text import score_text
    from complaintkit.store.reference import score_words

    return score_text(scored.card, score_words(), found=scored.found, width=width, last=last)


def picture_of(case: Case, *, today: date) -> str:
    """Return the scorecard of a case as a page of its own, for a pack."""
    from complaintkit.render.score_text import score_text
    from complaintkit.render.score_words import for_others
    from complaintkit.store.reference import score_words

    scored = _of_cases([case], today)
    return score_text(scored.card, for_others(score_words()), found=scored.found)


def _scored(log: Log, rows: Sequence[CaseRow], today: date) -> Scored:
    return _of_cases([replay(log.entries(row.case_id)) for row in rows], today)


def _of_cases(cases: Sequence[Case], today: date) -> Scored:
    card = scorecard(cases[0].company.name, [score_case(case, today=today) for case in cases])
    return Scored(card=card, found=passages(cases[0], today=today) if len(cases) == 1 else ())


def _company(log: Log, row: CaseRow) -> str:
    summary = summary_from_json(row.summary)
    if summary is None:
        return " ".join(replay(log.entries(row.case_id)).company.name.split())
    return summary.company


def _meant(names: Sequence[str], typed: str | None, log: Log) -> str:
    """Return the one company that is meant."""
    if not names:
        raise CaseNotFound("There is no case yet.", fix="Run `complaintkit open` to begin one.")
    wanted = " ".join((typed or "").casefold().split())
    exact = [name for name in names if name.casefold() == wanted]
    near = exact or [name for name in names if wanted in name.casefold()]
    if len(near) == 1:
        return near[0]
    listed = "; ".join(near[:NAMED])
    more = f"; and {len(near) - NAMED} more" if len(near) > NAMED else ""
    if not wanted:
        raise AnswerMissing(
            f"Which company is meant? There are several: {listed}{more}.",
            fix="Name it: `complaintkit score COMPANY`; or one case with --case NAME.",
        )
    if near:
        raise WrongUsage(
            f"Several companies have “{typed}” in their name: {listed}{more}.",
            fix="Give more of the name.",
        )
    raise _unknown(typed or "", wanted, names, log)


def _unknown(typed: str, wanted: str, names: Sequence[str], log: Log) -> CaseNotFound:
    """Return the refusal of a name that no company has, with the way out."""
    from difflib import get_close_matches

    problem = f"You have no case with a company called “{typed}”."
    called = next((row.name for row in log.cases() if row.name.casefold() == wanted), "")
    if called:
        from complaintkit.rules.sentences import quoted

        fix = f"A case is called so: `complaintkit score --case {quoted(called)}`."
        return CaseNotFound(problem, fix=fix)
    close = get_close_matches(wanted, [name.casefold() for name in names], n=1)
    meant = next((f"Did you mean “{name}”? " for name in names if name.casefold() in close), "")
    listed = "; ".join(names[:NAMED])
    return CaseNotFound(problem, fix=f"{meant}Your companies: {listed}.")
