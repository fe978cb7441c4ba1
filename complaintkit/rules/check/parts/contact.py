"""Which earlier contacts between the writer and the company does a text tell?"""

from collections.abc import Iterator

from complaintkit.rules.check.parts.scope import WRITER, Reading, is_denied, is_unreal

Span = tuple[int, int]

_PASSIVE = frozenset(["was", "were", "been", "being", "got", "am", "are", "is"])
_NOT_A_CALL = frozenset(["it", "a", "an", "off", "out", "up"])
_OPEN = frozenset(["not", "never", "no", "without", "stopped", "any", "nobody", "none"])
_SUPPOSING = frozenset(["if", "unless", "should", "please", "will", "may"])
_AT = frozenset(["at", "in", "from", "on", "of"])
_ONWARD = frozenset(
    ["and", "because", "that", "when", "about", "as", "but", "who", "since", "was", "is", "were"]
)
_TELLING = frozenset(["told", "informed", "advised", "assured", "asked", "promised"])
_ANYONE = frozenset(["someone", "somebody", "people", "nobody", "person"])
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
        is_outside = not read.is_in("service", last) and _is_outside(read, last, is_verb=False)
        if _took_place(read, first) and not is_outside and not _is_first(read, first):
            yield read.span(first, last)
    for place in read.places("reply"):
        if _is_left_open(read, place):
            yield read.span(place, place)


def _is_first(read: Reading, place: int) -> bool:
    """Whether this very letter is told: “this is my first letter to you”."""
    return "first" in (read.word(place), read.word(place + 1)) and "is" in read.before(place, 2)


def _took_place(read: Reading, place: int) -> bool:
    return not is_unreal(read, place) and not is_denied(read, place)


def _is_with_company(read: Reading, place: int) -> bool:
    """Whether a verb of speaking or writing tells a contact of writer and company."""
    subject, is_passive = _subject(read, place)
    spoke, word = read.is_in("spoke", place), read.word(subject)
    if read.is_in("outsider", subject):
        return spoke and _is_to_company(read, place) and read.word(place + 1) != "me"
    if word in WRITER:
        is_ours = spoke or is_passive
        return is_ours and not _is_outside(read, place) and _is_told_to(read, place)
    if is_passive:
        is_bare = subject < 0 or word in _JOINING
        is_staff = read.is_in("service", subject) and read.word(place) != "called"
        return spoke and (is_bare or is_staff)
    if read.is_in("speaker", subject):
        return _is_speaker(read, place, subject)
    return word == "your" or _is_of_nobody_else(read, place, subject)


def _is_speaker(read: Reading, place: int, subject: int) -> bool:
    """Whether “they” or “the agent” speaks to the writer, or as the company."""
    word = read.word(subject)
    if word in _THIRD and _is_of_outsider(read, subject):
        return False
    is_anyone = word in _THIRD or word in _ANYONE
    return _is_told_to(read, place) and not (is_anyone and _is_outside(read, place))


def _is_of_nobody_else(read: Reading, place: int, subject: int) -> bool:
    """Whether a verb with a name, or with no subject that is known, tells of the company."""
    said, word = read.is_in("said", place), read.word(place)
    if subject >= 0 and _is_name(read, subject):
        return said
    if subject < 0 and _is_beside_staff(read, place):
        return said
    is_telling = word in _TELLING and read.word(place + 1) in ("me", "us")
    is_told_me = is_telling and not read.is_in("thing", subject)
    is_open = subject < 0 or read.word(subject) in _JOINING or is_told_me
    is_to = subject < 0 and read.word(place + 1) in ("to", "with")
    is_ours = (is_to or _is_to_company(read, place)) and not _is_outside(read, place)
    return read.is_in("spoke", place) and is_open and is_ours and word not in ("asked", "requested")


def _is_beside_staff(read: Reading, place: int) -> bool:
    """Whether a name between commas is the subject: “your manager, Ms Shah, agreed”."""
    start = read.clause_start(place - 1) if place else 0
    is_name = place > start and read.text[read.tokens[place - 1].start].isupper()
    return is_name and place - start <= _NEAR and read.is_in("role", start - 1)


def _subject(read: Reading, place: int) -> tuple[int, bool]:
    """Return the word that can be the verb's subject (-1: none), and if the verb is passive."""
    is_passive = False
    for at in range(place - 1, max(read.clause_start(place), place - _BACK) - 1, -1):
        is_passive = is_passive or read.word(at) in _PASSIVE
        if not read.is_in("adverb", at):
            return _head(read, at), is_passive
    return -1, is_passive


def _head(read: Reading, place: int) -> int:
    """Return the noun to which a word belongs: “the lady at the counter” is about the lady."""
    if read.is_in("speaker", place) or read.is_in("outsider", place):
        return place
    for at in range(place - 1, max(read.clause_start(place), place - _NEAR), -1):
        if read.word(at) in _AT:
            return at + 1 if read.word(at + 1) == "your" else at - 1
        if read.word(at) in _JOINING or read.word(at) in WRITER:
            break
    return place


def _is_told_to(read: Reading, place: int) -> bool:
    """Whether it was said to somebody; not “I called it a day”, “I wrote a review”."""
    after = read.after(place, _NEAR)
    if read.word(place) == "called" and (after[:1] and after[0] in _NOT_A_CALL):
        return False
    if read.word(place) == "called" and read.word(place - 1) in _PASSIVE:
        return bool(after) and after[0] in ("by", "back", "and", "on")
    is_sick = after[:2] == ["in", "sick"]
    is_this = read.word(place) in ("wrote", "written") and after[:1] == ["this"]
    return not is_sick and not is_this and not read.has("keepsake", place + 1, place + 1 + _NEAR)


def _is_to_company(read: Reading, place: int) -> bool:
    return read.has("service", place + 1, min(place + 1 + _NEAR, read.ends[place]))


def _is_name(read: Reading, place: int) -> bool:
    """Whether a subject is written with a capital, as a company or a person is."""
    token = read.tokens[place]
    return read.text[token.start].isupper() and not read.is_in("thing", place)


def _is_outside(read: Reading, place: int, *, is_verb: bool = True) -> bool:
    """Whether the contact was with somebody who is not the company.

    “my …” right after a verb of speaking is such a person, unless a firm or a paper is named.
    """
    clause = read.tokens[place].clause
    for at in range(place + 1, min(place + 1 + _BACK, len(read.tokens))):
        word = read.word(at)
        if read.tokens[at].clause != clause or word in _ONWARD or read.is_in("service", at):
            return False
        if read.is_in("outsider", at):
            return True
        if is_verb and word == "my" and (at == place + 1 or read.word(at - 1) in ("to", "with")):
            return not any(read.has(name, at, at + _NEAR) for name in ("firm", "paper"))
    return False


def _is_of_outsider(read: Reading, subject: int) -> bool:
    """Whether “he” or “they” is somebody named before who is not of the company."""
    start = read.sentence_start(subject)
    return read.has("outsider", start, subject) and not read.has("service", start, subject)


def _is_left_open(read: Reading, place: int) -> bool:
    """Whether an answer did not come: “have not replied”, “no response”; not “if you do not”."""
    before = read.before(place, _BACK)
    opening = {read.word(read.clause_start(place)), read.word(read.sentence_start(place))}
    if not _SUPPOSING.isdisjoint((*opening, *before)) or read.word(place + 1) == "of":
        return False
    return not _OPEN.isdisjoint(before)
