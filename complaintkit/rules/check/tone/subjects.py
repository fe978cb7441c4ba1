"""Who does what a verb says: the company and its people, the writer, or a stranger?

“Your agent lied” is said of the company; “the caller lied” is not. A stranger named in the same
sentence or shortly before takes “they”, “he” and “she” to himself.
"""

from enum import Enum

from complaintkit.rules.check.tone.scene import (
    ANY_BODY,
    BEFORE_PLACE,
    COUNTED,
    OTHERS,
    REPORTED,
    SOMEBODY,
    Scene,
)
from complaintkit.rules.phrase_pieces import NEGATIONS

MOST_BACK = 14
"""Words between a verb and its subject."""

FIRST = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_PERSONS = frozenset({"they", "he", "she", "them", "everyone", "everybody", "his", "her", "their"})
_MINE = frozenset({"my", "our"})
_POINTERS = frozenset({"this", "it", "these", "those"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_JOINING = frozenset(
    [
        *("", "and", "but", "that", "because", "if", "when", "how", "what", "why", "as", "so"),
        *("think", "know", "see", "say", "believe", "while", "or", "then", "since", "suspect"),
        *("maybe", "where", "do", "did", "are", "have"),
    ]
)
_ANSWERS = frozenset({"apology", "reply", "response", "offer", "answer", "explanation", "excuse",
                      "investigation", "service", "decision"})  # fmt: skip
_EMPLOYING = frozenset({"employ", "employed", "hire", "hired", "keep"})
_WRITINGS = frozenset({"email", "text", "website", "link"})
_NOMINATIVE = frozenset({"i", "we", "you", "they", "he", "she"})
_OWNERS = frozenset({"my", "our", "your", "the", "this", "his", "her", "their"}) | COUNTED
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


def bearer_of(scene: Scene, at: int) -> Bearer:
    """Say of whom the verb at a place speaks, by the words before it."""
    lists = scene.words.lists
    skipped = lists["adv"] | lists["be"] | lists["contempt"] | lists["mild"] | _SKIPPED | NEGATIONS
    found, back = Bearer.NOBODY, _past_who(scene, at) - 1
    is_beside = back == at - 1 and scene.word(back, at) in ("and", "or", "then", "but")
    nearest = scene.draft.tokens[at].clause - 1
    while back >= 0 and at - back <= MOST_BACK and scene.word(back, at):
        clause = scene.draft.tokens[back].clause
        if clause < scene.draft.tokens[at].clause and _is_aside(scene, back):
            while back >= 0 and scene.draft.tokens[back].clause == clause:
                back -= 1
            nearest = min(nearest, clause - 1)
            continue
        if clause < nearest:
            break
        word = scene.word(back, at)
        if not is_beside and word in _POINTERS:
            return Bearer.THING
        if word in _RELATIVE and found is not Bearer.NOBODY:
            found, is_beside = Bearer.NOBODY, True
        elif word not in skipped:
            who = _meant_by(scene, back, at, is_beside=is_beside)
            if who in (Bearer.STRANGER, Bearer.ME):
                return who
            if who is Bearer.OURS and not _is_place(scene, back, at):
                return who
            found = who if found in (Bearer.NOBODY, Bearer.THING) else found
            is_beside = True
        back -= 1
    return found


def _past_who(scene: Scene, at: int) -> int:
    """Return the place of “who” in “the person who handled my claim is”, else the verb's."""
    if scene.clause_word(at - 1, at) in _NOMINATIVE | {"who"}:
        return at
    back = at - 1
    while scene.clause_word(back, at):
        if scene.word(back, at) == "who" and scene.word(back - 1, at):
            return back
        back -= 1
    return at


def _meant_by(scene: Scene, place: int, at: int, *, is_beside: bool) -> Bearer:
    """Say who one word is; `is_beside`: other words stand between it and its verb."""
    lists, word = scene.words.lists, scene.word(place, at)
    if word in _NOMINATIVE or word in FIRST or word in lists["you"] or word in _PERSONS:
        return _pronoun(scene, place, at, is_beside=is_beside)
    is_whoever = word in ("whoever", "whichever") and scene.word(place + 1, at) not in REPORTED
    if is_whoever or (word in SOMEBODY and scene.has_place(place)):
        return Bearer.OURS
    if word in _WRITINGS and _owner(scene, place) == "your":
        return Bearer.OURS
    if word == "whoever" or scene.is_stranger(word) or scene.word(place - 1, at) in OTHERS:
        return Bearer.STRANGER
    if word in ("your", "yours"):
        return Bearer.STRANGER if scene.is_claimed(place) else Bearer.OURS
    if word in lists["people"] or word in lists["org"]:
        return _people(scene, place, at)
    if _owner(scene, place) in _MINE:
        return Bearer.THING if is_beside else Bearer.ME
    is_answer = word in _ANSWERS and _owner(scene, place) in ("this", "the", "that")
    return Bearer.OURS if is_answer or scene.is_name(place) else Bearer.THING


def _pronoun(scene: Scene, place: int, at: int, *, is_beside: bool) -> Bearer:
    word = scene.word(place, at)
    if word in ("i", "we"):
        return Bearer.THING if is_beside else Bearer.ME
    if word in scene.words.lists["you"] and scene.word(place + 1, at) in _EMPLOYING:
        return Bearer.OURS
    if word in scene.words.lists["you"]:
        is_relative = is_beside and scene.clause_word(place - 1, at) not in _JOINING
        return Bearer.THING if is_relative and not _is_people(scene, place + 1) else Bearer.OURS
    if word in _PERSONS:
        return Bearer.STRANGER if scene.is_third(place) else Bearer.OURS
    return Bearer.THING


def _people(scene: Scene, place: int, at: int) -> Bearer:
    word, owner = scene.word(place, at), _owner(scene, place)
    if owner in _MINE:
        return Bearer.ME if scene.is_letter else Bearer.OURS
    is_past = not scene.around(place - 3, place - 1, near=place).isdisjoint({"previous", "former"})
    is_other = (is_past and owner != "your") or not scene.around(
        place - 4, place - 1, near=place
    ).isdisjoint({"other", "another"})
    is_crime = (
        word in ANY_BODY
        and scene.word(place + 1, place) == "who"
        and scene.word(place + 2, place) in REPORTED
    )
    if is_crime or is_other or (owner in COUNTED and word in ANY_BODY) or scene.is_claimed(place):
        return Bearer.OURS if scene.has_place(place) else Bearer.STRANGER
    return Bearer.OURS


def _owner(scene: Scene, place: int) -> str:
    """Return “my”, “your”, “the”, “a” or the like before “former business partner”, else ""."""
    for back in range(place - 1, place - 5, -1):
        word = scene.clause_word(back, place)
        if word in _OWNERS:
            return word
        if not word or word in BEFORE_PLACE or word in _NOMINATIVE:
            break
    return ""


def _is_place(scene: Scene, place: int, at: int) -> bool:
    """Whether a word only tells where: “the seller on your platform”."""
    words = [scene.word(back, at) for back in range(place - 1, place - 4, -1)]
    if words[0] in ("the", "your", "this"):
        words = words[1:]
    return words[0] in BEFORE_PLACE


def _is_people(scene: Scene, place: int) -> bool:
    lists = scene.words.lists
    return place < len(scene.draft.tokens) and scene.draft.tokens[place].word in (
        lists["people"] | {"all", "lot", "at", "in"}
    )


def _is_aside(scene: Scene, place: int) -> bool:
    """Whether a clause only adds something: “the email, which carries your logo, is”."""
    tokens = scene.draft.tokens
    first = place
    while first and tokens[first - 1].clause == tokens[place].clause:
        first -= 1
    return tokens[first].word in _RELATIVE
