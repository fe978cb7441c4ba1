"""What do the words around one another say: a name, a stranger told of, the company?

A stranger named in the same sentence or shortly before takes “they”, “he” and “she” to himself.
"""

from dataclasses import dataclass

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.words import ToneWords

REPORTED = frozenset(
    [
        *("team", "department", "unit", "line", "desk", "squad", "alert", "alerts", "prevention"),
        *("protection", "warning", "awareness", "report", "reports", "investigation", "case"),
        *("investigations", "claim", "claims", "form", "number", "screen", "list", "detection"),
        *("section", "record", "background", "check", "checks", "specialist", "officer", "email"),
        *("text", "call", "calls", "site", "page", "victim", "division", "hotline"),
        *(
            "who",
            "posing",
            "pretending",
            "stole",
            "took",
            "used",
            "rang",
            "phoned",
            "opened",
            "got",
        ),
        *("had", "emailed", "texted", "obtained", "accessed", "withdrew", "spent", "made", "tried"),
        *("called", "broke", "has", "have", "was", "were", "is", "are", "sent", "gave", "came"),
        *("entered", "climbed", "cloned", "hacked"),
    ]
)
"""What follows a hard noun where a crime is reported: “the thief took”, “the fraud team”."""

SEEMS = frozenset(
    [
        *("seems", "seem", "seemed", "called", "named", "become", "became", "proved", "sounds"),
        *("sounded", "remains"),
    ]
)
BUNCH = frozenset(
    {
        "bunch",
        "pack",
        "gang",
        "band",
        "load",
        "lot",
        "nest",
        "den",
        "set",
        "group",
        "crowd",
        "herd",
        "cartel",
        "circus",
        "pit",
        "parcel",
        "shower",
    }
)
FITTING = frozenset(
    [
        *("half", "little", "old", "big", "bloody", "first", "class", "rate", "two", "bit"),
        *("good", "for", "nothing", "jumped", "up", "so", "called", "rude", "loan", "taking"),
        *("sucking", "grubbing", "hungry", "faced", "headed", "hearted", "witted", "handed"),
        *("money", "bribe", "blood", "empty", "con", "rip", "off", "serving", "legalised"),
        *("legalized", "village", "drunk", "drunken", "trained"),
    ]
)
"""Words that may stand among hard ones: “jumped up little clown”, “first class duffer”."""

_CLAIMING = frozenset({"claiming", "claimed", "pretending", "pretended", "pretends", "posing",
                       "posed", "impersonating"})  # fmt: skip
_KIN = frozenset({"husband", "wife", "son", "daughter", "mother", "father", "brother", "sister",
                  "friend"})  # fmt: skip
ANY_BODY = frozenset(
    [
        *("man", "men", "woman", "women", "boy", "boys", "girl", "girls", "guy", "guys", "lady"),
        *("person", "people", "driver", "folks", "gentleman"),
    ]
)
COUNTED = frozenset({"a", "an", "two", "three", "four", "some", "unknown", "several", "one"})
OTHERS = frozenset({"another", "other", "others", "else"})
BEFORE_PLACE = frozenset({"in", "on", "at", "from", "of", "by", "with", "through", "via", "near",
                          "outside", "for", "to", "behind", "inside"})  # fmt: skip
SOMEBODY = frozenset({"someone", "somebody", "anyone", "anybody", "thief", "crook", "stranger"})
THINGS = frozenset({"these", "those", "this", "that", "it", "which", "what", "who", "one"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir"})
_OPENERS = frozenset(
    [
        *("all", "another", "any", "anything", "both", "each", "either", "even", "every", "here"),
        *("everything", "how", "if", "last", "maybe", "most", "much", "neither", "nothing", "now"),
        *("once", "only", "others", "perhaps", "please", "same", "some", "something", "there"),
        *("today", "what", "whatever", "when", "where", "why", "yes", "yesterday", "dear", "just"),
        "not",
    ]
)


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

    def is_person(self, place: int) -> bool:
        """Whether the word at a place is “you”, the company or one of its people by a plain name.

        A proper name does not count: it may be that of a product.
        """
        lists, word = self.words.lists, self.draft.tokens[place].word
        return word in lists["you"] or word in lists["people"] or word in lists["org"]

    def has_capital(self, place: int) -> bool:
        """Whether there is a word at a place, written like a name inside its sentence."""
        return 0 <= place < len(self.draft.tokens) and self.draft.is_name(place)

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
        if token.word in THINGS or token.word in REPORTED:
            return False
        if place and self.draft.tokens[place - 1].sentence == token.sentence:
            return not text[: token.end].isupper() or written.startswith("XX")
        return not written.endswith("s") and token.word not in self._small_words()

    def _small_words(self) -> frozenset[str]:
        return frozenset(word for word in self.draft.text.split() if word.islower()) | _OPENERS

    def is_stranger(self, word: str) -> bool:
        """Whether a word, or its singular, names somebody who is not of the company."""
        third = self.words.lists["third"]
        return word in third or (word.endswith("s") and word[:-1] in third) or word == "thieves"

    def is_third(self, at: int) -> bool:
        """Whether a stranger is spoken of last, in this sentence or the two before.

        “They” are not somebody's daughter.
        """
        tokens, lists = self.draft.tokens, self.words.lists
        one_only = _KIN if tokens[at].word in ("they", "them", "their") else frozenset()
        ours = lists["org"] | lists["people"] | {"you", "your"}
        back = at - 1
        while back >= 0 and tokens[back].sentence >= tokens[at].sentence - 2:
            word = tokens[back].word
            if self.is_stranger(word) and word not in one_only:
                return not (word in SOMEBODY and self.has_place(back))
            if word in ANY_BODY and self.word(back - 1, back) in COUNTED:
                return not self.has_place(back)
            if word in ours:
                return self.is_claimed(back) or self.word(back - 1, back) in OTHERS
            back -= 1
        return False

    def is_claimed(self, place: int) -> bool:
        """Whether somebody only “claimed to be from your bank”."""
        claim = self.around(place - 7, place - 1, near=place)
        is_from = not claim.isdisjoint({"was", "were"}) and "from" in claim and "said" in claim
        return is_from or not claim.isdisjoint(_CLAIMING)

    def has_place(self, place: int) -> bool:
        """Whether “in your office” or the like follows a word."""
        return self.word(place + 1, place) in BEFORE_PLACE and bool(
            self.around(place + 2, place + 3, near=place) & {"your", "this", "you"}
        )

    def names_company(self, at: int) -> bool:
        """Whether the sentence speaks of the reader, the company or its people."""
        lists = self.words.lists
        known = lists["you"] | lists["org"] | lists["people"] | {"your", "they", "letter", "reply"}
        return any(
            token.word in known for token in self.draft.words_of(self.draft.tokens[at].sentence)
        )
