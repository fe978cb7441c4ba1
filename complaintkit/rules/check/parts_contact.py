"""Which earlier contacts between the writer and the company does a text tell?"""

from collections.abc import Iterator

from complaintkit.rules.check.parts_scope import WRITER, Reading, is_denied, is_unreal

Span = tuple[int, int]

_PASSIVE = frozenset(["was", "were", "been", "being", "got", "am", "are", "is"])
_NOT_A_CALL = frozenset(["it", "a", "an", "off", "out"])
_CALLING, _WRITING = frozenset(["called"]), frozenset(["wrote", "written"])
_OPEN = frozenset(["not", "never", "no", "without", "stopped", "any"])
_THIRD = frozenset(["he", "she", "they"])
_JOINING = frozenset(["and", "but", "then", "or", "who", "that", "have"])
_NEAR, _BACK = 4, 6


def contacts(read: Reading) -> Iterator[Span]:
    """Yield where a contact that took place is told: “I called”, “I was told”, “your letter of”.

    Not what is to come, what did not take place, nor a contact with somebody outside.
    """
    for place in sorted({*read.places("spoke"), *read.places("said")}):
        if _took_place(read, place) and _is_with_company(read, place):
            yield read.span(place, place)
    for first, last in read.phrases("contact"):
        if _took_place(read, first) and not _is_outside(read, last):
            yield read.span(first, last)
    for place in read.places("reply"):
        if _is_left_open(read, place):
            yield read.span(place, place)


def _took_place(read: Reading, place: int) -> bool:
    return not is_unreal(read, place) and not is_denied(read, place)


def _is_with_company(read: Reading, place: int) -> bool:
    """Whether a verb of speaking or writing tells a contact of writer and company."""
    subject, is_passive = _subject(read, place)
    near = range(place + 1, min(place + 1 + _NEAR, read.ends[place]))
    spoke, word = read.is_in("spoke", place), read.word(subject)
    if subject >= 0 and read.is_in("outsider", subject):
        return spoke and _is_to_company(read, near) and read.word(place + 1) != "me"
    if word in WRITER:
        return spoke and not _is_outside(read, place) and (is_passive or _is_told_to(read, place))
    if is_passive:
        return False
    if subject >= 0 and read.is_in("speaker", subject):
        return not (word in _THIRD and _is_of_outsider(read, subject))
    if subject >= 0 and _is_name(read, subject):
        return read.is_in("said", place)
    is_told_me = read.word(place + 1) in ("me", "us") and not read.is_in("thing", subject)
    is_open = subject < 0 or word in _JOINING or is_told_me
    is_asking = read.word(place) in ("asked", "requested")
    is_ours = _is_to_company(read, near) and not _is_outside(read, place)
    return spoke and is_open and is_ours and not is_asking


def _subject(read: Reading, place: int) -> tuple[int, bool]:
    """Return the word that can be the verb's subject (-1: none), and if the verb is passive."""
    is_passive = False
    for at in range(place - 1, max(read.clause_start(place), place - _BACK) - 1, -1):
        is_passive = is_passive or read.word(at) in _PASSIVE
        if not read.is_in("adverb", at):
            return at, is_passive
    return -1, is_passive


def _is_told_to(read: Reading, place: int) -> bool:
    """Whether it was said to somebody; not “I called it a day”, “I wrote a review”."""
    word, after = read.word(place), read.after(place, _NEAR)
    if word in _CALLING:
        return not after or (after[0] not in _NOT_A_CALL and after[:2] != ["in", "sick"])
    return word not in _WRITING or not read.has("keepsake", place + 1, place + 1 + _NEAR)


def _is_to_company(read: Reading, near: range) -> bool:
    return read.has("service", near.start, near.stop)


def _is_name(read: Reading, place: int) -> bool:
    """Whether a subject is written with a capital, as a company or a person is."""
    token = read.tokens[place]
    return read.text[token.start].isupper() and not read.is_in("thing", place)


def _is_outside(read: Reading, place: int) -> bool:
    """Whether the contact was with somebody who is not the company."""
    clause = read.tokens[place].clause
    for at in range(place + 1, min(place + 1 + _NEAR, len(read.tokens))):
        if read.tokens[at].clause != clause or read.is_in("service", at):
            return False
        if read.is_in("outsider", at):
            return True
    return False


def _is_of_outsider(read: Reading, subject: int) -> bool:
    """Whether “he” or “they” is somebody named before who is not of the company."""
    start = read.sentence_start(subject)
    return read.has("outsider", start, subject) and not read.has("service", start, subject)


def _is_left_open(read: Reading, place: int) -> bool:
    """Whether an answer did not come: “have not replied”, “no response”; not “if you do not”."""
    before = read.before(place, _NEAR)
    first = read.word(read.clause_start(place))
    if first in ("if", "unless", "should") or not {"if", "please"}.isdisjoint(before):
        return False
    return not _OPEN.isdisjoint(before)
