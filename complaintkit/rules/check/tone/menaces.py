"""Do the words of what the writer will do, or the reader will suffer, add up to a threat?

Few wordings of a threat can be foreseen, but its words are of a few kinds: harm, shame, ruin,
audiences, homes and families. Each has a weight; what a calm next step is made of takes off.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import Draft
from complaintkit.rules.check.tone.rewording import reworded, to_end_of_clause
from complaintkit.rules.check.tone.speech import is_reported
from complaintkit.rules.check.tone.threats import (
    MOST_BACK,
    is_done,
    is_lasting,
    is_other_word,
    is_taken_back,
    of_reader,
    of_writer,
    pressed,
    subject_of,
    word_at,
)
from complaintkit.rules.check.tone.vow_words import (
    BEFORE_VERBS,
    CALM_DEEDS,
    CALM_FATES,
    CONDITIONS,
    ENDINGS,
    FATE,
    LASTING,
    MODALS,
    NO_VERBS,
    WRITER,
)
from complaintkit.rules.check.tone.words import ToneWords

ENOUGH = 3
"""Weight from which words are a threat."""

_VOWELS = frozenset("aeiouy")
_ALLIES = frozenset({"revenge", "vengeance", "followers", "subscribers", "boys", "soldiers"})
_READERS = frozenset({"your", "yours", "him", "his", "her", "them", "their", "una", "whoever"})
_YOU = frozenset({"you", "your", "u", "una"})
_READERS_OWN = frozenset({"your", "his", "their"})
_OWN = frozenset({"my", "our", "me", "us", "myself"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A deed of the writer's side, or a fate of the reader: from its verb to `end`, not counted."""

    is_deed: bool
    first: int
    verb: int
    end: int
    is_whole: bool = False
    """Whether the doer is replaced too: “my brothers will …”."""
    is_firm: bool = True
    """Whether it is sure to come: “will”, not “could”."""


def scopes(draft: Draft, words: ToneWords) -> Iterator[Scope]:
    """Give each deed and fate that is vowed, once for each “will”."""
    for at, token in enumerate(draft.tokens):
        is_modal = (token.word in MODALS and not is_other_word(draft, at)) or (
            token.word in LASTING and is_lasting(draft, at + 1)
        )
        if not (is_modal or token.word in WRITER or token.word in ("me", "us")):
            continue
        verb = at + 1
        while word_at(draft, at, verb) in BEFORE_VERBS | MODALS:
            verb += 1
        if word_at(draft, at, verb) in NO_VERBS or draft.is_quoted(token.start, token.end):
            continue
        if is_reported(draft, at) or is_taken_back(draft, at, verb + 1):
            continue
        scope = _scope(draft, words, at, verb) if is_modal else _under_pressure(draft, at, verb)
        if scope:
            yield scope


def _scope(draft: Draft, words: ToneWords, at: int, verb: int) -> Scope | None:
    subject, end, is_firm = subject_of(draft, at), _end(draft, at), draft.tokens[at].word in FATE
    found = of_writer(draft, at, subject, verb)
    if found:
        deed = Scope(
            is_deed=True,
            first=found.first,
            verb=verb,
            end=end,
            is_whole=found.is_whole,
            is_firm=is_firm,
        )
        return deed if is_done(draft, verb, verb) else _and_then(draft, deed)
    if is_firm and subject is not None and of_reader(draft, words, subject):
        return Scope(is_deed=False, first=verb, verb=verb, end=end)
    return None


def _and_then(draft: Draft, deed: Scope) -> Scope | None:
    """Return what follows a mere message: “I will contact your sponsors and ruin your deal”."""
    for place in range(deed.verb + 1, deed.end - 1):
        if draft.tokens[place].word in ("and", "then"):
            return replace(deed, first=place + 1, verb=place + 1, is_whole=False)
    return None


def _under_pressure(draft: Draft, at: int, verb: int) -> Scope | None:
    found, end = pressed(draft, verb, 0), _end(draft, at)
    is_firm = word_at(draft, at, at - 1) == "or"
    if not found:
        return None
    return Scope(is_deed=True, first=found.first, verb=verb, end=end, is_firm=is_firm)


def _end(draft: Draft, modal: int) -> int:
    """Return where a deed ends: with the sentence, or before what another does."""
    end = modal + 1
    while end - modal <= MOST_BACK and word_at(draft, modal, end):
        if end > modal + 2 and word_at(draft, modal, end) in ENDINGS:
            break
        end += 1
    return end


def taking(draft: Draft, verb: int) -> str:
    """Return “taking” for a verb in -ing, else “take”."""
    word = draft.tokens[verb].word
    return "taking" if word.endswith("ing") and not _VOWELS.isdisjoint(word[:-3]) else "take"


def menaces(draft: Draft, words: ToneWords) -> Iterator[Remark]:
    """Give a remark for each deed or fate whose words weigh enough."""
    for scope in scopes(draft, words):
        weights = {
            place: weight
            for place in range(min(scope.first, scope.verb), scope.end)
            if (weight := _weight(draft, words, scope, place))
        }
        distinct = {draft.tokens[place].word: weight for place, weight in weights.items()}
        is_heavy = sum(distinct.values()) + _hits(draft, words, scope, weights) >= ENOUGH
        is_meant = ENOUGH in distinct.values() or _names_reader(draft, words, scope)
        if (is_heavy and is_meant) or (
            min(distinct.values(), default=0) >= 0 and _is_unusual(draft, words, scope)
        ):
            yield _remark(draft, words, scope, max(weights, default=scope.verb))


def _names_reader(draft: Draft, words: ToneWords, scope: Scope) -> bool:
    """Whether the sentence speaks of the reader, without whom lighter words mean nothing."""
    theirs = words.lists["you"] | words.lists["people"] | words.lists["org"] | _READERS
    sentence = draft.words_of(draft.tokens[scope.verb].sentence)
    return not theirs.isdisjoint(token.word for token in sentence)


def _weight(draft: Draft, words: ToneWords, scope: Scope, place: int) -> int:
    """Return the weight of a word; none for what is the writer's own or befalls the writer."""
    tokens = draft.tokens
    word = tokens[place].word
    weight = words.weights.get(word, 0)
    if weight <= 0:
        return weight
    many = 1 if weight == ENOUGH else 2
    before = {token.word for token in tokens[max(place - many, 0) : place]}
    after = {token.word for token in tokens[place + 1 : place + (2 if scope.is_deed else 5)]}
    near = before if scope.is_deed and weight == ENOUGH else before | after
    if not _OWN.isdisjoint(near) and word not in _ALLIES:
        return 0
    is_personal = word in words.lists["personal"] and not before.isdisjoint(_READERS_OWN)
    return weight + is_personal


def _hits(draft: Draft, words: ToneWords, scope: Scope, weights: dict[int, int]) -> bool:
    """Whether a heavy verb has the reader for its object: “hurt you”, “make him cry”."""
    theirs = words.lists["theirs"] | words.lists["people"]
    for place, weight in weights.items():
        if words.weights[draft.tokens[place].word] != ENOUGH - 1 or weight < ENOUGH - 1:
            continue
        if place == scope.verb and not scope.is_deed:
            return True
        is_verb = place == scope.verb or draft.tokens[place - 1].word in ("to", "and", "or", "then")
        near = range(scope.verb, min(place + 5, scope.end) if is_verb else place)
        owner = draft.tokens[place - 1].word in (*_READERS_OWN, "her")
        if any(draft.tokens[other].word in theirs for other in near if other != place - owner):
            return True
    return False


def _is_unusual(draft: Draft, words: ToneWords, scope: Scope) -> bool:
    """Whether the reader gets what no calm step has: “I will run your van off the road”.

    For a deed the reader must be its object within a few words; a fate must hang on a condition.
    """
    tokens = draft.tokens
    calm = CALM_DEEDS if scope.is_deed else CALM_FATES
    if not scope.is_firm or not calm.isdisjoint(_bases(tokens[scope.verb].word)):
        return False
    near = {token.word for token in tokens[scope.verb + 1 : min(scope.verb + 5, scope.end)]}
    if scope.is_deed:
        return not near.isdisjoint(words.lists["theirs"])
    before = {token.word for token in tokens[max(scope.verb - 4, 0) : scope.verb]}
    sentence = {token.word for token in draft.words_of(tokens[scope.verb].sentence)}
    is_conditional = not CONDITIONS.isdisjoint(sentence) or "or" in before
    return is_conditional and not before.isdisjoint(_YOU) and near.isdisjoint(_OWN)


def _bases(verb: str) -> frozenset[str]:
    """Return what a verb in -ing or -s may come from, and the verb itself."""
    bases = {verb}
    for ending in ("ing", "es", "s"):
        if verb.endswith(ending):
            stem = verb.removesuffix(ending)
            bases |= {stem, f"{stem}e", stem[:-1]}
    return frozenset(bases)


def _remark(draft: Draft, words: ToneWords, scope: Scope, last: int) -> Remark:
    fault = words.faults["vow" if scope.is_deed else "doom"]
    last = to_end_of_clause(draft, last)
    if scope.is_whole:
        return reworded(draft, fault, scope.first, last, "I will take this further")
    instead = f"{taking(draft, scope.verb)} this further" if scope.is_deed else "hear from me again"
    return reworded(draft, fault, scope.verb, last, instead)
