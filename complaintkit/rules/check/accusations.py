"""Does a contemptuous word or an accusation hit the company or its people?

“Your agent lied to me” does; “someone stole my card” and “I was told that he lied” do not.
"""

import re
from collections.abc import Iterator
from functools import cache

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.rewording import reworded
from complaintkit.rules.check.slurs import ask, said_of, slur
from complaintkit.rules.check.speech import is_meant, is_said_by_others
from complaintkit.rules.check.subjects import FIRST, Bearer, Scene
from complaintkit.rules.check.tone_words import ToneWords

_OBJECTS = frozenset({"me", "us", "him", "her", "them", "people", "customers"})
_OWN = frozenset({"your", "his", "her", "their", "this", "that", "these", "such", "its", "yours"})
_SUCH = frozenset({"somebody", "someone", "anyone", "anybody", "people", "person", "company"})
_NOUN_AFTER = frozenset({"a", "an", "the", "no", "any", "of", "card", "online", "my", "every"})
_LYING_SOMEWHERE = frozenset(
    [
        *("in", "on", "at", "with", "flat", "down", "under", "between", "within", "behind", "near"),
        *("outside", "around", "beside", "there", "over", "across", "beneath", "idle", "ahead"),
        *("inside", "by", "along", "still", "empty", "open"),
    ]
)
_CALLS_TO_STOP = frozenset({"stop", "quit", "by", "for", "of", "than", "with", "as", "and"})
MOST_STRANGERS = 2
"""Other words among contemptuous ones: “slow, rude and incompetent”."""

_POINTERS = frozenset({"this", "that", "it", "which", "what", "all", "amounts"})
_MIND = frozenset({"brain", "brains"})
_THOUGHTLESS = frozenset({"no", "any", "without", "half", "functioning", "working", "your", "if",
                          "own", "had", "one", "pea", "thinking"})  # fmt: skip
_NOT_FOLLY = frozenset({"my", "our", "own", "no", "any", "without", "not"})


def aimed(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each slur, contemptuous word and accusation against the company."""
    lists = words.lists
    there = {token.word for token in draft.tokens}
    scene = Scene(draft=draft, words=words, is_letter=not there.isdisjoint(("you", "your")))
    verbs = {form: put for forms, put in words.accusations.items() for form in forms.split()}
    for at, token in enumerate(draft.tokens):
        word = token.word
        if scene.is_titled(at):
            continue
        found = slur(scene, at)
        if not found and is_contempt(scene, word) and is_meant(draft, at, at):
            found = _before_people(scene, at)
            if not found and not (word in verbs and scene.word(at - 1, at) in lists["be"]):
                found = _said_of_people(scene, at)
        if not found and word in verbs and not scene.has_capital(at) and is_meant(draft, at, at):
            found = _accused(scene, at, verbs[word])
        if not found and is_meant(draft, at, at):
            if word in lists["folly"] or word in lists["expletive"] or word in _MIND:
                found = _bare(scene, at)
            elif word in lists["robbery"]:
                found = _theft(scene, at)
        if found:
            yield found
    yield from _masked(draft, words)


def _masked(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each swear word with stars: “f***ing”, “sh*t”."""
    if "*" not in draft.text:
        return
    for found in _starred().finditer(draft.text):
        inside = [
            place
            for place, token in enumerate(draft.tokens)
            if found.start() <= token.start < found.end()
        ]
        if inside and not is_said_by_others(draft, inside[0], inside[-1]):
            yield reworded(draft, words.faults["contempt"], inside[0], inside[-1], "")


@cache
def _starred() -> re.Pattern[str]:
    return re.compile(r"\b(?:f|sh?|b|bull?sh|cr?|p|a|w|tw?|d|mother?f)\*(?:\*+[a-z]*|[a-z]+)", re.I)


def is_contempt(scene: Scene, word: str) -> bool:
    """Whether a word is contemptuous, also as “lazier” or “laziest”."""
    contempt = scene.words.lists["contempt"]
    if word in contempt:
        return True
    for ending in ("est", "er"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem in contempt or f"{stem}e" in contempt or f"{stem[:-1]}y" in contempt
    return False


def _before_people(scene: Scene, at: int) -> Remark | None:
    """“Your incompetent agent”, “your pathetic little apology”: the word is dropped."""
    lists = scene.words.lists
    between = lists["fitting"] | {"and", "or"}
    first, after = at, at + 1
    while is_contempt(scene, scene.word(after, at)) or scene.word(after, at) in between:
        after += 1
    while is_contempt(scene, scene.word(first - 1, at)) or scene.word(first - 1, at) in (
        lists["adv"] | {"most", "more", "and", "less"}
    ):
        first -= 1
    noun, before = scene.word(after, at), scene.word(first - 1, at)
    is_mild = scene.draft.tokens[at].word in lists["mild"]
    is_person = noun in lists["people"] or noun in lists["org"]
    hits = is_person or (
        not is_mild
        and (
            noun in lists["conduct"]
            or (before == "your" and noun != "")
            or "service" in (noun, scene.word(after + 1, at))
        )
    )
    if not hits or before in FIRST or (scene.is_third(at) and before != "your"):
        return None
    if is_mild and noun in lists["place"]:
        return None
    if before in lists["be"] and noun in lists["people"]:
        return None
    first = first if scene.word(first, at) not in ("and", "more", "most") else at
    return reworded(scene.draft, scene.words.faults["contempt"], first, at, "")


def _said_of_people(scene: Scene, at: int) -> Remark | None:
    """“Your agent was useless”: what is said of people gives way to what they did."""
    lists = scene.words.lists
    first = _chain(scene, at)
    verb, word = first - 1, scene.draft.tokens[at].word
    if scene.word(verb, at) in lists["you"] | lists["people"]:
        asked = ask(scene, verb, at)
        if asked:
            return asked
    if scene.word(verb, at) not in lists["be"] | lists["seem"]:
        return _found_so(scene, at) or _alone(scene, first, at)
    bearer = scene.bearer(verb)
    if bearer is not Bearer.OURS or (word in lists["mild"] and not _is_person_before(scene, verb)):
        return None
    return said_of(scene, verb, at, "contempt", most=8)


def _chain(scene: Scene, at: int) -> int:
    """Return the first word of “slow, rude and incompetent”, by its last."""
    lists, first, strangers = scene.words.lists, at, 0
    joins = lists["adv"] | {"and", "as", "or", "more", "less", "how", "not"}
    while True:
        word = scene.word(first - 1, at)
        if word in joins or is_contempt(scene, word):
            first -= 1
        elif (
            word
            and word not in lists["be"] | lists["you"] | lists["people"]
            and (scene.word(first, at) in ("and", "or") or strangers or _is_parted(scene, first))
            and strangers < MOST_STRANGERS
        ):
            strangers += 1
            first -= 1
        else:
            break
    if strangers and scene.word(first - 1, at) not in lists["be"]:
        return at
    return first


def _is_parted(scene: Scene, place: int) -> bool:
    """Whether a comma stands before a word."""
    return not scene.clause_word(place - 1, place)


def _found_so(scene: Scene, at: int) -> Remark | None:
    """“I find your practice dishonest”, “somebody so inept”, “as callous as your manager”."""
    lists = scene.words.lists
    if scene.draft.tokens[at].word in lists["mild"]:
        return None
    near = scene.around(at - 5, at - 1, near=at)
    is_found = not near.isdisjoint({"find", "found", "consider", "call"})
    is_alike = scene.word(at + 1, at) == "as" and not _OWN.isdisjoint(
        scene.around(at + 2, at + 3, near=at)
    )
    is_such = scene.word(at - 1, at) == "so" and scene.word(at - 2, at) in _SUCH
    is_ours = not near.isdisjoint(_OWN | {"you", "them"})
    if not (is_alike or is_such or (is_found and is_ours)):
        return None
    instead = scene.words.aims["not good"]
    return reworded(scene.draft, scene.words.faults["contempt"], at, at, instead)


def _is_person_before(scene: Scene, verb: int) -> bool:
    """Whether the word before a verb is “you”, “they” or somebody, not what belongs to them."""
    place = verb - 1
    while scene.word(place, verb) in scene.words.lists["adv"] | {
        "have",
        "has",
        "had",
        "not",
        "who",
    }:
        place -= 1
    word = scene.word(place, verb)
    return bool(word) and (word in ("they", "he", "she", "and") or scene.is_person(place))


def _alone(scene: Scene, first: int, at: int) -> Remark | None:
    """“Greedy, dishonest and useless” at the head of a sentence; “Pathetic.” alone."""
    if scene.word(first - 1, at) or first != at:
        return None
    last = at
    while scene.word(last + 1, at) in ("and", "or") or is_contempt(scene, scene.word(last + 1, at)):
        last += 1
    if last == at and scene.word(at + 1, at):
        return None
    is_whole = not scene.word(last + 1, at)
    instead = scene.words.aims["alone" if is_whole else "not good"]
    return reworded(scene.draft, scene.words.faults["contempt"], at, last, instead)


def _accused(scene: Scene, at: int, instead: str) -> Remark | None:
    """“You stole my deposit” becomes “You took my deposit”: the motive goes, the fact stays."""
    draft, word = scene.draft, scene.draft.tokens[at].word
    before, after = scene.word(at - 1, at), scene.word(at + 1, at)
    if before in _NOUN_AFTER and (before != "of" or not word.endswith("ing")):
        return None
    if word in ("lie", "lies", "lying") and (before == "your" or after in _LYING_SOMEWHERE):
        return None
    is_adverb = word.endswith("ly")
    if (is_adverb and before in scene.words.lists["be"]) or not _is_ours(scene, at):
        return None
    last, who = _whom(scene, at)
    last = last if "{who}" in instead else at
    fault = scene.words.faults["accusation"]
    return reworded(draft, fault, at, last, instead.replace("{who}", who or "me"))


def _is_ours(scene: Scene, at: int) -> bool:
    """Whether the company did it, or the writer suffered it “by you”, or “was lied to”."""
    lists, word = scene.words.lists, scene.draft.tokens[at].word
    before = scene.word(at - 1, at)
    if word == "stolen" and before not in ("have", "has", "had") and not _suffered(scene, at):
        return False
    if (
        word == "lied"
        and scene.word(at + 1, at) == "to"
        and scene.clause_word(at + 2, at)
        in (*("", "and", "about", "by", "again", "repeatedly", "so", "when", "regarding"),)
    ):
        return _suffered(scene, at) is not False
    is_passive = word.endswith("d") or word == "stolen"
    if is_passive and before in lists["be"] | {"feel", "felt", "got", "get", "feeling", "and"}:
        suffered = _suffered(scene, at)
        if suffered is not None or before != "and":
            return bool(suffered)
    bearer = scene.bearer(at)
    if bearer is Bearer.OURS:
        return True
    is_nobody = bearer is Bearer.NOBODY or (bearer is Bearer.THING and scene.names_company(at))
    return (
        word.endswith("ing") and is_nobody and before in _CALLS_TO_STOP and not scene.is_third(at)
    )


def _suffered(scene: Scene, at: int) -> bool | None:
    """Whether the company did what the writer suffered; None where nobody is said to have."""
    lists = scene.words.lists
    by = next((place for place in range(at + 1, at + 8) if scene.word(place, at) == "by"), None)
    if by is not None:
        doers = scene.around(by + 1, by + 5, near=at)
        ours = lists["you"] | lists["org"] | lists["people"] | {"your", "them"}
        is_named = any(
            scene.is_name(place) for place in range(by + 1, by + 3) if scene.word(place, at)
        )
        is_other = not doers.isdisjoint(lists["third"] | {"another", "my"})
        return not is_other and (not doers.isdisjoint(ours) or is_named)
    word, before = scene.draft.tokens[at].word, scene.word(at - 1, at)
    if word == "lied" and scene.word(at + 1, at) == "to":
        return not scene.is_third(at)
    if before in ("feel", "felt", "feeling"):
        return not scene.is_third(at)
    return None


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


def _bare(scene: Scene, at: int) -> Remark | None:
    """“Your incompetence”, “sheer greed”; “your bloody engineer”, but not “a bloody nose”."""
    draft, lists = scene.draft, scene.words.lists
    word = draft.tokens[at].word
    before, after = scene.word(at - 1, at), scene.word(at + 1, at)
    if word in lists["expletive"]:
        if before in lists["be"] | {"a"} or after in lists["flesh"] or not after:
            return None
        return reworded(draft, scene.words.faults["contempt"], at, at, "")
    near = scene.around(at - 3, at - 1, near=at)
    if word in _MIND:
        if near.isdisjoint(_THOUGHTLESS) or after in lists["flesh"]:
            return None
        return reworded(draft, scene.words.faults["contempt"], at, at, scene.words.aims["mind"])
    if not near.isdisjoint(_NOT_FOLLY) or (scene.is_third(at) and near.isdisjoint(_OWN)):
        return None
    first = at
    while scene.word(first - 1, at) in lists["adv"] | {"gross", "such", "breathtaking"} or (
        is_contempt(scene, scene.word(first - 1, at))
    ):
        first -= 1
    return reworded(draft, scene.words.faults["contempt"], first, at, scene.words.aims["folly"])


def _theft(scene: Scene, at: int) -> Remark | None:
    """“You kept it, and that is theft”, where no stranger's crime is told of."""
    lists, first = scene.words.lists, at
    while scene.word(first - 1, at) in lists["adv"] | {"a", "an"}:
        first -= 1
    verb = first - 1
    if scene.word(verb, at) not in ("is", "was", "to") or scene.word(verb - 1, at) not in _POINTERS:
        return None
    told = frozenset(token.word for token in scene.draft.words_of(scene.draft.tokens[at].sentence))
    if not told.isdisjoint(lists["victim"]) or scene.is_third(at):
        return None
    fault, instead = scene.words.faults["accusation"], scene.words.aims["not right"]
    return reworded(scene.draft, fault, first, at, instead)
