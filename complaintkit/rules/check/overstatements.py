"""Does the text claim more than anybody could check?

“You never answer”, “your app always crashes” and “nobody cares” do; “you never sent the form”,
“I have always paid” and “nobody replied” do not. Superlatives, comparisons and counts:
`comparisons.py`.
"""

from collections.abc import Iterator

from complaintkit.model.review import Remark
from complaintkit.rules.check.comparisons import Rule, compared, counted, figure, put, superlative
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.rewording import reworded
from complaintkit.rules.check.speech import is_denied, is_reported
from complaintkit.rules.check.subjects import FIRST, Scene
from complaintkit.rules.check.tone_words import ToneWords

_WHOLE = 9
"""Words between “nobody” and its verb."""
_NEAR = 6
"""Words between “ruined” and “my life”."""

_ALWAYS = frozenset(
    {"always", "constantly", "continually", "continuously", "forever", "perpetually", "endlessly",
     "incessantly", "relentlessly", "invariably"}
)  # fmt: skip
_NOBODY = frozenset({"nobody", "no", "none", "not"})
_ONE = frozenset(
    {"one", "body", "customer", "customers", "person", "human", "company", "being", "sane",
     "living", "normal", "single", "decent", "honest", "man", "woman", "mortal"}
)  # fmt: skip
_ANY = frozenset({"ever", "single", "once", "anyone", "anybody", "nobody", "second", "minute"})
_REPORTS = frozenset(
    {"tell", "help", "explain", "speak", "give", "answer", "listen", "call", "let", "come", "take",
     "confirm", "say", "talk", "reply", "respond", "put", "see", "sign", "pay", "be", "show",
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
_MODALS = frozenset({"would", "could", "can", "may", "must", "should", "might"})
_CONDITIONS = ("when", "if", "after", "while", "unless", "until", "on", "at")
_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "january",
     "february", "march", "april", "june", "july", "august", "september", "october", "november",
     "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)  # fmt: skip


def overstated(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each absolute, superlative, comparison and count beyond checking."""
    scene = Scene(draft=draft, words=words, is_letter=True)
    rules = _rules(words)
    for at, token in enumerate(draft.tokens):
        rule = rules.get(token.word) or (_hotly if token.word.endswith("ly") else None)
        is_name = rule is not figure and draft.is_name(at)
        if rule is None or is_name or not _is_own(draft, rule, at):
            continue
        found = rule(scene, at)
        if found:
            yield found


def _rules(words: ToneWords) -> dict[str, Rule]:
    """Return the rule to try for each word at which one begins."""
    lists = words.lists
    return {
        **dict.fromkeys(lists["extreme"], figure),
        **dict.fromkeys(lists["wreck"], _wrecked),
        **dict.fromkeys(lists["worst"] | lists["greatest"] | {"most"}, superlative),
        **dict.fromkeys(lists["huge"] | {"000"}, counted),
        **dict.fromkeys(_ALWAYS, _always),
        **dict.fromkeys(_NOBODY, _nobody),
        **dict.fromkeys(("everyone", "everybody"), _everybody),
        "than": compared,
        "never": _never,
        "ever": _ever,
    }


def _is_own(draft: Draft, rule: Rule, at: int) -> bool:
    """Whether the writer says it; “treated us like cattle” reports no words."""
    start, end = draft.tokens[at].start, draft.tokens[at].end
    before = {token.word for token in draft.tokens[max(0, at - 5) : at]}
    if draft.is_quoted(start, end) or (is_denied(draft, at) and "without" not in before):
        return False
    return rule is figure or not is_reported(draft, at)


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
        return put(scene, "absolute", at - 1, at, "will never")
    if before in scene.words.lists["be"]:
        return None if before in ("was", "were") else put(scene, "absolute", at, at, "never")
    if before in _MODALS or _is_past(verb):
        return None
    if theirs == "thing" and (_depends(scene, at) or _base(verb) not in _WORKS):
        return None
    return _remark(scene, at, verb_at, "never-act" if _base(verb) == verb else "never-acts", verb)


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
    after, fails = scene.around(verb_at, verb_at + 4, near=at), tuple(scene.words.lists["fails"])
    is_failure = any(word.startswith(fails) for word in after)
    return put(scene, "absolute", at, at, "always") if is_failure else None


def _ever(scene: Scene, at: int) -> Remark | None:
    """“… to speak to anyone, ever.”; not “slower than ever”, “if ever”."""
    before = scene.word(at - 1, at)
    if scene.word(at + 1, at) or before in ("than", "as", "if", "hardly", "rarely"):
        return None
    return put(scene, "absolute", at, at, "ever")


def _nobody(scene: Scene, at: int) -> Remark | None:
    """“Nobody cares”, “no one would accept this”; not “nobody replied”."""
    if scene.word(at, at) in ("no", "not") and scene.word(at + 1, at) not in _ONE:
        return None
    for place in _clause_after(scene, at):
        word, after = scene.word(place, at), scene.word(place + 1, at)
        is_told = after in _REPORTS or not FIRST.isdisjoint(
            scene.around(place + 1, place + 3, near=at)
        )
        is_would = word == "would" and not is_told
        if is_would or word in scene.words.lists["cares"] or (word, after) == ("could", "possibly"):
            return _put_who(scene, at, place)
    return None


def _everybody(scene: Scene, at: int) -> Remark | None:
    """“Everyone knows”, “everybody in town hates”; not “everyone in the house was ill”."""
    for place in _clause_after(scene, at):
        word = scene.word(place, at)
        if word in scene.words.lists["agrees"]:
            return _remark(scene, at, place, "everyone", word)
    return None


def _clause_after(scene: Scene, at: int) -> range:
    """Return the places after a word in its clause; none where the clause can be checked."""
    tokens, past = scene.draft.tokens, at + 1
    while past < min(len(tokens), at + _WHOLE) and tokens[past].clause == tokens[at].clause:
        past += 1
    return range(at + 1, at + 1 if _is_exact(scene, at) else past)


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


def _hotly(scene: Scene, at: int) -> Remark | None:
    """“Ridiculously slow”, “horribly late”."""
    word = scene.word(at, at)
    known = scene.words.lists["hot"] | {"incredible", "unbelievable", "horrible", "utter"}
    if word.removesuffix("ly") not in known and f"{word[:-1]}e" not in known:
        return None
    return put(scene, "heated", at, at, "very")


def _wrecked(scene: Scene, at: int) -> Remark | None:
    """“Ruined my life”, “my future is destroyed”; not “destroyed my fence”."""
    lists = scene.words.lists
    for place in range(at - _NEAR, at + _NEAR):
        if scene.word(place, at) not in lists["life"]:
            continue
        owners = [one for one in range(place - 3, place) if scene.word(one, at) in lists["my"]]
        if place > at and (owners or scene.word(place, at) in ("everything", "christmas")):
            return put(scene, "heated", at, place, "wreck")
        if place < at and owners:
            return put(scene, "heated", owners[0], at, "wrecked")
    return None


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
    if word in lists["thing"]:
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


def _remark(scene: Scene, first: int, last: int, aim: str, verb: str) -> Remark:
    instead = scene.words.aims[aim].replace("{base}", _base(verb))
    return reworded(scene.draft, scene.words.faults["absolute"], first, last, instead)
