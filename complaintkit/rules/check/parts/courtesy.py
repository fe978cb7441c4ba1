"""Which words of courtesy does the writer use?"""

from collections.abc import Iterator

from complaintkit.rules.check.parts.scope import Reading, is_of_others

Span = tuple[int, int]

_NEGATED = frozenset(["not", "never", "no", "without", "nobody", "hardly"])
_HEAVEN = frozenset(["god", "goodness", "heavens", "heaven", "lord", "allah", "jesus"])
_NO_WISH = frozenset(["as", "what", "whatever", "whenever", "however", "wherever", "anyone"])
_PLEASED = frozenset(["the", "you", "a", "everyone", "him", "her", "them", "my", "your", "and"])
_CLOSING = frozenset(["kind", "kindest", "best", "warm", "warmest", "with", "my", "yours"])
_THINGS = frozenset(["card", "cards", "note", "notes", "page", "message", "letter", "gift"])
_MEANT = frozenset(["do", "be", "much", "greatly", "highly", "really", "would", "is", "truly", "i"])
_THANKING = frozenset(["i", "we", "to", "also", "and"])
_MANNER = frozenset(["enough", "way", "man", "manner", "fashion", "face", "eyes", "old", "person"])
_SUBJECTS = frozenset(["i", "we", "it", "you", "they", "he", "she"])
_SHORT = 3  # words of a line that is nothing but a close


def courtesies(read: Reading) -> Iterator[Span]:
    """Yield the writer's own words of courtesy; not “thank God”, nor thanks that never came."""
    for place in read.places("courtesy"):
        span = read.span(place, place)
        is_own = not read.draft.is_quoted(*span) and not is_of_others(read, place)
        if is_own and _is_meant(read, place):
            yield span


def _is_meant(read: Reading, place: int) -> bool:
    """Whether the word is a courtesy here, by the words around it."""
    word, before, after = read.word(place), read.before(place, 5), read.after(place, 3)
    if word != "kindly" and read.is_in("please", place):
        is_verb = before[-1:] in (["to"], ["not"], ["no"]) and (not after or after[0] in _PLEASED)
        return not is_verb and _NO_WISH.isdisjoint(before[-2:-1])
    if not _NEGATED.isdisjoint(before):
        return False
    if word.startswith("thank"):
        return _is_thanks(word, before, after)
    if word == "truly":
        return before[-1:] == ["yours"]
    if word in ("grateful", "thankful", "obliged"):
        subjects = [one for one in before if one in _SUBJECTS]
        return not subjects or subjects[-1] in ("i", "we", "it")
    return _is_close(word, before, after)


def _is_close(word: str, before: list[str], after: list[str]) -> bool:
    """Whether a word such as “regards” or “kindly” is the polite one of its kind."""
    if word == "regards":
        if after[:1] == ["to"]:
            return False
        is_line = len(before) + len(after) < _SHORT and before[-1:] != ["as"]
        return is_line or not _CLOSING.isdisjoint(before[-1:])
    if word.startswith("appreciate"):
        return not _MEANT.isdisjoint(before[-1:])
    is_manner = before[-1:] in (["a"], ["he"], ["she"], ["they"]) or not _MANNER.isdisjoint(after)
    return word != "kindly" or not is_manner


def _is_thanks(word: str, before: list[str], after: list[str]) -> bool:
    """Whether somebody is thanked: not “thanks to your error”, “a thank-you card”, “thank God”."""
    if not _HEAVEN.isdisjoint(after):
        return False
    if word == "thank" and after[:1] not in (["you"], ["u"]):
        return not _THANKING.isdisjoint(before[-1:])
    is_cause = word == "thanks" and after[:1] == ["to"] and not before
    is_thing = after[:1] == ["you"] and not _THINGS.isdisjoint(after[1:2])
    return not is_cause and not is_thing
