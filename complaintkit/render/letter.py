"""How does a case become a letter?

The plan decides which facts, the template which words; here they meet and become one
`Letter` value, of which text, PDF and all other formats are views.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from complaintkit.model.case import Case
from complaintkit.model.letter import Choices, Letter, NamedBody, Run
from complaintkit.model.people import Contact
from complaintkit.render.contact_facts import Facts, way_of
from complaintkit.render.days_and_sums import Words, date_text
from complaintkit.render.environment import shipped, split_head, words_for
from complaintkit.render.letter_facts import letter_facts
from complaintkit.render.letter_runs import used_sources
from complaintkit.render.locale_text import country_name
from complaintkit.render.markdown import read_letter
from complaintkit.render.own_files import letter_name
from complaintkit.render.own_heads import kind_for, own_head
from complaintkit.render.phrases import capital
from complaintkit.render.trace import Book, clean
from complaintkit.render.unused import unused_facts
from complaintkit.rules.language import language_of
from complaintkit.rules.letter_kinds import LANGUAGES, LetterKind, language_for
from complaintkit.rules.letter_plan import PLAIN, LetterPlan, plan_letter

if TYPE_CHECKING:
    from complaintkit.model.right import Right
    from complaintkit.render.own_templates import OwnTemplate

# Territories that print on US Letter: Unicode CLDR, supplementalData, paperSize.
US_LETTER = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)


Render = Callable[[Facts, Book], str]

US_BLOCK = frozenset(("US", "CA", "PH"))
DIN = frozenset(("DE", "AT"))


def paper_of(country: str) -> str:
    """Return the paper that a country prints on: “us-letter” or “a4”."""
    return "us-letter" if country in US_LETTER else "a4"


def layout_of(country: str) -> str:
    """Return where letters of this country have their blocks: the name of a layout."""
    return "us" if country in US_BLOCK else "din-b" if country in DIN else "uk"


def compose(
    kind: str | LetterKind,
    case: Case,
    *,
    consumer: Contact,
    today: date,
    choices: Choices = PLAIN,
    rights: "Iterable[Right]" = (),
    body: NamedBody | None = None,
    own_templates: Path | None = None,
    render: Render | None = None,
) -> Letter:
    """Write a letter of this kind from what the case holds.

    Templates in `own_templates` win over those shipped and may make new kinds; they run in a
    process of their own. `body` is one outside the company that the letter may name. Raises
    FactMissing, naming every missing fact, WrongUsage for an unknown kind, FileUnusable for a
    faulty template. `render` takes the place of finding and running the template: a check
    brings its own.
    """
    name = kind.name if isinstance(kind, LetterKind) else kind
    language = letter_language(name, choices, case, own_templates)
    found = kind if isinstance(kind, LetterKind) else kind_for(kind, language, own_templates)
    mine = _mine(name, language, own_templates)

    plan = plan_letter(
        found, case, consumer=consumer, today=today, choices=choices, rights=rights, body=body
    )
    return _written(plan, case, consumer, language, render or _own(mine))


def _written(
    plan: LetterPlan, case: Case, consumer: Contact, language: str, render: Render | None
) -> Letter:
    """Write a letter as planned; `render` None: with the shipped template."""
    words = words_for(language)
    country = case.country or case.company.country
    style = words["styles"].get(country) or words["styles"]["default"]
    book, name = Book(), plan.kind.name
    facts = letter_facts(
        plan, case, consumer=consumer, words=words, style=style, book=book, whole=bool(render)
    )
    pages = shipped(language, style["locale"])
    marked = render(facts, book) if render else pages.render(letter_name(name, language), facts)
    parts = read_letter(marked, book)
    choices = plan.choices
    letter = Letter(
        kind=name,
        language=language,
        layout=choices.layout or layout_of(country),
        paper=paper_of(country),
        sender=_sender(consumer),
        dated=_dated(plan.written_on, words, style),
        written_on=plan.written_on,
        recipient=_recipient(plan, case, words, style),
        delivery=_delivery(plan, words),
        subject=parts.subject,
        salutation=parts.salutation,
        body=parts.body,
        closing=parts.closing,
        signature=_signature(consumer, case, words),
        answer_by=plan.answer_by,
        enclosures_label=_label(parts.enclosures_label, words),
        enclosures=parts.enclosures,
        copies_label=words["copies_to"] if choices.copies else "",
        copies=tuple((Run(text=_line(name), source="your words"),) for name in choices.copies),
    )
    unused = unused_facts(case, plan, used_sources(letter), words, style["locale"])
    return replace(letter, unused=unused)


def _mine(kind: str, language: str, folder: Path | None) -> "OwnTemplate | None":
    """Return the person's own template that a letter would use; most people have none."""
    if folder is None or not folder.is_dir():
        return None
    from complaintkit.render.own_templates import own_template

    return own_template(kind, language, folder)


def _own(mine: "OwnTemplate | None") -> Render | None:
    """Return what writes with a person's own template, or None where there is none."""
    if mine is None:
        return None
    from complaintkit.render.own_templates import render_own

    return lambda facts, book: split_head(render_own(mine, facts, book))[1]


def letter_language(kind: str, choices: Choices, case: Case, own_templates: Path | None) -> str:
    """Return the language of a letter: as chosen, that of the person's own words, or English.

    A person's own template counts as one that is there. Raises WrongUsage for a chosen language
    in which there is no letter of that kind.
    """
    wanted, own = choices.language.strip().casefold(), language_of(case.problem)
    for language in (wanted,) if wanted else (own, "en"):
        if own_templates and language and own_head(own_templates, language, kind):
            return language
        if kind in LANGUAGES.get(language, ()):
            return language
    return language_for(kind, wanted, own)


def _dated(today: date, words: Words, style: Words) -> Run:
    """Return the line of the date: bare, or as the language leads it in (“Le 18 mai 2026”)."""
    pattern = style.get("dated", "{}")
    text = pattern.format(date_text(today, style["locale"], words))
    return Run(text=text, source="calendar")


def _label(label: str, words: Words) -> str:
    """Return the words over the enclosures; a format puts its colon after them."""
    return f"{label}{words.get('before_colon', '')}" if label else ""


def _sender(consumer: Contact) -> tuple[Run, ...]:
    lines = (consumer.name, *consumer.address, consumer.phone, consumer.email)
    return _lines(lines, "profile")


def _recipient(plan: LetterPlan, case: Case, words: Words, style: Words) -> tuple[Run, ...]:
    """Return the address block: a person if one is known, else the office; and the company.

    The company comes first in a language whose `company_first` says so.
    """
    to = plan.addressee
    named = (to.person.name, to.person.title) if to.person else ()
    office = () if to.person else _office(to.office, words, style)
    reader = [*(Run(text=line) for line in office if line), *_lines(named, to.source)]
    company = [*_lines((to.organisation,), "#1")]
    block = company + reader if words.get("company_first") else reader + company
    block += _lines(to.address, "#1")
    abroad = to.country and case.country and to.country != case.country
    if abroad and to.address:
        block += _lines((country_name(to.country, style["locale"]),), "#1")
    if not to.address:
        block += _lines((to.email,), "#1")
    return tuple(block)


def _office(name: str, words: Words, style: Words) -> tuple[str, ...]:
    """Return the lines that name an office, in the country's own way where it has one."""
    return tuple(style.get("lines", {}).get(name) or words["audiences"][name]["lines"])


def _delivery(plan: LetterPlan, words: Words) -> tuple[Run, ...]:
    """Return how the letter goes: as chosen; else by post where there is an address."""
    if plan.choices.via.strip():
        way = way_of(_line(plan.choices.via), words)
        return (Run(text=capital(way), source="your words"),)
    if not plan.kind.formal:
        return ()
    to = plan.addressee
    way = "post" if to.address else "email" if to.email else ""
    return (Run(text=capital(words["ways"][way])),) if way else ()


def _signature(consumer: Contact, case: Case, words: Words) -> Run:
    name = _line(consumer.name)
    if not case.on_behalf_of:
        return Run(text=name, source="profile")
    other = _line(case.on_behalf_of.name)
    return Run(text=words["for_somebody"].format(name=name, other=other), source="profile, #1")


def _lines(lines: tuple[str, ...], source: str) -> tuple[Run, ...]:
    return tuple(Run(text=_line(line), source=source) for line in lines if line.strip())


def _line(text: str) -> str:
    return " ".join(clean(text).split())
