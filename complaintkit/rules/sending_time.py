"""Does the way a letter goes leave the company the time that it prints?"""

import re
from datetime import date

from complaintkit.rules.sentences import days, plain_date

REDATE_AFTER_DAYS = 2
POST_DAYS, OTHER_DAYS = 10, 7

_WAYS = (
    ("email", re.compile(r"\be-?mail", re.IGNORECASE), "by e-mail"),
    ("fax", re.compile(r"\bfax|telefax", re.IGNORECASE), "by fax"),
    (
        "web",
        re.compile(r"\b(web|online|portal|form|chat|upload)|\bapp\b", re.IGNORECASE),
        "through their website",
    ),
    (
        "hand",
        re.compile(r"\b(hand|in person|personally|counter|branch)", re.IGNORECASE),
        "by hand",
    ),
    ("courier", re.compile(r"\b(courier|kurier|dhl|ups|fedex)\b", re.IGNORECASE), "by courier"),
    (
        "post",
        re.compile(
            r"post\b|\bpostal|\b(mail|registered|recorded|certified|signed|special delivery|"
            r"tracked|einschreiben|einwurf)|letter",
            re.IGNORECASE,
        ),
        "by post",
    ),
)


def way_of(words: str) -> str:
    """Return email, fax, web, hand, courier or post for a way of sending; "" if unknown."""
    return next((way for way, pattern, _ in _WAYS if pattern.search(words)), "")


def goes_stale(written_on: date, sent_on: date) -> bool:
    """Whether a letter goes more than two days after its date."""
    return (sent_on - written_on).days > REDATE_AFTER_DAYS


def sending_notes(
    *, via: str, delivery: str, written_on: date, sent_on: date, answer_by: date | None
) -> list[str]:
    """Return what to look at before a letter is recorded as sent, in sentences.

    By post fewer than 10 days to the answer are too few, else fewer than 7. Our own
    assumption: a letter is two to four days in the post each way, and a week is the least
    in which somebody reads, asks around and decides. No source names a number.
    """
    notes = []
    since = (sent_on - written_on).days
    if goes_stale(written_on, sent_on) and answer_by:
        notes.append(
            f"The letter is dated {plain_date(written_on)} and went out {days(since)} later, so "
            f"{days(max(0, (answer_by - sent_on).days))} are left to answer."
        )
    notes += _time_left(via, sent_on, answer_by)
    told, goes = way_of(delivery), way_of(via)
    if told and goes and told != goes:
        spoken = next(words for way, _, words in _WAYS if way == goes)
        notes.append(f"The letter says “{delivery.strip()}”, and it goes {spoken}.")
    return notes


def _time_left(via: str, sent_on: date, answer_by: date | None) -> list[str]:
    if answer_by is None:
        return []
    left = (answer_by - sent_on).days
    if left < 0:
        return [
            f"The date to answer by, {plain_date(answer_by)}, lies before the day of sending. "
            "Write the letter anew, or name another date with --answer-by."
        ]
    if way_of(via) == "post" and left < POST_DAYS:
        return [
            f"By post, {days(left)} to answer are few: a letter is two to four days on its way, "
            "and so is the answer."
        ]
    if left < OTHER_DAYS:
        return [f"{days(left)} to answer are few; a week is the least that a company needs."]
    return []
