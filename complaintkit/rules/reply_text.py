"""Which words stand in a company's text, and where does each sentence end?"""

import re
from dataclasses import dataclass
from typing import NamedTuple

LONGEST_EXCERPT = 300
"""Characters that a letter can quote."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?;…](?:[\s\"'”’)»])|\n[^\S\n]*\n")
_TITLES = frozenset(["mr", "mrs", "ms", "mx", "dr", "prof", "st", "vs", "sr", "jr"])
_BEFORE_A_NUMBER = frozenset(
    [
        *("no", "nos", "ref", "acc", "acct", "tel", "ext", "approx", "rs"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    ]
)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_CLAUSE_END = re.compile(r"[,:–—]|\s-\s")
_EARLIER_MAIL = re.compile(r"^[ \t]*[-_]{2,}[ \t]*original message\b", re.IGNORECASE | re.MULTILINE)
_SPELLED_OUT = {
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "shan't": ("shall", "not"),
    "dont": ("do", "not"),
    "doesnt": ("does", "not"),
    "didnt": ("did", "not"),
    "isnt": ("is", "not"),
    "wasnt": ("was", "not"),
    "havent": ("have", "not"),
    "it's": ("it", "is"),
    "that's": ("that", "is"),
    "there's": ("there", "is"),
}
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}


class Token(NamedTuple):
    """A word in small letters, where it stands in the text, and in which sentence and clause."""

    word: str
    start: int
    end: int
    sentence: int
    clause: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A text as its words, with the place of each sentence (start and end)."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence(self, number: int) -> str:
        """Return one sentence on one line."""
        start, end = self.sentences[number]
        return " ".join(self.text[start:end].split())


def spoken(text: str) -> Spoken:
    """Return the words of a text, short forms written out; earlier mail is passed over.

    That is what stands in lines beginning with `>`, and after “Original Message”.
    """
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    passed = _without_earlier_mail(text)
    clause, before = 0, 0
    for found in _WORD.finditer(passed):
        between = passed[before : found.start()]
        ended = _SENTENCE_END.search(between) if between != " " else None
        if ended and tokens and _is_shortened(tokens[-1].word, between, found.group()):
            ended = None
        if not sentences or ended:
            if sentences and ended:
                sentences[-1] = (sentences[-1][0], before + ended.end())
            sentences.append((found.start(), found.end()))
            clause += 1
        elif between != " " and _CLAUSE_END.search(between):
            clause += 1
        sentences[-1] = (sentences[-1][0], found.end())
        tokens += [
            Token(word, found.start(), found.end(), len(sentences) - 1, clause)
            for word in _written_out(found.group())
        ]
        before = found.end()
    if sentences:
        closing = passed[before : before + 1]
        sentences[-1] = (sentences[-1][0], before + (closing in tuple(".!?…")))
    return Spoken(text=text, tokens=tuple(tokens), sentences=tuple(sentences))


def _is_shortened(word: str, between: str, following: str) -> bool:
    """Whether a point only shortens the word before it: “Mr. Okafor”, “No. 17”, “Rs. 4,999”."""
    if not between.startswith(".") or "\n" in between:
        return False
    return word in _TITLES or (word in _BEFORE_A_NUMBER and following[0].isdigit())


def excerpt(text: str, sentences: tuple[str, ...] = ()) -> str:
    """Return the words of a text that a letter can quote; one short paragraph whole.

    `sentences` are those to quote; without them the first that says more than a greeting.
    """
    whole = text.strip()
    if len(whole) <= LONGEST_EXCERPT and not _PARAGRAPH.search(whole):
        return whole
    kept = ""
    for sentence in sentences or _first_sentences(whole):
        joined = f"{kept} … {sentence}" if kept else sentence
        if len(joined) > LONGEST_EXCERPT:
            break
        kept = joined
    return kept or _cut((sentences or (" ".join(whole.split()),))[0])


def _first_sentences(text: str) -> tuple[str, ...]:
    found = spoken(text[: 10 * LONGEST_EXCERPT])
    told = (found.sentence(number) for number in range(len(found.sentences)))
    return tuple(one for one in told if len(one.split()) > 4)[:1]  # noqa: PLR2004 - a greeting


def _cut(sentence: str) -> str:
    return sentence[: LONGEST_EXCERPT - 2].rsplit(" ", 1)[0] + " …"


def _without_earlier_mail(text: str) -> str:
    """Return the text with earlier mail blanked out, so that every place stays the same."""
    older = _EARLIER_MAIL.search(text)
    new = text[: older.start()] if older else text
    if ">" not in new:
        return new
    return "".join(
        " " * (len(line) - 1) + "\n" if line.lstrip(" \t").startswith(">") else line
        for line in new.splitlines(keepends=True)
    )


def _written_out(word: str) -> tuple[str, ...]:
    if word.isalpha() and word.isascii():
        small = word.lower()
        return _SPELLED_OUT.get(small) or (small,)
    small = word.casefold().replace("’", "'").replace("ʼ", "'")
    if small in _SPELLED_OUT:
        return _SPELLED_OUT[small]
    for ending, full in _ENDINGS.items():
        if small.endswith(ending) and len(small) > len(ending):
            return small.removesuffix(ending), full
    if "'" in small:
        return tuple(part for part in small.split("'") if part)
    return (small,)
