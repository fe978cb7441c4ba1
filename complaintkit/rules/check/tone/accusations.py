"""Does an accusation hit the company or its people?

“Your agent lied to me” does; “someone stole my card” and “I was told that he lied” do not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.contempt import contempt, may_be_contempt
from complaintkit.rules.check.tone.idioms import idioms, starred
from complaintkit.rules.check.tone.rewording import reworded
from complaintkit.rules.check.tone.scene import BEFORE_PLACE, Scene
from complaintkit.rules.check.tone.slurs import may_be_slur, slur
from complaintkit.rules.check.tone.speech import is_meant
from complaintkit.rules.check.tone.subjects import Bearer, bearer_of
from complaintkit.rules.check.tone.words import ToneWords

_OBJECTS = frozenset({"me", "us", "him", "her", "them", "people", "customers"})
_OWN = frozenset({"your", "his", "her", "their", "this", "that", "these", "such", "its", "yours"})
_NOUN_AFTER = frozenset({"a", "an", "the", "no", "any", "of", "card", "online", "my", "every"})
_LYING_SOMEWHERE = frozenset(
    [
        *("in", "on", "at", "with", "flat", "down", "under", "between", "within", "behind", "near"),
        *("outside", "around", "beside", "there", "over", "across", "beneath", "idle", "ahead"),
        *("inside", "by", "along", "still", "empty", "open"),
    ]
)
_ALWAYS_VERBS = frozenset({"lie", "lied", "stole", "stolen", "kept", "fraudulently", "steal",
                           "dishonestly", "deceitfully", "lies", "defraud", "deceive"})  # fmt: skip
_DOING = frozenset({"they", "he", "she", "who", "which", "to", "will", "would", "can", "could",
                    "do", "did", "not", "then", "that"})  # fmt: skip
_NO_OBJECT = frozenset(
    [
        *("", "about", "to", "and", "or", "but", "by", "for", "when", "because", "on", "in", "at"),
        *("with", "from", "over", "through", "again", "so", "as", "like", "out", "under", "that"),
        *("if", "while", "after", "before", "since", "into", "of", "straight", "then", "though"),
    ]
)
_FELT = frozenset({"feel", "felt", "get", "got", "feeling"})
_CALLS_TO_STOP = frozenset({"stop", "quit", "by", "for", "of", "than", "with", "as", "and"})


def aimed(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each slur, contemptuous word, idiom and accusation against the company."""
    there = {token.word for token in draft.tokens}
    scene = Scene(draft=draft, words=words, is_letter=not there.isdisjoint(("you", "your")))
    verbs: dict[str, Instead] = {}
    for named, put in words.accusations.items():
        verbs |= _all_forms(named, put)
    hard = {
        word
        for word in there
        if word in verbs or may_be_slur(scene, word) or may_be_contempt(scene, word)
    }
    for at, token in enumerate(draft.tokens):
        if token.word not in hard or scene.is_titled(at):
            continue
        instead = verbs.get(token.word)
        found = slur(scene, at) or contempt(scene, at, is_verb=instead is not None)
        if not found and instead and not scene.has_capital(at) and is_meant(draft, at, at):
            found = _accused(scene, at, instead)
        if found:
            yield found
    yield from idioms(scene)
    yield from starred(scene)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """What stands instead of one form of a verb: as a rule, after “have”, and after “be”."""

    plain: str
    had: str
    been: str
    bare: str


@cache
def _all_forms(verbs: str, instead: str) -> dict[str, Instead]:
    return dict(pair for verb in verbs.split() for pair in forms(verb, instead))


def forms(verb: str, instead: str) -> Iterator[tuple[str, Instead]]:
    """Give the forms of a verb with what stands instead of each.

    Either is regular, or its forms stand behind one another: base, -s, past, -ing, and for what
    stands instead the form after “have”: “lie/lies/lied/lying”, “give/gives/gave/giving/given”.
    """
    first, _, rest = instead.partition(" ")
    is_denied = first == "not"
    if is_denied:
        first, _, rest = rest.partition(" ")
    put = first.split("/") if "/" in first else [*_regular(first), _regular(first)[2]]
    done = put[4]
    plain = put[:4]
    if is_denied:
        plain = [f"do not {put[0]}", f"does not {put[0]}", f"did not {put[0]}", f"not {put[3]}"]
        done = f"not {done}"
    ways = verb.split("/") if "/" in verb else _regular(verb)
    known = dict(zip(ways, plain, strict=True))
    if "/" not in verb:
        known |= {f"{verb}{verb[-1]}ed": plain[2], f"{verb}{verb[-1]}ing": plain[3]}
    bare = f"not {put[0]}" if is_denied else put[0]
    for way, one in known.items():
        yield (
            way,
            Instead(
                plain=f"{one} {rest}".rstrip(),
                had=f"{done} {rest}".rstrip(),
                been=f"{done} {rest.replace('{who} ', '')}".rstrip(),
                bare=f"{bare} {rest}".rstrip(),
            ),
        )


def _regular(verb: str) -> tuple[str, str, str, str]:
    stem = verb.removesuffix("e")
    return verb, f"{verb}s", f"{stem}ed", f"{stem}ing"


def _fitting(scene: Scene, at: int, instead: Instead) -> str:
    """Return what fits behind the words before: “have [lied]”, “was [cheated]”, “to [cheat]”."""
    lists, back = scene.words.lists, at - 1
    word = scene.draft.tokens[at].word
    while scene.word(back, at) in lists["adv"] | {"not"}:
        back -= 1
    before = scene.word(back, at)
    if word.endswith("ing"):
        return instead.plain
    if word == "lies" and before in BEFORE_PLACE:
        return "wrong facts"
    if before in lists["be"] | _FELT:
        return instead.been
    if before in lists["has"]:
        return instead.had
    return instead.bare if before in {"to", "not"} | lists["can"] | lists["do"] else instead.plain


def _accused(scene: Scene, at: int, forms: Instead) -> Remark | None:
    """“You stole my deposit” becomes “You took my deposit”: the motive goes, the fact stays."""
    draft, word = scene.draft, scene.draft.tokens[at].word
    before, after = scene.word(at - 1, at), scene.word(at + 1, at)
    if before in _NOUN_AFTER and (before != "of" or not word.endswith("ing")):
        return None
    if word in ("lie", "lies", "lying") and (before == "your" or after in _LYING_SOMEWHERE):
        return None
    if not word.endswith(("ed", "ing")) and not _is_verb(scene, at):
        return None
    is_adverb = word.endswith("ly")
    if (is_adverb and before in scene.words.lists["be"]) or not _is_ours(scene, at):
        return None
    instead = _fitting(scene, at, forms)
    last, who = _whom(scene, at)
    if instead == forms.been and scene.word(at + 1, at) == "to":
        return reworded(
            draft, scene.words.faults["accusation"], at, at + 1, instead.replace("{who} ", "")
        )
    last = last if "{who}" in instead else at
    if last > at and scene.word(last + 1, at) == "of" and instead.endswith("fairly"):
        last, instead = last + 1, f"{instead} over"
    fault = scene.words.faults["accusation"]
    if not who and scene.clause_word(at + 1, at) not in _NO_OBJECT:
        return reworded(draft, fault, at, last, instead.replace("{who} ", ""))
    return reworded(draft, fault, at, last, instead.replace("{who}", who or "me"))


def _is_verb(scene: Scene, at: int) -> bool:
    """Whether “trick” or “fakes” is done by somebody or to somebody, and is no thing."""
    lists, word = scene.words.lists, scene.draft.tokens[at].word
    before, after = scene.word(at - 1, at), scene.word(at + 1, at)
    doers = lists["you"] | lists["people"] | lists["org"] | lists["adv"] | _DOING
    return word in _ALWAYS_VERBS or before in doers or after in _OBJECTS | _OWN | {"my", "our"}


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
    if is_passive and before in lists["be"] | _FELT | {"and"}:
        suffered = _suffered(scene, at)
        if suffered is not None or before != "and":
            return bool(suffered)
    bearer = bearer_of(scene, at)
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
        is_other = not doers.isdisjoint({"another", "my"}) or any(
            scene.is_stranger(word) for word in doers
        )
        return not is_other and (not doers.isdisjoint(ours) or is_named)
    word, before = scene.draft.tokens[at].word, scene.word(at - 1, at)
    if word == "lied" and scene.word(at + 1, at) == "to":
        return not scene.is_third(at)
    if before in _FELT:
        return not scene.is_third(at)
    return None


def _whom(scene: Scene, at: int) -> tuple[int, str]:
    """Return the last word of whom it was done to, and the words; "" where nobody is named."""
    tokens, text = scene.draft.tokens, scene.draft.text
    first = at + (2 if scene.word(at + 1, at) == "to" else 1)
    after = scene.word(first, at)
    if after in _OBJECTS:
        return first, text[tokens[first].start : tokens[first].end]
    if after in ("my", "our") and scene.word(first + 1, at) == "face":
        return first + 1, "me"
    if after in ("my", "our") and scene.word(first + 1, at):
        return first + 1, text[tokens[first].start : tokens[first + 1].end]
    return at, ""
