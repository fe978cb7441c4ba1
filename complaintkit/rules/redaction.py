"""What may each reader see of a case, and what stands in the place of the rest?

Private notes, reminders, the floor and how it went never leave (`rules.privacy`). Beyond that,
numbers that could do harm are masked for everybody but the person; where a filing becomes public,
also the account number with the company, the person's address and the names of front-line people.
Everybody else needs the account number to find the matter. A value with something masked in it is
withheld: its commitment stays, so the chain still holds, and the masked text beside it is marked
as not covered.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from complaintkit.model.audience import Audience
from complaintkit.model.entry import Entry
from complaintkit.rules import privacy
from complaintkit.rules.lettered_numbers import compact
from complaintkit.rules.replay import replay
from complaintkit.rules.sensitive import sensitive_numbers
from complaintkit.rules.verify import Sealed

SHOWN = 4
_LONG = 8
"""A number of so many signs, once found, is masked wherever it stands, also without its words."""
_NOT_TEXT = re.compile(r"(?:sha256|entry|number|size|media_type|modified_at|taken_at)$")
_REACH = re.compile(r"(?:set\.)?consumer\.(?:address\.\d+|email|phone)$")
_PERSON = re.compile(r"[^\W\d_][\w'’-]*\.?")

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A text with what may not leave masked, and the kinds of what that was."""

    text: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A case as one reader may see it.

    `sealed` go into log.json, `masked` beside them: by entry id and path the text that stands in
    the place of a withheld value. `entries` read as the reader reads them. `removed` says for the
    person, and for the reader, what was masked; `masks` does the same to a text of a file.
    """

    sealed: tuple[Sealed, ...]
    entries: tuple[Entry, ...]
    masked: Mapping[str, Mapping[str, str]]
    removed: tuple[str, ...]
    masks: "Masks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Masks:
    """What is masked in any text of a case.

    `own` is the person's account number with the company where it may stay. `known` are numbers
    found somewhere in the case, `people` patterns with what is written instead.
    """

    is_off: bool = False
    own: tuple[str, ...] = ()
    account: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    people: tuple[tuple[re.Pattern[str], str], ...] = ()
    reach: tuple[str, ...] = ()
    instead: str = ""

    def apply(self, text: str, *, label: str = "") -> Masked:
        """Return a text with all that may not leave masked; `label` says what the text is."""
        if self.is_off or not text:
            return Masked(text=text)
        kinds: list[str] = []
        shown = self._numbers(text, label, kinds)
        for number, mask in self.known.items():
            shown = _swapped(_spelled(number), mask, shown, kinds, "known")
        if self.account:
            mask = _ended(self.account)
            shown = _swapped(_spelled(self.account), mask, shown, kinds, "own-account")
        for told in self.reach:
            shown = _swapped(re.compile(re.escape(told)), self.instead, shown, kinds, "reach")
        for pattern, instead in self.people:
            shown = _swapped(pattern, instead, shown, kinds, "name")
        return Masked(text=shown, kinds=tuple(dict.fromkeys(kinds)))

    def _numbers(self, text: str, label: str, kinds: list[str]) -> str:
        before = f"{label}: " if label else ""
        parts, at = [], len(before)
        whole = before + text
        for one in sensitive_numbers(whole, own=self.own):
            if one.start < len(before):
                continue
            kinds.append(one.kind)
            parts += [whole[at : one.start], one.mask]
            at = one.end
        return "".join((*parts, whole[at:]))


def shared(
    sealed: Sequence[Sealed],
    audience: Audience,
    *,
    words: Words,
    is_public: bool = False,
    with_names: bool = False,
) -> Shared:
    """Return the case as `audience` may see it; `is_public`: what they get becomes public.

    `with_names`: the people met are named all the same, for the reader asks for them.
    `words` are those of `data/sharing.yaml`, with the names of the kinds of numbers under
    `called.KIND`.
    """
    if audience is Audience.ME:
        off = Masks(is_off=True)
        entries = tuple(privacy.as_entries(sealed))
        return Shared(sealed=tuple(sealed), entries=entries, masked={}, removed=(), masks=off)
    kept = privacy.withhold(sealed)
    masks = masks_for(kept, words=words, is_public=is_public, with_names=with_names)
    told: list[str] = []
    masked: dict[str, dict[str, str]] = {}
    for entry in kept:
        if found := dict(_masked_fields(entry, masks, words, told)):
            masked[entry.id] = found
    open_sealed = [_without(entry, masked.get(entry.id, {})) for entry in kept]
    entries = tuple(
        replace(entry, values={**entry.values, **masked.get(entry.id, {})})
        for entry in privacy.as_entries(kept)
    )
    return Shared(
        sealed=tuple(open_sealed),
        entries=entries,
        masked=masked,
        removed=tuple(dict.fromkeys(told)),
        masks=masks,
    )


def masks_for(
    kept: Sequence[Sealed], *, words: Words, is_public: bool = False, with_names: bool = False
) -> Masks:
    """Return what is masked in the texts of a case for one reader."""
    case = replay(privacy.as_entries(kept))
    account = case.company.account
    stays = not is_public
    base = Masks(
        own=(account,) if account and stays else (),
        account="" if stays or len(compact(account)) <= SHOWN else account,
        instead=words["reach-mask"],
    )
    known: dict[str, str] = {}
    for text, label in _texts(kept):
        known.update(_long_numbers(text, label, base.own))
    if is_public:
        person = case.consumer
        reach = (person.email, person.phone, *person.address) if person else ()
        base = replace(base, reach=tuple(one for one in reach if len(one) > SHOWN))
    masks = replace(base, known=known)
    if stays or with_names:
        return masks
    head = case.company.head.name if case.company.head else ""
    # What is written instead of a name holds a role, in which a number may stand as well.
    people = ((name, masks.apply(instead).text) for name, instead in _people(kept, head, words))
    return replace(masks, people=tuple(people))


def _texts(kept: Iterable[Sealed]) -> Iterator[tuple[str, str]]:
    for entry in kept:
        for path, value in entry.values.items():
            if value and _is_text(path):
                yield value[0], _label(path)


def _is_text(path: str) -> bool:
    return not (path.startswith(("entry.", "belongs_to.", "path.", "unset."))
                or _NOT_TEXT.fullmatch(path))  # fmt: skip


def _label(path: str) -> str:
    """Return what a field of the person's own making is called: `particulars.pin` is a PIN."""
    plain = path.removeprefix("set.")
    return plain.partition(".")[2].replace("_", " ") if plain.startswith("particulars.") else ""


def _long_numbers(text: str, label: str, own: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    whole = f"{label}: {text}" if label else text
    for one in sensitive_numbers(whole, own=own):
        number = compact(whole[one.start : one.end])
        if len(number) >= _LONG or (one.is_secret and not number.isdigit()):
            yield whole[one.start : one.end], one.mask


def _masked_fields(
    entry: Sealed, masks: Masks, words: Words, told: list[str]
) -> Iterator[tuple[str, str]]:
    """Yield path and masked text of each value that may not leave as it is, and tell of it."""
    for path, value in entry.values.items():
        if value is None or not _is_text(path):
            continue
        if masks.reach and _REACH.fullmatch(path):
            told.append(words["reach"])
            yield path, masks.instead
            continue
        if masks.people and path.removeprefix("set.") == "with.name":
            told.append(words["name"].format(who=words["staff"], place=_place(entry, path, words)))
            yield path, _letter_of(masks.apply(value[0]).text, words)
            continue
        found = masks.apply(value[0], label=_label(path))
        if found.text != value[0]:
            place = _place(entry, path, words)
            told += [_told(kind, place, words) for kind in found.kinds]
            yield path, found.text


def _place(entry: Sealed, path: str, words: Words) -> str:
    return words["place"].format(seq=entry.seq, field=path.removeprefix("set."))


def _letter_of(shown: str, words: Words) -> str:
    """Return “person A” of “branch manager (A)”: the role stands beside it anyway."""
    found = re.search(r"\(([A-Z])\)", shown)
    return words["person"].format(letter=found[1]) if found else shown


def _told(kind: str, place: str, words: Words) -> str:
    if kind == "own-account":
        return words["account"].format(place=place)
    if kind == "name":
        return words["name"].format(who=words["staff"], place=place)
    if kind == "reach":
        return words["reach"]
    called = words.get(f"called.{kind}", words["called.account"])
    return words["number"].format(called=called, place=place)


def _without(entry: Sealed, masked: Mapping[str, str]) -> Sealed:
    values = {path: value for path, value in entry.values.items() if path not in masked}
    return replace(entry, values=values, withheld=entry.withheld + len(masked))


def _people(
    kept: Iterable[Sealed], head: str, words: Words
) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield the name of each person met, whole and by its parts, with what is written instead."""
    titles = frozenset(words["titles"].split())
    letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    seen: dict[str, str] = {}
    for entry in kept:
        name, role = (_value(entry, f"with.{part}") for part in ("name", "role"))
        if not name or name == head or name in seen:
            continue
        seen[name] = words["staff-named"].format(
            role=role or words["staff"], letter=next(letters, "Z")
        )
    for name, instead in seen.items():
        yield re.compile(rf"(?<!\w){re.escape(name)}(?!\w)"), instead
    for name, instead in seen.items():
        for part in _PERSON.findall(name):
            if part.rstrip(".").casefold() not in titles and len(part) > 2 and part[0].isupper():  # noqa: PLR2004
                yield re.compile(rf"(?<!\w){re.escape(part)}(?!\w)"), instead


def _value(entry: Sealed, path: str) -> str:
    value = entry.values.get(path) or entry.values.get(f"set.{path}")
    return value[0] if value else ""


def _spelled(number: str) -> re.Pattern[str]:
    """Return what finds a number however it is spaced, and not as a part of a longer one."""
    signs = r"[ \u00a0.\-–]?".join(re.escape(sign) for sign in number if sign.isalnum())
    return re.compile(rf"(?<![^\W_]){signs}(?![^\W_])")


def _ended(number: str) -> str:
    return f"•••• {compact(number)[-SHOWN:]}"


def _swapped(pattern: re.Pattern[str], instead: str, text: str, kinds: list[str], kind: str) -> str:
    """Return the text with what the pattern finds replaced, and note the kind if anything was."""
    shown, count = pattern.subn(lambda _: instead, text)
    kinds += [kind] if count else []
    return shown
