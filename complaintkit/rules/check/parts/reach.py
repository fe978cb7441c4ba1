"""How can the writer be reached, and who was spoken to, by name?"""

import re
from collections.abc import Iterator
from functools import cache

from complaintkit.rules.check.parts.scope import Reading

Span = tuple[int, int]

_BEFORE = 40  # characters that can say whose an address is


def ways_to_reach(text: str) -> Iterator[Span]:
    """Yield ways to reach the writer; an address that mail was sent to is the company's."""
    if "@" in text:
        for found in _mail().finditer(text):
            before = text[max(0, found.start() - _BEFORE) : found.start()]
            if _own().search(before) or not _others().search(before):
                yield found.span()
    for found in _phone().finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if _called().search(before):
            yield found.span()
    yield from (found.span() for found in _street().finditer(text))


@cache
def _mail() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,/-])[+(]{0,2}\d(?:[\s().-]{0,2}\d){6,14}(?![\w,/]|\.\d)")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(r"\b(?:my|me|us)\b[\w\s:<(,-]*$", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:to|your|e-?mailed|wrote|contacted|from|at)\s[\w\s:<(]*$", re.IGNORECASE
    )


@cache
def _called() -> re.Pattern[str]:
    """What makes the number after it the writer's own."""
    return re.compile(
        r"(?:\bmy\s(?:\w+\s){0,2}(?:number|phone|mobile|cell|line)|\b(?:call|reach|ring|phone|text"
        r"|contact|whatsapp)\s(?:me|us)|(?:^|\n)\s*(?:tel|phone|mobile|cell|telephone|mob|ph)\b)"
        r"[^\n\d]{0,25}$",
        re.IGNORECASE,
    )


@cache
def _street() -> re.Pattern[str]:
    """A line of an address, or the writer's word that one follows."""
    return re.compile(
        r"^[ \t]*\d{1,5}[A-Za-z]?,?[ ](?:[A-Z][\w.'’-]*[ ]){1,4}(?i:street|st|road|rd|avenue|ave"
        r"|lane|ln|drive|dr|close|way|crescent|court|ct|place|boulevard|blvd|terrace|nagar|marg"
        r"|gardens|square|layout|estate)\b|\b(?i:my\s(?:\w+\s)?address\sis)\b",
        re.MULTILINE,
    )


# ---- names --------------------------------------------------------------------------------

_NAME = r"(?P<name>[A-Z][\w’'-]+)"


@cache
def _after_title() -> re.Pattern[str]:
    return re.compile(rf"\.?\s{_NAME}")


@cache
def _after_role() -> re.Pattern[str]:
    """The name after “agent”, or after “called”: “a rep called Dan”, “your manager, Ngozi,”."""
    called = r"(?:,?\s(?:called|named|by the name of|whose name (?:is|was)))?"
    return re.compile(rf"(?:{called}\s|, (?=\S+(?: [A-Z]\S*)?(?:,| [a-z]))){_NAME}")


@cache
def _after_contact() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s(?:to|with)\s(?:your\s)?(?=\S+\s(?:in|from|at|of|on|who)\b)"
        rf"|(?:\sby|[^.!?\n]{{0,40}}?\swas)\s(?:\w+\s)?){_NAME}"
    )


@cache
def _at_desk() -> re.Pattern[str]:
    return re.compile(rf"{_NAME}\s(?:in|from|at|on)\s(?:your\s|the\s|live\s|customer\s)*$")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"\sname\s(?:is|was|as)\s{_NAME}")


def names(read: Reading) -> Iterator[Span]:
    """Yield the names of people spoken to; not the addressee, nor the writer.

    In a text in capitals no name can be told from another word.
    """
    if read.text.isupper():
        return
    tokens, text = read.tokens, read.text
    for name, pattern in (
        ("title", _after_title),
        ("role", _after_role),
        ("met", _after_contact),
        ("whose", _named),
    ):
        for place in read.places(name):
            found = pattern().match(text, tokens[place].end)
            if found and not _is_other(read, place) and _is_name(read, found):
                yield tokens[place].start, found.end()
    for place in read.places("desk"):
        start = max(0, tokens[place].start - _BEFORE)
        found = _at_desk().search(text, start, tokens[place].start)
        if found and (found.start() > start or not start) and _is_name(read, found):
            yield found.start(), tokens[place].end


def _is_name(read: Reading, found: re.Match[str]) -> bool:
    """Whether the last capital of the match begins a name, not letters such as “HSBC”."""
    name = found["name"]
    return not name.isupper() or not name.strip("X")


def _is_other(read: Reading, place: int) -> bool:
    """Whether the name is the addressee's, the writer's, or of somebody outside."""
    before = [token.word for token in read.tokens[max(0, place - 3) : place]]
    if before[-1:] in (["dear"], ["attn"], ["hello"], ["hi"]) or before[-2:] in (
        ["name", "is"],
        ["i", "am"],
    ):
        return True
    return "my" in before and place > 0 and read.is_in("outsider", place - 1)
