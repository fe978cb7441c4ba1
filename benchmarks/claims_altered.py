"""Does `check` find the one false claim in a letter that is true in all else?

    python benchmarks/claims_altered.py [--copies N] [--seed N] [--show]

Letters of the trial cases and of the examples are written as the program writes them. In each
copy one fact is altered: a day, a sum, a name, a reference, a count or a promise. The letter
itself says which entry each fact came from, so the entry that must be named is known without the
detector. An alteration that makes no false claim is not made. Prints counts by sort of fact, the
remarks on the letters as they are, and the time; exits 1 under 95 in 100 or with any such remark.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from time import process_time
from unicodedata import normalize

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "render")]

from example_letters import DAYS, example_case, example_letter, example_letters  # noqa: E402
from letter_cases import CASES, applicable  # noqa: E402

from complaintkit.model.case import Case  # noqa: E402
from complaintkit.model.encounter import Direction, Encounter  # noqa: E402
from complaintkit.model.letter import Block, Letter, Listing, Paragraph, Run, Table  # noqa: E402
from complaintkit.model.people import Contact  # noqa: E402
from complaintkit.model.review import Remark  # noqa: E402
from complaintkit.render.letter import compose  # noqa: E402
from complaintkit.render.text import letter_text  # noqa: E402
from complaintkit.rules.check.claims.held import ClaimsWords, claims, claims_words_from  # noqa: E402
from complaintkit.rules.check.draft import draft  # noqa: E402
from complaintkit.store.rights import load_rights  # noqa: E402
from complaintkit.store.tone import load_tone  # noqa: E402

FACTS = ("date", "amount", "name", "reference", "count", "promise")
GOAL = 0.95
NEAR = 90  # characters: a remark further from the alteration is about something else
NAMES = ("Marlon", "Keisha", "Mrs Okoye", "Mr Sutton", "Bridget", "Anil", "Ms Farrow", "Tobias")
SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
MONTH = f"{'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)}"
DAY = re.compile(
    rf"\b(?P<d1>\d{{1,2}}) (?P<m1>{MONTH})\b(?: (?P<y1>20\d\d))?"
    rf"|\b(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})\b(?:, (?P<y2>20\d\d))?"
)
SUM = re.compile(r"(?P<sign>[$£€₦])(?P<digits>\d[\d,]*\.\d\d)")
SPENT = re.compile(r"\b\d+(?= (?:minutes|hours)\b)")
TIMES = re.compile(r"twice|once|(?:three|four|five|six|seven|eight|nine|ten|\d+) times")
NUMBER = re.compile(
    rf"\b({'|'.join(SPELLED[2:])}|\d\d,\d{{3}}|\d{{2,5}})"
    r"(?= (?:months|days|points|bonus|hours)\b)"
)
KEPT = (
    ("It has not been kept.", "It was kept."),
    ("It has not happened.", "It has happened."),
    ("Neither has happened.", "Both have happened."),
)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One letter as the program writes it, with the case and the day."""

    name: str
    letter: Letter
    case: Case
    today: date


@dataclass(frozen=True, kw_only=True)
class Edit:
    """One fact to alter: in which run, from where to where, and into what."""

    sheet: Sheet
    fact: str
    run: Run
    place: tuple[int, int]
    after: str
    entries: frozenset[int]

    @property
    def before(self) -> str:
        """What stands there in the true letter."""
        return self.run.text[slice(*self.place)]

    @property
    def text(self) -> str:
        """The letter with the fact altered."""
        start, end = self.place
        changed = self.run.text[:start] + self.after + self.run.text[end:]
        return letter_text(with_run(self.sheet.letter, self.run, replace(self.run, text=changed)))


def sheets() -> list[Sheet]:
    """Return every letter that the trial cases and the examples can carry, in English."""
    rights, found = load_rights(), []
    for name, kind in applicable():
        case, today = CASES[name]
        person = case.consumer or Contact()
        letter = compose(kind, case, consumer=person, today=today, rights=rights)
        found.append(Sheet(name=f"{name} {kind}", letter=letter, case=case, today=today))
    for name, kind in example_letters():
        case, today = example_case(name), DAYS[name]
        letter = example_letter(name, kind)
        found.append(Sheet(name=f"example {name} {kind}", letter=letter, case=case, today=today))
    return [one for one in found if one.letter.language == "en"]


def altered(number: int, seed: int = 7) -> list[Edit]:
    """Return so many alterations, spread over letters and over sorts of fact."""
    chance = Random(seed)
    piles: dict[str, list[Edit]] = {fact: [] for fact in FACTS}
    for sheet in sheets():
        for edit in edits(sheet, chance):
            piles[edit.fact].append(edit)
    for pile in piles.values():
        chance.shuffle(pile)
    chosen: list[Edit] = []
    while len(chosen) < number and any(piles.values()):
        for pile in piles.values():
            if pile and len(chosen) < number:
                chosen.append(pile.pop())
    return chosen


def edits(sheet: Sheet, chance: Random) -> Iterator[Edit]:
    """Yield one alteration for each fact of each run that says something of the record."""
    for run in _claiming(sheet.letter):
        sources = frozenset(_numbers(run.source)) or frozenset([1])
        for fact, place, after in _alterations(run, sources, sheet, chance):
            before = run.text[slice(*place)]
            entries = sources | _holding(before, fact, sheet.case)
            entries |= _twins(entries, sheet.case)
            yield Edit(
                sheet=sheet, fact=fact, run=run, place=place, after=after, entries=entries
            )  # fmt: skip
    yield from _kept(sheet)


def with_run(letter: Letter, old: Run, new: Run) -> Letter:
    """Return the letter with one run changed: the very one, not those that say the same."""

    def line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(new if run is old else run for run in runs)

    def block(one: Block) -> Block:
        if isinstance(one, Paragraph):
            return Paragraph(runs=line(one.runs))
        if isinstance(one, Listing):
            return replace(one, items=tuple(map(line, one.items)))
        return Table(head=one.head, rows=tuple(tuple(map(line, row)) for row in one.rows))

    return replace(letter, subject=line(letter.subject), body=tuple(map(block, letter.body)))


def is_caught(edit: Edit, text: str, remarks: tuple[Remark, ...]) -> bool:
    """Whether a remark stands where the letter was altered, and names an entry that says so."""
    first, last = _changed(letter_text(edit.sheet.letter), text)
    return any(
        one.entry in edit.entries and one.start < last + NEAR and one.end > first - NEAR
        for one in remarks
    )


def remarks_on(sheet: Sheet, text: str, words: ClaimsWords) -> tuple[Remark, ...]:
    """Return what the check of claims says of a text."""
    return claims(draft(text), sheet.case, words, today=sheet.today).remarks


def _numbers(source: str) -> Iterator[int]:
    return (int(one) for one in re.findall(r"#(\d+)", source))


def _claiming(letter: Letter) -> Iterator[Run]:
    """Yield the runs with a source in the log: not what is worked out, and no enclosures."""
    for runs in (letter.subject, *map(_runs, letter.body)):
        yield from (run for run in runs if "#" in run.source or run.source == "your words")


def _runs(block: Block) -> list[Run]:
    if isinstance(block, Paragraph):
        return list(block.runs)
    if isinstance(block, Listing):
        return [run for item in block.items for run in item]
    return [run for row in block.rows for cell in row for run in cell]


def _kept(sheet: Sheet) -> Iterator[Edit]:
    """Say of broken promises that they were kept."""
    promised = {met.seq for met in sheet.case.encounters if met.promises}
    for block in sheet.letter.body:
        runs = _runs(block) if isinstance(block, Paragraph) else []
        entries = frozenset(number for run in runs for number in _numbers(run.source)) & promised
        for run in runs:
            for before, after in KEPT:
                at = -1 if run.source else run.text.find(before)
                if at >= 0:
                    place = (at, at + len(before))
                    yield Edit(
                        sheet=sheet, fact="promise", run=run, place=place, after=after,
                        entries=entries,
                    )  # fmt: skip


Alteration = tuple[str, tuple[int, int], str]


def _alterations(
    run: Run, sources: frozenset[int], sheet: Sheet, chance: Random
) -> Iterator[Alteration]:
    case = sheet.case
    promises = {one.what.rstrip(".") for met in case.encounters for one in met.promises}
    is_promise = run.text.rstrip(".") in promises
    for match in DAY.finditer(run.text):
        new = _other_day(match, sources, sheet, chance)
        if new:
            is_due = is_promise or _is_promised(match, sources, case)
            yield "promise" if is_due else "date", match.span(), new
    for match in SUM.finditer(run.text):
        new = _other_sum(match["digits"], sources, case, chance)
        if new:
            yield "promise" if is_promise else "amount", match.span("digits"), new
    yield from _other_names(run, sources, case, chance)
    yield from _other_references(run, case, chance)
    yield from _other_counts(run, case, chance)


def _date_of(match: re.Match[str], near: date) -> date:
    month = (match["m1"] or match["m2"])[:3]
    number = next(at for at, name in enumerate(MONTHS, start=1) if name.startswith(month))
    year = int(match["y1"] or match["y2"] or near.year)
    return date(year, number, int(match["d1"] or match["d2"]))


def _written(match: re.Match[str], day: date) -> str:
    name = MONTHS[day.month - 1]
    name = name if (match["m1"] or match["m2"]) in MONTHS else name[:3]
    text = f"{day.day} {name}" if match["d1"] else f"{name} {day.day}"
    comma = "" if match["d1"] else ","
    return f"{text}{comma} {day.year}" if match["y1"] or match["y2"] else text


def _entry_days(case: Case) -> dict[int, set[date]]:
    """Return the days of each entry, as its fields hold them."""
    days: dict[int, set[date | None]] = {1: {case.purchase.bought_on if case.purchase else None}}
    for met in case.encounters:
        dues = [day for one in met.promises for day in (one.by, one.kept_on)]
        days[met.seq] = {met.moment.on, *dues}
    for event in (*case.events, *case.costs):
        days[event.seq] = {event.on}
    for offer in case.offers:
        days[offer.seq] = {offer.on, offer.expires}
    for sent in case.letters:
        days[sent.seq] = {sent.sent_on, sent.answer_by}
    return {seq: {day for day in held if day} for seq, held in days.items()}


def _is_promised(match: re.Match[str], sources: frozenset[int], case: Case) -> bool:
    day = _date_of(match, date(2026, 1, 1))
    meetings = (met for met in case.encounters if met.seq in sources and met.moment.on != day)
    return any(one.by == day for met in meetings for one in met.promises)


def _other_day(
    match: re.Match[str], sources: frozenset[int], sheet: Sheet, chance: Random
) -> str | None:
    """Return another day: a few days off, of another month or year, or that of another entry."""
    day, held = _date_of(match, sheet.today), _entry_days(sheet.case)
    alike = {*sources, *_same_person(sources, sheet.case), *_twins(sources, sheet.case)}
    true = {one for seq in alike for one in held.get(seq, ())}
    true |= {_date_of(other, sheet.today) for other in DAY.finditer(sheet.case.problem)}
    others = sorted({one for days in held.values() for one in days} - true)
    ways = ["near", "near", "month", "year", *(["other"] if others else [])]
    for way in chance.sample(ways, len(ways)):
        far = chance.randint(1, 9) if way == "near" else 365 if way == "year" else 30
        turn = -1 if way == "year" else chance.choice((-1, 1))
        new = chance.choice(others) if way == "other" else day + timedelta(days=turn * far)
        said = _written(match, new)
        if new not in true and new < sheet.today and said != match[0]:
            return said
    return None


def _same_person(sources: frozenset[int], case: Case) -> set[int]:
    names = {_name(met) for met in case.encounters if met.seq in sources} - {""}
    return {met.seq for met in case.encounters if _name(met) in names}


def _twins(entries: frozenset[int], case: Case) -> frozenset[int]:
    """Return the calls that reached nobody and differ from one of these by their day alone."""
    silent = frozenset(met.seq for met in case.encounters if not met.reached and not met.said)
    return silent if silent & entries else frozenset()


def _name(met: Encounter) -> str:
    return met.representative.name if met.representative else ""


def _other_sum(digits: str, sources: frozenset[int], case: Case, chance: Random) -> str | None:
    """Return another sum: one figure changed, or a sum of another entry."""
    known = _sums(case)
    others = [one for one in sorted(known - {digits}) if not _holding_sum(one, case) & sources]
    if others and chance.random() < 0.2:
        return chance.choice(others)
    places = [at for at, sign in enumerate(digits) if sign.isdigit()]
    for _ in range(20):
        at = chance.choice(places)
        new = digits[:at] + chance.choice("123456789") + digits[at + 1 :]
        if new not in {digits, *known}:
            return new
    return None


def _sums(case: Case) -> set[str]:
    held = [*case.events, *case.offers, *case.costs, case.resolution]
    sums = [one.amount for one in held] + [case.purchase.price if case.purchase else None]
    return {f"{one.amount:,.2f}" for one in sums if one}


def _other_names(
    run: Run, sources: frozenset[int], case: Case, chance: Random
) -> Iterator[Alteration]:
    for met in case.encounters:
        name = _name(met)
        if met.seq not in sources or not name or name not in run.text:
            continue
        at = run.text.index(name)
        pool = [one for one in map(_name, case.encounters) if one and one != name]
        if chance.random() < 0.4 and len(name.split()[-1]) > 3:
            place = chance.randrange(len(name) - 3, len(name))
            letter = chance.choice("aeiou".replace(_plain(name[place]), ""))
            new = name[:place] + letter + name[place + 1 :]
        elif pool and chance.random() < 0.3:
            new = chance.choice(pool)
        else:
            new = chance.choice([one for one in NAMES if one not in pool])
        yield "name", (at, at + len(name)), new
        return


def _plain(letter: str) -> str:
    return normalize("NFKD", letter)[0].casefold()


def _other_references(run: Run, case: Case, chance: Random) -> Iterator[Alteration]:
    kept = [met.reference for met in case.encounters]
    kept += [case.company.account, case.purchase.reference if case.purchase else ""]
    kept += [value for _, value in case.particulars if re.fullmatch(r"\S*\d[^\s,]*", value)]
    for reference in dict.fromkeys(filter(None, kept)):
        if reference not in run.text:
            continue
        at = run.text.index(reference)
        place = chance.choice([at for at, sign in enumerate(reference) if sign.isdigit()])
        figure = chance.choice("0123456789".replace(reference[place], ""))
        new = reference[:place] + figure + reference[place + 1 :]
        if new not in kept:
            yield "reference", (at, at + len(reference)), new
        return


def _other_counts(run: Run, case: Case, chance: Random) -> Iterator[Alteration]:
    if TIMES.fullmatch(run.text):
        old = {"once": 1, "twice": 2}.get(run.text) or _number(run.text.split()[0])
        pool = [one for one in range(2, old + 6) if one not in {old, *_true_counts(case)}]
        new = chance.choice(pool or [old + 7])
        said = {1: "once", 2: "twice"}.get(new) or f"{_spelled(new)} times"
        yield "count", (0, len(run.text)), said
        return
    for spent in SPENT.finditer(run.text):
        yield "count", spent.span(), str(_other_minutes(int(spent[0]), chance))
        return
    for counted in NUMBER.finditer(run.text):
        old = _number(counted[0].replace(",", ""))
        new = old + (chance.choice((1, 2)) if old < 11 else chance.choice((10, -5, 100)))
        yield "count", counted.span(), _spelled(new) if counted[0] in SPELLED else f"{new:,}"
        return


def _other_minutes(old: int, chance: Random) -> int:
    """Return another length of time: none to which the old one could be rounded."""
    far = 1 if old < 20 else 11
    pool = [new for new in range(max(2, old - 25), old + 26) if abs(new - old) >= far and new % 5]
    return chance.choice(pool)


def _number(word: str) -> int:
    return SPELLED.index(word) if word in SPELLED else int(word)


def _spelled(number: int) -> str:
    return SPELLED[number] if number < len(SPELLED) else str(number)


def _true_counts(case: Case) -> set[int]:
    """Return every number of contacts that a plain reader could count."""
    ways: list[Callable[[Encounter], bool]] = [
        lambda met: True,
        lambda met: met.reached,
        lambda met: met.direction is Direction.OUT,
        lambda met: met.reached and met.direction is Direction.OUT,
    ]
    found = set()
    for counts in ways:
        rows = [met for met in case.encounters if counts(met)]
        days = {met.moment.on for met in rows}
        found |= {size + more for size in (len(rows), len(days)) for more in (0, len(case.letters))}
    return found


def _holding(fact: str, kind: str, case: Case) -> frozenset[int]:
    """Return the entries whose fields or words hold a fact."""
    match = DAY.fullmatch(fact)
    if match:
        day = _date_of(match, date(2026, 1, 1))
        return frozenset(seq for seq, held in _entry_days(case).items() if day in held)
    if kind == "name":
        return frozenset(met.seq for met in case.encounters if _name(met) == fact)
    if kind == "reference":
        return frozenset(met.seq for met in case.encounters if met.reference == fact)
    return _holding_sum(fact, case) if re.fullmatch(r"\d[\d,]*\.\d\d", fact) else frozenset()


def _holding_sum(digits: str, case: Case) -> frozenset[int]:
    found = set()
    for one in (*case.events, *case.offers, *case.costs):
        if (one.amount and f"{one.amount.amount:,.2f}" == digits) or digits in one.what:
            found.add(one.seq)
    for met in case.encounters:
        if digits in " ".join((met.said, met.quote, *(one.what for one in met.promises))):
            found.add(met.seq)
    wish, bought = case.resolution, case.purchase
    held = " ".join((case.problem, case.title, wish.want, wish.fallback))
    own = [one for one in (bought.price if bought else None, wish.amount) if one]
    if digits in held or any(f"{one.amount:,.2f}" == digits for one in own):
        found.add(1)
    return frozenset(found)


def _changed(before: str, after: str) -> tuple[int, int]:
    """Return from where to where two texts differ, by the words: lines may break elsewhere."""
    new = list(re.finditer(r"\S+", after))
    match = SequenceMatcher(a=before.split(), b=[one[0] for one in new], autojunk=False)
    places = [(b1, max(b2, b1 + 1)) for tag, _, _, b1, b2 in match.get_opcodes() if tag != "equal"]
    if not places:
        return 0, 0
    first, last = places[0][0], places[-1][1] - 1
    return new[min(first, len(new) - 1)].start(), new[min(last, len(new) - 1)].end()


def main() -> int:
    """Print what is caught, what is said of true letters, and how long it takes."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--copies", type=int, default=300)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--show", action="store_true", help="print each alteration missed")
    chosen = options.parse_args()
    words = load_tone("claims", claims_words_from)
    all_sheets = sheets()
    wrong = [one for sheet in all_sheets for one in _shown(sheet, words)]
    caught: Counter[str] = Counter()
    made: Counter[str] = Counter()
    took = 0.0
    for edit in altered(chosen.copies, chosen.seed):
        text = edit.text
        begun = process_time()
        found = remarks_on(edit.sheet, text, words)
        took += process_time() - begun
        made[edit.fact] += 1
        if is_caught(edit, text, found):
            caught[edit.fact] += 1
        elif chosen.show:
            told = "; ".join(f"#{one.entry} “{one.quote}” {one.reason}" for one in found)
            print(f"missed {edit.fact} in {edit.sheet.name}: {edit.before} → {edit.after}, of")
            print(f"    {sorted(edit.entries)}: {told or 'nothing'}")
    print(", ".join(f"{fact}: {caught[fact]} of {made[fact]}" for fact in made))
    total, whole = caught.total(), made.total()
    print(f"{total} of {whole} altered copies caught with the right entry")
    print(f"{len(wrong)} remarks on {len(all_sheets)} letters as written")
    print(f"{1000 * took / max(1, whole):.1f} ms of CPU a letter")
    return int(bool(wrong) or total < GOAL * whole)


def _shown(sheet: Sheet, words: ClaimsWords) -> tuple[Remark, ...]:
    """Return, and print, what is said of a letter that is true."""
    found = remarks_on(sheet, letter_text(sheet.letter), words)
    for one in found:
        print(f"{sheet.name}: {one.kind} “{one.quote}”: {one.reason} [{one.suggestion}]")
    return found


if __name__ == "__main__":
    sys.exit(main())
