"""Which rung of the company does a contact or a letter belong to?"""

from complaintkit.model.encounter import Representative
from complaintkit.model.summary import Rung

# A role is matched by whole words. The order matters: “managing director” is the head of
# the company, “complaints manager” the complaints team, “account manager” the front line.
_FRONT_LINE = (
    "account manager",
    "relationship manager",
    "case manager",
    "project manager",
    "success manager",
    "service executive",
    "care executive",
    "sales executive",
    "account executive",
)
_CEO = (
    "chief executive",
    "chief executive officer",
    "ceo",
    "managing director",
    "executive office",
    "office of the president",
    "executive team",
    "executive resolution",
    "executive relations",
    "executive complaints",
    "executive customer relations",
    "chairman",
    "chairwoman",
    "chair of the board",
    "owner",
    "proprietor",
)
_HEAD_OF_SERVICE = (
    "head of",
    "head",
    "director",
    "vice president",
    "vp",
    "chief",
    "customer relations",
    "customer resolution",
    "corporate care",
    "complaint",
    "complaints",
    "grievance",
    "grievances",
)
_MANAGER = (
    "manager",
    "supervisor",
    "team leader",
    "team lead",
    "shift leader",
    "shift lead",
    "duty lead",
)

LETTER_RUNGS = {
    "first": Rung.FRONT_LINE,
    "manager": Rung.HEAD_OF_SERVICE,
    "head-of-service": Rung.HEAD_OF_SERVICE,
    "ceo": Rung.CEO,
    "final-notice": Rung.OUTSIDE,
    "agency": Rung.OUTSIDE,
}
"""The rung a letter kind reaches. The manager's letter is a formal written complaint
(facts/clocks.md, S4: K1/K2), so it stands with the letter to the head of service.
Kinds not named here do not climb."""

ASKING = (
    *("first", "manager", "head-of-service", "ceo"),
    *("reminder", "counter-offer", "final-notice"),
)
"""Letters about the matter itself: those a reminder can be about."""

TO_OTHERS = frozenset({"card-dispute", "credit-report"})
"""Letters to somebody else than the company: they tell it nothing, and its answers are none."""

NEEDS_NO_ANSWER = frozenset({"thanks", "accept"})

REPLIES = (
    "holding",
    "ask-the-maker",
    "policy",
    "voucher",
    "part-offer",
    "asks-for-id",
    "denies-contact",
    "transferred",
    "final-refusal",
    "agrees",
    "other",
)
"""What a company's answer can be (`data/replies.yaml`); each is a tag of the encounter."""

REFUSALS = frozenset(
    {
        "refused",
        "refusal",
        "final-refusal",
        "denied",
        "denial",
        "denial of responsibility",
        "policy",
        "ask-the-maker",
        "transferred",
    }
)


def rung_of(representative: Representative | None) -> Rung:
    """Return the rung that the words of a role stand for; front line when they say nothing.

    A name such as “Jane, supervisor” is read for its second part when no role was given.
    """
    if representative is None:
        return Rung.FRONT_LINE
    role = representative.role or representative.name.partition(",")[2]
    words = f" {' '.join(_words(role))} "
    for phrases, rung in (
        (_FRONT_LINE, Rung.FRONT_LINE),
        (_CEO, Rung.CEO),
        (_HEAD_OF_SERVICE, Rung.HEAD_OF_SERVICE),
        (_MANAGER, Rung.MANAGER),
    ):
        if any(f" {phrase} " in words for phrase in phrases):
            return rung
    return Rung.CEO if " president " in words else Rung.FRONT_LINE


def _words(text: str) -> list[str]:
    """Split into lower-case words; a hyphen or an apostrophe counts as a space."""
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()
