"""Does thanks, praise or a question mean the opposite of what it says?

A phrase of the data only opens: “thank you for losing my bag” mocks by what follows it. What is
bad for the writer must stand beside it, and nothing that was of help; so real thanks pass. What
is put instead: `mockery.py`.
"""

from collections.abc import Iterator

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.mockery import (
    ASKED,
    FINITE,
    PRONOUNS,
    Opened,
    exclaimed,
    plainly,
)
from complaintkit.rules.check.tone.phrases import standing
from complaintkit.rules.check.tone.scene import Scene
from complaintkit.rules.check.tone.speech import is_meant
from complaintkit.rules.check.tone.words import ToneWords
from complaintkit.rules.phrase_pieces import NEGATIONS

_ASIDE = 4
"""Words that may stand before a mocking clause in its sentence."""
_SHORT = 2
"""Words with which a sentence ends so soon that the next one tells what is meant."""
LEAST_ALONE = 2
"""What plain thanks must be followed by, which say nothing alone."""
_LEAST_CRY, _CRY = 2, 5
"""Words of a clause like “what a lovely way to wait”."""
_SOON = 4
"""Words within which a quoted word must come."""
_NEVER = -99

_TURNS = frozenset({"but", "although", "though", "however", "whereas", "despite", "apart"})
_WISHES = frozenset({"please", "would", "if", "could"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "mx", "sister", "nurse"})
_SOFTENERS = frozenset({"so", "kindly", "only", "also", "once", "again", "then", "just", "yet"})
_CHEERS = frozenset({"mock-exclamation", "mock-praise", "mock-cheer", "mock-gladness"})
"""Real joy turns to the complaint: “I love the phone, but it does not charge”."""
_SO = frozenset({"soon", "kind", "much", "many", "nice", "good", "very", "far", "long"})
_ORIGINS = frozenset(
    {"from", "by", "at", "in", "on", "with", "of", "to", "is", "was", "has", "and"}
)
_SINCERE = frozenset({"i", "we", "that", "thank", "thanks", "please", "it", "let", "see", "if"})
_DETERMINED = (("the",), ("a",), ("my",), ("our",), ("your",), ("this",))
_WE = (("i",), ("we",))
_ASIDES = frozenset({"when", "while", "because", "since", "which", "if", "as"})
_DAYS = frozenset({"day", "afternoon", "evening", "hour", "morning"})
_ASKING = frozenset({"many", "much", "long", "soon", "far", "old", "often", "come", "else", "about",
                     "ever", "it", "happened", "next", "day", "time", "to"})  # fmt: skip


def sarcastic(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each mocking thanks, praise, wonder, patience and question.

    A sentence that was put plainly before, and asks about it, is left alone.
    """
    for remark in _mocking(draft, words):
        start, end = draft.sentence_at(remark.start)
        if ASKED.casefold() not in draft.text[start:end].casefold():
            yield remark


def _mocking(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    scene = Scene(draft=draft, words=words, is_letter=True)
    for place, wording, (first, last) in standing(draft, words.openers):
        one = Opened(scene=scene, wording=wording, first=first, last=last)
        if not _begins(one, place) or not is_meant(draft, first, last):
            continue
        if wording.asked and not is_asked(draft, first):
            continue
        if _weight(one) >= (wording.least or 0):
            yield plainly(one)
    yield from _cries(scene)


def _begins(one: Opened, place: int) -> bool:
    """Whether a phrase that heads a clause heads its sentence too, or is its last clause."""
    draft, shape = one.scene.draft, one.wording.shape
    if not shape.at_head:
        return not draft.is_name(place)
    tokens = draft.tokens
    before = place
    while before and tokens[before - 1].sentence == tokens[place].sentence:
        before -= 1
    if place - before <= _ASIDE:
        return place == before or not draft.is_name(place)
    return not one.word(one.past)


def is_asked(draft: Draft, at: int) -> bool:
    """Whether a word stands in a question."""
    _, end = draft.sentences[draft.tokens[at].sentence]
    return "?" in draft.text[end - 1 : end + 1]


def _cries(scene: Scene) -> Iterator[Remark]:
    """Give a remark for each short “how modern”, “what progress” beside something bad."""
    draft, tokens = scene.draft, scene.draft.tokens
    for at, token in enumerate(tokens):
        if token.word not in ("how", "what") or (at and tokens[at - 1].clause == token.clause):
            continue
        past = at
        while past < len(tokens) and tokens[past].clause == token.clause:
            past += 1
        said = [one.word for one in tokens[at:past]]
        if (
            not _LEAST_CRY <= len(said) <= _CRY
            or not (FINITE | PRONOUNS).isdisjoint(said)
            or is_asked(draft, at)
        ):
            continue
        if said[1] in _ASKING or _is_open(scene, said) or not is_meant(draft, at, past - 1):
            continue
        one = exclaimed(scene, at, past - 1)
        lists = scene.words.lists
        is_nice = not (lists["nice"] | lists["joy"] | lists["feat"]).isdisjoint(said)
        if _woe(one, one.start, skip=range(at, past)) >= (0 if is_nice else 1):
            yield plainly(one)


def _is_open(scene: Scene, said: list[str]) -> bool:
    """Whether a cry says openly that it is bad: “what a mess”."""
    lists = scene.words.lists
    bad = lists["misery"] | lists["calamity"] | lists["contempt"] | lists["hot"] | lists["soft"]
    return (
        not (bad | {"shame", "pity", "letdown", "loss", "sad"}).isdisjoint(said) or said[-1] == "to"
    )


# What stands beside it


def _weight(one: Opened) -> int:
    """Return what speaks for mockery: a bad thing two, a sign of one one; help takes it back."""
    wording = one.wording
    if wording.proof != "woe":
        return _count(one, _Known(one.scene.words.lists[wording.proof]))
    if wording.detector == "mock-remark" or (
        wording.least == 0 and not wording.shape.at_head and wording.detector not in _CHEERS
    ):
        return 0
    if one.for_at:
        return _thanked(one)
    if one.is_thanks and wording.least == LEAST_ALONE:
        return _NEVER
    if one.to_at:
        return _dared(one)
    own = range(one.first, one.past)
    begin = one.past if wording.shape.at_head and not one.is_tag else one.start
    return _woe(one, begin, skip=own) + _ease(one)


def _thanked(one: Opened) -> int:
    """Weigh what somebody is thanked or praised for."""
    aim = _aimed(one, one.for_at + 1)
    aim = -1 if aim == _NEVER and not one.is_thanks else aim
    if aim == _NEVER or _names_somebody(one, one.last + 1, one.for_at):
        return _NEVER
    return aim + _woe(one, one.for_at + 1, is_thanked=one.is_thanks)


def _dared(one: Opened) -> int:
    """Weigh “to leave me” behind “how kind of you”."""
    lists, at = one.scene.words.lists, one.to_at + 1
    verb = one.word(at)
    if _names_somebody(one, one.last + 1, one.to_at):
        return _NEVER
    is_mine = one.word(at + 1) in ("me", "us", "my", "our")
    aim = 2 * (verb in lists["bad-base"]) + (verb in lists["mixed-base"] and is_mine)
    return aim - (verb in lists["kindly-base"]) + _woe(one, at + 1)


def _ease(one: Opened) -> int:
    """Return one where a fact comes straight after a cheer: “Great, the lift …”, not “Great, I”."""
    after = one.word(one.past)
    is_fact = bool(after) and after not in _SINCERE and after not in _ORIGINS
    return int(one.wording.detector == "mock-cheer" and is_fact)


class _Known:
    """Whole words and beginnings of words, as the data write them: `lost`, `delay*`."""

    def __init__(self, words: frozenset[str]) -> None:
        self.whole = frozenset(word for word in words if not word.endswith("*"))
        self.begun = tuple(word[:-1] for word in words if word.endswith("*"))

    def __contains__(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.begun)


def _count(one: Opened, known: _Known) -> int:
    at, found = one.past, int(one.wording.proof == "wordplay" and _is_quoting(one))
    while (word := one.word(at)) and word not in _TURNS and word != "or":
        found += word in known
        at += 1
    return found


def _is_quoting(one: Opened) -> bool:
    """Whether a word in quotation marks comes soon: “"fresh" was your word for green”."""
    tokens = one.scene.draft.tokens[one.past : one.past + _SOON]
    return any(one.scene.draft.is_quoted(token.start, token.end) for token in tokens)


def _aimed(one: Opened, at: int) -> int:
    """Weigh the first words behind “for”: “losing” two, “helping” and “your letter” never."""
    lists = one.scene.words.lists
    while one.word(at) in _SOFTENERS:
        at += 1
    head, after = one.word(at), one.word(at + 1)
    if head == "not":
        is_bad = after in lists["bad-ing"] or after in ("charging", "leaving", "sending")
        return _NEVER if is_bad else 3 * after.endswith("ing")
    if head == "telling" and one.word(at + 2) == "to":
        return 3
    if head in lists["kindly-ing"]:
        return _NEVER
    if head in lists["bad-ing"]:
        return 2
    near = one.scene.around(at + 1, at + 3, near=one.first)
    if head in ("your", "the", "his", "her", "their", "all") and near & lists["polite"]:
        return _NEVER
    is_mine = after in ("me", "us", "my", "our") or after[:1].isdigit()
    return int(head in lists["mixed-ing"] and is_mine)


def _woe(one: Opened, first: int, *, skip: range = range(0), is_thanked: bool = False) -> int:
    """Count the bad things from a place to the end of the sentence, or of the next one.

    `is_thanked`: only those that are themselves thanked for, not “when the queue grew long”.
    """
    lists = one.scene.words.lists
    bad, some, good = (_Known(lists[name]) for name in ("woe", "some", "help"))
    acts = lists["bad-base"] | lists["bad-ing"] | lists["bad-past"]
    total, is_aside = 0, False
    is_mine = is_thanked or one.word(one.first) in ("i", "we")
    is_tag = one.is_tag
    for at in _reach(one, first):
        word, before = one.scene.draft.tokens[at].word, _before(one, at)
        if at in skip:
            continue
        is_aside = is_aside or (is_thanked and word in _ASIDES)
        if not is_tag and _turns(one, at):
            return _NEVER if at < one.first or one.wording.detector in _CHEERS else total
        if word in good or (word == "same" and _next(one, at) in _DAYS) or _is_who_helped(one, at):
            if NEGATIONS.isdisjoint(before):
                return _NEVER
            total += 2
        elif word in lists["relief"] or (word in ("asked", "requested") and before[:1] in _WE):
            total += (-1 if NEGATIONS.isdisjoint(before) else 2) if before[:1] != ("how",) else 0
        elif is_aside or (is_mine and at > first + _SOON and before[:1] in _DETERMINED):
            continue
        elif word in bad or word in acts:
            total += 0 if before[:1] in (("no",), ("without",)) else 2
        elif word in some:
            total += 1
    return total


def _is_who_helped(one: Opened, at: int) -> bool:
    lists, tokens = one.scene.words.lists, one.scene.draft.tokens
    return tokens[at].word == "who" and _next(one, at) in lists["kindly-past"]


def _next(one: Opened, at: int) -> str:
    tokens = one.scene.draft.tokens
    return tokens[at + 1].word if at + 1 < len(tokens) else ""


def _before(one: Opened, at: int) -> tuple[str, ...]:
    tokens = one.scene.draft.tokens
    return tuple(
        tokens[back].word
        for back in range(at - 1, max(at - 4, -1), -1)
        if tokens[back].sentence == tokens[at].sentence
    )


def _reach(one: Opened, first: int) -> range:
    tokens = one.scene.draft.tokens
    sentence, past = tokens[one.first].sentence, first
    while past < len(tokens) and tokens[past].sentence == sentence:
        past += 1
    if past - first <= _SHORT and not one.is_thanks:
        while past < len(tokens) and tokens[past].sentence == sentence + 1:
            past += 1
    return range(first, past)


def _turns(one: Opened, at: int) -> bool:
    """Whether the sentence turns to something else: “…, but the lamp is broken”."""
    tokens = one.scene.draft.tokens
    word, after = tokens[at].word, _next(one, at)
    if word in _TURNS or (word == "and" and after == "yet"):
        return True
    if word in ("no", "nobody", "nothing") and tokens[at - 1].word == "that":
        return True
    opens = at > 0 and tokens[at].clause != tokens[at - 1].clause
    if word == "so":
        return opens and after not in _SO
    if word == "only":
        is_felt = one.word(one.first) in ("i", "we")
        return is_felt and (opens or tokens[at - 1].word == "and")
    return opens and word == "yet" and after != "another"


def _names_somebody(one: Opened, first: int, last: int) -> bool:
    return not _TITLES.isdisjoint(one.scene.around(first, last, near=one.first))
