"""How does a case look as a case file that can be read, kept and imported again?"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any

from complaintkit.model.case import Case, Event, Exhibit, Outcome, SentLetter
from complaintkit.model.encounter import Encounter, Promise
from complaintkit.model.moment import Moment, Precision
from complaintkit.model.money import Money
from complaintkit.model.people import Company, Party
from complaintkit.render.plain_yaml import plain_yaml
from complaintkit.rules.local_time import offset_text

Plain = dict[str, Any]

_VERSION = "1"
_HEADING = (
    "# A case file of complaintkit: your own full copy, private parts included. Attachments lie\n"
    "# beside it. To read it in again: complaintkit import with the name of this file.\n"
)


def case_file_yaml(case: Case, *, file_names: Mapping[str, str]) -> str:
    """Write the owner's full copy of a case: the floor is in it, private notes are not.

    `file_names` gives, by sha256, the name under which each file lies beside the case
    file; a file without a name there is left out. The same case gives the same text.
    """
    return _HEADING + plain_yaml(case_plain(case, file_names=file_names))


def case_plain(case: Case, *, file_names: Mapping[str, str]) -> Plain:
    """Return the case as the keys of a case file, every leaf a text, empty ones left out."""
    files = _files(case.exhibits, file_names)
    keys: Plain = _kept(
        {
            "complaintkit": _VERSION,
            "case": _case(case),
            "events": [_event(event, files) for event in case.events],
            "encounters": [_encounter(encounter, files) for encounter in case.encounters],
            "exhibits": _exhibits(case.exhibits, files),
            "promises": [
                {"encounter": number, "promise": place, "kept": made.kept, "on": made.kept_on}
                for number, encounter in enumerate(case.encounters, 1)
                for place, made in enumerate(_worded(encounter.promises), 1)
                if made.kept is not None
            ],
            "offers": [
                {
                    "on": offer.on,
                    "what": offer.what,
                    "amount": _money(offer.amount),
                    "expires": offer.expires,
                    "full_settlement": offer.full_settlement,
                    "answer": offer.answer,
                }
                for offer in case.offers
            ],
            "costs": [
                {
                    "on": cost.on,
                    "what": cost.what,
                    "amount": _money(cost.amount),
                    "minutes": cost.minutes,
                    "exhibits": _named(cost.exhibits, files),
                }
                for cost in case.costs
            ],
            "letters": [_letter(letter, files, file_names) for letter in case.letters],
            **_own_dates(case),
            "outcome": _outcome(case.outcome),
        }
    )
    return keys


def _kept(value: Any) -> Any:  # noqa: ANN401 - any part of the file
    """Turn every leaf into text, and leave out keys and lines without any."""
    if isinstance(value, Mapping):
        kept = {key: _kept(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if _says_something(part)}
    if isinstance(value, list | tuple):
        return [part for part in map(_kept, value) if _says_something(part)]
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _says_something(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def _case(case: Case) -> Plain:
    behalf, consumer, purchase, wanted = (
        case.on_behalf_of,
        case.consumer,
        case.purchase,
        case.resolution,
    )
    return {
        "name": case.name,
        "title": case.title,
        "opened_on": case.opened_on,
        "imported_on": case.imported_on,
        "sector": case.sector,
        "country": case.country,
        "region": case.region,
        "sorting": case.sorting,
        "on_behalf_of": behalf and {"name": behalf.name, "authority": behalf.authority},
        "needs": case.needs,
        "consumer": consumer
        and {
            "name": consumer.name,
            "address": consumer.address,
            "email": consumer.email,
            "phone": consumer.phone,
        },
        "company": _company(case.company),
        "parties": [_party(party) for party in case.parties],
        "purchase": purchase
        and {
            "what": purchase.what,
            "reference": purchase.reference,
            "bought_on": purchase.bought_on,
            "price": _money(purchase.price),
            "payment": purchase.payment,
            "where": purchase.where,
        },
        "particulars": dict(case.particulars),
        "problem": case.problem,
        "resolution": {
            "want": wanted.want,
            "amount": _money(wanted.amount),
            "fallback": wanted.fallback,
            "floor": wanted.floor,
            "answer_days": wanted.answer_days,
        },
    }


def _company(company: Company) -> Plain:
    head = company.head
    return {
        "name": company.name,
        "address": company.address,
        "country": company.country,
        "region": company.region,
        "email": company.email,
        "phone": company.phone,
        "head": head and {"name": head.name, "title": head.title},
        "account": company.account,
        "customer_since": company.customer_since,
    }


def _party(party: Party) -> Plain:
    return {
        "name": party.name,
        "role": party.role,
        "address": party.address,
        "email": party.email,
    }


def _money(money: Money | None) -> Plain | None:
    if money is None:
        return None
    return {"amount": f"{money.amount:f}", "currency": money.currency}


def _event(event: Event, files: Mapping[int, str]) -> Plain:
    return {
        "on": event.on,
        "kind": event.kind,
        "what": event.what,
        "amount": _money(event.amount),
        "exhibits": _named(event.exhibits, files),
    }


def _encounter(encounter: Encounter, files: Mapping[int, str]) -> Plain:
    spoke = encounter.representative
    return {
        **_moment(encounter.moment),
        "channel": encounter.channel,
        "medium": encounter.medium,
        "direction": encounter.direction,
        "reached": encounter.reached,
        "with": spoke and {"name": spoke.name, "role": spoke.role},
        "said": encounter.said,
        "quote": encounter.quote,
        "subject": encounter.subject,
        "text": encounter.text,
        "message_id": encounter.message_id,
        "promised": [{"what": made.what, "by": made.by} for made in _worded(encounter.promises)],
        "reference": encounter.reference,
        "minutes": encounter.minutes,
        "tags": encounter.tags,
        "exhibits": _named(encounter.exhibits, files),
    }


def _moment(moment: Moment) -> Plain:
    """Write a time as closely as it is known; an hour known only roughly says so."""
    wall, precision = moment.wall, moment.precision
    whole_day = precision is Precision.ABOUT and wall.time() == time()
    timed = moment.has_time and not whole_day
    if precision is Precision.MONTH:
        at = f"{wall:%Y-%m}"
    elif timed:
        at = wall.isoformat(timespec="seconds" if wall.second else "minutes")
    else:
        at = f"{wall:%Y-%m-%d}"
    offset = moment.offset if timed and not moment.skipped else None
    return {
        "at": at,
        "zone": moment.zone,
        "offset": "" if offset is None else offset_text(offset),
        "precision": precision,
        "skipped": True if timed and moment.skipped else None,
    }


def _worded(promises: Iterable[Promise]) -> list[Promise]:
    """Return the promises that still have words: places in the file count only those."""
    return [made for made in promises if made.what.strip()]


def _files(exhibits: Iterable[Exhibit], file_names: Mapping[str, str]) -> dict[int, str]:
    """Return the file name of each exhibit by its number, in that order."""
    ordered = sorted(exhibits, key=lambda exhibit: exhibit.number)
    return {
        exhibit.number: file_names[exhibit.sha256]
        for exhibit in ordered
        if exhibit.sha256 in file_names
    }


def _named(numbers: Iterable[int], files: Mapping[int, str]) -> list[str]:
    return list(dict.fromkeys(files[number] for number in numbers if number in files))


def _exhibits(exhibits: Iterable[Exhibit], files: Mapping[int, str]) -> list[Plain]:
    """List the exhibits by number; one file attached twice stands once, by its first number."""
    listed: dict[str, Plain] = {}
    for exhibit in sorted(exhibits, key=lambda exhibit: exhibit.number):
        if exhibit.number in files:
            name = files[exhibit.number]
            entry = {
                "file": name,
                "title": exhibit.title,
                "from": exhibit.origin,
                "got_on": exhibit.got_on,
            }
            listed.setdefault(name, entry)
    return list(listed.values())


def _letter(letter: SentLetter, files: Mapping[int, str], file_names: Mapping[str, str]) -> Plain:
    return {
        "number": letter.number,
        "kind": letter.kind,
        "sent_on": letter.sent_on,
        "via": letter.via,
        "tracking": letter.tracking,
        "answer_by": letter.answer_by,
        "file": file_names.get(letter.sha256),
        "proof": files.get(letter.proof) if letter.proof is not None else None,
    }


def _own_dates(case: Case) -> Plain:
    """Return the person's own dates and decisions: reminders, moved dates, steps taken."""
    places = {one.entry_id: number for number, one in enumerate(case.encounters, 1)}
    return {
        "reminders": [
            {"on": one.on, "text": one.text, "done": one.done or None} for one in case.reminders
        ],
        "extensions": [
            {
                "on": one.on,
                "letter": one.letter,
                "encounter": places.get(one.entry),
                "promise": (one.promise or 1) if one.entry else None,
                "limit": one.limit,
                "to": one.to,
                "before": one.before,
                "reason": one.reason,
            }
            for one in case.extensions
        ],
        "choices": [
            {
                "on": one.on,
                "step": one.step,
                "instead_of": one.instead_of,
                "reason": one.reason,
            }
            for one in case.choices
        ],
    }


def _outcome(outcome: Outcome | None) -> Plain | None:
    if outcome is None:
        return None
    return {
        "result": outcome.result,
        "closed_on": outcome.closed_on,
        "amount": _money(outcome.amount),
        "moved_by": outcome.moved_by,
        "satisfaction": {
            "before": outcome.satisfaction_before,
            "after": outcome.satisfaction_after,
        },
        "signs": {
            "fair": outcome.fair,
            "heard": outcome.heard,
            "addressed": outcome.addressed,
        },
        "ratings": {
            "integrity": outcome.integrity,
            "honesty": outcome.honesty,
            "manner": outcome.manner,
        },
    }
