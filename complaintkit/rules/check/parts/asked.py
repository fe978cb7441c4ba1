"""What does the writer want of the company?

A wish is a phrase of the data (“I would like you to …”), an order (“Refund my money”) or what
follows “please”. It counts when it is the writer's own: `parts_scope`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from complaintkit.rules.check.parts.phrases import NEGATIONS
from complaintkit.rules.check.parts.scope import Reading, is_conditional, is_of_others

_BETWEEN = frozenset(
    (
        *("also", "just", "do", "immediately", "further", "now", "urgently", "at", "least"),
        *("either", "to", "go", "ahead", "and", "again", "please", "kindly", "you", "could", "can"),
    )
)
_STOPPING = frozenset(["stop", "cease", "quit"])
_HELPING = frozenset(["get", "help", "let"])
_ME = frozenset(["me", "my", "us", "our", "the", "this", "to"])
_HELPED = frozenset(["get", "to", "have", "recover"])
_STARTERS = frozenset(["do", "act", "be", "go", "step", "take", "look"])
_CONDITION = frozenset(["to", "if", "unless", "within", "by", "since", "as", "because"])
_STOPS = NEGATIONS | {"why", "whether", "had", "was", "were", "did", "received", "sent"}
_NEAR, _FAR = 4, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Something the writer wants: its first and last word. `is_remedy`: more than an answer."""

    first: int
    last: int
    is_remedy: bool


def asks(read: Reading) -> tuple[Ask, ...]:
    """Return what the writer asks for, in the order of the text."""
    found = [*_pleas(read), *_orders(read), *_wishes(read)]
    for kind in ("resolution", "reply"):
        found += [
            Ask(first=first, last=last, is_remedy=kind == "resolution")
            for first, last in read.phrases(kind)
            if not is_conditional(read, first) and not _is_told(read, first)
        ]
    own = (one for one in found if _is_own(read, one))
    return tuple(sorted(own, key=lambda one: (one.first, not one.is_remedy)))


def _is_own(read: Reading, one: Ask) -> bool:
    return not read.draft.is_quoted(*read.span(one.first, one.last)) and not is_of_others(
        read, one.first
    )


def _is_told(read: Reading, first: int) -> bool:
    """Whether a wish without a subject is told, not made: “I called to request them to …”."""
    return read.word(first).startswith("request") and first != read.clause_start(first)


def _wishes(read: Reading) -> Iterator[Ask]:
    """Yield a wish with the remedy that it names: “I would be glad of a replacement”.

    Not what the writer offers (“I would be happy to send photos”), nor what the wish only
    speaks of (“I want to say …”).
    """
    for first, last in read.phrases("wish"):
        if is_conditional(read, first) or _is_offer(read, last + 1):
            continue
        for at in range(last + 1, min(last + _FAR, read.ends[first])):
            if read.word(at) in _STOPS or read.is_in("saying", at):
                break
            is_done = read.is_in("act", at) and read.word(at) != "help"
            if read.is_in("remedy", at) or (is_done and read.word(at - 1) != "be"):
                yield Ask(first=first, last=at, is_remedy=True)
                break


def _is_offer(read: Reading, place: int) -> bool:
    """Whether “to …” after a wish is the writer's own doing, or mere talk."""
    if read.word(place) != "to":
        return False
    is_glad = read.word(place - 1) in ("glad", "happy", "pleased", "content")
    verb = read.word(place + 1)
    if verb == "be" and read.word(place + 2) == "able":
        return True
    return (read.is_in("chatter", place + 1) and verb != "be") or (
        is_glad and verb not in ("be", "receive", "get", "have", "see", "accept")
    )


def _pleas(read: Reading) -> Iterator[Ask]:
    """Yield “please” and “kindly” with the verb that follows; “a refund, please”."""
    for place in read.places("please"):
        verb, end = place + 1, min(read.ends[place], place + 2 * _NEAR)
        while verb < end and read.word(verb) in _BETWEEN and not _does(read, verb):
            verb += 1
        if verb < end and read.word(verb) == "not":
            verb += 1
        if verb < end:
            yield Ask(first=place, last=verb, is_remedy=_is_remedy(read, verb))
        elif read.has("remedy", max(read.sentence_start(place), place - _NEAR), place):
            first = max(read.clause_start(place), place - _NEAR)
            yield Ask(first=first, last=place, is_remedy=True)


def _does(read: Reading, place: int) -> bool:
    """Whether “do” is the verb itself: “please do the needful”, but not “please do send it”."""
    return read.word(place) == "do" and read.word(place + 1) in ("the", "what", "something", "so")


def _is_remedy(read: Reading, verb: int) -> bool:
    """Whether “please” with this verb asks for more than an answer or attention."""
    word, following = read.word(verb), read.word(verb + 1)
    if word in _HELPING and following in _ME:
        helped = read.word(verb + 2)
        return word == "get" or read.is_in("act", verb + 2) or helped in _HELPED
    if word == "consider":
        return read.has("remedy", verb, verb + _NEAR)
    return not read.is_in("idle", verb) or (word == "see" and following in ("that", "to"))


def _orders(read: Reading) -> Iterator[Ask]:
    """Yield orders: a verb such as “refund” that opens its sentence, with its object."""
    for first in _openings(read):
        place = first
        while read.is_in("lead", place) and place + 1 < read.ends[first]:
            place += 1
        is_remedy = _is_order(read, place) if place + 1 < read.ends[first] else False
        if is_remedy or read.is_in("replying", place):
            yield Ask(first=place, last=place, is_remedy=is_remedy)
        elif read.word(first) in _STARTERS:
            yield from _second_orders(read, first)


def _is_order(read: Reading, place: int) -> bool:
    """Whether the verb here, with its object, orders a remedy."""
    word, following = read.word(place), read.word(place + 1)
    if word in _STOPPING:
        return following.endswith("ing")
    if word in _HELPING and following in _ME:
        return _is_remedy(read, place)
    is_handled = read.is_in("handle", place) and read.is_in("object", place + 1)
    is_taken_off = is_handled and read.has("away", place, place + 2 * _NEAR)
    if word == "not":
        return read.word(place - 1) == "do" and _is_harm(read, place + 1)
    return is_taken_off or (read.is_in("act", place) and read.is_in("object", place + 1))


def _is_harm(read: Reading, place: int) -> bool:
    """Whether “do not” with this verb stops something; not “do not hesitate”."""
    is_chat = read.is_in("idle", place) or read.is_in("chatter", place)
    return not is_chat or read.word(place) in ("take", "call", "contact", "use", "share")


def _second_orders(read: Reading, first: int) -> Iterator[Ask]:
    """Yield the second of two orders: “Do the right thing and return my deposit”."""
    for place in range(first, read.ends[first] - 2):
        is_order = read.is_in("act", place + 1) and read.is_in("object", place + 2)
        if read.word(place) == "and" and is_order:
            yield Ask(first=place + 1, last=place + 2, is_remedy=True)


def _openings(read: Reading) -> Iterator[int]:
    """Yield the first word of each sentence, and of a clause after “if …,” or with “so”."""
    tokens = read.tokens
    for place, token in enumerate(tokens):
        if not place or tokens[place - 1].sentence != token.sentence:
            yield place
        elif tokens[place - 1].clause != token.clause:
            opened = read.word(read.clause_start(place - 1))
            if opened in _CONDITION or token.word in ("so", "therefore", "then"):
                yield place
