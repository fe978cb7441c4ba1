"""Which body outside the company is it, what does it take, and who says so?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where facts about a body were read, from `data/agencies` (its README says more).

    `by` is own, government, regulator, law, copy or press; `facts` are the keys that it says.
    `dated` is the day the page gives itself, `live` the day on which the live page was opened,
    `checked` the day it was read, which may have been as a copy.
    """

    url: str
    by: str
    facts: tuple[str, ...]
    checked: date
    dated: date | None = None
    live: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How long the company has first, by the rule for complaints made from `since` to `until`."""

    length: int
    unit: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """What must have happened before a body takes a case.

    `after` is nothing, contact (the company was asked), complaint (told in any way), written or
    final (its last answer is there).
    `opened_by` are the events that open the way earlier (deadlock, final-response); `needs`
    further things in plain words.
    """

    after: str = "nothing"
    waits: tuple[Wait, ...] = ()
    opened_by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDay:
    """The last day on which a body may be asked: so long after an event."""

    length: int
    unit: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Takes:
    """What a body takes: no `sectors` means every one. `when` are facts that must hold."""

    why: str
    sectors: tuple[str, ...] = ()
    not_sectors: tuple[str, ...] = ()
    when: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLimits:
    """How much a body's form takes; 0 and () where that is not known."""

    characters: int = 0
    files: int = 0
    megabytes: int = 0
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A body outside the company: an ombudsman, a regulator, a consumer office, a court.

    What is not known is "" or (), and `first` None. `phone` is in international form (E.164),
    `phone_said` as people of the country write it. `called` is the name in a sentence. No
    `regions` means the whole of its `countries` (ISO 3166-1 and -2). `own_pack` is the file it
    comes from where the person added it.
    """

    id: str
    name: str
    called: str
    role: str
    line: str
    countries: tuple[str, ...]
    regions: tuple[str, ...] = ()
    takes: tuple[Takes, ...] = ()
    first: First | None = None
    last_day: LastDay | None = None
    name_local: str = ""
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    excludes: str = ""
    member: str = ""
    fee: str = ""
    page: str = ""
    form: str = ""
    phone: str = ""
    phone_said: str = ""
    short_code: str = ""
    phone_note: str = ""
    email: str = ""
    post: tuple[str, ...] = ()
    hours: str = ""
    languages: tuple[str, ...] = ()
    answers: str = ""
    wants: tuple[str, ...] = ()
    limits: FormLimits = FormLimits()
    public: str = ""
    status: str = "open"
    since: date | None = None
    replaced_by: str = ""
    sources: tuple[Source, ...] = ()
    own_pack: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it may be offered: not closed, renamed or merged into another."""
        return self.status == "open"

    @property
    def checked(self) -> date:
        """The day on which its sources were read last."""
        return max((source.checked for source in self.sources), default=date.min)

    def sources_of(self, fact: str) -> tuple[Source, ...]:
        """Return the sources that say a fact, by its key in the pack."""
        return tuple(source for source in self.sources if fact in source.facts)
