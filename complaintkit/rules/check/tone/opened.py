"""Where does a mocking phrase stand in its sentence, and what belongs to it?

“Thank you so much [you] for [leaving] …”, “how kind [of your driver] to [leave] …”.
"""

from dataclasses import dataclass

from complaintkit.rules.check.tone.scene import Scene
from complaintkit.rules.check.tone.words import Wording
from complaintkit.rules.phrase_pieces import Piece, Shape

_AHEAD = 14
"""Words between thanks and “for”."""
_ASIDE = 3
"""Words of a clause between them: “well done, dear bank, for”."""
_ING = 4
"""Letters of the shortest verb in -ing."""

FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "will", "would", "can",
     "could", "may", "might", "must", "should", "shall"}
)  # fmt: skip
PRONOUNS = frozenset({"i", "we", "you", "they", "he", "she", "it"})
RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "when", "where", "if", "while"})
TURNS = frozenset({"but", "although", "though", "however", "whereas", "despite", "apart"})
SOFTENERS = frozenset({"so", "kindly", "only", "also", "once", "again", "then", "just", "yet"})
DETERMINED = frozenset({"your", "the", "whoever", "that", "this", "my", "our", "everyone"})
AMOUNTS = frozenset(
    {"a", "an", "another", "yet", "only", "just", "no", "more", "one", "two", "three", "four",
     "five", "six", "seven", "eight", "nine", "ten", "twelve", "whoever", "some", "almost"}
)  # fmt: skip
_DEED = frozenset({"job", "work", "going", "show"})
_THINGS = frozenset({"nothing", "something", "anything", "everything", "morning", "evening",
                     "during", "building", "ceiling", "wedding", "string", "parking"})  # fmt: skip
_CRY = Shape(
    pieces=(Piece(words=frozenset({"how", "what"})),), first=0, last=0, at_head=True, at_end=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A phrase that opens, in its text: its first and its last word."""

    scene: Scene
    wording: Wording
    first: int
    last: int

    def word(self, at: int) -> str:
        """Return the word at a place, or "" outside the sentence of the phrase."""
        return self.scene.word(at, self.first)

    @property
    def own(self) -> frozenset[str]:
        """The words of the phrase itself."""
        return self.scene.around(self.first, self.last, near=self.first)

    @property
    def start(self) -> int:
        """The first word of its sentence."""
        at = self.first
        while self.word(at - 1):
            at -= 1
        return at

    @property
    def past(self) -> int:
        """The place after the phrase and those who are addressed with it."""
        at = self.last + 1
        while self.word(at) in self.scene.words.lists["folk"]:
            at += 1
        return at

    @property
    def is_tag(self) -> bool:
        """Whether the phrase is the last clause of a longer sentence: “…, how modern.”"""
        return bool(self.word(self.first - 1)) and not self.word(self.past)

    @property
    def is_thanks(self) -> bool:
        """Whether the phrase gives thanks."""
        return self.wording.detector.startswith("mock-thanks")

    @property
    def is_job(self) -> bool:
        """Whether the phrase praises a deed, so that “locking the gate” may follow it."""
        return not self.own.isdisjoint(_DEED)

    @property
    def is_felt(self) -> bool:
        """Whether the phrase tells what the writer feels."""
        return self.word(self.first) in ("i", "we")

    @property
    def for_at(self) -> int:
        """The place of “for” or “on” behind thanks or praise, or 0."""
        if not (self.is_thanks or self.wording.detector == "mock-praise" or self.is_job):
            return 0
        if is_ing(self.word(self.past)) and (self.is_job or self.word(self.last) == "you"):
            return self.past - 1
        if self.is_job and not self.is_thanks:
            return 0
        tokens, clause = self.scene.draft.tokens, self.last
        ends = FINITE | RELATIVE | TURNS | PRONOUNS - {"you"}
        for at in range(self.last, self.last + _AHEAD):
            word = self.word(at)
            if not word or (at > self.last and word in ends):
                return 0
            if at > self.last and tokens[at].clause != tokens[at - 1].clause:
                clause = at
            if word in ("for", "on"):
                return at if clause == self.last or at - clause <= _ASIDE else 0
        return 0

    @property
    def to_at(self) -> int:
        """The place of “to” in “how kind of your driver to leave”, or 0."""
        after = self.word(self.last + 1)
        if self.word(self.last) == "to" and after not in DETERMINED | AMOUNTS:
            return self.last
        if self.word(self.last) != "of":
            return 0
        for at in range(self.last + 1, self.last + _AHEAD):
            word = self.word(at)
            if word == "to":
                return at
            if not word or word in RELATIVE:
                return 0
        return 0


def exclaimed(scene: Scene, first: int, last: int) -> Opened:
    """Return a cry of the text's own, as “how modern”, as if the data had it."""
    name = "mock-exclamation"
    wording = Wording(
        shape=_CRY, instead="", fault=scene.words.faults[name], detector=name, needs=(), least=1,
        proof="woe",
    )  # fmt: skip
    return Opened(scene=scene, wording=wording, first=first, last=last)


def is_ing(word: str) -> bool:
    """Whether a word may be a verb in -ing."""
    return word.endswith("ing") and len(word) > _ING and word not in _THINGS
