"""How do the call card and the form to fill in by hand look on paper?"""

from datetime import date

from complaintkit.model.call_card import CallCard, CallWords
from complaintkit.render.one_page import TITLE, Room, Values, one_page
from complaintkit.rules.sentences import plain_date, quoted

LINE = 160  # signs of the smallest type that fit on a line or two


def call_pdf(card: CallCard, words: CallWords, *, today: date, paper: str) -> bytes:
    """Return the card with a form below it, always on one page.

    Raises CannotWrite where typst is not at hand, or no font has a script.
    """
    return one_page("call.typ", lambda room: _values(card, words, room, today, paper), on=today)


def _values(card: CallCard, words: CallWords, room: Room, today: date, paper: str) -> Values:
    head, text = words.headings, room.text
    broken = [one.text for one in card.broken]
    after = words.form["after"].format(case=quoted(card.case))
    no_want = head["no_want"].replace("{case}", quoted(card.case)).replace("`", "")
    more = head["more"].replace("{case}", quoted(card.case))
    return {
        "paper": paper,
        "title": text(head["title"].format(company=card.company), most=TITLE),
        "under": text(" – ".join(filter(None, (card.title or card.case, plain_date(today))))),
        "pairs": [
            [head["ask_for"], text(card.ask_for)],
            [head["number"], text(card.number)],
            [head["opening"], text(card.opening, most=2 * room.signs)],
        ],
        "breath": [head["breath"], [text(one.text, most=2 * room.signs) for one in card.breath]],
        "left": [
            _part(head["want"], [text(_wish(card) or no_want)]),
            _part(head["fallback"], [text(card.fallback)] if card.fallback else []),
            _part(head["broken"], room.texts(broken, more=more)),
            _part(head["account"], [text(card.account)] if card.account else []),
            _part(head["references"], room.texts(card.references, more=more)),
            _part(head["needs"], [text(card.needs)] if card.needs else []),
        ],
        "right": [
            _part(head["ask"], card.ask),
            _part(head["if_promised"], card.if_promised),
            _part(head["if_refused"], card.if_refused),
            _part(head["loyalty"], [text(card.loyalty)] if card.loyalty else []),
            _part(head["stop"], [f"{', '.join(card.stop[:-1])}, {card.stop[-1]}: {card.goodbye}"]),
            _part(head["do_not"], card.do_not),
        ],
        "calm": card.calm,
        "form": {**words.form, "after": text(after, most=LINE)},
    }


def _wish(card: CallCard) -> str:
    """Return the wish, with its sum where it does not name that itself."""
    of = f" ({card.amount.amount:f} {card.amount.currency})" if card.amount else ""
    return f"{card.want}{of}" if card.want else ""


def _part(heading: str, lines: object) -> Values:
    return {"heading": heading, "lines": lines}
