"""Which numbers by which a company finds the matter stand in a text?

An order, account, booking or case number: signs with a digit in them, and before them the name
of what they number. Not phone numbers, laws, models, rooms or flights.
"""

from collections.abc import Collection, Iterator

from complaintkit.rules.check.parts.scope import Reading

Span = tuple[int, int]

_MARKS = frozenset(["number", "numbers", "no", "nos", "nr", "num", "id", "ids"])
_NUMBER = frozenset(["code", "n", "nº", "º", "número", "numéro", "nummer"])
_LINKS = _NUMBER | frozenset(
    (
        *("is", "was", "are", "as", "being", "given", "quoted", "under", "of", "in", "with"),
        *("es", "est", "ist", "lautet", "de", "mit"),
    )
)
_COPULAS = frozenset(["is", "was", "are", "as", "being"])
_STOPS = frozenset(["and", "but", "so", "because", "if"])
_SHORTENED = frozenset(["n", "no", "nos", "nr", "ref", "acct", "ac"])
_SIGNS = frozenset(["#", ":", "#:", ": #", "no.", "–", "-"])
_JOINTS = frozenset(["-", "/", "_", ".", "–"])
_SHORTEST, _LEAST, _LEAST_BARE, _LONG = (
    2,
    4,
    5,
    6,
)  # signs of a code without “number”; of one with a mere “#”
_CAPITALS = range(5, 9)  # letters of a code without a digit, as airlines give
_FAR = 9  # words between the code and its name: “the reference I was given by Jo is …”
_GROUP = 2  # digits of a group in “176 44 8812”


def references(read: Reading, dates: Collection[Span]) -> Iterator[Span]:
    """Yield each number of a matter with its name, in the order of the text."""
    beyond = -1
    for place, token in enumerate(read.tokens):
        if place <= beyond or (token.word.isalpha() and not _is_capitals(read, place)):
            continue
        first, last = _code(read, place)
        beyond = last
        start, end = read.span(first, last)
        if any(opened <= start < closed for opened, closed in dates):
            continue
        name = _name(read, first, last)
        if name is not None:
            yield read.tokens[name].start, end


def _code(read: Reading, place: int) -> tuple[int, int]:
    """Return first and last word of signs that belong together: “RET-7719”, “176 4455 8812”."""
    tokens, text = read.tokens, read.text
    first = last = place
    while first > 0 and text[tokens[first - 1].end : tokens[first].start] in _JOINTS:
        first -= 1
    while last + 1 < len(tokens):
        between = text[tokens[last].end : tokens[last + 1].start]
        one, other = tokens[last], tokens[last + 1]
        is_group = (
            between == " "
            and len(other.word) >= _GROUP
            and (one.word.isdigit() and other.word.isdigit())
        )
        if between not in _JOINTS and not is_group:
            break
        last += 1
    return first - _has_prefix(read, first), last


def _has_prefix(read: Reading, first: int) -> bool:
    """Whether two or three capitals belong to the digits after them: “RB 771 204 556 IN”."""
    if not first or any(read.is_in(name, first - 1) for name in ("strong", "numbered")):
        return False
    before, token = read.tokens[first - 1], read.tokens[first]
    letters = read.text[before.start : before.end]
    return (
        letters.isupper()
        and len(letters) in (_GROUP, _GROUP + 1)
        and before.word not in _MARKS
        and read.text[before.end : token.start] == " "
        and token.word.isdigit()
        and len(token.word) > _GROUP
    )


def _name(read: Reading, first: int, last: int) -> int | None:
    """Return the word that names what this code numbers, or None where it is no such number."""
    text, tokens = read.text, read.tokens
    code = text[tokens[first].start : tokens[last].end]
    if _is_masked(text, tokens[first].start, code):
        return first
    gap = text[tokens[first - 1].end : tokens[first].start] if first else ""
    is_marked, is_far = gap.strip() in _SIGNS, read.word(first - 1) in _COPULAS
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        word = tokens[at].word
        if _is_parted(read, at) or word in _STOPS:
            break
        if word in _MARKS:
            if not read.is_in("opening", at - 1):
                is_other = read.is_in("unnumbered", at - 1) and not read.is_in("numbered", at - 2)
                return None if is_other or len(code) < _SHORTEST else at - 1
            is_marked = True
        elif read.is_in("strong", at):
            return at if _is_code(code, least=_SHORTEST) else None
        elif read.is_in("numbered", at):
            return at if _fits(read, first, last, at, is_marked=is_marked) else None
        elif word in ("ending", "ends", "digits"):
            return _account(read, at, code)
        elif not (is_far or word in _LINKS):
            break
        is_marked = is_marked or word in _NUMBER
    is_bare = "#" in gap and code.isdigit() and len(code) >= _LEAST_BARE
    return first if is_bare and not read.is_in("unnumbered", first - 1) else None


def _fits(read: Reading, first: int, last: int, at: int, *, is_marked: bool) -> bool:
    """Whether a code without “number” is one: “order 88213”, but not “order 3 shirts”."""
    code = read.text[read.tokens[first].start : read.tokens[last].end]
    if is_marked:
        return _is_code(code, least=_LEAST - 1)
    rest = read.text[read.tokens[last].end :][:2]
    is_sum = rest[:1] in (".", ",", "%") and rest[1:].isdigit()
    if code.isalpha():
        return False
    is_mixed = not code.isdigit() and any(sign.isalpha() for sign in code)
    if is_sum or rest.strip().startswith("%") or not _is_code(code, least=_LEAST):
        return False
    if read.is_in("counted", last + 1):
        return False
    is_near = at == first - 1 or len(code) >= _LONG
    return is_mixed or (is_near and not _is_year(code))


def _account(read: Reading, ending: int, code: str) -> int | None:
    """Return the account or card that ends in these digits."""
    for at in range(ending - 1, max(-1, ending - 8), -1):
        if read.is_in("account", at) or read.word(at) == "last":
            return at if code.isdigit() and len(code) >= _LEAST - 1 else None
    return None


def _is_parted(read: Reading, at: int) -> bool:
    """Whether a sentence ends between this word and the next."""
    if at + 1 >= len(read.tokens):
        return False
    between = read.text[read.tokens[at].end : read.tokens[at + 1].start]
    if between.startswith(".") and "\n" not in between:
        return read.tokens[at].word not in _SHORTENED
    return any(mark in between for mark in "!?;.") or "\n\n" in between


def _is_masked(text: str, start: int, code: str) -> bool:
    """Whether digits stand after signs that hide the others: “****4417”, “xxxx4417”."""
    digits = code.casefold().lstrip("x")
    hidden = len(code) - len(digits)
    return (
        digits.isdigit()
        and len(digits) in (_LEAST - 1, _LEAST)
        and (hidden > 1 or text[max(0, start - 2) : start].rstrip() == "**")
    )


def _is_code(code: str, *, least: int) -> bool:
    """Whether signs are a code: with a digit in it, or capitals alone (a booking, a mask)."""
    if any(sign.isdigit() for sign in code):
        return len(code) >= least and not code.casefold().endswith(("st", "nd", "rd", "th"))
    return code.isalpha()


def _is_capitals(read: Reading, place: int) -> bool:
    """Whether a word is capitals that spell no word: “QZKTLM”, “XXXX”; one in three a vowel."""
    token = read.tokens[place]
    if token.end - token.start not in _CAPITALS and token.word != "xxxx":
        return False
    code = read.text[token.start : token.end]
    if not code.isupper() or 3 * sum(sign in "AEIOU" for sign in code) >= len(code):
        return False
    return not place or not _is_shouted(read, place - 1)


def _is_shouted(read: Reading, place: int) -> bool:
    """Whether a word in capitals stands here that is no name of a number, such as “PNR”."""
    token = read.tokens[place]
    letters = read.text[token.start : token.end]
    return len(letters) > 1 and letters.isupper() and not read.is_in("strong", place)


def _is_year(code: str) -> bool:
    return len(code) == _LEAST and code.startswith(("19", "20"))
