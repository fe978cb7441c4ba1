"""What should a person have before them when they call the company?"""

from collections.abc import Iterator
from datetime import date

from complaintkit.model.call_card import CallCard, CallWords, CardPromise
from complaintkit.model.case import Case
from complaintkit.model.people import Contact
from complaintkit.model.standing import LedgerLine, Standing
from complaintkit.rules import aloud
from complaintkit.rules.call_breath import one_breath, promised_sentence
from complaintkit.rules.letter_focus import by_day
from complaintkit.rules.letter_told import is_told
from complaintkit.rules.promises import broken_promises
from complaintkit.rules.sentences import plain_date

WITH_SOMEBODY = ("waiting", "offer", "agreed")
"""The steps in which somebody there has the matter in hand, whom one asks for."""


def call_card(
    case: Case, standing: Standing, *, consumer: Contact, today: date, words: CallWords
) -> CallCard:
    """Return the card for a call today; whatever the record lacks is left out, never made up.

    `consumer` is who calls. The newest promise and reference come first.
    """
    wish = case.resolution
    broken = reversed(broken_promises(case.encounters, today=today))
    return CallCard(
        case=case.name,
        company=aloud.one_line(case.company.name),
        title=aloud.one_line(case.title),
        stands=f"{standing.headline} {standing.action}",
        ask_for=_ask_for(case, standing, words),
        number=_number(case, words),
        phone=aloud.one_line(case.company.phone),
        opening=_opening(case, consumer, words),
        breath=one_breath(case, today=today, words=words),
        want=aloud.one_line(wish.want),
        amount=None if is_told(wish.amount, wish.want) else wish.amount,
        fallback=aloud.one_line(wish.fallback),
        broken=tuple(_promise(line, case, words) for line in broken),
        references=tuple(_references(case, words)),
        account=aloud.one_line(case.company.account),
        loyalty=_loyalty(case, words),
        needs=aloud.one_line(case.needs),
        ask=words.ask,
        if_promised=words.if_promised,
        if_refused=words.if_refused,
        calm=words.calm,
        do_not=words.do_not,
        stop=words.stop,
        goodbye=words.goodbye,
    )


def _ask_for(case: Case, standing: Standing, words: CallWords) -> str:
    """Name who can take the next step; while a date runs, whoever was spoken to last."""
    step = standing.step_id
    if step == "answered":
        step = standing.next_step_id
    elif step in WITH_SOMEBODY:
        met = max(
            (one for one in case.encounters if one.reached and aloud.person(one.representative)),
            key=by_day,
            default=None,
        )
        person = aloud.person(met.representative) if met else ""
        step = "person" if person else "front-line"
        return _capital(words.ask_for[step].format(person=person))
    head = case.company.head
    if step == "ceo" and head and head.name.strip():
        return words.ask_for["ceo-named"].format(head=aloud.one_line(head.name))
    return words.ask_for.get(step) or words.ask_for["front-line"]


def _number(case: Case, words: CallWords) -> str:
    phone = aloud.one_line(case.company.phone)
    return words.sentences["phone" if phone else "no-phone"].format(phone=phone)


def _opening(case: Case, consumer: Contact, words: CallWords) -> str:
    """Return how to begin: the name, the account, for whom, and that it is a complaint."""
    say, name = words.sentences, aloud.one_line(consumer.name)
    key = "account" if name else "account-alone"
    account = aloud.one_line(case.company.account)
    is_first = not case.letters and not any(met.reached for met in case.encounters)
    purpose = say["purpose-first" if is_first else "purpose"]
    behalf = case.on_behalf_of
    if behalf:
        spoken_for = "behalf-authority" if behalf.authority.strip() else "behalf"
        purpose += say[spoken_for].format(
            name=aloud.one_line(behalf.name), authority=aloud.unstopped(behalf.authority)
        )
    return say["opening" if name else "opening-nameless"].format(
        name=name, account=say[key].format(account=account) if account else "", purpose=purpose
    )


def _promise(line: LedgerLine, case: Case, words: CallWords) -> CardPromise:
    met, promise = line.encounter, line.promise
    return CardPromise(
        entry=met.seq,
        promise=promise.index,
        what=promise.what,
        who=aloud.person(met.representative),
        made_on=met.moment.on,
        due=promise.by,
        text=f"{promised_sentence(met, promise, words, country=case.country)}.",
    )


def _references(case: Case, words: CallWords) -> Iterator[str]:
    """Yield each number with whose it is: those of contacts, of the order, of the particulars."""
    seen = {aloud.one_line(case.company.account)}
    for met in sorted(case.encounters, key=by_day, reverse=True):
        reference = aloud.one_line(met.reference)
        if reference and reference not in seen:
            seen.add(reference)
            _, on = aloud.when(met.moment, country=case.country)
            told = ", ".join(filter(None, (aloud.person(met.representative), on)))
            yield words.sentences["reference"].format(reference=reference, when=told)
    order = aloud.one_line(case.purchase.reference) if case.purchase else ""
    if order and order not in seen:
        seen.add(order)
        yield words.sentences["order"].format(reference=order)
    for name, value in case.particulars:
        number = aloud.one_line(value)
        if number and number not in seen:
            seen.add(number)
            label = aloud.one_line(name.replace("_", " "))
            yield words.sentences["particular"].format(value=number, name=label)


def _loyalty(case: Case, words: CallWords) -> str:
    since = aloud.one_line(case.company.customer_since)
    if not since:
        return ""
    try:
        since = plain_date(date.fromisoformat(since))
    except ValueError:
        since = since[len("since ") :] if since.casefold().startswith("since ") else since
    key = "since" if aloud.is_a_time(since) else "for"
    behalf = case.on_behalf_of
    if behalf:
        key = "loyalty-other" if key == "since" else "loyalty-other-for"
        return words.sentences[key].format(name=aloud.one_line(behalf.name), since=since)
    return words.sentences[f"loyalty-{key}"].format(since=since)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
