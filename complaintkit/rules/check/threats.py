"""Does somebody on the writer's side threaten it, or does it only tell of a harm?

“I will smash your window” and “my brothers will” are vows, “you will regret it” is a doom, “I
hope that you rot” is an ill wish. “The leak will ruin your floor” and “he said that he would ruin
me” are none of these.
"""

from dataclasses import dataclass

from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.speech import is_reported
from complaintkit.rules.check.tone_words import By, ToneWords, Wording
from complaintkit.rules.phrase_pieces import NEGATIONS

MOST_BACK = 18
"""Words between a verb and the “will” that governs it."""
MOST_OF_DOER = 6
"""Words in which a doer such as “my two big brothers” is told."""

_MODALS = frozenset(
    [
        *("will", "shall", "would", "could", "can", "may", "might", "must", "going", "gonna"),
        *("want", "intend", "plan", "promise", "swear", "vow", "ready", "prepared", "about"),
        *(
            "tempted",
            "minded",
            "how",
            "minded",
            "planning",
            "wanna",
            "willing",
            "thinking",
            "considering",
            "should",
            "happy",
        ),
        *("better", "delighted", "determined", "forced", "gladly", "hate", "proceed", "threaten"),
    ]
)
_LINKS = frozenset(
    [
        *("to", "be", "have", "been", "start", "starting", "begin", "keep", "personally", "then"),
        *("happily", "surely", "definitely", "certainly", "just", "simply", "also", "now", "even"),
        *("either", "still", "really", "soon", "immediately", "finally", "all", "both", "only"),
        *("together", "so", "very", "first", "next", "love", "like", "enjoy", "rather", "of"),
        *("hesitate", "afraid", "scared", "continue", "always", "probably", "try", "not", "never"),
        *("think", "twice", "in", "by", "well", "do", "already", "come", "go", "and", "wait"),
        *("let", "ever", "mind", "for", "feel", "need", "too", "publicly", "today", "tonight"),
        *("tomorrow", "am", "are", "is", "no", "option", "choice", "but", "other", "has", "had"),
        *("bring", "myself", "as", "happy", "glad", "pleased", "until", "till", "rest", "stop"),
        *("s", "up", "down", "round", "over", "there", "straight", "ahead", "back", "out", "on"),
    ]
)
_JOINING = frozenset({"and", "or", "then", "but", "to", "by"})
_PRESSING = frozenset(
    {"or", "before", "until", "till", "unless", "if", "else", "otherwise", "swear", "and", "then"}
)
_TIMES = frozenset({"if", "when", "while", "whenever", "because", "after", "as", "that", "where"})
_WITHOUT_DENIAL = frozenset(
    [
        *("hesitate", "afraid", "scared", "rest", "stop", "only", "just", "think", "above", "mind"),
        *("wait", "sleep", "long", "ashamed", "until", "till", "shy", "fail", "even", "give"),
        *("choice", "option", "relent", "quit", "bother", "simply", "tire", "doubt"),
    ]
)
_WRITER = frozenset({"i", "we"})
_AUXILIARIES = frozenset({"will", "shall", "would", "could", "can", "may", "might", "must"})
_SUFFERED = frozenset({"be", "been", "lose", "suffer", "face", "become", "receive", "read", "watch",
                       "regret", "cry", "beg", "weep", "follow"})  # fmt: skip
_FATE = frozenset({"will", "shall", "going", "gonna", "better"})
_FORCED = frozenset({"make", "making", "force", "forcing", "made"})
_WITHOUT_DOER = frozenset({"will", "going", "gonna", "might", "tempted"})
_OTHERS = frozenset({"he", "she", "they", "i", "we", "who", "which"})
_LASTING = frozenset({"am", "are", "be", "is"})
_ADVERBS = frozenset({"to", "all", "soon", "just", "surely", "also", "really", "definitely"})
_PAST = frozenset({"was", "were", "had", "have", "went", "told", "sent", "wrote", "saw", "got",
                   "did", "took", "gave", "made", "spoke", "said"})  # fmt: skip
_READER = frozenset({"you", "u", "ya", "una", "yours", "they", "he", "she", "whoever"})
_SPOKEN_OF = frozenset({"he", "she", "they"})
_READERS_OWN = frozenset({"your", "his", "her", "their", "ur", "you", "whoever"})
_THINGS = frozenset({"it", "this", "that", "which", "there", "these", "what", "who", "i", "we"})
_WISHES = frozenset({"hope", "hopes", "hoping", "pray", "praying", "wish", "wishing", "may"})
_MOB = frozenset(
    [
        *("someone", "somebody", "people", "everyone", "everybody", "boys", "lads", "students"),
        *("youths", "neighbours", "neighbors", "village", "community", "town", "family", "press"),
        *("mob", "crowd", "guys", "folks", "karma", "god", "allah", "thunder", "lord", "devil"),
        *("ancestors", "ogun", "amadioha", "sango", "husband", "wife", "son", "sons", "daughter"),
        *("father", "dad", "mother", "brother", "brothers", "sister", "sisters", "uncle", "uncles"),
        *("aunt", "cousin", "cousins", "nephew", "mate", "mates", "friend", "friends", "followers"),
        *("lawyer", "lawyers", "members", "union", "in-law", "law", "us", "city", "dogs"),
    ]
)
_BEFORE_MOB = frozenset({"the", "my", "our", "some", "big", "of", "whole", "all", "area", "own"})
_NAMES = frozenset({"mr", "mrs", "ms", "miss", "dr", "madam", "sir"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Where a doer is told (first word), and whether the threat reads on without them."""

    first: int
    is_whole: bool = False


def doer(draft: Draft, words: ToneWords, wording: Wording, at: int) -> Doer | None:
    """Return who is to do what a phrase at a place says; None where that is no threat."""
    token = draft.tokens[at]
    if draft.is_quoted(token.start, token.end) or is_reported(draft, at):
        return None
    if wording.by is By.WISH:
        return _wished(draft, words, at)
    modal = _modal(draft, at, wording.reach)
    if modal is None:
        return _pressed(draft, at, wording.reach) if wording.by is By.WRITER else None
    if _is_denied(draft, modal, at):
        return None
    subject = _subject(draft, modal)
    verb = _verb(draft, modal, at) if wording.reach else at
    if wording.reach and wording.by is By.WRITER and not _is_done(draft, verb, at):
        return None
    if wording.by is By.WRITER:
        return _of_writer(draft, words, modal, subject, verb)
    is_fate = draft.tokens[modal].word in _FATE
    is_reader = is_fate and subject is not None and _of_reader(draft, words, subject)
    return Doer(first=verb) if is_reader else None


def _modal(draft: Draft, at: int, reach: int) -> int | None:
    """Return the place of the “will” that governs a verb, or of “am” before one in -ing."""
    back, loose = at - 1, 0
    is_joined = _word(draft, at, back) in _JOINING or _is_parted(draft, at)
    while back >= 0 and at - back <= MOST_BACK:
        word = _word(draft, at, back)
        if not word or (reach and word in _OTHERS):
            return None
        if word in _MODALS and not _is_other(draft, back):
            is_near = loose <= reach or (is_joined and not _is_asked(draft, at))
            return back if is_near else None
        if word in _LASTING and _is_lasting(draft, back + 1):
            is_near = loose <= reach or (is_joined and not _is_asked(draft, at))
            return back if is_near else None
        loose += word not in _LINKS
        back -= 1
    return None


def _is_lasting(draft: Draft, at: int) -> bool:
    word = _word(draft, at, at)
    return word.endswith("ing") and word not in _MODALS and word != "writing"


def _is_other(draft: Draft, at: int) -> bool:
    """Whether “about” is no “am about to”."""
    is_about = draft.tokens[at].word == "about"
    return is_about and _word(draft, at, at - 1) not in ("am", "are", "is", "be", "just")


def _verb(draft: Draft, modal: int, at: int) -> int:
    """Return the first word of what is to be done, behind the last “and” before a place."""
    first = modal + 1
    for place in range(modal + 1, at):
        if _word(draft, at, place) in ("and", "or", "then"):
            first = place + 1
    while first < at and _word(draft, at, first) in _ADVERBS:
        first += 1
    return first


def _is_asked(draft: Draft, at: int) -> bool:
    """Whether another is to do it: “I will ask your engineer to …”."""
    before = [_word(draft, at, place) for place in range(at - 4, at)]
    if before[-1] != "to":
        return False
    return before[-2] in ("you", "him", "her", "them") or "your" in before


def _subject(draft: Draft, modal: int) -> int | None:
    """Return the last word of the subject of a “will”; None where it is left out."""
    back = modal - 1
    while _word(draft, modal, back) in _LINKS | _MODALS:
        back -= 1
    return back if _word(draft, modal, back) else None


def _is_done(draft: Draft, verb: int, at: int) -> bool:
    """Whether the writer does something to that end, rather than suffers it."""
    is_deed = _word(draft, at, verb) not in _SUFFERED
    return is_deed or draft.tokens[min(verb + 1, at)].word.endswith("ing")


def _of_writer(
    draft: Draft, words: ToneWords, modal: int, subject: int | None, verb: int
) -> Doer | None:
    if subject is None:
        is_told = draft.tokens[modal].word in _WITHOUT_DOER
        return Doer(first=modal, is_whole=True) if is_told else None
    word = draft.tokens[subject].word
    if word in _WRITER or (word in ("me", "us") and _word(draft, subject, subject - 1) in _FORCED):
        return Doer(first=verb)
    if word in _SPOKEN_OF:
        return _of_own(draft, subject)
    if word not in _MOB or draft.tokens[modal].word not in _FATE:
        return None
    first = subject
    while _word(draft, subject, first - 1) in _BEFORE_MOB:
        first -= 1
    return Doer(first=first, is_whole=True)


def _of_own(draft: Draft, subject: int) -> Doer | None:
    """“My uncle is a minister, and he will”."""
    for back in range(subject - 1, max(subject - MOST_BACK // 2, -1), -1):
        word = _word(draft, subject, back)
        if word in _MOB and _word(draft, subject, back - 1) in ("my", "our"):
            return Doer(first=subject, is_whole=True)
        if not word or word in _READERS_OWN or word in _SPOKEN_OF:
            return None
    return None


def _of_reader(draft: Draft, words: ToneWords, subject: int) -> bool:
    for back in range(subject, subject - MOST_OF_DOER, -1):
        told = _word(draft, subject, back)
        if not told or told in _THINGS or told in ("my", "our"):
            return False
        if told in _READER or told in _READERS_OWN or told in _NAMES:
            return True
        if told in words.lists["people"] or told in words.lists["org"]:
            return True
        if back == subject and _is_name(draft, subject):
            return True
    return False


def _pressed(draft: Draft, at: int, reach: int) -> Doer | None:
    """“Pay or I tell the papers”, “do not make me tell the papers”."""
    back, loose = at - 1, 0
    while loose <= reach and back >= 0:
        word, before = _word(draft, at, back), _word(draft, at, back - 1)
        if word in ("me", "us") and before in _FORCED:
            return Doer(first=back + 1)
        if word in _WRITER and before not in _TIMES:
            sentence = draft.words_of(draft.tokens[at].sentence)
            earlier = {token.word for token in sentence if token.start < draft.tokens[back].start}
            is_pressing = not earlier.isdisjoint(_PRESSING) and not _is_denied(draft, back, at)
            return Doer(first=back + 1) if is_pressing and not _is_past(draft, back) else None
        loose += word not in _LINKS
        back -= 1
    return None


def _is_past(draft: Draft, subject: int) -> bool:
    """Whether it has been done: “I told”, “I have told”."""
    verb = _word(draft, subject, subject + 1)
    return verb.endswith("ed") or verb in _PAST


def _wished(draft: Draft, words: ToneWords, at: int) -> Doer | None:
    """“I hope that your shop burns down”, “may you lose”: from “I” on."""
    for back in range(at - 1, at - MOST_BACK // 2, -1):
        word = _word(draft, at, back)
        if not word or word in NEGATIONS:
            return None
        if word in _WISHES:
            between = range(back + 1, at + 4)
            is_reader = any(_of_reader(draft, words, place) for place in between)
            is_ours = any(
                _word(draft, at, place) in ("i", "we", "my", "our") for place in range(back + 1, at)
            )
            if not is_reader or is_ours:
                return None
            first = back
            while _word(draft, at, first - 1) in _WRITER | _LINKS - {"and", "but"}:
                first -= 1
            return Doer(first=first, is_whole=True)
    return None


def _is_denied(draft: Draft, modal: int, at: int) -> bool:
    """Whether “not” stands between, unless as in “will not hesitate to”."""
    is_verb = draft.tokens[modal].word not in _AUXILIARIES
    for place in range(modal - 2 * is_verb, at):
        if _word(draft, at, place) in NEGATIONS and _word(draft, at, place) != "without":
            following = {_word(draft, at, further) for further in range(place + 1, place + 4)}
            if following.isdisjoint(_WITHOUT_DENIAL):
                return True
    return False


def _is_name(draft: Draft, at: int) -> bool:
    token = draft.tokens[at]
    is_head = at == 0 or draft.tokens[at - 1].sentence != token.sentence
    return not is_head and draft.text[token.start].isupper() and token.word not in _WRITER


def _is_parted(draft: Draft, at: int) -> bool:
    return at > 0 and draft.tokens[at - 1].clause != draft.tokens[at].clause


def _word(draft: Draft, near: int, place: int) -> str:
    """Return the word at a place, or "" outside the sentence of another."""
    tokens = draft.tokens
    if 0 <= place < len(tokens) and tokens[place].sentence == tokens[near].sentence:
        return tokens[place].word
    return ""
