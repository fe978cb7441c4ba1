"""How does another party come into a case: a bank, a card issuer, an agency?"""

from collections.abc import Sequence

from complaintkit.errors import AnswerMissing
from complaintkit.model.entry import Recording
from complaintkit.rules.shape import Plain, flatten
from complaintkit.rules.words import clean
from complaintkit.store.journal import Log
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.opening import over_opening
from complaintkit.tasks.recording import Recorded


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
