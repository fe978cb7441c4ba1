"""How does the call card read on a screen?"""

from collections.abc import Iterator, Sequence

from complaintkit.cli import show
from complaintkit.model.call_card import CallCard, CallWords
from complaintkit.rules.sentences import quoted


def card_lines(card: CallCard, words: CallWords) -> Iterator[str]:
    """Yield the card: whom to call, what to say, what is at hand, what to ask and to mind."""
    head = words.headings
    yield show.wrapped(head["title"].format(company=card.company), rest="  ")
    if card.title:
        yield show.wrapped(card.title, first="  ")
    yield ""
    yield _labelled(head["stands"], card.stands)
    yield _labelled(head["ask_for"], card.ask_for)
    yield _labelled(head["number"], card.number)
    yield from spoken_lines(card, words)
    yield ""
    yield _labelled(head["want"], wish_of(card) or _no_wish(card, words))
    if card.fallback:
        yield _labelled(head["fallback"], card.fallback)
    yield from _listed(head["broken"], [one.text for one in card.broken])
    if card.account:
        yield _labelled(head["account"], card.account)
    yield from _listed(head["references"], card.references)
    if card.loyalty:
        yield _labelled(head["loyalty"], card.loyalty)
    if card.needs:
        yield _labelled(head["needs"], card.needs)
    yield ""
    yield from _listed(head["ask"], card.ask)
    yield from _listed(head["if_promised"], card.if_promised)
    yield from _listed(head["if_refused"], card.if_refused)
    yield ""
    yield show.wrapped(card.calm)
    yield from _listed(head["do_not"], card.do_not)
    yield from _listed(head["stop"], card.stop)
    yield show.wrapped(card.goodbye, first="  ")


def spoken_lines(card: CallCard, words: CallWords) -> Iterator[str]:
    """Yield what to say at the beginning; a dialogue shows it again when somebody answers."""
    head = words.headings
    yield _labelled(head["opening"], card.opening)
    if card.breath:
        yield ""
        yield f"{head['breath']}:"
        yield show.wrapped(" ".join(one.text for one in card.breath), first="  ")


def wish_of(card: CallCard) -> str:
    """Return the wish, with its sum where it does not name that itself."""
    of = f" ({card.amount.amount:f} {card.amount.currency})" if card.amount else ""
    return f"{card.want}{of}" if card.want else ""


def _no_wish(card: CallCard, words: CallWords) -> str:
    return words.headings["no_want"].replace("{case}", quoted(card.case))


def _labelled(label: str, text: str) -> str:
    return show.wrapped(text, first=f"{label}: ", rest="  ")


def _listed(label: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{label}:"
        yield from (show.wrapped(line, first="  – ", rest="    ") for line in lines)
