"""What plain fact does a mocking phrase tell?

“Thank you so much for leaving me without water” becomes “You left me without water”.
"""

from dataclasses import replace

from complaintkit.model.review import Remark
from complaintkit.rules.check.tone.opened import (
    AMOUNTS,
    DETERMINED,
    FINITE,
    PRONOUNS,
    RELATIVE,
    SOFTENERS,
    Opened,
    is_ing,
)
from complaintkit.rules.check.tone.rewording import reworded

_STOPS = RELATIVE | PRONOUNS | {"how", "what", "to", "for"}
_ORIGINS = frozenset({"from", "by", "at", "in", "on", "with"})
_LEARNT = frozenset({"hear", "see", "know", "learn", "read", "find", "note", "report", "discover"})
_POINTING = frozenset({"that", "how", "what", "why", "which"})
_LOVES = frozenset({"love", "adore", "enjoy", "admire", "like", "applaud", "marvel", "loved",
                    "enjoyed", "liked", "admired"})  # fmt: skip
_FOOLS = frozenset({"of", "stupid", "silly", "mad", "naive"})
_DEEDS = frozenset({"idea", "plan", "move", "strategy", "system", "thought", "foresight", "scheme",
                    "wisdom", "imagination", "ingenuity", "thoughtfulness", "touch"})  # fmt: skip
DROPPED = "-"
"""Stands in the data for words that only fall away."""
ASKED = "I ask about this"
"""Begins what is put in place of a mocking question, which is then left alone."""


def plainly(one: Opened) -> Remark:
    """Return the remark with the plain fact in place of the mockery."""
    instead = one.wording.instead
    if instead == DROPPED:
        return _drop(one, one.last + 1)
    if instead:
        return _put(one, one.last, instead)
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
    draft, fault = one.scene.draft, one.scene.words.faults[one.wording.detector]
    remark = reworded(draft, fault, one.first, last, instead)
    _, end = draft.sentences[draft.tokens[one.first].sentence]
    if (
        draft.text[end - 1 : end] != "?"
        or not remark.suggestion.startswith("I ")
        or ASKED in instead
    ):
        return remark
    rest = draft.text[remark.end : end - 1]
    return replace(
        remark,
        end=end,
        quote=draft.text[remark.start : end],
        suggestion=f"{remark.suggestion}{rest}.",
    )


def _drop(one: Opened, at: int) -> Remark:
    """Let the phrase fall away up to a word, which stays with a mark before it."""
    if not one.word(at):
        return _put(one, at - 1, "")
    return _put(one, at, _marked(one, at))


def _marked(one: Opened, at: int) -> str:
    """Return a word as it is written, with the quotation mark before it."""
    tokens, text = one.scene.draft.tokens, one.scene.draft.text
    between = text[tokens[at - 1].end : tokens[at].start].strip()
    mark = between[-1:] if between[-1:] in tuple("\"“‘'£$€₦₹#") else ""
    return f"{mark}{_written(one, at, at)}"


def _with(one: Opened, at: int, instead: str) -> Remark:
    """Put words in place of all up to a word, which stays: no comma is left before it."""
    return _put(one, at, f"{instead} {_marked(one, at)}")


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
        if one.word(at) in DETERMINED:
            return _written(one, at, last)
    return "you"


def _done(one: Opened) -> Remark:
    """“Thank you for leaving me” becomes “You left me”."""
    who, at = _who(one, one.last + 1, one.for_at - 1), one.for_at + 1
    while one.word(at) in SOFTENERS:
        at += 1
    verb = one.word(at)
    if is_ing(verb):
        return _put(one, at, _told(one, who, verb))
    if who == "you":
        return _put(one, one.for_at, "my complaint is about")
    return _put(one, one.for_at, f"my complaint about {who} concerns")


def _told(one: Opened, who: str, verb: str) -> str:
    """Return “you lost”, “your depot lost”; “you were”, not “you was”."""
    done = _past(one, verb)
    return f"{who} {'were' if (who, done) == ('you', 'was') else done}"


def _did(one: Opened) -> Remark:
    """“How kind of you to raise the rent” becomes “You raised the rent”."""
    at = one.to_at + 1
    verb, own = one.word(at), one.own
    if one.word(one.last) == "of" and own.isdisjoint(_DEEDS):
        who = _who(one, one.last + 1, one.to_at - 1)
        return _put(one, at, _told(one, who, verb))
    if "enough" in own:
        return _put(one, at, _past(one, verb))
    if verb in _LEARNT and one.word(at + 1) in _POINTING:
        return _put(one, at, "I note")
    if not own.isdisjoint(_DEEDS):
        return _put(one, one.to_at, "you decided to")
    if "trust" in own:
        return _put(one, at, f"{_written(one, one.first + 1, one.to_at - 1)} {_past(one, verb)}")
    if own & (one.scene.words.lists["glad"] | _FOOLS) or verb == "be":
        return _put(one, at, f"I {_past(one, verb)}")
    return _put(one, one.to_at, "I had to")


def _rest(one: Opened) -> Remark:
    """Put the rest of the sentence plainly where the opening words fall away."""
    at, word = one.past, one.word(one.past)
    felt = _felt(one, at)
    if felt:
        return felt
    if is_ing(word):
        return _put(one, at, f"you {_past(one, word)}")
    if word == "for" and is_ing(one.word(at + 1)):
        return _put(one, at + 1, f"I {_past(one, one.word(at + 1))}")
    if word == "to":
        return _rest_to(one, at)
    if word in _ORIGINS:
        return _put(one, one.last, "I am not satisfied")
    if word in AMOUNTS and not _is_sentence(one, at):
        return _with(one, at, "my complaint is about")
    return _drop(one, at)


def _felt(one: Opened, at: int) -> Remark | None:
    """Put plainly what the writer says to think, learn or enjoy: “I love waiting”."""
    word, last, own = one.word(at), one.word(one.last), one.own
    if is_ing(last) and "for" in own:
        return _put(one, one.last, f"I {_past(one, last)}")
    if word == "that" or (word in _POINTING and last in _LEARNT | _LOVES):
        return _put(one, at, f"I note {word}")
    if last in _LEARNT and "to" in own:
        return _put(one, one.last, f"I {last}")
    if last in ("to", "on", "for", "by", "after") and word in DETERMINED | AMOUNTS:
        return _put(one, one.last, "my complaint is about")
    if own & _LOVES and word:
        is_thing = word in DETERMINED or word in ("a", "an", "it", "what")
        return _put(one, one.last, "my complaint is about" if is_thing else "I object to")
    return None


def _rest_to(one: Opened, at: int) -> Remark:
    verb = one.word(at + 1)
    if verb in DETERMINED | AMOUNTS:
        return _put(one, at, "my complaint is about")
    if verb == "be":
        return _put(one, at + 1, "I was")
    return _put(one, at, "you decided to" if one.own & _DEEDS else "I had to")


def _is_sentence(one: Opened, at: int) -> bool:
    """Whether a verb stands there for a subject; not only inside “that I paid for”."""
    while (word := one.word(at)) and word not in _STOPS and not is_ing(word):
        if word in FINITE:
            return True
        at += 1
    return False


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
