"""Who does what a verb says: the company and its people, the writer, or a stranger?

“Your agent lied” is said of the company; “the caller lied” is not. A stranger named in the same
sentence or the one before takes “they”, “he” and “she” to himself.
"""

from dataclasses import dataclass

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone_words import ToneWords
from complaintkit.rules.phrase_pieces import NEGATIONS

MOST_BACK = 9
"""Words between a verb and its subject."""

FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_PERSONS = frozenset({"they", "he", "she", "everyone", "everybody"})
_THINGS = frozenset({"these", "those", "this", "that", "it", "who", "which"})
_NOT_OURS = frozenset({"my", "our", "another", "other"})
_SKIPPED = frozenset(
    [
        *("a", "an", "the", "of", "to", "have", "has", "had", "do", "does", "did", "will", "would"),
        *("can", "could", "may", "might", "must", "keep", "kept", "try", "tried", "trying", "go"),
        *("going", "gone", "get", "got", "start", "started", "about", "all", "both", "being"),
        *("by", "or", "not"),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A text with the words that tell the company's people from strangers."""

    draft: Draft
    words: ToneWords

    def word(self, place: int, near: int) -> str:
        """Return the word at a place, or "" outside the sentence of another."""
        tokens = self.draft.tokens
        if 0 <= place < len(tokens) and tokens[place].sentence == tokens[near].sentence:
            return tokens[place].word
        return ""

    def around(self, first: int, last: int, *, near: int) -> frozenset[str]:
        """Return the words from one place to another, in the sentence of a third."""
        return frozenset(self.word(place, near) for place in range(first, last + 1))

    def subject(self, at: int) -> int | None:
        """Return the place of the word that does what the verb at a place says, or None."""
        lists, words = self.words.lists, self.words
        skipped = lists["adv"] | lists["be"] | lists["contempt"] | _SKIPPED | NEGATIONS
        back = at - 1
        while back >= 0 and at - back <= MOST_BACK and self._is_near(back, at):
            word = self.draft.tokens[back].word
            if word not in skipped and word not in words.accusations:
                return back
            back -= 1
        return None

    def is_ours(self, subject: int | None) -> bool:
        """Whether a subject is the company, one of its people, or a word that stands for them."""
        if subject is None:
            return False
        if self.is_person(subject):
            return True
        return self.draft.tokens[subject].word in _THINGS and not self.is_third(subject)

    def is_person(self, subject: int) -> bool:
        """Whether a subject is “you”, the company, one of its people, or a name."""
        tokens, lists = self.draft.tokens, self.words.lists
        word = tokens[subject].word
        before = self.word(subject - 1, subject)
        if word in lists["third"] or word in FIRST:
            return False
        if word in lists["you"] or word in lists["people"] or word in lists["org"]:
            return before not in _NOT_OURS
        if word in _PERSONS:
            return not self.is_third(subject)
        if before == "your":
            return True
        written = self.draft.text[tokens[subject].start : tokens[subject].end]
        return written[:1].isupper() and word not in _THINGS and word.isalpha() and len(word) > 1

    def is_third(self, at: int) -> bool:
        """Whether a stranger is spoken of, in this sentence or the one before."""
        tokens, lists = self.draft.tokens, self.words.lists
        back = at - 1
        while back >= 0 and tokens[back].sentence >= tokens[at].sentence - 1:
            word = tokens[back].word
            if word in ("you", "your") or word in lists["third"]:
                return word in lists["third"]
            back -= 1
        return False

    def names_company(self, at: int) -> bool:
        """Whether the sentence speaks of the reader, the company or its people."""
        lists = self.words.lists
        known = lists["you"] | lists["org"] | lists["people"] | {"your"}
        return any(
            token.word in known for token in self.draft.words_of(self.draft.tokens[at].sentence)
        )

    def _is_near(self, back: int, at: int) -> bool:
        one, other = self.draft.tokens[back], self.draft.tokens[at]
        return one.sentence == other.sentence and one.clause >= other.clause - 1
