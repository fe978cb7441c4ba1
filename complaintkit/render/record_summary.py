"""What stands on the first page: who, what, when, how much, what is asked, and the figures?"""

from collections.abc import Iterable, Iterator

from complaintkit.model.case import Case
from complaintkit.model.record import Record
from complaintkit.render.record_told import Item
from complaintkit.render.score_words import Words, counted, day_text, sum_text, sums


def summary(record: Record, words: Words) -> Iterator[Item]:
    """Yield the items of the summary; what is not known has none, the asking always has one."""
    case, said = record.case, words["summary"]
    yield Item(label=said["customer"], lines=_customer(case, words))
    yield Item(label=said["company"], lines=_company(case, words))
    if others := tuple(_with_role(one.name, one.role) for one in case.parties):
        yield Item(label=said["parties"], lines=others)
    if about := tuple(_about(case, words)):
        yield Item(label=said["about"], lines=about)
    if case.problem.strip():
        yield Item(label=said["happened"], lines=tuple(case.problem.split("\n")))
    yield Item(label=said["when"], lines=tuple(_when(record, words)))
    if amounts := tuple(_amounts(record, words)):
        yield Item(label=said["amount"], lines=amounts)
    yield Item(label=said["asked"], lines=tuple(_asked(case, words)))
    yield Item(label=said["stands"], lines=tuple(_stands(record, words)))


def figures(record: Record, words: Words) -> Iterator[Item]:
    """Yield how the company dealt with it, in figures with their counts."""
    said, score = words["figures"], record.score
    work = score.efficiently
    yield _item(
        said["contacts"],
        said["contacts-text"].format(
            contacts=counted(work.contacts, "contact", words),
            tries=work.tries,
            unreached=work.unreached,
        ),
    )
    if record.letters:
        answered = sum(one.answered_on is not None for one in record.letters)
        yield _item(
            said["letters"], said["letters-text"].format(sent=work.letters, answered=answered)
        )
    yield from _replies(record, words)
    promised = score.promises
    if promised.made:
        told = said["promises-text"].format(
            made=promised.made,
            kept=promised.kept,
            broken=promised.broken,
            open=promised.still_open,
        )
        lapsed = said["lapsed"].format(n=promised.lapsed) if promised.lapsed else ""
        yield _item(said["promises"], ", ".join(filter(None, (told, lapsed))))
    if work.timed:
        minutes = counted(work.minutes, "minute", words)
        timed = counted(work.timed, "contact", words)
        yield _item(said["time"], said["time-text"].format(minutes=minutes, timed=timed))


def _replies(record: Record, words: Words) -> Iterator[Item]:
    said, quickly = words["figures"], record.score.quickly
    if quickly.complained_on is None or quickly.days_open is None:
        return
    none_yet = said["no-reply-closed" if quickly.closed_on else "no-reply"].format(
        days=counted(quickly.days_open, "day", words)
    )
    pairs = [("first-reply", quickly.replied_on, quickly.days_to_reply)]
    if quickly.written_on:
        pairs.append(("written-reply", quickly.written_reply_on, quickly.days_to_written_reply))
    for key, on, days in pairs:
        told = none_yet
        if on is not None:
            told = said["reply-text" if days else "reply-same-day"].format(
                days=counted(days or 0, "day", words), on=day_text(on)
            )
        yield _item(said[key], told)
    length = counted(quickly.days_open, "day", words)
    yield _item(said["days"], said["days-text"].format(days=length))


def _item(label: str, text: str) -> Item:
    return Item(label=label, lines=(text,))


def _customer(case: Case, words: Words) -> tuple[str, ...]:
    said, person = words["summary"], case.consumer
    name = (person.name if person else "") or said["not-named"]
    if behalf := case.on_behalf_of:
        shape = said["behalf" if behalf.authority else "behalf-bare"]
        name = shape.format(name=name, other=behalf.name, authority=behalf.authority)
    if person is None:
        return (name,)
    reach = (", ".join(person.address), person.email, person.phone)
    return (name, *filter(None, reach))


def _company(case: Case, words: Words) -> tuple[str, ...]:
    company = case.company
    number = words["summary"]["account"].format(number=company.account) if company.account else ""
    first = ", ".join(filter(None, (company.name, number)))
    return (first, *filter(None, (", ".join(company.address), company.email)))


def _with_role(name: str, role: str) -> str:
    return f"{name} ({role})" if role else name


def _about(case: Case, words: Words) -> Iterator[str]:
    said, bought = words["summary"], case.purchase
    if bought is None:
        return
    parts = (
        bought.what,
        day_text(bought.bought_on) if bought.bought_on else "",
        said["reference"].format(number=bought.reference) if bought.reference else "",
        said["price"].format(sum=sum_text(bought.price)) if bought.price else "",
        bought.where,
    )
    if told := ", ".join(filter(None, parts)):
        yield told


def _when(record: Record, words: Words) -> Iterator[str]:
    said, lines = words["summary"], record.lines
    days = [line.moment.on for line in lines]
    if days:
        first, last = day_text(min(days)), day_text(max(days))
        yield said["one-day" if first == last else "span"].format(first=first, last=last)
    work = record.score.efficiently
    counts = {
        "contact": work.contacts,
        "letter": work.letters,
        "document": len(record.exhibits),
    }
    if told := [counted(count, what, words) for what, count in counts.items() if count]:
        yield ", ".join(told)


def _amounts(record: Record, words: Words) -> Iterator[str]:
    case, said, score = record.case, words["summary"], record.score
    if score.asked_for:
        yield said["in-dispute"].format(sum=sum_text(score.asked_for))
    for offer in case.offers:
        if offer.amount:
            on = day_text(offer.on)
            yield said["offered"].format(sum=sum_text(offer.amount), day=on)
    if score.money_lost:
        yield said["costs"].format(sum=sums(score.money_lost))
    if score.got_back:
        yield said["returned"].format(sum=sums(score.got_back))


def _asked(case: Case, words: Words) -> Iterator[str]:
    said, wish = words["summary"], case.resolution
    yield wish.want or said["not-named"]
    if wish.fallback:
        yield said["fallback"].format(what=wish.fallback)
    if days := [letter.answer_by for letter in case.letters if letter.answer_by]:
        yield said["answer-by"].format(day=day_text(max(days)))


def _stands(record: Record, words: Words) -> Iterable[str]:
    said, outcome, quickly = words["summary"], record.case.outcome, record.score.quickly
    if outcome:
        result = words["results"].get(outcome.result, outcome.result)
        yield said["closed"].format(day=day_text(outcome.closed_on), result=result)
        if outcome.moved_by:
            yield said["moved-by"].format(what=outcome.moved_by)
    elif quickly.complained_on and quickly.days_open is not None:
        days = counted(quickly.days_open, "day", words)
        yield said["open"].format(days=days, since=day_text(quickly.complained_on))
    else:
        yield said["open-bare"]
