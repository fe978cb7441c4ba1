"""What is asked about an answer of the company, and in which order?"""

from typing import NamedTuple

from complaintkit.cli import ask
from complaintkit.cli.questions import CHANNELS, moment_can_be_placed
from complaintkit.cli.settings import Settings
from complaintkit.model.reply import Proposal, ReplyKind
from complaintkit.rules.replies import AGREES, FINAL, NO_ANSWER, OTHER
from complaintkit.tasks import answers
from complaintkit.tasks.answers import Terms
from complaintkit.tasks.encounters import Told, check_due
from complaintkit.tasks.reply import check_amount

MOST = 5
"""Proposals that are shown at once."""
_ENDS = (
    "No, or it does not say",
    "It calls itself their final response",
    "It calls itself a deadlock letter",
)


class Asked(NamedTuple):
    """An answer as far as it is told: its kind, their exact words, what was told of it."""

    kind: ReplyKind | None
    text: str | None
    told: Told
    terms: Terms


def ask_reply(now: Settings, case: str | None, asked: Asked) -> Asked:
    """Ask for what is not told yet: how it came, the words, the kind, and what goes with it."""
    told = asked.told
    if asked.text is None and not told.said:
        channels = [*(words for _, words in CHANNELS), "Nothing came"]
        number = len(CHANNELS) + 1
        if told.channel is None:
            number = ask.choose("How did their answer come?", channels, default=2)
            if number > len(CHANNELS):
                return asked._replace(kind=answers.kind_named(NO_ANSWER), told=_until(now, told))
            told = told._replace(channel=CHANNELS[number - 1][0])
        asked = _words(asked._replace(told=told))
    kind = choose_kind(asked.text or asked.told.said or "")
    if kind.slug == NO_ANSWER:
        return asked._replace(kind=kind)
    told = _details(now, kind, asked.told)
    return asked._replace(kind=kind, told=told, terms=_terms(now, case, kind, asked.terms))


def choose_kind(text: str) -> ReplyKind:
    """Show what the text may be, with the words that led to it, and let the person decide."""
    kinds = {kind.slug: kind for kind in answers.reply_kinds()}
    found = answers.propose(text)[:MOST]
    if found:
        ways = [told_proposal(one, kinds[one.kind]) for one in found]
        number = ask.choose("What does it come to? It may be:", [*ways, "Something else"])
        if number <= len(found):
            return kinds[found[number - 1].kind]
    left = [
        kind
        for kind in kinds.values()
        if kind.slug not in (NO_ANSWER, OTHER, *(one.kind for one in found))
    ]
    names = [*(kind.title for kind in left), "None of these"]
    number = ask.choose("What does it come to?", names, default=len(names))
    return left[number - 1] if number <= len(left) else kinds[OTHER]


def told_proposal(one: Proposal, kind: ReplyKind) -> str:
    """Return a kind in plain words, with the words of the text that led to it."""
    return f"{kind.title} (the words: {', '.join(f'“{words}”' for words in one.words)})"


def _until(now: Settings, told: Told) -> Told:
    at = told.at or ask.ask(
        "Until which day did nothing come?",
        option="--on",
        default="today",
        check=moment_can_be_placed(now),
    )
    return told._replace(at=at)


def _words(asked: Asked) -> Asked:
    ways = ("I paste or type their exact words", "I say in my own words what they told me")
    if ask.choose("How would you like to tell it?", ways) == 1:
        text = ask.passage("What did they write or say, word for word?")
        if text:
            return asked._replace(text=text)
    said = ask.ask("What did they tell you? A sentence or two will do.", option="--said")
    return asked._replace(told=asked.told._replace(said=said))


def _details(now: Settings, kind: ReplyKind, told: Told) -> Told:
    told = told._replace(
        at=told.at
        or ask.ask(
            "When did it come? Such as: today, yesterday 3pm",
            option="--on",
            default="now",
            check=moment_can_be_placed(now),
        ),
        person=told.person or ask.maybe("Who answered? Name and role, such as: Jane, supervisor"),
        reference=told.reference or ask.maybe("Did they give a reference?"),
    )
    if told.promised or kind.slug == FINAL:
        return told
    question = "Did they promise anything? If so, what?"
    if kind.slug == AGREES:
        question = "What will they do? Such as: a refund of 84.20 dollars"
    promised = ask.maybe(question)
    if not promised:
        return told
    by = ask.maybe(
        "By when? Such as: friday, in 2 weeks, 2026-05-10",
        check=lambda text: check_due(now.log, text, told.at, now.recording()),
    )
    return told._replace(promised=(promised,), by=(by,) if by else ())


def _terms(now: Settings, case: str | None, kind: ReplyKind, terms: Terms) -> Terms:
    if kind.slug == FINAL and terms.is_final is None:
        number = ask.choose("Does it call itself final?", _ENDS)
        return terms._replace(is_final=None if number == 1 else number == 2)  # noqa: PLR2004
    if not kind.offer or kind.slug == AGREES or terms.has_offer:
        return terms
    offer = ask.maybe("What do they offer, in a few words? Such as: a voucher for their shop")
    amount = ask.maybe(
        "How much is it worth? Such as: 40.00",
        check=lambda typed: check_amount(now.log, case, typed, terms.currency),
    )
    expires = ask.maybe(
        "Until when does it stand? Such as: 2026-05-10, in 2 weeks",
        check=lambda text: check_due(now.log, text, None, now.recording()),
    )
    ways = ("I do not know yet", "It settles everything", "It settles a part only")
    number = ask.choose("Would it settle everything?", ways)
    full = None if number == 1 else number == 2  # noqa: PLR2004
    return terms._replace(offer=offer, amount=amount, expires=expires, full_settlement=full)
