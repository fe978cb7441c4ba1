"""Does thanks, praise or a question mean the opposite of what it says?

A phrase of the data only opens: “thank you for losing my bag” mocks by what follows it. What is
bad for the writer must stand beside it, and nothing that was of help (`woes.py`); so real thanks
pass. What is put instead: `mockery.py`.
"""

from collections.abc import Iterator

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.mockery import ASKED, plainly
from complaintkit.rules.check.tone.opened import FINITE, PRONOUNS, Opened, exclaimed
from complaintkit.rules.check.tone.phrases import standing
from complaintkit.rules.check.tone.scene import Scene
from complaintkit.rules.check.tone.speech import is_meant
from complaintkit.rules.check.tone.woes import weight, woe
from complaintkit.rules.check.tone.words import ToneWords

_ASIDE = 4
"""Words that may stand before a mocking clause in its sentence."""
_LEAST_CRY, _CRY = 2, 5
"""Words of a clause like “what a lovely way to wait”."""

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
        if weight(one) >= (wording.least or 0):
            yield plainly(one)
    yield from _cries(scene)


def _begins(one: Opened, place: int) -> bool:
    """Whether a phrase that heads a clause heads its sentence too, or is its last clause."""
    draft, shape = one.scene.draft, one.wording.shape
    if not shape.at_head:
        return not draft.is_name(place)
    tokens = draft.tokens
    if tokens[place].word == "what" and _ends_in_verb(one):
        return bool(one.wording.asked)
    if one.word(one.last + 1) in FINITE and one.word(one.last) not in PRONOUNS:
        return bool(one.wording.asked)
    if one.wording.detector == "mock-cheer" and _is_verb_after(one):
        return False
    before = place
    while before and tokens[before - 1].sentence == tokens[place].sentence:
        before -= 1
    if place - before <= _ASIDE:
        return place == before or not draft.is_name(place)
    return not one.word(one.past)


def _is_verb_after(one: Opened) -> bool:
    """Whether praise is the subject of a plain statement: “good service matters to me”."""
    word, last = one.word(one.last + 1), one.scene.draft.tokens[one.last]
    is_same = bool(word) and one.scene.draft.tokens[one.last + 1].clause == last.clause
    return is_same and word.endswith("s") and word not in ("as", "this", "guys", "folks", "chaps")


def _ends_in_verb(one: Opened) -> bool:
    """Whether “what a” only describes: “what a good idea the text alerts are”."""
    tokens, at = one.scene.draft.tokens, one.last
    while at + 1 < len(tokens) and tokens[at + 1].clause == tokens[one.last].clause:
        at += 1
    return tokens[at].word in FINITE


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
        if woe(one, one.start, skip=range(at, past)) >= (0 if is_nice else 1):
            yield plainly(one)


def _is_open(scene: Scene, said: list[str]) -> bool:
    """Whether a cry says openly that it is bad: “what a mess”."""
    lists = scene.words.lists
    bad = lists["misery"] | lists["calamity"] | lists["contempt"] | lists["hot"] | lists["soft"]
    return (
        not (bad | {"shame", "pity", "letdown", "loss", "sad"}).isdisjoint(said) or said[-1] == "to"
    )
