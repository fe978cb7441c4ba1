"""Does the text say “never”, “always”, “nobody” or “everyone” where one exception disproves it?

“You never answer”, “your app always crashes” and “nobody cares” do; “you never sent the form”,
“I have always paid” and “nobody replied” do not.
"""

from complaintkit.model.review import Remark
from complaintkit.rules.check.tone.comparisons import Rule, put
from complaintkit.rules.check.tone.rewording import reworded
from complaintkit.rules.check.tone.scene import Scene
from complaintkit.rules.check.tone.subjects import FIRST
from complaintkit.rules.phrase_pieces import NEGATIONS

_NOUN = 5
"""Words between “every” and “ever”."""
_WHOLE = 12
"""Words between “nobody” and its verb."""
_ONE = frozenset(
    {"one", "body", "customer", "customers", "person", "human", "company", "being", "sane",
     "living", "normal", "single", "decent", "honest", "man", "woman", "mortal"}
)  # fmt: skip
_ANY = frozenset({"ever", "single", "once", "anyone", "anybody", "nobody", "second", "minute"})
_REPORTS = frozenset(
    {"tell", "help", "explain", "speak", "give", "answer", "listen", "call", "let", "come", "take",
     "confirm", "say", "talk", "reply", "respond", "put", "see", "sign", "be", "show",
     "open", "return", "do", "deal", "transfer", "look", "agree"}
)  # fmt: skip
"""What nobody “would” do is told as it happened: “nobody would tell me”."""
_PAST = frozenset(
    {"sent", "gave", "came", "told", "said", "made", "did", "was", "were", "had", "got", "paid",
     "rang", "took", "kept", "found", "left", "brought", "heard", "saw", "knew", "spoke", "wrote",
     "began", "went", "met", "lost", "sold", "held", "put", "let", "been", "seen", "done", "given",
     "taken", "gone"}
)  # fmt: skip
_WORKS = frozenset(
    {"work", "answer", "load", "open", "help", "arrive", "connect", "run", "come", "reply", "stop",
     "respond", "start", "get", "do", "function", "end"}
)  # fmt: skip
_NOT_PAST = frozenset({"need", "feed", "exceed", "proceed", "succeed"})
_HAVE = frozenset({"have", "has", "had"})
_CARES = frozenset(
    {"cares", "care", "ever", "knows", "answers", "listens", "helps", "bothers", "wants", "gives",
     "picks", "deserves", "likes", "trusts"}
)  # fmt: skip
_AGREES = frozenset(
    {"knows", "hates", "agrees", "complains", "laughs", "suffers", "suffered", "laughing",
     "suffering",     "complaining", "leaving", "sick", "fed"}
)  # fmt: skip
_THINGS = frozenset(
    {"it", "network", "app", "website", "site", "system", "line", "service", "lift", "phone",
     "signal", "wifi", "internet", "bus", "train", "machine", "portal", "helpline", "hotline",
     "power", "nepa", "light"}
)  # fmt: skip
_FAILS = (
    "los", "crash", "fail", "break", "late", "wrong", "busy", "down", "out", "ignor", "forg", "lie",
    "lying", "cut", "drop", "overcharg", "closed", "broken", "engag", "rud", "dirt", "empt", "hang",
    "mess", "blam", "refus", "miss", "excus", "delay", "short", "cancel", "dead", "wors", "useless",
    "slow", "differ", "unavail", "freez", "problem", "throw", "screw", "ruin",
    "put", "leav", "pass", "promis", "wait", "keep", "contradict", "charg",
)  # fmt: skip
_RECEIVES = frozenset({"receive", "need", "have", "hear", "see", "know"})
_WORLDS = frozenset({"planet", "earth", "world", "universe"})
_IN = frozenset({"in", "on"})
_COUNTED = {"none": 2, "not": 1}
"""Words behind which stands what is counted: “none of your …”, “not one”."""
_OF_THEM = frozenset({"your", "you", "them", "one", "a", "single", "any", "even"})
_MODALS = frozenset({"would", "could", "can", "may", "must", "should", "might"})
_DOES = _HAVE | _MODALS | {"is", "are", "does", "do", "will"}
_CONDITIONS = ("when", "if", "after", "while", "unless", "until", "on", "at")
_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "january",
     "february", "march", "april", "june", "july", "august", "september", "october", "november",
     "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)  # fmt: skip

_ALWAYS = frozenset(
    {"always", "constantly", "continually", "continuously", "perpetually", "endlessly",
     "incessantly", "relentlessly", "invariably"}
)  # fmt: skip
_NOBODY = frozenset({"nobody", "no", "none", "not"})


def absolutes() -> dict[str, Rule]:
    """Return the rule to try for each word at which an absolute begins."""
    return {
        **dict.fromkeys(_ALWAYS, _always),
        **dict.fromkeys(_NOBODY, _nobody),
        **dict.fromkeys(("everyone", "everybody"), _everybody),
        **dict.fromkeys(("second", "minute", "instant"), _moment),
        "forever": _forever,
        "nothing": _nobody,
        "never": _never,
        "ever": _ever,
    }


def _never(scene: Scene, at: int) -> Remark | None:
    """“You never answer”, “your site is never up”; not “I never pay late”, “you never sent it”."""
    before, verb_at = scene.word(at - 1, at), _past_adverbs(scene, at)
    verb, theirs = scene.word(verb_at, at), _whose(scene, at)
    if not verb or not theirs or _is_exact(scene, at):
        return None
    if before in _HAVE:
        rest = scene.around(verb_at - 1, verb_at + _WHOLE, near=at)
        return None if rest.isdisjoint(_ANY) else put(scene, "absolute", at, at, "never")
    if before in ("will", "shall"):
        if verb in _RECEIVES:
            return None
        return put(scene, "absolute", at - 1, at, "will never")
    if before in scene.words.lists["be"]:
        return None if before in ("was", "were") else put(scene, "absolute", at, at, "never")
    if before in _MODALS or _is_past(verb):
        return None
    if theirs == "thing" and (_depends(scene, at) or _base(verb) not in _WORKS):
        return None
    return put(scene, "absolute", at, at, "never")


def _always(scene: Scene, at: int) -> Remark | None:
    """“You always lose the form”, “it constantly crashes”; not “I always pay on time”."""
    verb_at = _past_adverbs(scene, at)
    verb, theirs = scene.word(verb_at, at), _whose(scene, at)
    if not theirs or _is_exact(scene, at) or _is_past(verb):
        return None
    if theirs == "person" and scene.word(at, at) != "always":
        return put(scene, "absolute", at, at, "always")
    if scene.word(at - 1, at) in ("was", "were") or (theirs == "thing" and _depends(scene, at)):
        return None
    after = scene.around(verb_at, verb_at + 4, near=at)
    is_failure = any(word.startswith(_FAILS) for word in after)
    return put(scene, "absolute", at, at, "always") if is_failure else None


def _ever(scene: Scene, at: int) -> Remark | None:
    """“… to speak to anyone, ever.”; not “slower than ever”, “if ever”."""
    before = scene.word(at - 1, at)
    if before in ("than", "as", "if", "hardly", "rarely"):
        return None
    if not {"every", "all", "everything"}.isdisjoint(scene.around(at - _NOUN, at - 1, near=at)):
        return put(scene, "absolute", at, at, "each-ever")
    if scene.word(at + 1, at):
        return None
    return put(scene, "absolute", at, at, "ever")


def _forever(scene: Scene, at: int) -> Remark | None:
    """“It takes forever”; not “lost forever”, “closed forever in 2019”."""
    if _is_exact(scene, at) or scene.word(at - 1, at) in ("lost", "gone", "closed", "deleted"):
        return None
    return _always(scene, at) or put(scene, "ages", at, at, "count-years")


def _nobody(scene: Scene, at: int) -> Remark | None:
    """“Nobody cares”, “no one would accept this”; not “nobody replied”."""
    head = scene.word(at, at)
    if head in _COUNTED and scene.word(at + _COUNTED[head], at) not in _OF_THEM:
        return None
    is_person = head == "nobody" or scene.word(at + 1, at) in _ONE
    for place in _clause_after(scene, at):
        word, after = scene.word(place, at), scene.word(place + 1, at)
        if word in ("i", "we"):
            return None
        if word == "ever" and (scene.word(place - 1, at) in _DOES or place == at + 1):
            if head == "nobody" and place == at + 1:
                return _put_who(scene, at, place)
            is_record = (head, after) == ("no", "been") and not is_person
            return None if is_record else put(scene, "absolute", place, place, "known")
        if head == "no" and word in _WORLDS:
            first = next(
                (one for one in (place - 2, place - 1) if scene.word(one, at) in _IN), place
            )
            return put(scene, "absolute", first, place, "scope")
        if head == "nothing" or not is_person:
            continue
        is_careless = word in _CARES and not _is_exact(scene, at)
        if is_careless or (word, after) == ("could", "possibly") or _is_would(scene, place):
            return _put_who(scene, at, place)
    return None


def _moment(scene: Scene, at: int) -> Remark | None:
    """“It has not worked for a single second”."""
    count = scene.word(at - 1, at)
    is_hard = count == "single" or (count, scene.word(at, at)) == ("one", "second")
    first = next((one for one in (at - 3, at - 2) if scene.word(one, at) == "for"), None)
    if not is_hard or first is None or scene.around(at - _WHOLE, at, near=at).isdisjoint(NEGATIONS):
        return None
    return put(scene, "absolute", first, at, "moment")


def _is_would(scene: Scene, place: int) -> bool:
    """Whether it is “would accept this”; “would tell me” is told as it happened."""
    following = scene.around(place + 1, place + 3, near=place)
    is_told = scene.word(place + 1, place) in _REPORTS or not FIRST.isdisjoint(following)
    return scene.word(place, place) == "would" and not is_told


def _everybody(scene: Scene, at: int) -> Remark | None:
    """“Everyone knows”, “everybody in town hates”; not “everyone in the house was ill”."""
    for place in _clause_after(scene, at):
        word, before = scene.word(place, at), scene.word(place - 1, at)
        if word not in _AGREES or before in ("was", "were") or _is_exact(scene, at):
            continue
        if word.endswith("ered") and before != "has":
            return None
        is_done = "have " if before == "has" else "be " if before in scene.words.lists["be"] else ""
        verb = f"{is_done}{word}" if is_done else _base(word)
        instead = scene.words.aims["everyone"].replace("{base}", verb)
        return reworded(scene.draft, scene.words.faults["absolute"], at, place, instead)
    return None


def _clause_after(scene: Scene, at: int) -> range:
    """Return the places after a word in its clause."""
    tokens, past = scene.draft.tokens, at + 1
    while past < min(len(tokens), at + _WHOLE) and tokens[past].clause == tokens[at].clause:
        past += 1
    return range(at + 1, past)


def _put_who(scene: Scene, at: int, verb: int) -> Remark:
    draft, tokens = scene.draft, scene.draft.tokens
    begin = at + 1
    while scene.word(begin, at) in _ONE and begin < verb:
        begin += 1
    between = draft.text[tokens[begin].start : tokens[verb].start].strip()
    said = draft.text[tokens[verb].start : tokens[verb].end]
    who = scene.words.aims["nobody"].replace("{who}", f" {between}" if between else "")
    instead = who if said == "ever" else f"{who} {said}"
    return reworded(draft, scene.words.faults["absolute"], at, verb, instead)


def _whose(scene: Scene, at: int) -> str:
    """Return “person” where the company or its people do it, “thing” for what they run, or ""."""
    lists, back = scene.words.lists, at - 1
    while scene.word(back, at) in lists["adv"] | lists["be"] | _HAVE | _MODALS | {"will", "do"}:
        back -= 1
    word = scene.word(back, at)
    if not word:
        return "" if scene.word(at - 1, at) else "thing"
    if word in FIRST or scene.word(back - 1, at) in FIRST or scene.is_third(back):
        return ""
    if word in _THINGS:
        return "thing"
    if "your" in scene.around(back - 3, back, near=at):
        return "person"
    return "person" if scene.is_person(back) or word == "they" else ""


def _is_exact(scene: Scene, at: int) -> bool:
    """Whether the clause holds a figure, so that it can be checked."""
    tokens = scene.draft.tokens
    clause, place = tokens[at].clause, at
    while place > 0 and tokens[place - 1].clause == clause:
        place -= 1
    while place < len(tokens) and tokens[place].clause == clause:
        if tokens[place].word[0].isdigit() or tokens[place].word in _NUMBERS:
            return True
        place += 1
    return False


def _depends(scene: Scene, at: int) -> bool:
    words = {token.word for token in scene.draft.words_of(scene.draft.tokens[at].sentence)}
    return not words.isdisjoint(_CONDITIONS)


def _past_adverbs(scene: Scene, at: int) -> int:
    skipped = scene.words.lists["adv"] | _ALWAYS | {"never", "ever", "once", "seem"}
    place = at + 1
    while scene.word(place, at) in skipped:
        place += 1
    return place


def _is_past(verb: str) -> bool:
    return (verb.endswith("ed") and verb not in _NOT_PAST) or verb in _PAST


def _base(verb: str) -> str:
    """Return “answer” for “answers”, “be” for “is”; other words stay."""
    known = {"is": "be", "are": "be", "has": "have", "does": "do", "goes": "go"}
    if verb in known:
        return known[verb]
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    if verb.endswith(("sses", "shes", "ches", "xes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb
