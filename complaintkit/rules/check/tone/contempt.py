"""Does a contemptuous word hit the company or its people?

“Your useless agent”, “your staff are lazy”, “your incompetence”, “that is theft”; not “the cable
is useless”, “I was stupid” or “a bloody nose”.
"""

from complaintkit.model.review import Remark
from complaintkit.rules.check.tone.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.tone.scene import BUNCH, FITTING, SEEMS, Scene
from complaintkit.rules.check.tone.slurs import ask, said_of
from complaintkit.rules.check.tone.speech import is_meant
from complaintkit.rules.check.tone.subjects import FIRST, Bearer, bearer_of

_OWN = frozenset({"your", "his", "her", "their", "this", "that", "these", "such", "its", "yours"})
_CRIMES = frozenset(
    [
        *("card", "cards", "fraudster", "scammer", "thief", "stolen", "identity", "transaction"),
        *("charges", "charge", "caller", "email", "text", "message", "link", "someone", "account"),
        *(
            "accounts",
            "inquiry",
            "inquiries",
            "collections",
            "police",
            "party",
            "website",
            "seller",
        ),
    ]
)
_FLESH = frozenset(
    [
        *("nose", "lip", "lips", "mary", "sunday", "hand", "hands", "finger", "knee", "wound"),
        *("mouth", "tooth", "gum", "towel", "cloth", "sheet", "sheets", "meat", "steak", "stool"),
        *("urine", "bandage", "shirt", "pillow", "mess", "ear", "toe", "and", "discharge", "scan"),
        *("injury", "tumour", "tumor", "surgery", "damage", "haemorrhage", "surgeon"),
    ]
)
_PLACES = frozenset({"network", "hospital", "shop", "store", "hotel", "school", "hostel", "line",
                     "workshop", "utility", "centre", "center", "lot"})  # fmt: skip
_SUCH = frozenset({"somebody", "someone", "anyone", "anybody", "people", "person", "company"})
MOST_STRANGERS = 2
"""Other words among contemptuous ones: “slow, rude and incompetent”."""

_AFTER_CRIMINAL = frozenset({"", "what", "how", "to", "that", "and"})
_POINTERS = frozenset({"this", "that", "it", "which", "what", "all", "amounts"})
MOST_ASKED = 8
"""Words from the head of a question to the contemptuous one."""

_NOT_FOLLY = frozenset({"my", "our", "own", "no", "any", "without", "not"})


def may_be_contempt(scene: Scene, word: str) -> bool:
    """Whether a word is worth a closer look."""
    lists = scene.words.lists
    return (
        is_contempt(scene, word)
        or word in lists["folly"]
        or word in lists["expletive"]
        or word in lists["robbery"]
    )


def contempt(scene: Scene, at: int, *, is_verb: bool) -> Remark | None:
    """Return a remark on the word at a place, or None; `is_verb`: it may be what somebody does."""
    lists, word = scene.words.lists, scene.draft.tokens[at].word
    is_adjective = is_contempt(scene, word)
    is_bare = word in lists["folly"] or word in lists["expletive"]
    is_theft = word in lists["robbery"]
    if not (is_adjective or is_bare or is_theft) or not is_meant(scene.draft, at, at):
        return None
    found = _before_people(scene, at) if is_adjective else None
    if not found and is_adjective and not (is_verb and scene.word(at - 1, at) in lists["be"]):
        found = _said_of_people(scene, at)
    if not found and is_bare:
        found = _bare(scene, at)
    return _theft(scene, at) if is_theft and not found else found


def is_contempt(scene: Scene, word: str) -> bool:
    """Whether a word is contemptuous, also as “lazier” or “laziest”."""
    strong, mild = scene.words.lists["contempt"], scene.words.lists["mild"]
    if word in strong or word in mild:
        return True
    if not word.endswith(("er", "est")):
        return False
    stem = word.removesuffix("est").removesuffix("er")
    bases = (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
    return any(base in strong or base in mild for base in bases)


def _before_people(scene: Scene, at: int) -> Remark | None:
    """“Your incompetent agent”, “your pathetic little apology”: the word is dropped."""
    lists = scene.words.lists
    between = FITTING | {"and", "or"}
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
            or noun in BUNCH
            or (before == "your" and noun != "")
            or scene.word(first - 2, at) == "what"
            or "service" in (noun, scene.word(after + 1, at))
        )
    )
    if not hits or before in FIRST or (scene.is_third(at) and before != "your"):
        return None
    if is_mild and (noun in _PLACES or (before in ("a", "an") and not scene.names_company(at))):
        return None
    if before in lists["be"] and noun in lists["people"]:
        return None
    first = first if scene.word(first, at) not in ("and", "more") else at
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
    if scene.word(verb, at) not in lists["be"] | SEEMS:
        return _asked(scene, at) or _found_so(scene, at) or _alone(scene, first, at)
    bearer = bearer_of(scene, verb)
    if bearer is not Bearer.OURS or (word in lists["mild"] and not _is_person_before(scene, verb)):
        return None
    return said_of(scene, verb, at, "contempt", most=8)


def _chain(scene: Scene, at: int) -> int:
    """Return the first word of “slow, rude and incompetent”, by its last."""
    lists, first, strangers = scene.words.lists, at, 0
    joins = lists["adv"] | {"and", "as", "or", "more", "less", "how", "not", "short", "of"}
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


def _asked(scene: Scene, at: int) -> Remark | None:
    """“Is your area manager asleep or stupid?”"""
    lists, first = scene.words.lists, at
    while scene.clause_word(first - 1, at):
        first -= 1
    between = scene.around(first + 1, at - 1, near=at)
    is_short = at - first <= MOST_ASKED and scene.word(first, at) in lists["is"]
    if (
        not is_short
        or between.isdisjoint(lists["people"] | lists["you"])
        or between & {"i", "that"}
    ):
        return None
    if scene.clause_word(at + 1, at) not in ("", "or", "and", "to", "enough", "as"):
        return None
    last = to_end_of_clause(scene.draft, at)
    fault = scene.words.faults["contempt"]
    return reworded(scene.draft, fault, first, last, scene.words.aims["ask"])


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
    draft, fault = scene.draft, scene.words.faults["contempt"]
    if is_alike:
        first = at - 1 if scene.word(at - 1, at) == "as" else at
        return reworded(draft, fault, first, at + 1, "like")
    if is_such:
        return reworded(draft, fault, at - 1, at, "")
    return reworded(draft, fault, at, at, scene.words.aims["not good"])


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


def _bare(scene: Scene, at: int) -> Remark | None:
    """“Your incompetence”, “sheer greed”; “your bloody engineer”, but not “a bloody nose”."""
    draft, lists = scene.draft, scene.words.lists
    word = draft.tokens[at].word
    before, after = scene.word(at - 1, at), scene.word(at + 1, at)
    if word in lists["expletive"]:
        if before in lists["be"] | {"a"} or after in _FLESH or not after:
            return None
        return reworded(draft, scene.words.faults["contempt"], at, at, "")
    near = scene.around(at - 3, at - 1, near=at)
    if not near.isdisjoint(_NOT_FOLLY) or (scene.is_third(at) and near.isdisjoint(_OWN)):
        return None
    first = at
    while scene.word(first - 1, at) in lists["adv"] | {"gross", "such", "breathtaking"} or (
        is_contempt(scene, scene.word(first - 1, at))
    ):
        first -= 1
    return reworded(draft, scene.words.faults["contempt"], first, at, scene.words.aims["folly"])


def _is_our_deed(scene: Scene, verb: int) -> bool:
    is_said = scene.word(verb, verb) in ("is", "are")
    return is_said and bearer_of(scene, verb) is Bearer.OURS


def _theft(scene: Scene, at: int) -> Remark | None:
    """“You kept it, and that is theft”, where no stranger's crime is told of."""
    lists, first = scene.words.lists, at
    while scene.word(first - 1, at) in lists["adv"] | {"a", "an"}:
        first -= 1
    verb = first - 1
    pointer, after = scene.word(verb - 1, at), scene.clause_word(at + 1, at)
    is_named = scene.word(verb, at) in ("is", "was", "to") and pointer in _POINTERS
    is_past = scene.word(verb, at) == "was" and pointer == "it"
    is_noun = scene.draft.tokens[at].word == "criminal" and after not in _AFTER_CRIMINAL
    if is_past or is_noun or not (is_named or _is_our_deed(scene, verb)):
        return None
    told = frozenset(token.word for token in scene.draft.words_of(scene.draft.tokens[at].sentence))
    if not told.isdisjoint(_CRIMES) or scene.is_third(at):
        return None
    fault, instead = scene.words.faults["accusation"], scene.words.aims["not right"]
    return reworded(scene.draft, fault, first, at, instead)
