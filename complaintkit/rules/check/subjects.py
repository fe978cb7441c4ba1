"""Who does what a verb says: the company and its people, the writer, or a stranger?

“Your agent lied” is said of the company; “the caller lied” is not. A stranger named in the same
sentence or shortly before takes “they”, “he” and “she” to himself.
"""

from dataclasses import dataclass
from enum import Enum

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone_words import ToneWords
from complaintkit.rules.phrase_pieces import NEGATIONS

MOST_BACK = 14
"""Words between a verb and its subject."""

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_PERSONS = frozenset({"they", "he", "she", "them", "everyone", "everybody", "his", "her", "their"})
_THINGS = frozenset({"these", "those", "this", "that", "it", "which", "what", "who", "one"})
_MINE = frozenset({"my", "our"})
_OTHERS = frozenset({"another", "other", "others", "else"})
_BEFORE_PLACE = frozenset({"in", "on", "at", "from", "of", "by", "with", "through", "via", "near",
                           "outside", "for", "to", "behind", "inside"})  # fmt: skip
_POINTERS = frozenset({"this", "it", "these", "those"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_NOMINATIVE = frozenset({"i", "we", "you", "they", "he", "she"})
_SOMEBODY = frozenset({"someone", "somebody", "anyone", "anybody", "thief", "crook", "stranger"})
_COUNTED = frozenset({"a", "an", "two", "three", "four", "some", "unknown", "several", "one"})
_OWNERS = frozenset({"my", "our", "your", "the", "this", "his", "her", "their"}) | _COUNTED
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir"})
_ANY_BODY = frozenset(
    [
        *("man", "men", "woman", "women", "boy", "boys", "girl", "girls", "guy", "guys", "lady"),
        *("person", "people", "driver", "folks", "gentleman"),
    ]
)
_SKIPPED = frozenset(
    [
        *("a", "an", "the", "to", "have", "has", "had", "do", "does", "did", "will", "would"),
        *("can", "could", "may", "might", "must", "should", "shall", "keep", "keeps", "kept"),
        *("try", "tried", "trying", "tries", "go", "going", "gone", "get", "got", "start"),
        *("started", "about", "all", "both", "being", "or", "not", "and", "then", "so", "dey"),
        *("continue", "continues", "continued", "think", "believe"),
    ]
)


class Bearer(Enum):
    """Of whom something is said."""

    OURS = "the company or its people"
    ME = "the writer, or somebody or something of theirs"
    STRANGER = "somebody else"
    THING = "a thing"
    NOBODY = "nobody that the sentence names"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A text with the words that tell the company's people from strangers.

    `is_letter`: the text speaks to the company; without a “you” it tells others of it, and “my
    bank” may be the one complained of.
    """

    draft: Draft
    words: ToneWords
    is_letter: bool

    def word(self, place: int, near: int) -> str:
        """Return the word at a place, or "" outside the sentence of another."""
        tokens = self.draft.tokens
        if 0 <= place < len(tokens) and tokens[place].sentence == tokens[near].sentence:
            return tokens[place].word
        return ""

    def clause_word(self, place: int, near: int) -> str:
        """Return the word at a place, or "" outside the clause of another."""
        tokens = self.draft.tokens
        if 0 <= place < len(tokens) and tokens[place].clause == tokens[near].clause:
            return tokens[place].word
        return ""

    def around(self, first: int, last: int, *, near: int) -> frozenset[str]:
        """Return the words from one place to another, in the sentence of a third."""
        return frozenset(self.word(place, near) for place in range(first, last + 1))

    def bearer(self, at: int) -> Bearer:
        """Say of whom the verb at a place speaks, by the words before it."""
        lists = self.words.lists
        skipped = lists["adv"] | lists["be"] | lists["contempt"] | _SKIPPED | NEGATIONS
        found, is_beside, back = Bearer.NOBODY, False, self._past_who(at) - 1
        nearest = self.draft.tokens[at].clause - 1
        while back >= 0 and at - back <= MOST_BACK and self.word(back, at):
            clause = self.draft.tokens[back].clause
            if clause < self.draft.tokens[at].clause and self._is_aside(back):
                while back >= 0 and self.draft.tokens[back].clause == clause:
                    back -= 1
                nearest = min(nearest, clause - 1)
                continue
            if clause < nearest:
                break
            word = self.word(back, at)
            if not is_beside and word in _POINTERS:
                return Bearer.THING
            if word in _RELATIVE and found is not Bearer.NOBODY:
                found, is_beside = Bearer.NOBODY, True
            elif word not in skipped:
                who = self._meant_by(back, at, is_beside=is_beside)
                if who in (Bearer.STRANGER, Bearer.ME):
                    return who
                if who is Bearer.OURS and not self._is_place(back, at):
                    return who
                found = who if found in (Bearer.NOBODY, Bearer.THING) else found
                is_beside = True
            back -= 1
        return found

    def _past_who(self, at: int) -> int:
        """Return the place of “who” in “the person who handled my claim is”, else the verb's."""
        if self.clause_word(at - 1, at) in _NOMINATIVE | {"who"}:
            return at
        back = at - 1
        while self.clause_word(back, at):
            if self.word(back, at) == "who" and self.word(back - 1, at):
                return back
            back -= 1
        return at

    def _meant_by(self, place: int, at: int, *, is_beside: bool) -> Bearer:
        """Say who one word is; `is_beside`: other words stand between it and its verb."""
        lists, word = self.words.lists, self.word(place, at)
        if word in _NOMINATIVE or word in FIRST or word in lists["you"] or word in _PERSONS:
            return self._pronoun(place, at, is_beside=is_beside)
        if word in _SOMEBODY and self._has_place(place):
            return Bearer.OURS
        if word in ("whoever", "whichever"):
            is_crime = self.word(place + 1, at) in lists["slur-after"]
            return Bearer.STRANGER if is_crime else Bearer.OURS
        if word in lists["third"] or self.word(place - 1, at) in _OTHERS:
            return Bearer.STRANGER
        if word in ("your", "yours"):
            return Bearer.STRANGER if self._is_claimed(place) else Bearer.OURS
        if word in lists["people"] or word in lists["org"]:
            return self._people(place, at)
        if self._owner(place) in _MINE:
            return Bearer.THING if is_beside else Bearer.ME
        return Bearer.OURS if self.is_name(place) else Bearer.THING

    def _pronoun(self, place: int, at: int, *, is_beside: bool) -> Bearer:
        word = self.word(place, at)
        if word in ("i", "we"):
            return Bearer.THING if is_beside else Bearer.ME
        if word in self.words.lists["you"]:
            return Bearer.THING if is_beside and not self._is_people(place + 1) else Bearer.OURS
        if word in _PERSONS:
            return Bearer.STRANGER if self.is_third(place) else Bearer.OURS
        return Bearer.THING

    def _people(self, place: int, at: int) -> Bearer:
        word, owner = self.word(place, at), self._owner(place)
        if owner in _MINE:
            return Bearer.ME if self.is_letter else Bearer.OURS
        is_other = not self.around(place - 4, place - 1, near=place).isdisjoint(
            {"other", "another"}
        )
        if is_other or (owner in _COUNTED and word in _ANY_BODY) or self._is_claimed(place):
            return Bearer.OURS if self._has_place(place) else Bearer.STRANGER
        return Bearer.OURS

    def _owner(self, place: int) -> str:
        """Return “my”, “your”, “the”, “a” or the like before “former business partner”, else ""."""
        for back in range(place - 1, place - 5, -1):
            word = self.clause_word(back, place)
            if word in _OWNERS:
                return word
            if not word or word in _BEFORE_PLACE or word in _NOMINATIVE:
                break
        return ""

    def _has_place(self, place: int) -> bool:
        """Whether “in your office” or the like follows a word."""
        return self.word(place + 1, place) in _BEFORE_PLACE and bool(
            self.around(place + 2, place + 3, near=place) & {"your", "this", "you"}
        )

    def _is_place(self, place: int, at: int) -> bool:
        """Whether a word only tells where: “the seller on your platform”."""
        words = [self.word(back, at) for back in range(place - 1, place - 4, -1)]
        if words[0] in ("the", "your", "this"):
            words = words[1:]
        return words[0] in _BEFORE_PLACE

    def _is_people(self, place: int) -> bool:
        lists = self.words.lists
        return place < len(self.draft.tokens) and self.draft.tokens[place].word in (
            lists["people"] | {"all", "lot", "at", "in"}
        )

    def is_person(self, place: int) -> bool:
        """Whether the word at a place is “you”, the company or one of its people by a plain name.

        A proper name does not count: it may be that of a product.
        """
        lists, word = self.words.lists, self.draft.tokens[place].word
        return word in lists["you"] or word in lists["people"] or word in lists["org"]

    def has_capital(self, place: int) -> bool:
        """Whether a word inside a sentence has a capital, and not all of it."""
        if not 0 <= place < len(self.draft.tokens):
            return False
        token = self.draft.tokens[place]
        written = self.draft.text[token.start : token.end]
        is_inside = place > 0 and self.draft.tokens[place - 1].sentence == token.sentence
        return is_inside and written[:1].isupper() and not written.isupper()

    def is_titled(self, place: int) -> bool:
        """Whether a word is somebody's or something's name: “Mr Savage”, “the Bastard Saw”."""
        before = self.word(place - 1, place)
        return self.has_capital(place) and (
            before in _TITLES or self.has_capital(place - 1) or self.has_capital(place + 1)
        )

    def is_name(self, place: int) -> bool:
        """Whether a word looks like a name: a capital inside a sentence, or one that recurs."""
        token, text = self.draft.tokens[place], self.draft.text
        written = text[token.start : token.end]
        if not (written[:1].isupper() and written.isalpha() and len(written) > 1):
            return False
        if place and text[self.draft.tokens[place - 1].start].isdigit():
            return False
        if token.word in _THINGS or token.word in self.words.lists["slur-after"]:
            return False
        if place and self.draft.tokens[place - 1].sentence == token.sentence:
            return not text[: token.end].isupper() or written.startswith("XX")
        return not written.endswith("s") and token.word not in self._small_words()

    def _small_words(self) -> frozenset[str]:
        return frozenset(word for word in self.draft.text.split() if word.islower()) | _OPENERS

    def is_third(self, at: int) -> bool:
        """Whether a stranger is spoken of last, in this sentence or the two before.

        “They” are not somebody's daughter.
        """
        tokens, lists = self.draft.tokens, self.words.lists
        one_only = lists["kin"] if tokens[at].word in ("they", "them", "their") else frozenset()
        ours = lists["org"] | lists["people"] | {"you", "your"}
        back = at - 1
        while back >= 0 and tokens[back].sentence >= tokens[at].sentence - 2:
            word = tokens[back].word
            if word in lists["third"] and word not in one_only:
                return not (word in _SOMEBODY and self._has_place(back))
            if word in _ANY_BODY and self.word(back - 1, back) in _COUNTED:
                return not self._has_place(back)
            if word in ours:
                return self._is_claimed(back) or self.word(back - 1, back) in _OTHERS
            back -= 1
        return False

    def _is_claimed(self, place: int) -> bool:
        """Whether somebody only “claimed to be from your bank”."""
        claim = self.around(place - 7, place - 1, near=place)
        is_from = not claim.isdisjoint({"was", "were"}) and "from" in claim and "said" in claim
        return is_from or not claim.isdisjoint(self.words.lists["claims-to-be"])

    def _is_aside(self, place: int) -> bool:
        """Whether a clause only adds something: “the email, which carries your logo, is”."""
        tokens = self.draft.tokens
        first = place
        while first and tokens[first - 1].clause == tokens[place].clause:
            first -= 1
        return tokens[first].word in _RELATIVE

    def names_company(self, at: int) -> bool:
        """Whether the sentence speaks of the reader, the company or its people."""
        lists = self.words.lists
        known = lists["you"] | lists["org"] | lists["people"] | {"your", "they"}
        return any(
            token.word in known for token in self.draft.words_of(self.draft.tokens[at].sentence)
        )


_OPENERS = frozenset(
    [
        *(
            "all",
            "another",
            "any",
            "anything",
            "both",
            "each",
            "either",
            "even",
            "every",
            "everything",
        ),
        *(
            "here",
            "how",
            "if",
            "last",
            "maybe",
            "most",
            "much",
            "neither",
            "nothing",
            "now",
            "once",
        ),
        *("only", "others", "perhaps", "please", "same", "some", "something", "there", "today"),
        *("what", "whatever", "when", "where", "why", "yes", "yesterday", "dear", "just", "not"),
    ]
)
