"""What does a check say of a text, all in all?"""

from collections.abc import Iterator
from dataclasses import dataclass

from complaintkit.model.review import Remark, Review
from complaintkit.rules.check.accusations import aimed
from complaintkit.rules.check.draft import Draft, draft
from complaintkit.rules.check.findings import apart
from complaintkit.rules.check.tone import phrases
from complaintkit.rules.check.tone_words import ToneWords
from complaintkit.rules.check.tongue import ENGLISH, Languages, tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """All the words and phrases that a check needs, as read from `data/tone`."""

    languages: Languages
    tone: ToneWords


def review(text: str, words: CheckWords) -> Review:
    """Return what is to be said of a text."""
    read = draft(text)
    language = tongue(read, words.languages)
    is_english = language == ENGLISH
    return Review(
        remarks=apart(_wording(read, words) if is_english else ()),
        language=language,
    )


def _wording(read: Draft, words: CheckWords) -> Iterator[Remark]:
    """Give every finding in the words of an English text."""
    yield from phrases(read, words.tone)
    yield from aimed(read, words.tone)
