"""What plain fact does a mocking phrase tell?

“Thank you so much for leaving me without water” becomes “You left me without water”.
"""

from dataclasses import dataclass, replace

from complaintkit.model.review import Remark
from complaintkit.rules.check.tone.rewording import reworded
from complaintkit.rules.check.tone.scene import Scene
from complaintkit.rules.check.tone.words import ToneWords, Wording
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
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "when", "where", "if", "while"})
_STOPS = _RELATIVE | PRONOUNS | {"how", "what", "to", "for"}
_TURNS = frozenset({"but", "although", "though", "however", "whereas", "despite"})
_SOFTENERS = frozenset({"so", "kindly", "only", "also", "once", "again", "then", "just", "yet"})
_AMOUNTS = frozenset(
    {"a", "an", "another", "yet", "only", "just", "no", "more", "one", "two", "three", "four",
     "five", "six", "seven", "eight", "nine", "ten", "twelve", "whoever", "some", "almost"}
)  # fmt: skip
_DETERMINED = frozenset({"your", "the", "whoever", "that", "this", "my", "our", "everyone"})
_ORIGINS = frozenset({"from", "by", "at", "in", "on", "with"})
_LEARNT = frozenset({"hear", "see", "know", "learn", "read", "find", "note", "report", "discover"})
_POINTING = frozenset({"that", "how", "what", "why", "which"})
_LOVES = frozenset({"love", "adore", "enjoy", "admire", "like", "applaud", "marvel", "loved",
                    "enjoyed", "liked", "admired"})  # fmt: skip
_DEEDS = frozenset({"idea", "plan", "move", "strategy", "system", "thought", "foresight", "scheme",
                    "wisdom", "imagination", "ingenuity", "thoughtfulness", "touch"})  # fmt: skip
_THINGS = frozenset({"nothing", "something", "anything", "everything", "morning", "evening",
                     "during", "building", "ceiling", "wedding", "string", "parking"})  # fmt: skip
ASKED = "I ask about this"
"""Begins what is put in place of a mocking question, which is then left alone."""
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
    def past(self) -> int:
        """The place after the phrase and those who are addressed with it."""
        at = self.last + 1
        while self.word(at) in self.scene.words.lists["folk"]:
            at += 1
        return at

    @property
    def is_thanks(self) -> bool:
        """Whether the phrase gives thanks."""
        return self.wording.detector.startswith("mock-thanks")

    @property
    def is_job(self) -> bool:
        """Whether the phrase praises a deed, so that “locking the gate” may follow it."""
        own = self.scene.around(self.first, self.last, near=self.first)
        return not own.isdisjoint({"job", "work", "going", "show"})

    @property
    def start(self) -> int:
        """The first word of its sentence."""
        at = self.first
        while self.word(at - 1):
            at -= 1
        return at

    @property
    def is_tag(self) -> bool:
        """Whether the phrase is the last clause of a longer sentence: “…, how modern.”"""
        return bool(self.word(self.first - 1)) and not self.word(self.past)

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
        for at in range(self.last, self.last + _AHEAD):
            word = self.word(at)
            if not word or (
                at > self.last and word in FINITE | _RELATIVE | _TURNS | PRONOUNS - {"you"}
            ):
                return 0
            if tokens[at].clause != tokens[at - 1].clause and at > self.last:
                clause = at
            if word in ("for", "on"):
                return at if clause == self.last or at - clause <= _ASIDE else 0
        return 0

    @property
    def to_at(self) -> int:
        """The place of “to” in “how kind of your driver to leave”, or 0."""
        after = self.word(self.last + 1)
        if self.word(self.last) == "to" and after not in _DETERMINED | _AMOUNTS:
            return self.last
        if self.word(self.last) != "of":
            return 0
        for at in range(self.last + 1, self.last + _AHEAD):
            word = self.word(at)
            if word == "to":
                return at
            if not word or word in _RELATIVE:
                return 0
        return 0


def exclaimed(scene: Scene, first: int, last: int) -> Opened:
    """Return a cry of the text's own, as “how modern”, as if the data had it."""
    words: ToneWords = scene.words
    name = "mock-exclamation"
    wording = Wording(
        shape=_CRY, instead="", fault=words.faults[name], detector=name, needs=(), least=1
    )
    return Opened(scene=scene, wording=wording, first=first, last=last)


def plainly(one: Opened) -> Remark:
    """Return the remark with the plain fact in place of the mockery."""
    instead = one.wording.instead
    if instead:
        return _put(one, one.last, instead.strip())
    if one.wording.asked or one.wording.proof != "woe":
        return _asked(one)
    if one.for_at:
        return _done(one)
    if one.to_at:
        return _did(one)
    if one.is_tag:
        return _put(one, one.past - 1, "which is disappointing")
    return _rest(one)


def _put(one: Opened, last: int, instead: str) -> Remark:
    fault = one.scene.words.faults[one.wording.detector]
    return reworded(one.scene.draft, fault, one.first, last, instead)


def _with(one: Opened, at: int, instead: str) -> Remark:
    """Put words in place of all up to a word, which stays: no comma is left before it."""
    return _put(one, at, f"{instead} {_written(one, at, at)}")


def _written(one: Opened, first: int, last: int) -> str:
    tokens = one.scene.draft.tokens
    return one.scene.draft.text[tokens[first].start : tokens[last].end]


def _asked(one: Opened) -> Remark:
    """Ask plainly: “I ask how it could be that …”, “I ask about this: is …”."""
    if one.wording.detector == "mock-inference":
        at = one.last + 1 + (one.word(one.last + 1) == "that")
        return _with(one, at, "I ask how it could be that")
    whole = replace(one, first=one.start, last=max(one.start, one.first - 1))
    said = _written(one, one.start, whole.last)
    small = said if said.startswith(("I ", "I'")) or said == "I" else said[:1].lower() + said[1:]
    return _put(whole, whole.last, f"{ASKED}: {small}")


def _who(one: Opened, first: int, last: int) -> str:
    """Return who did it: “your driver” in “to your driver for”, else “you”."""
    for at in range(first, last + 1):
        if one.word(at) in _DETERMINED:
            return _written(one, at, last)
    return "you"


def _done(one: Opened) -> Remark:
    """“Thank you for leaving me” becomes “You left me”."""
    who, at = _who(one, one.last + 1, one.for_at - 1), one.for_at + 1
    while one.word(at) in _SOFTENERS:
        at += 1
    verb = one.word(at)
    if is_ing(verb):
        return _put(one, at, f"{who} {_past(one, verb)}")
    if who == "you":
        return _put(one, one.for_at, "my complaint is about")
    return _put(one, one.for_at, f"my complaint about {who} concerns")


def _did(one: Opened) -> Remark:
    """“How kind of you to raise the rent” becomes “You raised the rent”."""
    at = one.to_at + 1
    verb, own = one.word(at), one.scene.around(one.first, one.last, near=one.first)
    if one.word(one.last) == "of" and own.isdisjoint(_DEEDS):
        who = _who(one, one.last + 1, one.to_at - 1)
        return _put(one, at, f"{who} {_past(one, verb)}")
    if "enough" in own:
        return _put(one, at, _past(one, verb))
    if verb in _LEARNT and one.word(at + 1) in _POINTING:
        return _put(one, at, "I note")
    if not own.isdisjoint(_DEEDS):
        return _put(one, one.to_at, "you decided to")
    if own & one.scene.words.lists["glad"] or "of" in own or verb == "be":
        return _put(one, at, f"I {_past(one, verb)}")
    return _put(one, one.to_at, "I had to")


def _rest(one: Opened) -> Remark:
    """Put the rest of the sentence plainly where the opening words fall away."""
    at, word, last = one.past, one.word(one.past), one.word(one.last)
    own = one.scene.around(one.first, one.last, near=one.first)
    if word == "that" or (word in _POINTING and last in _LEARNT | _LOVES):
        return _put(one, at, f"I note {word}")
    if is_ing(last) and "for" in own:
        return _put(one, one.last, f"I {_past(one, last)}")
    if own & _LOVES and word:
        is_thing = word in _DETERMINED or word in ("a", "an", "it", "what")
        return _put(one, one.last, "my complaint is about" if is_thing else "I object to")
    if is_ing(word):
        return _put(one, at, f"you {_past(one, word)}")
    if word == "to":
        return _rest_to(one, at, own)
    if word in _ORIGINS:
        return _put(one, one.last, "I am not satisfied")
    if word in _AMOUNTS and not _is_sentence(one, at):
        return _with(one, at, "my complaint is about")
    return _put(one, at - 1, "")


def _rest_to(one: Opened, at: int, own: frozenset[str]) -> Remark:
    verb = one.word(at + 1)
    if one.word(at + 1) in _DETERMINED or verb in _AMOUNTS:
        return _put(one, at, "my complaint is about")
    if verb == "be":
        return _put(one, at + 1, "I was")
    return _put(one, at, "you decided to" if own & _DEEDS else "I had to")


def _is_sentence(one: Opened, at: int) -> bool:
    """Whether a verb stands there for a subject; not only inside “that I paid for”."""
    while (word := one.word(at)) and word not in _STOPS and not is_ing(word):
        if word in FINITE:
            return True
        at += 1
    return False


def is_ing(word: str) -> bool:
    """Whether a word may be a verb in -ing."""
    return word.endswith("ing") and len(word) > _ING and word not in _THINGS


def _past(one: Opened, word: str) -> str:
    """Return “left” for “leaving” and “leave”, “posted” for “posting”."""
    known = one.scene.words.past
    if word in known:
        return known[word]
    stem = word[:-3] if word.endswith("ing") else word
    if stem.endswith("e"):
        return f"{stem}d"
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        return f"{stem[:-1]}ied"
    return f"{stem}ed"
