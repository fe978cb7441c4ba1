"""Which kinds of letter are there, for whom, and what can each not do without?"""

from dataclasses import dataclass

from complaintkit.errors import FactMissing, WrongUsage
from complaintkit.model.case import Case
from complaintkit.model.people import Contact

ALWAYS = ("name", "reach", "company", "problem", "want")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """What sets one kind of letter apart: its reader and the facts it cannot do without."""

    name: str
    audience: str
    requires: tuple[str, ...] = ALWAYS


KINDS = {
    kind.name: kind
    for kind in (
        LetterKind(name="first", audience="complaints"),
        LetterKind(name="manager", audience="manager", requires=(*ALWAYS, "contact")),
        LetterKind(name="ceo", audience="head"),
    )
}

# What is missing, in words, and the command that supplies it.
LACKS = {
    "name": ("your name", "complaintkit profile --name '…'"),
    "reach": (
        "one way to reach you (an address, an e-mail address or a telephone number)",
        "complaintkit profile --email '…'",
    ),
    "company": ("the name of the company", "complaintkit company --name '…'"),
    "problem": ("the problem in your own words", "complaintkit company --problem '…'"),
    "want": ("what you want the company to do", "complaintkit company --want '…'"),
    "contact": (
        "at least one contact with the company before it goes to a manager",
        "complaintkit log --said '…'",
    ),
}


def letter_kind(name: str) -> LetterKind:
    """Return the kind of that name, or raise WrongUsage naming those there are."""
    if name in KINDS:
        return KINDS[name]
    raise WrongUsage(
        f"There is no letter of the kind “{name}”.",
        fix=f"Use one of: {', '.join(KINDS)}.",
    )


def missing_facts(letter: LetterKind, case: Case, consumer: Contact) -> list[str]:
    """Return the names of required facts that are not there, in the order of a letter."""
    there = {
        "name": consumer.name.strip(),
        "reach": any(consumer.address) or consumer.email.strip() or consumer.phone.strip(),
        "company": case.company.name.strip(),
        "problem": case.problem.strip(),
        "want": case.resolution.want.strip(),
        "contact": case.encounters or case.letters,
    }
    return [fact for fact in letter.requires if not there[fact]]


def refuse_if_missing(letter: LetterKind, case: Case, consumer: Contact) -> None:
    """Raise FactMissing, naming every missing fact at once and the commands that supply them."""
    missing = missing_facts(letter, case, consumer)
    if not missing:
        return
    lacks = [LACKS[fact][0] for fact in missing]
    commands = [f"`{LACKS[fact][1]}`" for fact in missing]
    listed = " and ".join(filter(None, ("; ".join(lacks[:-1]), lacks[-1])))
    raise FactMissing(
        f"This letter still needs {listed}.",
        fix=f"Run {', then '.join(commands)}.",
    )
