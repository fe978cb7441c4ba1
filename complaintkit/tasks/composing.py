"""How does a letter come about from the record, before it is kept or written to a file?"""

from datetime import date
from typing import TYPE_CHECKING

from complaintkit.model.case import Case
from complaintkit.model.letter import Choices, Letter
from complaintkit.model.people import Contact
from complaintkit.rules.letter_kinds import KINDS, LetterKind
from complaintkit.rules.letter_plan import PLAIN, missing_facts, plan_letter
from complaintkit.store.journal import Log
from complaintkit.tasks.letter_body import body_for
from complaintkit.tasks.loading import load_case
from complaintkit.tasks.profile import load_profile

if TYPE_CHECKING:
    from complaintkit.model.right import Right
    from complaintkit.render.letter_sentences import Traced

FIXED = "the letter's own words"


def composed(log: Log, case: Case, kind: str, *, today: date, choices: Choices) -> Letter:
    """Return a letter of that kind from the record, without keeping it."""
    from complaintkit.render.letter import compose

    found = kind_of(log, kind, choices, case)
    may_name = found.names_body or log.home.templates.is_dir()  # an own template may name it too
    return compose(
        kind,
        case,
        consumer=consumer_of(log, case),
        today=today,
        choices=choices,
        rights=known_rights(found, choices),
        body=body_for(log, case, today=today) if may_name else None,
        own_templates=log.home.templates,
    )


def kind_of(log: Log, name: str, choices: Choices, case: Case | None = None) -> LetterKind:
    """Return the kind of that name, the person's own templates first.

    Raises WrongUsage, naming the kinds there are, FileUnusable for a faulty own template.
    """
    from complaintkit.render.letter import letter_language
    from complaintkit.render.own_heads import kind_for

    folder = log.home.templates
    language = choices.language or "en"
    if case is not None:
        language = letter_language(name, choices, case, folder)
    return kind_for(name, language, folder)


def known_rights(kind: LetterKind, choices: Choices) -> "tuple[Right, ...]":
    """Return the rights that a letter of this kind may name; they are read only for those."""
    if not (kind.uses or choices.right):
        return ()
    from complaintkit.store.rights import load_rights

    return load_rights()


def perhaps_rights(
    log: Log, case: Case, name: str, choices: Choices, *, today: date
) -> "tuple[Right, ...]":
    """Return rights that may help and that only the person's answer can settle."""
    kind = kind_of(log, name, choices, case)
    rights = known_rights(kind, choices)
    if not rights:
        return ()
    plan = plan_letter(
        kind,
        case,
        consumer=consumer_of(log, case),
        today=today,
        choices=choices,
        rights=rights,
    )
    return plan.right.perhaps


def traced(
    log: Log, case: str | None, kind: str, *, today: date, choices: Choices
) -> tuple[Letter, list["Traced"]]:
    """Return a letter as it would be written, and each sentence with its sources."""
    from complaintkit.render.letter_sentences import trace

    letter = composed(log, load_case(log, case).case, kind, today=today, choices=choices)
    return letter, trace(letter)


def preview(letter: Letter, *, styled: bool) -> str:
    """Return the letter as text in which the person's own words are told from the tool's."""
    from complaintkit.render.letter_preview import letter_preview

    return letter_preview(letter, styled=styled)


def mail_link(log: Log, case: str | None, letter: Letter) -> str:
    """Return a link that opens an e-mail with the letter, shortened if need be."""
    from complaintkit.render.letter_short import mailto_link

    return mailto_link(letter, to=load_case(log, case).case.company.email)


def lacking(log: Log, case: str | None, kind: str) -> list[str]:
    """Return the names of the facts that such a letter still needs, in a letter's order."""
    loaded = load_case(log, case).case
    found = kind_of(log, kind, PLAIN, loaded)
    return missing_facts(found, loaded, consumer_of(log, loaded))


def consumer_of(log: Log, case: Case) -> Contact:
    """Return who writes: what the case says, and the profile where it says nothing."""
    own, kept = case.consumer or Contact(), load_profile(log).contact
    return Contact(
        name=own.name or kept.name,
        address=own.address or kept.address,
        email=own.email or kept.email,
        phone=own.phone or kept.phone,
    )


def possible_kinds(log: Log, case: str | None) -> list[tuple[str, str]]:
    """Return the kinds of letter that the record can carry, those shipped first.

    Each with its title: that of the person's own template, or "" for a shipped kind.
    """
    from complaintkit.render.own_heads import own_kinds

    loaded = load_case(log, case).case
    consumer = consumer_of(log, loaded)
    own = [(head.kind, head.title) for head in own_kinds(log.home.templates, "en")]
    named = [(name, "") for name in KINDS] + [one for one in own if one[0] not in KINDS]
    return [
        (name, title)
        for name, title in named
        if not missing_facts(kind_of(log, name, PLAIN, loaded), loaded, consumer)
    ]
