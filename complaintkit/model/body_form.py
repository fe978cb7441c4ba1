"""What does the complaint form of an outside body ask, and how is it filled from a case?"""

from dataclasses import dataclass
from datetime import date

from complaintkit.model.agency import Agency, FormLimits, Source
from complaintkit.model.standing import OutsideWay

NO_LIMITS = FormLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One question of a form, in the form's own words.

    `holds` says what of a case stands there (`rules.form_answers.HOLDS`). `characters`: at most so
    many, 0 where no limit is known. `choices` are the answers that the form offers.
    """

    label: str
    holds: str
    characters: int = 0
    required: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyForm:
    """The form of a body, from `data/forms` (its README says more).

    `seen`: “form” where its own questions were read, “page” where the body only says what it
    wants to know, “usual” for what such forms usually ask. `is_published`: what is written
    there can be read by everybody. `one_file`: everything is attached as one file.
    """

    id: str
    seen: str
    way: str = ""
    opens: str = ""
    before: str = ""
    once: str = ""
    attach: str = ""
    public: str = ""
    sign: str = ""
    is_published: bool = False
    one_file: bool = False
    limits: FormLimits = NO_LIMITS
    fields: tuple[FormField, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def checked(self) -> date | None:
        """The day on which its questions were read."""
        return max((source.checked for source in self.sources), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text from the record, and the entries it comes from (“#4, #7”)."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question with what the record answers.

    `shorter` is the shorter of two lengths, None where there is one only. `was_cut`: words of the
    person's had to go, for they do not fit. `lacks` is the command that supplies what is missing,
    "" where only the person can say it.
    """

    field: FormField
    text: str = ""
    source: str = ""
    shorter: Told | None = None
    was_cut: bool = False
    lacks: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the record could answer it, and does not."""
        return not self.text and bool(self.lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A copy to attach. `size` is in bytes; `faults` say why the form may not take it."""

    number: int
    title: str
    name: str
    size: int
    on: date | None = None
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The copies to attach, and whether the form takes them one by one.

    `too_many`: more than the form takes; `as_one`: they should go as one file.
    """

    files: tuple[Attachment, ...]
    too_many: bool = False
    as_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A case laid out for one body.

    `way` says from when on the body may be asked; `is_for_case` is False where it is none of those
    that take such a case. `names_masked`: people of the company stand as roles. `removed` tells
    what was masked in the texts. `paper` is that of the person's country. `spoken_to` tells of own
    words that speak to the company; "" where none do.
    """

    case_name: str
    agency: Agency
    form: BodyForm
    answers: tuple[Answer, ...]
    fit: Fit
    way: OutsideWay
    is_for_case: bool
    is_published: bool
    names_masked: bool
    removed: tuple[str, ...]
    paper: str
    spoken_to: str = ""

    @property
    def missing(self) -> tuple[Answer, ...]:
        """The questions that the record could answer, and does not yet."""
        return tuple(one for one in self.answers if one.is_missing)

    @property
    def is_early(self) -> bool:
        """Whether the body wants something first that is not there yet, as far as that is known."""
        return self.agency.first is not None and not self.way.is_open

    @property
    def is_ready(self) -> bool:
        """Whether the body may be asked, and all that its form insists on is there."""
        return not self.is_early and not any(one.field.required for one in self.missing)
