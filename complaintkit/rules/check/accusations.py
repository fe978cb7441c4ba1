"""Does a contemptuous word or an accusation hit the company or its people?

“Your agent lied to me” does; “someone stole my card” and “I was told that he lied” do not.
"""

from collections.abc import Iterator

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.slurs import slur
from complaintkit.rules.check.speech import is_meant
from complaintkit.rules.check.subjects import FIRST, Scene
from complaintkit.rules.check.tone_words import ToneWords

_OBJECTS = frozenset({"me", "us", "him", "her", "them", "people", "customers"})


def aimed(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each slur, contemptuous word and accusation against the company."""
    lists = words.lists
    scene = Scene(draft=draft, words=words)
    for at, token in enumerate(draft.tokens):
        found = None
        if token.word in lists["slur"]:
            found = slur(draft, words, at)
        elif token.word in lists["contempt"] and is_meant(draft, at, at):
            found = _before_people(scene, at) or _said_of_people(scene, at)
        if found is None and token.word in words.accusations and is_meant(draft, at, at):
            found = _accused(scene, at)
        if found:
            yield found


def _before_people(scene: Scene, at: int) -> Remark | None:
    """“Your incompetent agent”: the word is dropped."""
    lists = scene.words.lists
    after = at + 1
    while scene.word(after, at) in lists["contempt"]:
        after += 1
    noun = scene.word(after, at)
    is_mild = scene.draft.tokens[at].word in lists["mild"]
    hits = noun in lists["people"] or noun in lists["org"] or (
        noun in lists["conduct"] and not is_mild
    )  # fmt: skip
    if not hits or scene.is_third(at):
        return None
    first = at
    while scene.word(first - 1, at) in (lists["adv"] | lists["contempt"]):
        first -= 1
    return reworded(scene.draft, scene.words.faults["contempt"], first, at, "")


def _said_of_people(scene: Scene, at: int) -> Remark | None:
    """“Your agent was useless”: what is said of people gives way to what they did."""
    lists = scene.words.lists
    first = at
    while scene.word(first - 1, at) in (lists["adv"] | {"and", "as", "or"}):
        first -= 1
    if scene.word(first - 1, at) not in lists["be"]:
        return None
    subject = scene.subject(first - 1)
    if subject is None or not scene.is_person(subject):
        return None
    last = to_end_of_clause(scene.draft, at, most=8)
    fault, done = scene.words.faults["contempt"], scene.words.aims["done"]
    return reworded(scene.draft, fault, first - 1, last, done)


def _accused(scene: Scene, at: int) -> Remark | None:
    """“You stole my deposit” becomes “You took my deposit”: the motive goes, the fact stays."""
    draft, word = scene.draft, scene.draft.tokens[at].word
    if word == "lie" and scene.word(at - 1, at) in ("a", "the"):
        return None
    subject = scene.subject(at)
    if subject is None or draft.tokens[subject].word in FIRST:
        if not _by_them(scene, at):
            return None
    elif not scene.is_ours(subject):
        return None
    last, who = _whom(scene, at)
    instead = scene.words.accusations[word]
    last = last if "{who}" in instead else at
    fault = scene.words.faults["accusation"]
    return reworded(draft, fault, at, last, instead.replace("{who}", who or "me"))


def _by_them(scene: Scene, at: int) -> bool:
    """Whether the writer suffered it “by you”, or “was lied to”."""
    if scene.draft.tokens[at].word == "lied":
        return scene.word(at + 1, at) == "to" and scene.word(at - 1, at) in scene.words.lists["be"]
    lists = scene.words.lists
    ours = lists["you"] | lists["org"] | lists["people"] | {"your"}
    by = next((place for place in range(at + 1, at + 4) if scene.word(place, at) == "by"), None)
    return by is not None and not ours.isdisjoint(scene.around(by + 1, by + 3, near=at))


def _whom(scene: Scene, at: int) -> tuple[int, str]:
    """Return the last word of whom it was done to, and the words; "" where nobody is named."""
    tokens, text = scene.draft.tokens, scene.draft.text
    first = at + (2 if scene.word(at + 1, at) == "to" else 1)
    after = scene.word(first, at)
    if after in _OBJECTS:
        return first, text[tokens[first].start : tokens[first].end]
    if after in ("my", "our") and scene.word(first + 1, at):
        return first + 1, text[tokens[first].start : tokens[first + 1].end]
    return at, ""
