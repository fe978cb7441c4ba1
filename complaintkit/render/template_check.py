"""What is wrong with a person's own template, told all at once?

It is tried on two invented cases: one with everything, one with next to nothing. What
stops a letter is told as a letter tells it; what would only look wrong is told, too.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from complaintkit.errors import FactMissing
from complaintkit.model.letter import Letter, Listing, Paragraph, Run
from complaintkit.render.contact_facts import Facts
from complaintkit.render.letter import compose
from complaintkit.render.letter_runs import body_words
from complaintkit.render.own_files import (
    Source,
    TemplateUnusable,
    letter_name,
    own_source,
    shipped_source,
)
from complaintkit.render.own_heads import head_of, own_names, read_head
from complaintkit.render.own_templates import OwnTemplate, TemplateFault, run_own, template_of
from complaintkit.render.sample_case import BODY, SAMPLES, TODAY
from complaintkit.render.text import plain
from complaintkit.render.trace import Book
from complaintkit.rules.letter_kinds import KINDS, MAY_BE_LONG, MOST_WORDS, LetterKind

TRIED = 3  # letters on which one part is tried
_MARKS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BLANK = re.compile(
    r"\[[^\]\n]{0,60}\]|_{3,}|\.{4,}|\bX{3,}\b|\b(?:TODO|TBC|TBD)\b|<\w[^>\n]{0,60}>"
)
_GAP = re.compile(r"(?:\S+\s)?\(\s*\)|\S*\s[,.;:](?=\s|$)|“\s*”")


class _Faulty(Exception):
    """The template has faults, so there is no letter."""


def check_letter(
    source: Source, *, kind: str, language: str, folder: Path | None
) -> list[TemplateFault]:
    """Return every fault of an own letter template, in the order of its lines."""
    _, in_head = read_head(source, kind=kind, language=language)
    faults = [
        TemplateFault(path=source.path, line=line, sentence=sentence) for line, sentence in in_head
    ]
    letter_kind = KINDS.get(kind) or LetterKind(name=kind, audience="complaints")
    if not faults:
        letter_kind = head_of(source, kind=kind, language=language).letter_kind
    try:
        template = template_of(source, letter_name(kind, language), language, folder)
    except TemplateUnusable as fault:
        return [*faults, as_fault(fault)]
    for one in template.sources.values():
        faults += _blanks(one) if one.own else ()
    for sample in SAMPLES:
        faults += _tried(template, letter_kind, sample)
    return sorted(dict.fromkeys(faults), key=lambda fault: (str(fault.path), fault.line))


def check_part(path: Path, *, part: str, language: str, folder: Path) -> list[TemplateFault]:
    """Return every fault of an own part, tried in letters that ask for it."""
    kinds = [*KINDS, *own_names(folder, language)]
    asking = []
    for kind in dict.fromkeys(kinds):
        letter = _source_in_force(kind, language, folder)
        if letter and part in template_of(letter, kind, language, folder).sources:
            asking.append((kind, letter))
    if not asking:
        return [TemplateFault(path=path, line=0, sentence="no letter asks for this part.")]
    found: list[TemplateFault] = []
    for kind, letter in asking[:TRIED]:
        found += check_letter(letter, kind=kind, language=language, folder=folder)
    return [fault for fault in dict.fromkeys(found) if fault.path == path]


def as_fault(unusable: TemplateUnusable) -> TemplateFault:
    """Return a file that cannot be read at all as a fault among others."""
    return TemplateFault(
        path=unusable.path, line=unusable.line, sentence=f"the file {unusable.what}."
    )


def _source_in_force(kind: str, language: str, folder: Path) -> Source | None:
    name = letter_name(kind, language)
    try:
        return own_source(folder, name) or shipped_source(name)
    except TemplateUnusable:
        return None  # told where the letter itself is checked


def _tried(template: OwnTemplate, kind: LetterKind, sample: str) -> list[TemplateFault]:
    """Write the letter about a sample; where that lacks what the kind requires, all is well."""
    case = SAMPLES[sample]
    assert case.consumer  # noqa: S101 – each sample says who writes
    found: list[TemplateFault] = []

    def render(facts: Facts, book: Book) -> str:
        marked, faults = run_own(template, facts, book)
        found.extend(faults)
        if faults:
            raise _Faulty
        return marked

    try:
        letter = compose(
            kind,
            case,
            consumer=case.consumer,
            today=TODAY,
            render=render,
            body=BODY if sample == "complete" else None,
        )
    except FactMissing:
        return []
    except _Faulty:
        return found
    return list(_looks_wrong(letter, template.path, whole=sample == "complete"))


def _blanks(source: Source) -> Iterator[TemplateFault]:
    """Yield each place that the template leaves for a person to fill in by hand."""
    words = _MARKS.sub(lambda mark: re.sub(r"[^\n]", " ", mark[0]), source.text)
    for found in _BLANK.finditer(words):
        line = words.count("\n", 0, found.start()) + 1
        sentence = f"it leaves “{found[0]}” for you to fill in."
        yield TemplateFault(path=source.path, line=line, sentence=sentence)


def _looks_wrong(letter: Letter, path: Path, *, whole: bool) -> Iterator[TemplateFault]:
    about = f"about a case with {'everything' if whole else 'little'} in it,"
    for text in _texts(letter):
        for gap in _GAP.finditer(text):
            yield TemplateFault(path=path, line=0, sentence=f"{about} it leaves a gap: “{gap[0]}”.")
    count = body_words(letter)
    if whole and count > MOST_WORDS and letter.kind not in MAY_BE_LONG:
        told = f"{about} the letter has {count} words; more than {MOST_WORDS} are seldom read."
        yield TemplateFault(path=path, line=0, sentence=told)


def _texts(letter: Letter) -> Iterator[str]:
    """Yield each passage of a letter's own text as one line."""
    passages: list[Iterable[Run]] = [letter.subject, letter.salutation, letter.closing]
    for block in letter.body:
        if isinstance(block, Paragraph):
            passages.append(block.runs)
        elif isinstance(block, Listing):
            passages += block.items
        else:
            passages += [cell for row in (block.head, *block.rows) for cell in row]
    for runs in (*passages, *letter.enclosures):
        yield " ".join(plain(tuple(runs)).split())
