"""Does a superlative, a comparison or a count go beyond what anybody could check?

“The slowest line on the planet”, “hotter than the sun” and “a million times” do; “the longest
crack is 14 cm”, “hotter than the limit” and “a million naira” do not.
"""

from collections.abc import Callable

from complaintkit.model.review import Remark
from complaintkit.rules.check.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.subjects import Scene

Rule = Callable[[Scene, int], Remark | None]

_FAR = 16
"""Words between a superlative and the world in which it is to be one."""
_BACK = 8
"""Words between “than”, “like” or “as” and the thing."""
_NOUN = 3
"""Words between a number and its noun, and between a superlative and its own."""

_MORE = frozenset({"worse", "more", "less"})
_STOPS = frozenset({"and", "but", "so", "because", "not"})
_ARTICLES = frozenset({"the", "a", "an", "your", "my", "our", "this", "that", "these", "its"})
_DEGREES = frozenset(
    {"far", "hands", "down", "single", "one", "of", "possibly", "probably", "easily", "among",
     "without", "doubt", "question", "and"}
)  # fmt: skip
_NO_ADJECTIVE = frozenset({"of", "people", "part", "likely"})
_RELATES = frozenset(
    {"in", "on", "of", "that", "which", "who", "i", "we", "anyone", "you", "known", "ever",
     "alive", "possible", "made", "since", "this", "to", "have", "under"}
)  # fmt: skip
_MASS = frozenset(
    {"service", "care", "support", "treatment", "internet", "food", "communication", "broadband",
     "electricity", "staff", "advice", "behaviour"}
)  # fmt: skip
_TALLY = frozenset(
    {"a", "an", "about", "at", "least", "over", "nearly", "almost", "around", "some", "tens", "ten",
     "twenty", "fifty", "five", "six", "seven", "eight", "nine", "two", "three", "four", "of",
     "than", "more", "several", "many", "hundred", "hundreds", "thousand", "and"}
)  # fmt: skip
_NEUTRAL = frozenset(
    {"important", "recent", "common", "popular", "valuable", "modern", "trusted", "senior"}
)
_BEYOND = frozenset({"alive", "imagine", "imagined", "imaginable", "humanly"})
_MEASURES = frozenset({"size", "speed", "pace", "price", "smell", "taste", "heat", "strength"})
_WEATHER = frozenset(
    {"hurricane", "earthquake", "avalanche", "garbage", "rubbish", "trash", "animal", "animals",
     "dogs", "pigs", "century"}
)  # fmt: skip
"""What may be meant as it is said: “it was an earthquake”."""
_TREATED = frozenset(
    {"treated", "treat", "treats", "treating", "herded", "packed", "crammed", "handled"}
)
_MONEY = frozenset(
    {"naira", "rupees", "dollars", "pounds", "euros", "points", "shillings", "rand", "miles", "km"}
)


def superlative(scene: Scene, at: int) -> Remark | None:
    """Return a remark on “the slowest line on the planet”; not on “the worst of the damage”."""
    lists = scene.words.lists
    word, head = scene.word(at, at), at
    if word == "most":
        head = at + 1
        word, before = scene.word(head, at), scene.word(at - 1, at)
        if before not in (_ARTICLES | _DEGREES) or word in _NO_ADJECTIVE:
            return None
        if scene.word(head + 1, at) in _RELATES:
            return None
    if scene.word(head + 1, at) == "of" and scene.word(head + 3, at) != "worst":
        return None
    is_wide = word in lists["greatest"] or word in _NEUTRAL
    scopes = lists["scope"] if is_wide else lists["scope"] | lists["ever"]
    scope = next(
        (one for one in range(head + 1, head + _FAR) if scene.word(one, at) in scopes), None
    )
    if scope is not None:
        known = any(word.isdigit() for word in scene.around(head, scope, near=at))
        return None if known else _beyond(scene, at, head, to_end_of_clause(scene.draft, scope))
    nouns = lists["deed"] | lists["org"] | lists["people"]
    for place in range(head + 1, head + 1 + _NOUN):
        if scene.word(place, at) in nouns and word in lists["worst"] | lists["soft"]:
            return _beyond(scene, at, head, place)
    return None


def _beyond(scene: Scene, at: int, head: int, last: int) -> Remark:
    lists, tokens, first = scene.words.lists, scene.draft.tokens, at
    while scene.word(first - 1, at) in (lists["adv"] | _DEGREES | _ARTICLES):
        first -= 1
    if scene.word(first - 1, at) in lists["be"]:
        return put(scene, "superlative", first, last, "is-worst")
    stop = head + 1
    while stop <= last and scene.word(stop, at) not in _RELATES:
        stop += 1
    noun = scene.draft.text[tokens[head].end : tokens[stop - 1].end].strip() or "one"
    kept = scene.word(first, at)
    if kept not in ("your", "my", "our", "this"):
        kept = "" if noun.endswith("s") or noun.split()[-1] in _MASS else "an"
    instead = scene.words.aims["worst"].replace("{noun}", noun)
    return _remark(scene, "superlative", first, last, f"{kept} {instead}".strip())


def figure(scene: Scene, at: int) -> Remark | None:
    """Return a remark on “like a war zone”, “is a jungle”; not on “a bag of cement”."""
    lists, last = scene.words.lists, at
    while scene.word(last + 1, at) in lists["extreme"]:
        last += 1
    is_weather = scene.word(at, at) in _WEATHER
    for place in range(at - 1, at - _BACK - 1, -1):
        word = scene.word(place, at)
        if not word or word in _STOPS:
            return None
        if word == "than":
            return _than(scene, place, last)
        if word in ("like", "as"):
            return _like(scene, place, last)
        if word == "into" and not is_weather and at - place <= _NOUN:
            return put(scene, "superlative", place, last, "into")
        if word == "of" and scene.word(place - 1, at) in _MEASURES:
            return put(scene, "superlative", place - 1, last, "compared")
        if word in lists["be"] and place == at - 2 and not is_weather:
            is_one = scene.word(at - 1, at) in ("a", "an", "pure", "literally")
            return put(scene, "superlative", place + 1, last, "is-like") if is_one else None
    return None


def compared(scene: Scene, at: int) -> Remark | None:
    """Return a remark on “more … than anyone alive could imagine”."""
    for place in range(at + 1, at + 1 + _BACK):
        if scene.word(place, at) in _BEYOND:
            return _than(scene, at, place)
    return None


def _than(scene: Scene, at: int, last: int) -> Remark | None:
    """“Slower than a snail”, “more departments than there are stars”."""
    back = range(at - 1, at - _BACK, -1)
    words = {place: scene.word(place, at) for place in back}
    first = next((one for one in back if words[one].endswith("er") or words[one] in _MORE), None)
    if first is None:
        return None
    is_long = words[first] == "longer"
    while scene.word(first - 1, at) in (scene.words.lists["adv"] | {"far", "much", "a"}):
        first -= 1
    is_treated = scene.word(first - 1, at) in _TREATED
    aim = "longer" if is_long else "badly" if is_treated else "compared"
    return put(scene, "superlative", first, last, aim)


def _like(scene: Scene, at: int, last: int) -> Remark | None:
    """“Like a war zone”, “as cold as the Arctic”, “as if we were criminals”."""
    before = scene.word(at - 1, at)
    if scene.word(at, at) == "as":
        if scene.word(at - 2, at) == "as" and before not in ("well", "soon", "long", "far", "much"):
            return _remark(scene, "superlative", at - 2, last, f"very {before}")
        if scene.word(at + 1, at) not in ("if", "though"):
            return None
    treated = scene.around(at - 3, at - 1, near=at) & _TREATED
    return put(scene, "superlative", at, last, "badly" if treated else "looks")


def counted(scene: Scene, at: int) -> Remark | None:
    """Return a remark on “a million times”, “nine hundred years”; not on “a million naira”."""
    lists, tokens, first, after = scene.words.lists, scene.draft.tokens, at, at + 1
    word = scene.word(at, at)
    if scene.word(at - 1, at) in lists["huge"]:
        return None
    while scene.word(first - 1, at) in (lists["adv"] | _TALLY) or (
        word == "000" and scene.word(first - 1, at).isdigit()
    ):
        first -= 1
    if scene.draft.text[tokens[first].start - 1 : tokens[first].start] in tuple("$£€₦₹{"):
        return None
    while scene.word(after, at) in (lists["huge"] | {"of", "and", "or"}):
        after += 1
    nouns = [one for one in range(after, after + _NOUN) if scene.word(one, at) in lists["counted"]]
    if not nouns or not _MONEY.isdisjoint(scene.around(after, nouns[0], near=at)):
        return None
    noun = scene.word(nouns[0], at)
    if noun in ("years", "decades"):
        is_age = scene.word(nouns[0] + 1, at) in ("old", "ago") and word.startswith("hundred")
        return None if is_age else put(scene, "huge", first, nouns[0], "count-years")
    has_of = "of" in scene.around(at, nouns[0], near=at)
    if word.startswith("hundred") and noun not in ("times", "excuses") and not has_of:
        return None
    return put(scene, "huge", first, after - 1, "count")


def put(scene: Scene, fault: str, first: int, last: int, aim: str) -> Remark:
    """Return a remark that puts in place of some words what the data hold for that."""
    return _remark(scene, fault, first, last, scene.words.aims[aim])


def _remark(scene: Scene, fault: str, first: int, last: int, instead: str) -> Remark:
    return reworded(scene.draft, scene.words.faults[fault], first, last, instead)
