"""Does a hard word for somebody hit the company or its people?

“Your agent is a thief” does; “A thief used my card” and “Your agent called me a thief” do not.
How much must point at the company depends on the word: a halfwit is always an insult, a thief may
be a report of a crime, a clown may be booked for a party, and a rat may be a rat.
"""

from complaintkit.model.review import Remark
from complaintkit.rules.check.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.speech import is_denied, is_said_by_others
from complaintkit.rules.check.subjects import FIRST, Bearer, Scene

TIERS = ("slur", "crime", "clown", "animal")
"""The lists, from words that are always an insult to words that seldom are."""

_ARTICLES = frozenset({"a", "an", "the", "of", "common", "real", "little", "old", "big"})
_POINTING = frozenset({"your", "these", "those", "such", "this", "that", "the"})
_MODAL = frozenset({"must", "can", "could", "may", "might", "will", "would", "to", "only", "have",
                    "has", "had", "either"})  # fmt: skip
_SUFFERED = frozenset({"me", "us", "him", "her", "feel", "felt", "feels", "customers", "i", "we",
                       "myself", "people", "passengers", "patients", "my", "our"})  # fmt: skip
_HANDLED = frozenset({"by", "with", "from", "full", "of", "among", "for", "to"})
_WORK = frozenset({"run", "staffed", "staff", "managed", "operated", "manned", "owned", "handled",
                   "trained", "led", "deal", "dealing", "dealt", "full", "infested", "work", "hire",
                   "employ", "employed", "kind", "sort", "type", "manner", "nest", "den", "pack",
                   "bunch", "gang", "shower", "dealings", "paying", "pay", "business", "house",
                   "breed", "brand", "company", "handed", "left", "money"})  # fmt: skip
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


def slur(scene: Scene, at: int) -> Remark | None:
    """Return a remark on the hard word at a place, or None where it tells of somebody else."""
    draft, lists = scene.draft, scene.words.lists
    tier, is_many = tier_of(scene, draft.tokens[at].word)
    if not tier and draft.tokens[at].word in lists["maker"]:
        is_made = scene.word(at - 1, at) in ("con", "scam", "off", "confidence")
        tier, is_many = "crime" if is_made else "", draft.tokens[at].word[-1] in "sn"
    if not tier or _is_other_sense(scene, at):
        return None
    first = _head(scene, at)
    is_than = scene.word(first - 1, at) == "than"
    if is_said_by_others(draft, at, at) or (not is_than and is_denied(draft, at)):
        return None
    before, after = scene.word(first - 1, at), scene.word(at + 1, at)
    if before in FIRST and before not in ("i", "we"):
        return None
    if (
        tier != "slur"
        and after in lists["slur-after"]
        and before not in (lists["you"] | lists["be"] | {"like", "than", "as"})
    ):
        return None
    if before in lists["be"] or before in lists["seem"]:
        return _said_of(scene, tier, first, at)
    if before in ("like", "than", "as"):
        return _compared(scene, first, at)
    return _standing(scene, tier, first, at, is_many=is_many)


def _is_other_sense(scene: Scene, at: int) -> bool:
    """Whether “fraud” is the crime, not a person, or the word only belongs to a noun."""
    lists, word, before = scene.words.lists, scene.draft.tokens[at].word, scene.word(at - 1, at)
    after = scene.word(at + 1, at)
    if after in lists["people"] | lists["org"] and after not in lists["slur-after"]:
        return word in lists["contempt"]
    return word in ("fraud", "insult", "waste") and before not in (
        lists["adv"] | lists["fitting"] | lists["contempt"] | lists["you"] | {"a", "an", "of"}
    )


def _said_of(scene: Scene, tier: str, first: int, at: int) -> Remark | None:
    """“You are a thief”: what is said of the company gives way to what it did."""
    verb = first - 1
    bearer = scene.bearer(verb)
    is_hit = bearer is Bearer.OURS or (tier == "slur" and bearer in (Bearer.THING, Bearer.NOBODY))
    if scene.word(verb - 1, at) in ("there", "here"):
        return None
    return said_of(scene, verb, at, "slur") if is_hit else None


def said_of(scene: Scene, verb: int, at: int, fault: str, *, most: int = 14) -> Remark:
    """Return a remark on “is a liar” and the rest of its clause; a fact in it stays."""
    draft, aims = scene.draft, scene.words.aims
    last = to_end_of_clause(draft, at, most=most)
    instead = aims["doing"] if scene.word(verb, at) == "being" else aims["done"]
    first = verb
    while scene.clause_word(first - 1, at) in _MODAL | scene.words.lists["adv"]:
        first -= 1
    if last == at and scene.clause_word(at + 1, at) in _RELATIVE:
        last, instead = at + 1, f"{instead} and"
    return reworded(draft, scene.words.faults[fault], first, last, instead)


def _compared(scene: Scene, first: int, at: int) -> Remark | None:
    """“You behave like thieves”, but not “you treated me like a thief”."""
    around = scene.around(first - 5, first - 2, near=at)
    if not _SUFFERED.isdisjoint(around) or not scene.names_company(at):
        return None
    if scene.bearer(first - 1) is Bearer.STRANGER:
        return None
    fault, aims = scene.words.faults["slur"], scene.words.aims
    return reworded(scene.draft, fault, first - 1, at, aims["like"])


def _standing(scene: Scene, tier: str, first: int, at: int, *, is_many: bool) -> Remark | None:
    """“You thieves”, “those crooks”, “only a thief would”, “a bunch of clowns”, “Liars.”"""
    draft, lists, aims = scene.draft, scene.words.lists, scene.words.aims
    fault = scene.words.faults["slur"]
    before, after = scene.word(first - 1, at), scene.word(at + 1, at)
    if before in lists["you"]:
        return _vocative(scene, first, at)
    nouns = scene.around(first, at, near=at)
    many = is_many or not nouns.isdisjoint(lists["bunch"])
    if not scene.clause_word(first - 1, at) and not scene.clause_word(at + 1, at):
        if tier in ("slur", "clown") or many or first == at:
            return reworded(draft, fault, first, at, aims["alone"])
        return None
    if scene.around(first - 2, first, near=at) & {"only", "even", "just"} and after in _MODAL:
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
    return reworded(draft, fault, first, at, person)


def _is_pointed_at(scene: Scene, tier: str, first: int, at: int) -> bool:
    """Whether the words around say that one of the company's people is meant."""
    lists, before = scene.words.lists, scene.word(first - 1, at)
    around = scene.around(first - 3, first - 1, near=at)
    nouns = scene.around(first, at - 1, near=at)
    is_company = scene.names_company(at)
    if tier == "animal":
        return is_company and before in _HANDLED and not around.isdisjoint(_WORK - {"full", "left"})
    if before == "your" or not nouns.isdisjoint(_POINTING - {"the", "this", "that"} | {"your"}):
        return True
    if before in lists["hiring"]:
        return True
    if before in _HANDLED and not (around | nouns).isdisjoint(_WORK):
        return True
    if not nouns.isdisjoint(lists["contempt"] | {"so"}) and is_company:
        return tier == "clown"
    following = scene.around(at + 1, at + 4, near=at)
    is_there = not following.isdisjoint({"your", "you", "they"})
    return is_there and scene.word(at + 1, at) in (
        {"in", "at", "on", "behind", "you", "they", "from", "of", "running"} | _RELATIVE
    )


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
        *("", "or", "and", "why", "how", "so", "but"),
    ):
        return None
    if scene.clause_word(at + 1, at) == "to":
        return reworded(scene.draft, scene.words.faults["slur"], verb, at + 1, aims["why"])
    last = to_end_of_clause(scene.draft, at)
    return reworded(scene.draft, scene.words.faults["slur"], verb, last, aims["ask"])


def _head(scene: Scene, at: int) -> int:
    """Return the first word of “a bunch of thieving crooks”, by its last."""
    lists = scene.words.lists
    allowed = lists["adv"] | lists["contempt"] | lists["bunch"] | lists["fitting"] | _ARTICLES
    first = at
    while first and (
        scene.clause_word(first - 1, at) in allowed
        or tier_of(scene, scene.clause_word(first - 1, at))[0]
    ):
        first -= 1
    return first
