"""Does somebody on the writer's side threaten it, or does it only tell of a harm?

“I will smash your window” and “my brothers will” are vows, “you will regret it” is a doom, “I
hope that you rot” is an ill wish. “The leak will ruin your floor” and “he said that he would ruin
me” are none of these.
"""

from dataclasses import dataclass

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.speech import is_reported
from complaintkit.rules.check.tone.vow_words import (
    ADVERBS,
    ASKED,
    ASKED_OF,
    AT_STAKE,
    AUXILIARIES,
    BEFORE_MOB,
    FATE,
    FORCED,
    JOINING,
    LASTING,
    LINKS,
    MOB,
    MODALS,
    NOBODY,
    OTHERS,
    PAST,
    PRESSING,
    READER,
    READERS_OWN,
    SPOKEN_OF,
    SUFFERED,
    TIMES,
    TURNING,
    WILLING,
    WISHES,
    WITHOUT_DENIAL,
    WITHOUT_DOER,
    WRITER,
)
from complaintkit.rules.check.tone.words import By, ToneWords, Wording
from complaintkit.rules.phrase_pieces import NEGATIONS

MOST_BACK = 18
"""Words between a verb and the “will” that governs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Where a doer is told (first word), and whether the threat reads on without them."""

    first: int
    is_whole: bool = False


def doer(draft: Draft, words: ToneWords, wording: Wording, at: int) -> Doer | None:
    """Return who is to do what a phrase at a place says; None where that is no threat."""
    token = draft.tokens[at]
    if draft.is_quoted(token.start, token.end) or is_reported(draft, at):
        return None
    if wording.by is By.WISH:
        return _wished(draft, words, at)
    modal = _modal(draft, at, wording.reach)
    if modal is None:
        return pressed(draft, at, wording.reach) if wording.by is By.WRITER else None
    if is_taken_back(draft, modal, at) or word_at(draft, modal, modal + 1) in ASKED_OF:
        return None
    subject = subject_of(draft, modal)
    verb = _verb(draft, modal, at) if wording.reach else at
    if wording.reach and wording.by is By.WRITER and not is_done(draft, verb, at):
        return None
    if wording.by is By.WRITER:
        return of_writer(draft, modal, subject, verb)
    is_fate = draft.tokens[modal].word in FATE
    is_reader = is_fate and subject is not None and of_reader(draft, words, subject)
    return Doer(first=verb) if is_reader else None


def _modal(draft: Draft, at: int, reach: int) -> int | None:
    """Return the place of the “will” that governs a verb, or of “am” before one in -ing."""
    back, loose = at - 1, 0
    is_joined = word_at(draft, at, back) in JOINING or _is_parted(draft, at)
    while back >= 0 and at - back <= MOST_BACK:
        word = word_at(draft, at, back)
        if not word or (reach and word in OTHERS):
            return None
        if reach and word in TURNING and back < at - 1:
            return None
        if word in MODALS and not is_other_word(draft, back):
            is_near = loose <= reach or (is_joined and not _is_asked(draft, at))
            return back if is_near else None
        if word in LASTING and is_lasting(draft, back + 1):
            is_near = loose <= reach or (is_joined and not _is_asked(draft, at))
            return back if is_near else None
        loose += word not in LINKS
        back -= 1
    return None


def is_lasting(draft: Draft, at: int) -> bool:
    """Whether a word is a verb in -ing that may stand behind “am”."""
    word = draft.tokens[at].word if at < len(draft.tokens) else ""
    return word.endswith("ing") and word not in MODALS and word != "writing"


def is_other_word(draft: Draft, at: int) -> bool:
    """Whether “about” is no “am about to”, and “better” no “had better”."""
    word, before = draft.tokens[at].word, word_at(draft, at, at - 1)
    if word == "about":
        return before not in ("am", "are", "is", "be", "just")
    return word == "better" and before not in ("had", "would", "you", "he", "they")


def _verb(draft: Draft, modal: int, at: int) -> int:
    """Return the first word of what is to be done, behind the last “and” before a place."""
    first = modal + 1
    for place in range(modal + 1, at):
        if word_at(draft, at, place) in ("and", "or", "then"):
            first = place + 1
    while first < at and word_at(draft, at, first) in ADVERBS:
        first += 1
    return first


def _is_asked(draft: Draft, at: int) -> bool:
    """Whether another is to do it: “I will ask your engineer to …”."""
    before = [word_at(draft, at, place) for place in range(at - 6, at)]
    return before[-1] == "to" and not ASKED.isdisjoint(before)


def subject_of(draft: Draft, modal: int) -> int | None:
    """Return the last word of the subject of a “will”; None where it is left out."""
    back = modal - 1
    while word_at(draft, modal, back) in LINKS | MODALS:
        back -= 1
    return back if word_at(draft, modal, back) else None


def is_done(draft: Draft, verb: int, at: int) -> bool:
    """Whether the writer does something to that end, rather than suffers it."""
    is_deed = word_at(draft, at, verb) not in SUFFERED
    return is_deed or (verb < at and draft.tokens[verb + 1].word.endswith("ing"))


def of_writer(draft: Draft, modal: int, subject: int | None, verb: int) -> Doer | None:
    """Return the writer's side as the doer, or None for another subject of a “will”."""
    if subject is None:
        is_told = draft.tokens[modal].word in WITHOUT_DOER
        return Doer(first=modal, is_whole=True) if is_told else None
    word = draft.tokens[subject].word
    if word in WRITER or (word in ("me", "us") and word_at(draft, subject, subject - 1) in FORCED):
        if draft.tokens[verb - 1].word in WILLING:
            return Doer(first=subject, is_whole=True)
        return Doer(first=verb)
    if word in SPOKEN_OF:
        return _of_own(draft, subject)
    first = _of_mob(draft, subject)
    if first is None or draft.tokens[modal].word not in FATE:
        return None
    while word_at(draft, subject, first - 1) in BEFORE_MOB:
        first -= 1
    return Doer(first=first, is_whole=True)


def _of_mob(draft: Draft, subject: int) -> int | None:
    """Return the place of “youths” in “the youths of this area”; None for another subject."""
    for back in range(subject, subject - 4, -1):
        word = word_at(draft, subject, back)
        if word in MOB:
            return None if word_at(draft, subject, back - 1) in READERS_OWN else back
        if word in READERS_OWN or word_at(draft, subject, subject - 2) != "of" != word:
            return None
    return None


def _of_own(draft: Draft, subject: int) -> Doer | None:
    """“My uncle is a minister, and he will”."""
    for back in range(subject - 1, max(subject - MOST_BACK // 2, -1), -1):
        word = word_at(draft, subject, back)
        if word in MOB and {"my", "our"} & {word_at(draft, subject, back - n) for n in (1, 2, 3)}:
            return Doer(first=subject, is_whole=True)
        if not word or word in READERS_OWN or word in SPOKEN_OF:
            return None
    return None


def _is_of_writer(draft: Draft, subject: int) -> bool:
    """Whether “he” or “they” is likelier somebody of the writer's than of the reader's."""
    for back in range(subject - 1, max(subject - MOST_BACK, -1), -1):
        word = draft.tokens[back].word
        if word in READERS_OWN:
            return False
        if word in ("my", "our"):
            return True
    return False


def of_reader(draft: Draft, words: ToneWords, subject: int) -> bool:
    """Whether a subject is the reader, their people, or what they stand and fall with."""
    head = draft.tokens[subject].word
    if head in SPOKEN_OF:
        return not _is_of_writer(draft, subject)
    if head in READER or _is_name(draft, subject):
        return True
    lists = words.lists
    if not (head in lists["people"] or head in lists["org"] or head in AT_STAKE):
        return False
    before = [word_at(draft, subject, back) for back in range(subject - 4, subject)]
    pointing = READERS_OWN | ({"this", "that"} if head in lists["people"] else set())
    return not pointing.isdisjoint(before) and not {"my", "our"} & set(before)


def pressed(draft: Draft, at: int, reach: int) -> Doer | None:
    """“Pay or I tell the papers”, “do not make me tell the papers”."""
    back, loose = at - 1, 0
    while loose <= reach and back >= 0:
        word, before = word_at(draft, at, back), word_at(draft, at, back - 1)
        if word in ("me", "us") and before in FORCED:
            return Doer(first=back + 1)
        if word in WRITER and before not in TIMES:
            sentence = draft.words_of(draft.tokens[at].sentence)
            earlier = {token.word for token in sentence if token.start < draft.tokens[back].start}
            is_pressing = not earlier.isdisjoint(PRESSING) and not is_taken_back(draft, back, at)
            return Doer(first=back + 1) if is_pressing and not _is_past(draft, back) else None
        loose += word not in LINKS
        back -= 1
    return None


def _is_past(draft: Draft, subject: int) -> bool:
    """Whether it has been done: “I told”, “I have told”."""
    verb = word_at(draft, subject, subject + 1)
    return verb.endswith(("ed", "ing")) or verb in PAST


def _wished(draft: Draft, words: ToneWords, at: int) -> Doer | None:
    """“I hope that your shop burns down”, “may you lose”: from “I” on."""
    for back in range(at - 1, at - MOST_BACK // 2, -1):
        word = word_at(draft, at, back)
        if not word or word in NEGATIONS:
            return None
        if word in WISHES and (word != "may" or _heads(draft, back)):
            between = [place for place in range(back + 1, at + 4) if word_at(draft, at, place)]
            is_reader = any(of_reader(draft, words, place) for place in between)
            is_ours = any(
                word_at(draft, at, place) in ("i", "we", "my", "our")
                for place in range(back + 1, at)
            )
            if not is_reader or is_ours:
                return None
            first = back
            while word_at(draft, at, first - 1) in WRITER | LINKS - {"and", "but"}:
                first -= 1
            return Doer(first=first, is_whole=True)
    return None


def is_taken_back(draft: Draft, modal: int, at: int) -> bool:
    """Whether “not” stands between, unless as in “will not hesitate to”."""
    is_verb = draft.tokens[modal].word not in AUXILIARIES
    if not NOBODY.isdisjoint(word_at(draft, modal, place) for place in range(modal - 4, modal)):
        return True
    for place in range(modal - 2 * is_verb, at):
        if word_at(draft, modal, place) in NEGATIONS and word_at(draft, modal, place) != "without":
            following = {word_at(draft, modal, further) for further in range(place + 1, place + 4)}
            if following.isdisjoint(WITHOUT_DENIAL):
                return True
    return False


def _is_name(draft: Draft, at: int) -> bool:
    token = draft.tokens[at]
    is_head = at == 0 or draft.tokens[at - 1].sentence != token.sentence
    return not is_head and draft.text[token.start].isupper() and token.word not in WRITER


def _heads(draft: Draft, at: int) -> bool:
    """Whether a word heads a clause: “may you lose”, not “on 4 May”."""
    before = word_at(draft, at, at - 1)
    return not before or before == "and" or _is_parted(draft, at)


def _is_parted(draft: Draft, at: int) -> bool:
    return at > 0 and draft.tokens[at - 1].clause != draft.tokens[at].clause


def word_at(draft: Draft, near: int, place: int) -> str:
    """Return the word at a place, or "" outside the sentence of another."""
    tokens = draft.tokens
    if 0 <= place < len(tokens) and tokens[place].sentence == tokens[near].sentence:
        return tokens[place].word
    return ""
