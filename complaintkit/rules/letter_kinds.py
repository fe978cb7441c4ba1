"""Which kinds of letter are there, for whom, and what can each not do without?"""

from collections.abc import Collection
from dataclasses import dataclass

from complaintkit.errors import FactMissing, WrongUsage

COMPLAINT = ("name", "reach", "company", "problem", "want")
ANSWER_DAYS = 14  # usual in advice letters: at least two weeks (EU form, Citizens Advice, Which?)
REMINDER_DAYS = 7  # complaintkit's own default: facts/clocks.md, state S6
CORRECTION_DAYS = 7  # complaintkit's own default, for a misunderstanding about a call
MOST_WORDS = 400  # of body, except where a kind may take more than a page: DESIGN.md, “Letters”
RECORDS_DAYS = 30  # where no sourced right gives a time


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """What sets one kind of letter apart. Which block it holds: facts/letters.md, section 1a.

    `audience` is who reads it inside the company. `days` is the usual time to answer (0: the
    letter asks for no date); `asks` says that the person's own answer time counts. `parties`
    are the roles of those to whom it goes instead of the company. `uses` are the purposes for
    which a right may be named. A `formal` letter says how it is sent. `one_page`: at most that.
    `encloses`: copies of the exhibits go with it. `tells_promises`: broken promises are told in
    sentences, not in the table of contacts. `shows`: in which ways the contacts are listed.
    `names_body`: it says that a body outside the company will be asked.
    """

    name: str
    audience: str = "complaints"
    requires: tuple[str, ...] = COMPLAINT
    days: int = ANSWER_DAYS
    asks: bool = True
    parties: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    formal: bool = True
    one_page: bool = True
    encloses: bool = True
    tells_promises: bool = True
    shows: tuple[str, ...] = ("contacts",)
    names_body: bool = False


_CLAIMS = ("faulty-goods", "late-delivery", "flight", "bank-error")
"""What a complaint to the company may rest on."""

_CARD = ("card-issuer", "card issuer", "bank", "payment-provider", "lender")
BODIES = ("agency", "ombudsman", "regulator", "authority", "mediator", "consumer-centre")
_BUREAUS = ("credit-bureau", "credit bureau", "credit-reference-agency", "furnisher")
_COLLECTORS = ("debt-collector", "debt collector", "collector")

_ALL = (
    LetterKind(name="first", formal=False),
    LetterKind(
        name="manager",
        audience="manager",
        requires=(*COMPLAINT, "contact"),
        formal=False,
        names_body=True,
    ),
    LetterKind(
        name="head-of-service",
        audience="head-of-service",
        requires=(*COMPLAINT, "contact"),
        formal=False,
        uses=_CLAIMS,
        names_body=True,
    ),
    LetterKind(name="ceo", audience="head", uses=_CLAIMS, names_body=True),
    LetterKind(
        name="reminder",
        audience="as-before",
        requires=(*COMPLAINT, "letter"),
        encloses=False,
        days=REMINDER_DAYS,
        asks=False,
        shows=(),
        names_body=True,
    ),
    LetterKind(name="counter-offer", requires=(*COMPLAINT, "offer")),
    LetterKind(name="accept", requires=(*COMPLAINT, "offer", "terms"), encloses=False, shows=()),
    LetterKind(
        name="final-notice",
        audience="head",
        requires=(*COMPLAINT, "contact"),
        uses=("final-notice", *_CLAIMS),
        one_page=False,
    ),
    LetterKind(
        name="agency",
        audience="body",
        requires=(*COMPLAINT, "party"),
        days=0,
        parties=BODIES,
        one_page=False,
        shows=("chronology",),
    ),
    LetterKind(
        name="card-dispute",
        audience="card",
        requires=("name", "reach", "company", "problem", "party", "charge"),
        days=0,
        parties=_CARD,
        sectors=("bank",),
        uses=("card-dispute",),
    ),
    LetterKind(
        name="thanks",
        audience="manager",
        requires=("name", "company", "person"),
        encloses=False,
        days=0,
        formal=False,
        shows=(),
    ),
    LetterKind(
        name="records",
        audience="records",
        requires=("name", "reach", "company"),
        encloses=False,
        days=RECORDS_DAYS,
        asks=False,
        uses=("records",),
        shows=("talks",),
    ),
    LetterKind(
        name="cancel",
        requires=("name", "reach", "company", "bought"),
        encloses=False,
        asks=False,
        uses=("cancel",),
        shows=(),
    ),
    LetterKind(
        name="confirm-call",
        audience="as-spoken",
        requires=("name", "company", "call"),
        encloses=False,
        days=CORRECTION_DAYS,
        asks=False,
        formal=False,
        shows=(),
    ),
    LetterKind(
        name="credit-report",
        audience="disputes",
        requires=(*COMPLAINT, "party"),
        days=RECORDS_DAYS,
        asks=False,
        parties=_BUREAUS,
        sectors=("credit-reporting",),
        uses=("credit-report",),
        tells_promises=False,
    ),
    LetterKind(
        name="debt",
        requires=("name", "reach", "company", "problem"),
        days=RECORDS_DAYS,
        asks=False,
        parties=_COLLECTORS,
        sectors=("debt-collector",),
        uses=("debt",),
        tells_promises=False,
    ),
)
KINDS = {kind.name: kind for kind in _ALL}

MAY_BE_LONG = frozenset(kind.name for kind in _ALL if not kind.one_page)

TRANSLATED = (
    "first",
    "manager",
    "ceo",
    "reminder",
    "final-notice",
    "thanks",
    "cancel",
    "agency",
)
LANGUAGES: dict[str, tuple[str, ...]] = {
    "en": tuple(KINDS),
    "es": TRANSLATED,
    "fr": TRANSLATED,
    "de": TRANSLATED,
}


def language_for(kind: str, wanted: str, own: str) -> str:
    """Return the language of a letter: as wanted, else that of the person's own words.

    English where there is none of that kind in their language. Raises WrongUsage for a wanted
    language in which there is none.
    """
    if not wanted:
        return own if kind in LANGUAGES.get(own, ()) else "en"
    language = wanted.strip().casefold()
    if kind in LANGUAGES.get(language, ()):
        return language
    letter_kind(kind)
    there = [name for name, kinds in LANGUAGES.items() if kind in kinds]
    raise WrongUsage(
        f"There is no letter of the kind “{kind}” in the language “{wanted}”.",
        fix=f"Use --language with one of: {', '.join(there)}.",
    )


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
        "at least one contact with the company before it goes higher",
        "complaintkit log --said '…'",
    ),
    "letter": ("a letter that was sent and asked for an answer", "complaintkit sent 1 --via post"),
    "offer": ("an offer of the company", "complaintkit offer '…' --amount 50"),
    "terms": (
        "whether the offer settles everything or a part",
        "complaintkit offer N --full",
    ),
    "party": ("the body that it goes to", "complaintkit party 'NAME' --role …"),
    "charge": (
        "the payment: its day and its sum",
        "complaintkit event 'payment taken' --on 2026-03-09 --amount 84.20",
    ),
    "person": ("the person you want to thank", "complaintkit log --with 'NAME' --said '…'"),
    "bought": ("what you bought or ordered", "complaintkit company --bought '…'"),
    "call": ("a call or a visit in which somebody spoke to you", "complaintkit log --said '…'"),
}


def letter_kind(name: str) -> LetterKind:
    """Return the kind of that name, or raise WrongUsage naming those there are."""
    if name in KINDS:
        return KINDS[name]
    from difflib import get_close_matches

    near = get_close_matches(name, KINDS, n=1)
    meant = f"Did you mean “{near[0]}”? " if near else ""
    raise WrongUsage(
        f"There is no letter of the kind “{name}”.",
        fix=f"{meant}There are: {', '.join(KINDS)}.",
    )


def refuse_if_missing(letter: LetterKind, there: Collection[str]) -> None:
    """Raise FactMissing, naming every missing fact at once and the commands that supply them."""
    missing = [fact for fact in letter.requires if fact not in there]
    if not missing:
        return
    lacks = [LACKS[fact][0] for fact in missing]
    commands = [f"`{command_for(fact, letter)}`" for fact in missing]
    listed = " and ".join(filter(None, ("; ".join(lacks[:-1]), lacks[-1])))
    raise FactMissing(
        f"This letter still needs {listed}.",
        fix=f"Run {', then '.join(commands)}.",
    )


def command_for(fact: str, letter: LetterKind) -> str:
    """Return the command that supplies a missing fact for a letter of this kind."""
    role = letter.parties[0] if letter.parties else ""
    return LACKS[fact][1].replace("--role …", f"--role {role}")
