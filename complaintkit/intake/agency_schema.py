"""Which keys does a pack of bodies outside the company have?

Every leaf is text and stays text. What each key means: complaintkit/data/agencies/README.md.
"""

import re
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from complaintkit.intake.case_values import did_you_mean
from complaintkit.rules.routing import FACTS
from complaintkit.rules.sectors import SECTORS

ROLES = ("decides", "mediates", "regulates", "report-only", "advice-only", "court")
SAID = (
    *("name", "page", "form", "phone", "short_code", "email", "post", "takes", "role", "first"),
    *("last_day", "fee", "member", "limits", "public", "wants", "answers", "status", "excludes"),
    *("hours", "phone_note"),
)
"""The keys that a source may say."""

OFFICIAL = ("own", "government", "regulator", "law")
WITNESSES = ("copy", "press")


def _one_of(*words: str) -> AfterValidator:
    def check(text: str) -> str:
        if text not in words:
            raise ValueError(f"is none of {', '.join(words)}{did_you_mean(text, words)}")
        return text

    return AfterValidator(check)


def _shape(pattern: str, sentence: str) -> AfterValidator:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(sentence)
        return text

    return AfterValidator(check)


def _day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError("is no day such as 2026-11-26") from None
    return text


def _page(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme != "https" or "." not in parts.netloc:
        raise ValueError("is no address that begins with https://")
    return text


def _where(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or "." not in parts.netloc:
        raise ValueError("is no address of a page")
    return text


def _facts(when: dict[str, str]) -> dict[str, str]:
    for fact, answer in when.items():
        if answer not in FACTS.get(fact, ()):
            raise ValueError(f"names {fact} “{answer}”, which is none of the known facts")
    return when


Day = Annotated[str, AfterValidator(_day)]
Page = Annotated[str, AfterValidator(_page)]
Where = Annotated[str, AfterValidator(_where)]
Country = Annotated[str, _shape("[A-Z]{2}", "is no code of a country such as US")]
Region = Annotated[str, _shape("[A-Z]{2}-[A-Z0-9]{1,3}", "is no code of a region such as US-OH")]
Sector = Annotated[str, _one_of(*SECTORS)]
Number = Annotated[str, _shape("[1-9][0-9]{0,6}", "is no whole number")]
Phone = Annotated[str, _shape(r"\+[1-9][0-9]{6,14}", "is no number such as +18554112372")]
ShortCode = Annotated[str, _shape("[0-9]{3,6}", "is no short number such as 1915")]
Email = Annotated[str, _shape(r"[^@\s]+@[^@\s]+\.[^@\s]+", "is no e-mail address")]
Unit = Annotated[str, _one_of("days", "working-days", "weeks", "months")]


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class TakesKeys(_Group):
    """What a body takes."""

    why: str
    sectors: list[Sector] | None = None
    not_sectors: list[Sector] | None = None
    when: Annotated[dict[str, str], AfterValidator(_facts)] | None = None


class WaitKeys(_Group):
    """How long the company has."""

    length: Number
    unit: Unit
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class FirstKeys(_Group):
    """What must have happened."""

    after: Annotated[str, _one_of("nothing", "contact", "complaint", "written", "final")]
    wait: list[WaitKeys] | None = None
    opened_by: list[Annotated[str, _one_of("deadlock", "final-response")]] | None = Field(
        default=None, alias="or"
    )
    needs: list[str] | None = None


class LastDayKeys(_Group):
    """Until when a body may be asked."""

    length: Number
    unit: Unit
    after: Annotated[str, _one_of("final-response", "complaint", "event")]


class LimitsKeys(_Group):
    """How much a form takes."""

    characters: Number | None = None
    files: Number | None = None
    megabytes: Number | None = None
    formats: list[str] | None = None


class SourceKeys(_Group):
    """Where facts were read."""

    url: Where
    by: Annotated[str, _one_of(*OFFICIAL, *WITNESSES)]
    facts: list[Annotated[str, _one_of(*SAID)]] = Field(alias="for")
    dated: Day | None = None
    live: Day | None = None
    checked: Day


class BodyKeys(_Group):
    """One body."""

    id: Annotated[str, _shape("[a-z]{2}(-[a-z0-9]+)+", "is no id such as us-oh-ag")]
    name: str
    name_local: str | None = None
    called: str | None = None
    aliases: list[str] | None = None
    former_names: list[str] | None = None
    countries: list[Country] | None = None
    regions: list[Region] | None = None
    role: Annotated[str, _one_of(*ROLES)]
    line: str
    takes: list[TakesKeys]
    excludes: str | None = None
    member: str | None = None
    fee: str | None = None
    page: Page | None = None
    form: Page | None = None
    phone: Phone | None = None
    short_code: ShortCode | None = None
    phone_note: str | None = None
    email: Email | None = None
    post: list[str] | None = None
    hours: str | None = None
    languages: list[str] | None = None
    first: FirstKeys | None = None
    last_day: LastDayKeys | None = None
    answers: str | None = None
    wants: list[str] | None = None
    limits: LimitsKeys | None = None
    public: str | None = None
    status: Annotated[str, _one_of("open", "closed", "renamed", "merged")] | None = None
    since: Day | None = None
    replaced_by: str | None = None
    sources: list[SourceKeys]


class PackKeys(_Group):
    """A whole pack."""

    country: Country | None = None
    bodies: list[BodyKeys]
