"""To whom does a letter go: somebody at the company, or another party?"""

from collections.abc import Iterable
from dataclasses import dataclass

from complaintkit.errors import WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.letter import Choices
from complaintkit.model.people import Officer, Party
from complaintkit.rules.letter_focus import Focus
from complaintkit.rules.letter_kinds import KINDS, LetterKind

AS_BEFORE, AS_SPOKEN, HEAD = "as-before", "as-spoken", "head"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who gets a letter.

    `office` names an audience in `words`, for where no person is known. `is_company`: it is
    the company of the dispute, so that the letter says “you” of it.
    """

    organisation: str
    office: str
    person: Officer | None = None
    address: tuple[str, ...] = ()
    email: str = ""
    country: str = ""
    is_company: bool = True
    source: str = "#1"


def addressee_of(kind: LetterKind, case: Case, focus: Focus, choices: Choices) -> Addressee | None:
    """Return to whom the letter goes; None where it goes to a party that the case lacks.

    Raises WrongUsage for a chosen party that is not in the case.
    """
    party = _party(kind, case, choices)
    if party:
        return Addressee(
            organisation=party.name,
            office=kind.audience if kind.parties else "party",
            address=party.address,
            email=party.email,
            is_company=False,
        )
    if kind.parties and case.sector not in kind.sectors and "party" in kind.requires:
        return None
    return _at_company(kind, case, focus)


def _at_company(kind: LetterKind, case: Case, focus: Focus) -> Addressee:
    company, office, person, source = case.company, kind.audience, None, "#1"
    if office == AS_BEFORE:
        before = KINDS.get(focus.letter.kind) if focus.letter else None
        office = before.audience if before else "complaints"
        office = "complaints" if office in (AS_BEFORE, AS_SPOKEN) else office
    if office == AS_SPOKEN:
        office = "complaints"
        if focus.call and focus.call.representative and focus.call.representative.name.strip():
            person = Officer(name=focus.call.representative.name)
            source = f"#{focus.call.seq}"
    if office == HEAD:
        person = company.head if company.head and company.head.name.strip() else None
    return Addressee(
        organisation=company.name,
        office=office,
        person=person,
        address=company.address,
        email=company.email,
        country=company.country,
        source=source,
    )


def _party(kind: LetterKind, case: Case, choices: Choices) -> Party | None:
    """Return the party chosen by name or role, else the first with a role of this kind."""
    named = [party for party in case.parties if party.name.strip()]
    wanted = choices.party.strip().casefold()
    if not wanted:
        return _first(party for party in named if party.role.strip().casefold() in kind.parties)
    if wanted in case.company.name.casefold():
        return None
    for party in named:
        if wanted in party.name.casefold() or wanted == party.role.strip().casefold():
            return party
    names = "; ".join(party.name for party in named)
    raise WrongUsage(
        f"There is no party “{choices.party.strip()}” in this case.",
        fix=f"Those there are: {names}." if names else "Add one: `complaintkit party 'NAME'`.",
    )


def _first(found: Iterable[Party]) -> Party | None:
    return next(iter(found), None)
