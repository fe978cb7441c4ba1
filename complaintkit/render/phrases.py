"""How do dates, sums and a person's own fragments read in a sentence?

These are the filters and tests that letter templates use. Each takes a `Fact` and returns
one from the same source. The words they need come from `templates/words/`.
"""

import re
from collections.abc import Callable, Sequence
from unicodedata import category

from complaintkit.render.days_and_sums import (
    Words,
    date_text,
    money_text,
    on_text,
    short_date,
    since_text,
    when_text,
)
from complaintkit.render.trace import Fact, reworded, text_of, value_of

_ENDS = ".!?…:;”\"')]"


def filters(words: Words) -> dict[str, Callable[..., object]]:
    """Return the filters for Jinja: each takes the locale from the style of its letter."""
    from jinja2 import pass_context
    from jinja2.runtime import Context

    made: dict[str, dict[str, Callable[..., object]]] = {}

    def in_context(name: str) -> Callable[..., object]:
        @pass_context
        def write(context: Context, *values: object, **named: object) -> object:
            locale = context["style"]["locale"]
            if locale not in made:
                made[locale] = filters_in(locale, words)
            return made[locale][name](*values, **named)

        return write

    return {name: in_context(name) for name in filters_in("", words)}


def filters_in(locale: str, words: Words) -> dict[str, Callable[..., object]]:
    """Return the filters for templates in this language, which write as this locale does."""

    def dated(write: Callable[[object, str, Words], str]) -> Callable[[Fact], Fact]:
        return lambda day: reworded(day, write(value_of(day), locale, words))

    def owned(thing: Fact, owner: str = "my") -> Fact:
        return reworded(thing, possessed(text_of(thing), owner, words))

    def thing(wish: Fact) -> Fact:
        return reworded(wish, as_thing(text_of(wish), words) or text_of(wish))

    def placed(place: Fact) -> Fact:
        return reworded(place, with_preposition(text_of(place), words))

    return {
        "longdate": dated(date_text),
        "shortdate": dated(short_date),
        "on": dated(on_text),
        "when": dated(when_text),
        "since": lambda start: reworded(start, since_text(text_of(start), locale, words)),
        "money": lambda amount: reworded(amount, money_text(value_of(amount), locale)),
        "owned": owned,
        "thing": thing,
        "placed": placed,
        "times": lambda count: reworded(count, times(int(text_of(count)), words)),
        "counted": lambda count: counted(count, words),
        "duration": lambda minutes: reworded(minutes, duration(int(text_of(minutes)), words)),
        "sentence": lambda said: reworded(said, sentence(text_of(said))),
        "capital": lambda said: (
            capital(said) if isinstance(said, str) else reworded(said, capital(text_of(said)))
        ),
        "unstopped": lambda said: reworded(said, text_of(said).rstrip(" .;,")),
        "listed": lambda facts: reworded(
            facts[0], joined([text_of(fact) for fact in facts], words), *facts[1:]
        ),
    }


def tests(words: Words) -> dict[str, Callable[[Fact], bool]]:
    """Return the questions a template may ask about a fragment (`want is thing`)."""
    return {
        "thing": lambda text: as_thing(text_of(text), words) is not None,
        "outcome": lambda text: is_outcome(text_of(text), words),
        "timed": lambda text: not set(words["terms"]).isdisjoint(text_of(text).casefold().split()),
        "to_do": lambda text: text_of(text).casefold().startswith("to "),
    }


def sentence(text: str) -> str:
    """Turn a fragment into a sentence: a capital at the start, a full stop at the end."""
    text = capital(text)
    return text if not text or text[-1] in _ENDS else f"{text}."


def capital(text: str) -> str:
    """Begin with a capital, except where the writer's spelling is a name (iPhone, eBay)."""
    if text[1:2].isupper():
        return text
    return text[:1].upper() + text[1:]


def as_thing(text: str, words: Words) -> str | None:
    """Return the text as it reads on after “I ask for”, or None where it does not.

    “a credit”, “my money back” and “$20” stay; “refund of $20” becomes “a refund of $20”.
    """
    first, *rest = [word.strip(",.;") for word in text.casefold().split(maxsplit=3)] or [""]
    if first in words["articles"] or category(text[:1] or " ") == "Sc":
        return text
    readings = [(first, rest)]
    if first in words["adjectives"] and rest:
        readings.append((rest[0], rest[1:]))
    for noun, after in readings:
        if noun in words["nouns"] and (not after or after[0] in words["joints"]):
            return with_article(text, words)
    return None


def is_outcome(text: str, words: Words) -> bool:
    """Whether the text reads on after “to have”: “24,000 points credited”, “the bill corrected”.

    It must begin with a number or an article, or name several things, so that the sentence
    is whole, and must hold no clause of its own (“the goods I had delivered”).
    """
    said = [word.strip(",.;") for word in text.casefold().split()[:12]]
    verbs = [at for at, word in enumerate(said) if word in words["done"]]
    if not verbs or verbs[0] == 0 or not set(said).isdisjoint(words["clauses"]):
        return False
    after = said[verbs[0] + 1 : verbs[0] + 2]
    sum_or_count = text[:1].isdigit() or category(text[:1] or " ") == "Sc"
    whole = sum_or_count or said[0] in words["articles"] or said[verbs[0] - 1].endswith("s")
    return whole and (not after or after[0] in words["joints"])


def is_bought(what: str, words: Words) -> bool:
    """Whether “bought” goes with the thing: with a kettle it does, with a withdrawal not.

    An entry that begins with a hyphen is the end of longer words: “-vertrag”, “Mobilfunkvertrag”.
    """
    said = re.findall(r"\w+", what.casefold())
    ends = tuple(one[1:] for one in words["unbought"] if one.startswith("-"))
    return set(words["unbought"]).isdisjoint(said) and not any(word.endswith(ends) for word in said)


def possessed(text: str, owner: str, words: Words) -> str:
    """Put “my” before a thing that has no article or number of its own."""
    if text.casefold().split(maxsplit=1)[:1] in ([one] for one in words["articles"]):
        return text
    return text if text[:1].isdigit() else f"{owner} {text}"


def with_preposition(place: str, words: Words) -> str:
    """Put “at” before a place that has no preposition: “at Kings Road”, but “online”."""
    first = place.casefold().split(maxsplit=1)[:1]
    return place if first and first[0] in words["places"] else words["at_place"].format(place)


def file_title(name: str, words: Words) -> str:
    """Read a file name as a title: “bill-2026-02.pdf” is “Bill 2026-02 (PDF)”.

    A name without a word in it, such as a camera gives, stays: “IMG_0412 (image)”. So does
    one of no known kind. Hyphens and underscores become spaces, but not between digits.
    """
    stem, _, ending = name.rpartition(".")
    kind = words["files"].get(ending.casefold())
    if not stem or not kind:
        return name
    if re.search(r"[^\W\d_]{3}", stem) and stem.upper() != stem:
        stem = capital(re.sub(r"_+|(?<!\d)-+|-+(?!\d)", " ", stem).strip() or stem)
    return str(words["file_title"].format(name=stem, kind=kind))


def with_article(role: str, words: Words) -> str:
    """Put “a” or “an” before a role, in a language where that is safe to do."""
    kind = "vowel" if role[:1].casefold() in "aeiou" else "other"
    return str(words["indefinite"][kind].format(role))


def times(count: int, words: Words) -> str:
    """Say how often: “once”, “twice”, “three times”, “14 times”."""
    few: Sequence[str] = words["times"]
    return few[count] if count < len(few) else str(words["many_times"].format(count=count))


def counted(count: int, words: Words) -> str:
    """Say how many: “three”, “14”."""
    few: Sequence[str] = words["counts"]
    return few[count] if count < len(few) else str(count)


def duration(minutes: int, words: Words) -> str:
    """Say how long: “59 minutes”, “1 hour”, “2 hours 5 minutes”, “2 horas y 5 minutos”."""
    parts = zip(divmod(minutes, 60), (words["hours"], words["minutes"]), strict=True)
    joint: str = words.get("hours_and_minutes", " ")
    return joint.join(
        unit["one" if count == 1 else "many"].format(count=count) for count, unit in parts if count
    )


def joined(parts: Sequence[str], words: Words) -> str:
    """Join parts as a sentence does: “a, b and c”; in Spanish “agujas e hilo”."""
    if len(parts) <= 1:
        return "".join(parts)
    pattern, last = words["and"], parts[-1]
    other = words.get("and_before_i")
    if other and last.casefold().startswith(tuple(other["begins"])):
        sounds_otherwise = last.casefold().startswith(tuple(other["unless"]))
        pattern = pattern if sounds_otherwise else other["pattern"]
    return str(pattern.format(all=", ".join(parts[:-1]), last=last))


def numbers(found: Sequence[int], words: Words) -> str:
    """Join numbers and shorten runs of three or more: “1 to 4 and 7”."""
    ranges: list[list[int]] = []
    for number in sorted(set(found)):
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    parts: list[str] = []
    for run in ranges:
        if len(run) > 2:  # noqa: PLR2004 – two numbers are no range
            parts.append(words["from_to"].format(first=run[0], last=run[-1]))
        else:
            parts.extend(map(str, run))
    return joined(parts, words)
