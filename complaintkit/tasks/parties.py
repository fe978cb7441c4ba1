"""How does another party come into a case: a bank, a card issuer, an agency?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from complaintkit.errors import AnswerMissing, WrongUsage
from complaintkit.model.entry import Recording
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.words import clean
from complaintkit.store.journal import Log
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.opening import over_opening
from complaintkit.tasks.recording import Recorded

_ID = re.compile(r"[a-z]{2}(-[a-z0-9]+)+")
"""How the id of a body outside the company looks, such as us-fcc."""
BODY = "agency"
"""The role of a body outside the company."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyParty:
    """A body outside the company as a party: where it is written to, and how far that is sure.

    The name is the one it bears at home, which stands on the envelope.
    `page` is the one to open before something is posted; "" where the person did so lately.
    """

    name: str
    address: tuple[str, ...]
    email: str
    page: str


def body_party(log: Log, typed: str, *, today: date) -> BodyParty | None:
    """Return the body with that id as a party; None where the name is no id of a body.

    Raises CaseFileFaulty and FileUnusable for packs of the person's own.
    """
    from complaintkit.rules.trust import Trust
    from complaintkit.tasks.agencies import body

    if not _ID.fullmatch(typed.strip()):
        return None
    try:
        found = body(log, typed.strip(), today=today)
    except WrongUsage:
        return None
    known = found.agency
    is_sure = all(found.trust[fact].trust is Trust.GREEN for fact in ("post", "email"))
    name = known.name_local or known.name
    return BodyParty(
        name=name,
        address=tuple(line for line in known.post if line.casefold() != name.casefold()),
        email=known.email,
        page="" if is_sure else known.page,
    )


def add_party(
    log: Log,
    case: str | None,
    name: str,
    recording: Recording,
    *,
    role: str | None = None,
    address: Sequence[str] = (),
    email: str | None = None,
) -> Recorded:
    """Add a party to the case, or add to what is known of the party of that name.

    Raises AnswerMissing where nothing new is said of a party that is there.
    """
    loaded = load_case(log, case)
    parties = loaded.case.parties
    wanted = clean(name, "name")
    known = [at for at, one in enumerate(parties) if one.name.casefold() == wanted.casefold()]
    place = known[0] if known else len(parties)
    plain: Plain = {} if known else {"name": wanted}
    if role is not None:
        plain["role"] = clean(role, "role")
    if address:
        plain["address"] = [clean(line, "address") for line in address]
    if email is not None:
        plain["email"] = clean(email, "e-mail address")
    if not plain:
        raise AnswerMissing(
            f"“{wanted}” is in this case already.",
            fix="Say what is new, such as --address '…' or --role bank.",
        )
    fields = {f"set.parties.{place}.{path}": text for path, text in flatten(plain).items()}
    if known and address:
        fields["unset.0"] = f"parties.{place}.address"
    return over_opening(log, loaded.row, fields, recording)
