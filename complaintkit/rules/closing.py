"""What may have moved the company, and whom is there to thank?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from complaintkit.model.case import Case, SentLetter
from complaintkit.model.encounter import Encounter
from complaintkit.model.standing import PromiseState
from complaintkit.model.summary import Rung
from complaintkit.rules.ladder import NEEDS_NO_ANSWER, rung_of
from complaintkit.rules.letter_focus import by_day
from complaintkit.rules.letter_kinds import BODIES
from complaintkit.rules.promises import ledger
from complaintkit.rules.sentences import plain_date

MOST = 6
"""Talks and letters that are offered, the latest of them; the person can always name another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """One thing that may have moved it: in words, and the talk that it was, if it was one."""

    words: str
    talk: Encounter | None = None


def movers(case: Case, words: Mapping[str, str], *, today: date) -> tuple[Mover, ...]:
    """Return what may have moved the company, as far as the log shows, the latest first.

    That is a talk with a manager or somebody higher, a letter, an outside body in the case,
    and a promise that was not kept. `words` holds the pattern of each.
    """
    steps: list[Encounter | SentLetter] = [
        *(met for met in case.encounters if _is_high(met)),
        *(sent for sent in case.letters if sent.kind not in NEEDS_NO_ANSWER),
    ]
    latest = sorted(steps, key=by_day, reverse=True)[:MOST]
    bodies = [party for party in case.parties if party.role.strip().casefold() in BODIES]
    found = [_mover(step, words) for step in latest]
    found += [Mover(words=words["body"].format(name=party.name)) for party in bodies]
    lines = ledger(case.encounters, today=today)
    if any(line.state is PromiseState.BROKEN for line in lines):
        found.append(Mover(words=words["broken"]))
    return tuple(found)


def to_thank(case: Case) -> Encounter | None:
    """Return the talk with the person who helped: who moved it, else who kept a promise.

    The last one, where several did. None where no name is known, or nothing was settled.
    """
    outcome = case.outcome
    if outcome is None or outcome.result not in ("resolved", "part"):
        return None
    told = outcome.moved_by.casefold()
    named = sorted((met for met in case.encounters if met.reached and name_of(met)), key=by_day)
    moved = [met for met in named if name_of(met).casefold() in told]
    kept = [met for met in named if any(promise.kept for promise in met.promises)]
    helped = moved or kept
    return helped[-1] if helped else None


def name_of(met: Encounter) -> str:
    """Return the name of who spoke, or "" where only a role or nothing is known."""
    return met.representative.name.strip() if met.representative else ""


def _is_high(met: Encounter) -> bool:
    return met.reached and rung_of(met.representative) >= Rung.MANAGER


def _mover(step: Encounter | SentLetter, words: Mapping[str, str]) -> Mover:
    if isinstance(step, SentLetter):
        pattern = words.get(f"letter-{step.kind}", words["letter"])
        return Mover(words=pattern.format(on=plain_date(step.sent_on)))
    spoke = step.representative
    who = ", ".join(filter(None, (spoke.name, spoke.role))) if spoke else ""
    told = words["call"].format(who=who, on=plain_date(step.moment.on))
    return Mover(words=told, talk=step)
