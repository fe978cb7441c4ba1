"""Which parts of a complete letter does a text hold?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from complaintkit.model.review import Part
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.parts.asked import asks
from complaintkit.rules.check.parts.contact import contacts
from complaintkit.rules.check.parts.courtesy import courtesies
from complaintkit.rules.check.parts.dates import dates
from complaintkit.rules.check.parts.deadline import deadlines
from complaintkit.rules.check.parts.money import amounts
from complaintkit.rules.check.parts.numbers import references
from complaintkit.rules.check.parts.reach import names, ways_to_reach
from complaintkit.rules.check.parts.scope import Reading
from complaintkit.rules.check.parts.words import PartsWords, whole_word

Span = tuple[int, int]

_WITHOUT_WORDS = (Part.DATE, Part.AMOUNT, Part.REFERENCE, Part.REACH)
"""Parts that notation alone shows, in any language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFound:
    """A part, and where in the text it shows."""

    part: Part
    start: int
    end: int


def parts_sought(language: str, words: PartsWords) -> frozenset[Part]:
    """Return the parts that are looked for in a text of this language.

    What is not looked for can neither be found nor be missing.
    """
    if language == "en":
        return frozenset(Part)
    if language in words.courtesy:
        return frozenset((*_WITHOUT_WORDS, Part.COURTESY))
    return frozenset(_WITHOUT_WORDS)


def found_parts(draft: Draft, words: PartsWords, *, language: str = "en") -> tuple[PartFound, ...]:
    """Return each place where the text shows a part, in the order of the text."""
    read = Reading(draft, words)
    dated = dates(draft, words.months.get(language, words.months["en"]))
    found = [
        *_all(Part.DATE, dated),
        *_all(Part.AMOUNT, amounts(read)),
        *_all(Part.REFERENCE, references(read, dated)),
        *_all(Part.REACH, ways_to_reach(draft.text)),
    ]
    if language == "en":
        found += _in_english(read, dated)
    elif language in words.courtesy:
        polite = whole_word(words.courtesy[language]).finditer(draft.text)
        found += _all(Part.COURTESY, (one.span() for one in polite))
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.part)))


def _in_english(read: Reading, dated: list[Span]) -> Iterator[PartFound]:
    asked = asks(read)
    remedies = (read.span(one.first, one.last) for one in asked if one.is_remedy)
    yield from _all(Part.RESOLUTION, remedies)
    yield from _all(Part.DEADLINE, deadlines(read, asked, dated))
    yield from _all(Part.CONTACT, contacts(read))
    yield from _all(Part.COURTESY, courtesies(read))
    yield from _all(Part.NAME, names(read))


def _all(part: Part, spans: Iterable[Span]) -> Iterator[PartFound]:
    return (PartFound(part=part, start=start, end=end) for start, end in spans)
