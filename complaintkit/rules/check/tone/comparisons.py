"""Does a superlative, a comparison or a count go beyond what anybody could check?

“The slowest line on the planet”, “hotter than the sun” and “a million times” do; “the longest
crack is 14 cm”, “hotter than the limit” and “a million naira” do not.
"""

from collections.abc import Callable

from complaintkit.model.review import Remark
from complaintkit.rules.check.tone.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.tone.scene import Scene
from complaintkit.rules.check.tone.words import ToneWords

Rule = Callable[[Scene, int], Remark | None]

_FAR = 16
"""Words between a superlative and the world in which it is to be one."""
_BACK = 8
"""Words between “than”, “like” or “as” and the thing."""
_NOUN = 3
"""Words between a number and its noun, and between a superlative and its own."""

_EVER = frozenset(
    {"ever", "country", "anywhere", "anyone", "anybody", "market", "continent", "industry",
     "decade", "nigeria", "india", "britain", "america", "england", "lagos", "london", "uk",
     "us", "state", "city", "town", "africa", "europe", "nation", "happened", "whole", "entire",
     "independence", "neighbourhood", "street", "career"}
)  # fmt: skip
_SCOPES = frozenset(
    {"world", "earth", "planet", "universe", "history", "life", "lives", "lifetime", "existence",
     "alive", "imaginable", "possible", "mankind", "humanity", "galaxy", "civilisation", "creation",
     "record", "human", "existed", "century"}
)  # fmt: skip
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
    {"a", "an", "about", "at", "least", "over", "nearly", "almost", "around", "some", "one", "tens",
     "ten",
     "twenty", "fifty", "five", "six", "seven", "eight", "nine", "two", "three", "four", "of",
     "than", "more", "several", "many", "hundred", "hundreds", "thousand", "and"}
)  # fmt: skip
_NEUTRAL = frozenset(
    {
        "important",
        "recent",
        "common",
        "popular",
        "valuable",
        "modern",
        "trusted",
        "senior",
        "expensive",
    }
)
_SHARP = frozenset(
    {"worse", "slower", "tougher", "louder", "hotter", "colder", "harder", "dirtier", "ruder",
     "darker", "filthier", "dumber", "weaker", "drier", "deader", "uglier", "smellier", "duller"}
)  # fmt: skip
_USUAL = frozenset(
    {"normal", "usual", "standard", "new", "similar", "year", "week", "month", "day"}
)
_EASIER = frozenset({"easier", "quicker", "simpler"})
_VAST = frozenset({"longer", "bigger", "larger", "deeper", "colder", "hotter", "older", "darker"})
_BEYOND = frozenset({"alive", "imagine", "imagined", "imaginable", "humanly"})
_MEASURES = frozenset({"size", "speed", "pace", "price", "smell", "taste", "heat", "strength"})
_WEATHER = frozenset(
    {"hurricane", "earthquake", "avalanche", "garbage", "rubbish", "trash", "animal", "animals",
     "dogs", "pigs", "century"}
)  # fmt: skip
"""What may be meant as it is said: “it was an earthquake”."""
_HUGE = frozenset(
    {"million", "millions", "billion", "billions", "trillion", "zillion", "zillions", "thousand",
     "thousands", "hundred", "hundreds", "crore", "crores", "lakh", "lakhs"}
)  # fmt: skip
_COUNTED = frozenset(
    {"times", "time", "calls", "call", "emails", "email", "e", "mails", "letters", "messages",
     "forms", "excuses", "promises", "questions", "cockroaches", "fleas", "ants", "bugs", "rats",
     "years", "decades", "lies", "texts", "pieces", "reasons", "transfers"}
)  # fmt: skip
_LOOKS = frozenset(
    {"look", "looks", "looked", "looking", "feel", "feels", "felt", "smell", "smells", "smelled",
     "smelt", "taste", "tastes", "tasted", "sound", "sounds", "sounded", "seem", "seems", "seemed"}
)  # fmt: skip
_MONEY = frozenset(
    {
        "naira",
        "rupees",
        "dollars",
        "pounds",
        "euros",
        "points",
        "shillings",
        "rand",
        "miles",
        "km",
        "people",
        "customers",
        "shares",
        "litres",
        "users",
        "copies",
    }
)


def comparisons(words: ToneWords) -> dict[str, Rule]:
    """Return the rule to try for each word at which one begins; a figure is tried at its noun."""
    extreme = words.lists["extreme"]
    return {
        **dict.fromkeys([*extreme, *(f"{one}s" for one in extreme)], figure),
        **dict.fromkeys(words.lists["worst"] | words.lists["greatest"] | {"most"}, superlative),
        **dict.fromkeys((*_HUGE, "000"), counted),
        "than": compared,
    }


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
    scopes = _SCOPES if is_wide else _SCOPES | _EVER
    scope = next(
        (
            one
            for one in range(head + 1, head + _FAR)
            if scene.word(one, at) in scopes or (is_wide and _is_anyones(scene, one, at))
        ),
        None,
    )
    nouns = lists["deed"] | lists["org"] | lists["people"]
    if is_wide and not nouns.isdisjoint(_singular(scene, range(head + 1, head + 1 + _NOUN), at)):
        return None
    if scope is not None:
        known = any(word.isdigit() for word in scene.around(head, scope, near=at))
        return None if known else _beyond(scene, at, head, to_end_of_clause(scene.draft, scope))
    for place in range(head + 1, head + 1 + _NOUN):
        if scene.word(place, at) in nouns and word in lists["worst"] | lists["soft"]:
            return _beyond(scene, at, head, place)
    return None


def _singular(scene: Scene, places: range, near: int) -> frozenset[str]:
    return frozenset(scene.word(place, near).removesuffix("s") for place in places)


def _is_anyones(scene: Scene, at: int, near: int) -> bool:
    """Whether it is “anyone has ever” or “ever to fly”; “I have ever had” is in the record."""
    words = scene.around(at - 3, at - 1, near=near)
    return scene.word(at, near) == "ever" and words.isdisjoint(("i", "we", "than"))


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
    while _is_extreme(scene, last + 1, at):
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
            first = place - 2 if scene.word(place - 2, at) == "the" else place - 1
            return put(scene, "superlative", first, last, "measure")
        is_one = scene.word(place + 1, at) in ("a", "an", "pure", "literally")
        if word in lists["be"] and is_one and place >= at - _NOUN and not is_weather:
            return put(scene, "superlative", place + 1, last, "is-like")
    return None


def _is_extreme(scene: Scene, place: int, near: int) -> bool:
    word = scene.word(place, near)
    return (
        word in scene.words.lists["extreme"]
        or word.removesuffix("s") in scene.words.lists["extreme"]
    )


def compared(scene: Scene, at: int) -> Remark | None:
    """Return a remark on “more … than anyone alive could imagine”, “tougher than a tyre”."""
    is_thing = scene.word(at + 1, at) in ("a", "an") and scene.word(at + 2, at) not in _USUAL
    if is_thing and scene.word(at - 1, at) in _SHARP:
        return _than(scene, at, to_end_of_clause(scene.draft, at + 2))
    for place in range(at - 2, at - 2 * _BACK, -1):
        if scene.word(place, at) in _EASIER and scene.word(place + 1, at) == "to":
            last = to_end_of_clause(scene.draft, at)
            return put(scene, "superlative", place, last, "easier")
    name = at + (2 if scene.word(at + 1, at) == "the" else 1)
    if scene.word(at - 1, at) in _VAST and scene.word(name, at) and scene.draft.is_name(name):
        return _than(scene, at, to_end_of_clause(scene.draft, name))
    for place in range(at + 1, at + 1 + _BACK):
        if scene.word(place, at) in _BEYOND:
            return _than(scene, at, place)
    return None


def _than(scene: Scene, at: int, last: int) -> Remark | None:
    """“Slower than a snail” gives way to “slower than I expected”."""
    back = [scene.word(place, at) for place in range(at - 1, at - _BACK, -1)]
    if not any(word.endswith("er") or word in _MORE for word in back):
        return None
    return put(scene, "superlative", at + 1, to_end_of_clause(scene.draft, last), "than")


def _like(scene: Scene, at: int, last: int) -> Remark | None:
    """“Like a war zone”, “as cold as the Arctic”, “as if we were criminals”."""
    before = scene.word(at - 1, at)
    if scene.word(at, at) == "as":
        if scene.word(at - 2, at) == "as" and before not in ("well", "soon", "long", "far", "much"):
            return _remark(scene, "superlative", at - 2, last, f"very {before}")
        if scene.word(at + 1, at) not in ("if", "though"):
            return None
    is_look = before in scene.words.lists["be"] | _LOOKS
    last = to_end_of_clause(scene.draft, last)
    return put(scene, "superlative", at, last, "looks" if is_look else "badly")


def counted(scene: Scene, at: int) -> Remark | None:
    """Return a remark on “a million times”, “nine hundred years”; not on “a million naira”."""
    lists, tokens, first, after = scene.words.lists, scene.draft.tokens, at, at + 1
    word = scene.word(at, at)
    if scene.word(at - 1, at) in _HUGE:
        return None
    while scene.word(first - 1, at) in (lists["adv"] | _TALLY) or (
        word == "000" and scene.word(first - 1, at).isdigit()
    ):
        first -= 1
    if scene.draft.text[tokens[first].start - 1 : tokens[first].start] in tuple("$£€₦₹{"):
        return None
    while scene.word(after, at) in (_HUGE | {"of", "and", "or"}):
        after += 1
    nouns = [one for one in range(after, after + _NOUN) if scene.word(one, at) in _COUNTED]
    if not nouns and word in ("million", "billion", "zillion"):
        nouns = [one for one in range(after, after + _NOUN) if scene.word(one, at).endswith("s")]
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
