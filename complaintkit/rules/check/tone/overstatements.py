"""Does the text claim more than anybody could check, or in heated words?

Absolutes, superlatives, comparisons and counts, each by its own rules; and “ridiculously slow”,
“sheer awfulness”, “ruined my life”. Fixed phrases lie in `data/tone/en-overstated.yaml`.
"""

from collections.abc import Iterator

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.absolutes import absolutes
from complaintkit.rules.check.tone.comparisons import Rule, comparisons, figure, put
from complaintkit.rules.check.tone.rewording import reworded
from complaintkit.rules.check.tone.scene import Scene
from complaintkit.rules.check.tone.speech import is_denied, is_reported
from complaintkit.rules.check.tone.words import ToneWords

_NEAR = 6
"""Words between “ruined” and “my life”."""

_SHEER = ("utter", "sheer", "pure", "absolute", "blatant", "gross")
_QUALITIES = ("ness", "ence", "ity", "ism", "ery", "acy")
_PLAIN = frozenset(
    {"absence", "evidence", "silence", "majority", "quantity", "city", "electricity", "delivery",
     "recovery", "battery", "difference", "facility", "quality"}
)  # fmt: skip


def overstated(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each absolute, superlative, comparison and count beyond checking."""
    scene = Scene(draft=draft, words=words, is_letter=True)
    rules, wrecks = _rules(words), tuple(words.lists["wreck"])
    for at, token in enumerate(draft.tokens):
        rule = rules.get(token.word) or _by_form(token.word, wrecks)
        is_name = rule is not figure and draft.is_name(at)
        if rule is None or is_name or not _is_own(draft, rule, at):
            continue
        found = rule(scene, at)
        if found:
            yield found


def _rules(words: ToneWords) -> dict[str, Rule]:
    """Return the rule to try for each word at which one begins."""
    return {**comparisons(words), **dict.fromkeys(_SHEER, _sheer), **absolutes()}


def _by_form(word: str, wrecks: tuple[str, ...]) -> Rule | None:
    """Return the rule for words that are known by their beginning or their ending."""
    if word.endswith("ly"):
        return _hotly
    return _wrecked if word.startswith(wrecks) else None


def _is_own(draft: Draft, rule: Rule, at: int) -> bool:
    """Whether the writer says it; “treated us like cattle” reports no words."""
    start, end = draft.tokens[at].start, draft.tokens[at].end
    before = {token.word for token in draft.tokens[max(0, at - 5) : at]}
    is_part = draft.tokens[at].word in ("second", "minute", "instant")
    is_taken = not is_part and "without" not in before and is_denied(draft, at)
    if draft.is_quoted(start, end) or is_taken:
        return False
    return rule is figure or not is_reported(draft, at)


def _sheer(scene: Scene, at: int) -> Remark | None:
    """“Sheer awfulness”, “utter incompetence”; not “sheer curtains”, “complete absence”."""
    after = scene.word(at + 1, at)
    is_quality = after.endswith(_QUALITIES) and after not in _PLAIN
    return put(scene, "heated", at, at, "sheer") if is_quality else None


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
        owners = [one for one in range(place - 4, place) if scene.word(one, at) in lists["my"]]
        is_all = scene.word(place, at) in ("everything", "christmas")
        if is_all and scene.word(place + 1, at) in ("in", "inside", "on"):
            return None
        if place > at and (owners or is_all):
            return _affected(scene, at, place)
        if place < at and owners:
            first, last = owners[0], at + (scene.word(at + 1, at) == "apart")
            while scene.word(first - 1, at) in ("all", "of"):
                first -= 1
            return put(scene, "heated", first, last, "wrecked")
    return None


def _affected(scene: Scene, first: int, last: int) -> Remark:
    """“Ruining my life” becomes “seriously affecting me”."""
    word, instead = scene.word(first, first), scene.words.aims["wreck"]
    while scene.word(first - 1, first) in scene.words.lists["wholly"]:
        first -= 1
    ending = next((one for one in ("ing", "ed", "s") if word.endswith(one)), "")
    return reworded(scene.draft, scene.words.faults["heated"], first, last, f"{instead}{ending} me")
