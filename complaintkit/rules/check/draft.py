"""What does every detector need to know of a text?

Words with their sentence and clause, what stands in quotation marks, and the lines.
"""

import re
from dataclasses import dataclass
from functools import cache

from complaintkit.rules.reply_text import Spoken, Token, spoken

_MOST_QUOTED = 400
"""Characters: a longer stretch between two marks is taken for a mark left open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text as its words (`Token.word` in small letters, short forms written out), its
    sentences (start and end), and the stretches in quotation marks (start and end)."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    quoted: tuple[tuple[int, int], ...]

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a stretch stands wholly inside quotation marks."""
        return any(opened <= start and end <= closed for opened, closed in self.quoted)

    def is_name(self, at: int) -> bool:
        """Whether a word has a capital only at its head, and is not the first of its sentence.

        “I” and its short forms are no names.
        """
        one = self.tokens[at]
        if at == 0 or self.tokens[at - 1].sentence != one.sentence or one.word == "i":
            return False
        written = self.text[one.start : one.end]
        return written[0].isupper() and not written.isupper()

    def sentence_at(self, place: int) -> tuple[int, int]:
        """Return start and end of the sentence in which a character stands."""
        for start, end in self.sentences:
            if place < end:
                return min(start, place), end
        return place, len(self.text)

    def words_of(self, sentence: int) -> tuple[Token, ...]:
        """Return the words of a sentence, by its number."""
        return tuple(token for token in self.tokens if token.sentence == sentence)


def draft(text: str) -> Draft:
    """Return a text ready for the detectors; quoted earlier mail is passed over."""
    read: Spoken = spoken(text)
    return Draft(
        text=text, tokens=read.tokens, sentences=read.sentences, quoted=tuple(_quoted(text))
    )


def _quoted(text: str) -> list[tuple[int, int]]:
    return [
        (found.start(), found.end())
        for found in _marks().finditer(text)
        if found.end() - found.start() <= _MOST_QUOTED
    ]


@cache
def _marks() -> re.Pattern[str]:
    """Straight, curly and angled marks; a straight single mark only at the edge of a word.

    The CFPB's texts close a quotation with two single marks: " … ''.
    """
    return re.compile(
        r"“[^“”]+”|«[^«»]+»|„[^“”]+[“”]|\"[^\"]+?(?:\"|'')|(?<!\w)‘[^‘’]+’(?!\w)"
        r"|(?<![\w'])'(?=\S)[^'\n]+(?:'\w[^'\n]*)*'(?!\w)"
    )
