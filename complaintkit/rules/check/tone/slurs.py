"""Does a hard word for somebody hit the company or its people?

“Your agent is a thief” does; “A thief used my card” and “Your agent called me a thief” do not.
How much must point at the company depends on the word: a halfwit is always an insult, a thief may
be a report of a crime, a clown may be booked for a party, and a rat may be a rat.
"""

from complaintkit.model.review import Remark
from complaintkit.rules.check.tone.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.tone.scene import BEFORE_PLACE, BUNCH, FITTING, REPORTED, SEEMS, Scene
from complaintkit.rules.check.tone.speech import is_denied, is_said_by_others
from complaintkit.rules.check.tone.subjects import FIRST, Bearer, bearer_of

TIERS = ("slur", "crime", "clown", "animal")
"""The lists, from words that are always an insult to words that seldom are."""

MOST_UNKNOWN = 2
"""Words that may stand before a hard one: “a known crook”, “like a spoilt child”."""

_ARTICLES = frozenset({"a", "an", "the", "of", "common", "real", "little", "old", "big"})
_MODAL = frozenset({"must", "can", "could", "may", "might", "will", "would", "to", "only", "have",
                    "has", "had", "either"})  # fmt: skip
_SUFFERED = frozenset({"me", "us", "him", "her", "feel", "felt", "feels", "customers", "i", "we",
                       "myself", "treated", "people", "passengers", "patients", "my",
                       "our"})  # fmt: skip
_DEGREES = frozenset({"more", "better", "worse", "no", "nothing", "little", "less", "different",
                      "any", "much", "not", "just", "lower"})  # fmt: skip
_HANDLED = frozenset({"by", "with", "from", "full", "of", "among", "for", "to"})
_WORK = frozenset(
    [
        *("run", "staffed", "staff", "managed", "operated", "manned", "owned", "handled"),
        *("trained", "led", "deal", "dealing", "dealt", "full", "infested", "work", "hire"),
        *("employ", "employed", "kind", "sort", "type", "manner", "nest", "den", "pack"),
        *("bunch", "gang", "shower", "dealings", "paying", "pay", "business", "house", "breed"),
        *("brand", "built", "written", "designed", "composed", "packed", "company", "handed"),
        *(
            "left",
            "money",
        ),
    ]
)
_MAKERS = frozenset({"artist", "artists", "merchant", "merchants", "man", "men", "shark", "sharks"})
_HIRING = frozenset({"hire", "hires", "hired", "hiring", "employ", "employs", "employing"})
_RELATIVE = frozenset({"who", "that", "which"})


def tier_of(scene: Scene, word: str) -> tuple[str, bool]:
    """Return the list in which a word stands, with whether it is there only as its singular."""
    lists = scene.words.lists
    for name in TIERS:
        if word in lists[name]:
            return name, False
    if word.endswith("s"):
        for ending, instead in (("s", ""), ("es", ""), ("ies", "y"), ("ves", "f")):
            one = word.removesuffix(ending) + instead
            for name in TIERS:
                if word.endswith(ending) and one in lists[name]:
                    return name, True
    return "", False


def may_be_slur(scene: Scene, word: str) -> bool:
    """Whether a word is worth a closer look."""
    return word in _MAKERS or bool(tier_of(scene, word)[0])


def slur(scene: Scene, at: int) -> Remark | None:
    """Return a remark on the hard word at a place, or None where it tells of somebody else."""
    draft, lists = scene.draft, scene.words.lists
    tier, is_many = tier_of(scene, draft.tokens[at].word)
    if not tier and draft.tokens[at].word in _MAKERS:
        is_made = scene.word(at - 1, at) in ("con", "scam", "off", "confidence")
        tier, is_many = "crime" if is_made else "", draft.tokens[at].word[-1] in "sn"
    if not tier or _is_other_sense(scene, at):
        return None
    first = _head(scene, at)
    is_than = scene.word(first - 1, at) == "than"
    if is_said_by_others(draft, at, at) or (not is_than and is_denied(draft, at)):
        return None
    before, after = scene.word(first - 1, at), scene.clause_word(at + 1, at)
    if before in FIRST and before not in ("i", "we"):
        return None
    is_abused = tier == "clown" and any(
        scene.word(place, at) in _hard(scene) for place in range(first, at)
    )
    if (
        tier != "slur"
        and not is_abused
        and after in REPORTED
        and before not in (lists["you"] | lists["be"] | {"like", "than", "as"})
    ):
        return None
    if before in lists["be"] or before in SEEMS:
        return _said_of(scene, tier, first, at)
    if before in ("like", "than") or (before == "as" and tier in ("slur", "crime")):
        return _compared(scene, first, at)
    return _standing(scene, tier, first, at, is_many=is_many)


def _is_other_sense(scene: Scene, at: int) -> bool:
    """Whether “fraud” is the crime, not a person, or the word only belongs to a noun."""
    lists, word, before = scene.words.lists, scene.draft.tokens[at].word, scene.word(at - 1, at)
    if _is_before_people(scene, at):
        return word in _hard(scene)
    articles = scene.around(at - 3, at - 1, near=at)
    is_bare = articles.isdisjoint({"a", "an", "such", *lists["you"]}) or before in BEFORE_PLACE
    return word in ("fraud", "insult", "waste") and is_bare


def _is_before_people(scene: Scene, at: int) -> bool:
    """Whether “company” or the like follows: “thief company”."""
    lists, after = scene.words.lists, scene.word(at + 1, at)
    return after in lists["people"] | lists["org"] and after not in REPORTED


def _said_of(scene: Scene, tier: str, first: int, at: int) -> Remark | None:
    """“You are a thief”: what is said of the company gives way to what it did."""
    verb = first - 1
    bearer = bearer_of(scene, verb)
    is_hit = bearer is Bearer.OURS or (tier == "slur" and bearer in (Bearer.THING, Bearer.NOBODY))
    is_part = tier in ("clown", "animal") and first == at and not _is_last(scene, at)
    if is_part or scene.word(verb - 1, at) in ("there", "here"):
        return None
    return said_of(scene, verb, at, "slur") if is_hit else None


def said_of(scene: Scene, verb: int, at: int, fault: str, *, most: int = 14) -> Remark:
    """Return a remark on “is a liar” and the rest of its clause; a fact in it stays."""
    draft, aims = scene.draft, scene.words.aims
    at = _with_others(scene, at)
    last = to_end_of_clause(draft, at, most=most)
    instead = aims["doing"] if scene.word(verb, at) == "being" else aims["done"]
    first = verb
    while scene.clause_word(first - 1, verb) in (_MODAL | scene.words.lists["adv"]) - {"all"}:
        first -= 1
    if last == at and scene.clause_word(at + 1, at) in _RELATIVE:
        last, instead = at + 1, f"{instead} and"
    return reworded(draft, scene.words.faults[fault], first, last, instead)


def _with_others(scene: Scene, at: int) -> int:
    """Return the last hard word of “a liar and a cheat”, “cold, arrogant and cruel”."""
    lists, last = scene.words.lists, at
    between = {"a", "an", "and", "or", "the", "both", "so"} | lists["adv"]
    for place in range(at + 1, at + 5):
        word = scene.word(place, at)
        if tier_of(scene, word)[0] or word in _hard(scene):
            last = place
        elif word not in between:
            break
    return last


def _compared(scene: Scene, first: int, at: int) -> Remark | None:
    """“You behave like thieves”, but not “you treated me like a thief”."""
    around = scene.around(first - 5, first - 2, near=at)
    following = scene.around(at + 1, at + 3, near=at)
    is_suffered = not _SUFFERED.isdisjoint(around) and not {"you", "are"} <= following
    if is_suffered or not scene.names_company(at):
        return None
    if bearer_of(scene, first - 1) is Bearer.STRANGER:
        return None
    verb = first - 2
    while scene.word(verb, at) in _DEGREES:
        verb -= 1
    if scene.word(verb, at) in scene.words.lists["be"]:
        return said_of(scene, verb, at, "slur")
    fault, aims = scene.words.faults["slur"], scene.words.aims
    return reworded(scene.draft, fault, first - 1, at, aims["like"])


def _standing(scene: Scene, tier: str, first: int, at: int, *, is_many: bool) -> Remark | None:
    """“You thieves”, “those crooks”, “only a thief would”, “a bunch of clowns”, “Liars.”"""
    draft, lists, aims = scene.draft, scene.words.lists, scene.words.aims
    fault = scene.words.faults["slur"]
    before, after = scene.word(first - 1, at), scene.word(at + 1, at)
    if before in lists["you"]:
        return _vocative(scene, first, at)
    if _is_before_people(scene, at) and tier in ("slur", "crime"):
        return reworded(draft, fault, first, at, "")
    nouns = scene.around(first, at, near=at)
    many = is_many or not nouns.isdisjoint(BUNCH)
    is_edge = not (scene.word(first - 1, at) and scene.word(at + 1, at))
    if (
        is_edge
        and tier != "animal"
        and not scene.clause_word(first - 1, at)
        and not scene.clause_word(at + 1, at)
    ):
        is_epithet = first == at or scene.word(first, at) == "the"
        if tier in ("slur", "clown") or many or is_epithet:
            return reworded(draft, fault, first, at, aims["alone"])
        return None
    if after in _MODAL and "even" in scene.around(first - 2, first, near=at):
        last = at + (2 if scene.word(at + 2, at) in ("know", "see", "tell", "understand") else 1)
        return reworded(draft, fault, first, last, aims["even"])
    if after in _MODAL and scene.around(first - 2, first, near=at) & {"only", "just"}:
        return reworded(draft, fault, first, at + 1, aims["only"])
    person = aims["many" if many else "one"]
    is_some = scene.word(first, at) in ("a", "an") or before in ("some", "another")
    is_hit = (
        (tier == "slur" and (not is_some or scene.names_company(at)))
        or before in ("what", "which", "whichever")
        or _is_pointed_at(scene, tier, first, at)
    )
    if not is_hit or _is_strange(scene, first, at):
        return None
    if scene.word(first, at) in ("a", "an", "the") and not many:
        first += 1
    return reworded(draft, fault, first, _with_others(scene, at), person)


def _is_pointed_at(scene: Scene, tier: str, first: int, at: int) -> bool:
    """Whether the words around say that one of the company's people is meant."""
    before = scene.word(first - 1, at)
    around = scene.around(first - 3, first - 1, near=at)
    nouns = scene.around(first, at - 1, near=at)
    is_company = scene.names_company(at)
    if tier == "animal":
        return is_company and before in _HANDLED and not around.isdisjoint(_WORK - {"full", "left"})
    if before in ("your", "these", "those") and tier == "clown" and not _is_last(scene, at):
        return False
    calling = scene.around(first - 4, first - 1, near=at)
    return (
        not around.isdisjoint({"kind", "sort", "type", "manner", "breed"})
        or not (nouns | {before}).isdisjoint({"your", "these", "those", "such"})
        or before in _HIRING
        or (before in _HANDLED and not (around | nouns).isdisjoint(_WORK))
        or ("your" in calling and not calling.isdisjoint({"call", "calling", "consider", "find"}))
        or (
            tier == "clown"
            and (is_company or before == "that")
            and not nouns.isdisjoint(_hard(scene) | {"so"})
        )
        or _is_there(scene, tier, at)
    )


def _hard(scene: Scene) -> frozenset[str]:
    return scene.words.lists["contempt"] | scene.words.lists["mild"]


def _is_there(scene: Scene, tier: str, at: int) -> bool:
    """Whether “in your office”, “you sent” or “who runs your office” follows."""
    after = scene.word(at + 1, at)
    if tier == "clown" and after in ("that", "which"):
        return False
    if after == "like" and scene.word(at + 2, at) in ("you", "him", "her", "them", "these"):
        return True
    if tier == "crime" and after in ("at", "on"):
        return False
    ways = {"in", "at", "on", "behind", "you", "they", "from", "of", "running"} | _RELATIVE
    following = scene.around(at + 1, at + 4, near=at)
    return after in ways and not following.isdisjoint({"your", "you", "they"})


def _is_last(scene: Scene, at: int) -> bool:
    """Whether no noun follows: “your clown at the desk”, but not “your robot vacuum”."""
    lists, after = scene.words.lists, scene.word(at + 1, at)
    is_many = tier_of(scene, scene.word(at, at))[1]
    return is_many or after in lists["be"] | lists["can"] | lists["has"] | lists[
        "do"
    ] | _HANDLED | {
        *("", "who", "and", "in", "at", "on", "keep", "took", "sent", "charged", "cannot", "that")
    }


def _is_strange(scene: Scene, first: int, at: int) -> bool:
    before = scene.word(first - 1, at)
    return scene.is_third(at) and before not in ("your", "these", "those")


def _vocative(scene: Scene, first: int, at: int) -> Remark:
    """“You thieves took”: the words are dropped; “…, you thieves” goes with its “you”."""
    draft, aims = scene.draft, scene.words.aims
    fault = scene.words.faults["slur"]
    you = first - 1
    asked = ask(scene, you, at)
    if asked:
        return asked
    is_alone = not scene.clause_word(you - 1, at) and not scene.clause_word(at + 1, at)
    if not is_alone:
        return reworded(draft, fault, first, at, "")
    if you and draft.tokens[you - 1].sentence == draft.tokens[at].sentence:
        earlier = draft.tokens[you - 1]
        return reworded(draft, fault, you - 1, at, draft.text[earlier.start : earlier.end])
    if scene.word(at + 1, at):
        return reworded(draft, fault, you, at, aims["please"])
    return reworded(draft, fault, you, at, aims["alone"])


def ask(scene: Scene, you: int, at: int) -> Remark | None:
    """“Are you people mad to debit me twice?” becomes a question that can be answered."""
    lists, aims = scene.words.lists, scene.words.aims
    while scene.word(you - 1, at) in lists["you"] | lists["people"] | {"your", "all", "the"}:
        you -= 1
    verb = you - 1
    if scene.word(verb, at) not in lists["be"] or scene.clause_word(verb - 1, at) not in (
        *("", "or", "and", "why", "y", "how", "so", "but"),
    ):
        return None
    if scene.clause_word(at + 1, at) == "to":
        return reworded(scene.draft, scene.words.faults["slur"], verb, at + 1, aims["why"])
    last = to_end_of_clause(scene.draft, at)
    while scene.clause_word(verb - 1, at) in ("why", "y", "how"):
        verb -= 1
    return reworded(scene.draft, scene.words.faults["slur"], verb, last, aims["ask"])


def _head(scene: Scene, at: int) -> int:
    """Return the first word of “a bunch of thieving crooks”, by its last."""
    lists = scene.words.lists
    allowed = lists["adv"] | _hard(scene) | BUNCH | FITTING | _ARTICLES
    first = at
    while first and (
        scene.clause_word(first - 1, at) in allowed
        or tier_of(scene, scene.clause_word(first - 1, at))[0]
    ):
        first -= 1
    for back in range(first - 1, first - MOST_UNKNOWN - 2, -1):
        word = scene.clause_word(back, at)
        if word in ("a", "an", "the", "such"):
            before = scene.clause_word(back - 1, at)
            is_said = before in lists["be"] | SEEMS | lists["adv"] | {"like"}
            return back if is_said else first
        if word in lists["you"] and back == first - 2 and not scene.clause_word(back - 1, at):
            return back + 1
        if word in lists["be"] and tier_of(scene, scene.word(at, at))[1]:
            return back + 1
        if not word or word in lists["be"] | lists["you"] | BEFORE_PLACE:
            break
    return first
