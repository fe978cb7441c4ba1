"""What is the case in one breath: what happened, what was said last, what is wanted?"""

from collections.abc import Callable, Iterator
from datetime import date

from complaintkit.model.call_card import CallWords, Spoken
from complaintkit.model.case import Case, SentLetter
from complaintkit.model.encounter import Channel, Direction, Encounter, Promise
from complaintkit.rules import aloud
from complaintkit.rules.ladder import NEEDS_NO_ANSWER, REFUSALS
from complaintkit.rules.letter_focus import by_day
from complaintkit.rules.letter_rows import letters_to_company
from complaintkit.rules.letter_told import is_day_told, is_told
from complaintkit.rules.promises import broken_promises

WORDS, SHARE = 64, 21
"""Words in all, and those that each of the three sentences may always have."""
LEAST, NAME = 3, 6  # words that are left of a text; of a person's name and role

_WRITTEN = (Channel.EMAIL, Channel.LETTER, Channel.WEB_FORM, Channel.SOCIAL, Channel.SMS)


def one_breath(case: Case, *, today: date, words: CallWords) -> tuple[Spoken, ...]:
    """Return up to three sentences of about 60 words together, from the record alone.

    Where they are longer, the longest are shortened first.
    """
    tellings: tuple[Callable[[int], Spoken], ...] = (
        lambda most: _happened(case, most, today=today, words=words),
        lambda most: _last(case, most, today=today, words=words),
        lambda most: _want(case, most, words=words),
    )
    whole = [tell(WORDS) for tell in tellings]
    lengths = [aloud.count_words(one.text) for one in whole]
    if sum(lengths) > WORDS:
        spare = WORDS - sum(min(length, SHARE) for length in lengths)
        for at, tell in enumerate(tellings):
            whole[at] = tell(min(lengths[at], SHARE + spare))
            spare -= max(0, aloud.count_words(whole[at].text) - SHARE)
    return tuple(one for one in whole if one.text)


def promised_sentence(
    met: Encounter,
    promise: Promise,
    words: CallWords,
    *,
    country: str,
    today: date | None = None,
    most: int | None = None,
    ending: str = "",
) -> str:
    """Return “On 15 April Jane, supervisor, promised “a refund” by 17 April”, without its stop.

    `today` leaves out the year where it is this one; `most` is the most words it may have.
    """
    by = ""
    if promise.by:
        due = aloud.day(promise.by, country=country, today=today)
        by = words.sentences["due"].format(due=due)
    say = _saying(met, "promised", words, country=country, today=today)
    return _fitted(lambda what: say(what) + by + ending, promise.what, most)


def _happened(case: Case, most: int, *, today: date, words: CallWords) -> Spoken:
    """Return the first sentence of the problem, or the title where that is too long to say."""
    text = aloud.first_sentence(case.problem)
    if aloud.count_words(text) > most and case.title.strip():
        text = aloud.unstopped(case.title)
    text = aloud.in_words(text, most)
    facts = [(one.what, one.on) for one in sorted(case.events, key=by_day)]
    if case.purchase and case.purchase.bought_on:
        facts.append((case.purchase.what, case.purchase.bought_on))
    if not facts or aloud.names_a_day(text) or any(is_day_told(on, text) for _, on in facts):
        return Spoken(text=_stopped(text))
    delivered = [one for one in case.events if one.kind in ("delivered", "installed")]
    what, on = (delivered[0].what, delivered[0].on) if delivered else facts[0]
    dated = words.sentences["since"].format(
        text=text, what=aloud.unstopped(what), on=aloud.day(on, country=case.country, today=today)
    )
    fits = what.strip() and aloud.count_words(dated) <= most
    return Spoken(text=_stopped(dated if fits else text))


def _last(case: Case, most: int, *, today: date, words: CallWords) -> Spoken:
    """Return the newest broken promise; else what was promised, said or written last."""
    broken = broken_promises(case.encounters, today=today)
    if broken:
        line, ending = broken[-1], words.sentences["not-happened"]
        told = promised_sentence(
            line.encounter,
            line.promise,
            words,
            country=case.country,
            today=today,
            most=most,
            ending=ending,
        )
        return Spoken(text=_stopped(told), entries=(line.encounter.seq,))
    rows: list[Encounter | SentLetter] = [*case.encounters, *letters_to_company(case)]
    for row in sorted(rows, key=by_day, reverse=True):
        told = _told(row, case, most, today=today, words=words)
        if told:
            return Spoken(text=_stopped(told), entries=(row.seq,))
    for met in sorted(case.encounters, key=by_day, reverse=True):
        told = _on(met, words, country=case.country, today=today)
        told = words.sentences["not-reached"].format(on=told)
        return Spoken(text=_stopped(told), entries=(met.seq,))
    return Spoken(text="")


def _told(
    row: Encounter | SentLetter, case: Case, most: int, *, today: date, words: CallWords
) -> str:
    if isinstance(row, SentLetter):
        return _letter(row, case, today=today, words=words)
    if not row.reached:
        return ""
    for promise in _waiting(row):
        return promised_sentence(row, promise, words, country=case.country, today=today, most=most)
    said = row.said or row.quote
    if not said.strip():
        return ""
    refused = not REFUSALS.isdisjoint(tag.casefold() for tag in row.tags)
    say = _saying(row, "refused" if refused else "said", words, country=case.country, today=today)
    return _fitted(say, said, most)


def _waiting(met: Encounter) -> Iterator[Promise]:
    return (promise for promise in met.promises if not promise.kept and promise.what.strip())


def _letter(letter: SentLetter, case: Case, *, today: date, words: CallWords) -> str:
    on = words.sentences["day"].format(
        day=aloud.day(letter.sent_on, country=case.country, today=today)
    )
    if not letter.answer_by or letter.kind in NEEDS_NO_ANSWER:
        return words.sentences["letter-undated"].format(on=on)
    due = aloud.day(letter.answer_by, country=case.country, today=today)
    answered = any(
        met.direction is Direction.IN and met.reached and met.moment.on >= letter.sent_on
        for met in case.encounters
    )
    late = letter.answer_by < today and not answered
    return words.sentences["letter-late" if late else "letter"].format(on=on, due=due)


def _want(case: Case, most: int, *, words: CallWords) -> Spoken:
    want, amount = aloud.unstopped(case.resolution.want), case.resolution.amount
    if not want:
        return Spoken(text="")
    of = "" if is_told(amount, want) or not amount else f" ({amount.amount:f} {amount.currency})"
    pattern = words.sentences["want" if aloud.fits_after_like(want) else "want-other"]
    text = _fitted(lambda wish: pattern.format(want=wish) + of, want, most)
    return Spoken(text=_stopped(text))


def _saying(
    met: Encounter, key: str, words: CallWords, *, country: str, today: date | None
) -> Callable[[str], str]:
    """Return the sentence that tells who promised, said or refused, still without the what."""
    on = _on(met, words, country=country, today=today)
    who = aloud.in_words(aloud.person(met.representative), NAME)
    if not who and met.channel in _WRITTEN and met.direction is Direction.OUT and key == "said":
        key = "wrote"
    elif not who:
        key = f"{key}-me"
    who += "," if ", " in who and not who.endswith("…") else ""
    pattern = words.sentences[key]
    return lambda text: pattern.format(on=on, who=who, what=text, said=text)


def _on(met: Encounter, words: CallWords, *, country: str, today: date | None) -> str:
    key, name = aloud.when(met.moment, country=country, today=today)
    name += "," if ", " in name else ""  # On April 15, 2026, …
    return words.sentences[key].format(day=name, month=name)


def _fitted(pattern: Callable[[str], str], text: str, most: int | None) -> str:
    """Put a text into its sentence, shortened so that both have at most so many words."""
    line = aloud.unstopped(text)
    if most is not None:
        room = most - aloud.count_words(pattern(""))
        line = aloud.in_words(line, max(LEAST, room))
    return pattern(line)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "…", "?")) else f"{text}."
