"""How is it shown that something is in the log, word for word?"""

from complaintkit.cli import ask, show
from complaintkit.model.entry import Entry, EntryKind
from complaintkit.rules.shape import unflatten
from complaintkit.tasks.recording import Recorded

_NOT_SHOWN = ("sha256", "size", "media_type", "modified_at", "offset", "zone", "precision", "entry")
_ORDER = ("name", "company", "at", "on", "channel", "medium", "direction", "with", "what", "said",
          "quote", "promised", "reference", "text", "limit", "before", "to", "step",
          "instead_of", "reason")  # fmt: skip
_SPOKEN = {
    "resolution want": "what you want",
    "resolution amount": "the sum you ask for",
    "resolution fallback": "you would also accept",
    "resolution floor": "the least you would take (private)",
    "resolution answer days": "days to answer",
    "company account": "your number there",
    "purchase what": "bought",
    "purchase bought on": "bought on",
    "purchase reference": "order or booking number",
    "satisfaction before": "content at first, out of 5",
    "satisfaction after": "content at the end, out of 5",
    "signs fair": "treated fairly",
    "signs heard": "listened to",
    "signs addressed": "dealt with what you raised",
    "purchase price": "price",
    "purchase payment": "paid by",
    "purchase where": "bought where",
    "sorting": "what kind of problem it is",
    "to": "the new date",
    "before": "the old date",
    "ratings integrity": "integrity, out of 5",
    "ratings honesty": "honesty, out of 5",
    "ratings manner": "manner, out of 5",
}
_DAYS = (
    "at",
    "by",
    "on",
    "expires",
    "answer_by",
    "sent_on",
    "opened_on",
    "bought_on",
    "got_on",
    "closed_on",
    "to",
    "before",
)


def saved(recorded: Recorded, *, then: str | None = "", about: str = "") -> None:
    """Print `saved #7 a1b2c3`, the text as it was saved, what to look at, and what is next.

    `about` says which entry it lies over. `then` "" names the next step; None says nothing,
    where a dialogue goes on by itself.
    """
    ask.forget_typed(into=recorded.case_name)
    for one in recorded.saved:
        show.out(f"saved #{one.entry.seq} {one.head[:6]} in {recorded.case_name}")
        if about:
            show.out(f"  {about}")
        for name, text in as_saved(one.entry):
            show.out(show.wrapped(text, first=f"  {name}: ", rest="    "))
    show.notes(recorded.notes)
    if then is not None:
        show.next_line(then or f"`complaintkit next {quoted(recorded.case_name)}`")


def next_send(number: int, case: str) -> None:
    """Say that a draft is to be read and sent, and how that is recorded."""
    show.next_line(
        "read it aloud, sign and send it. Then "
        f"`complaintkit sent {number} --via post --on today --case {quoted(case)}`"
    )


def quoted(name: str) -> str:
    """Return a case name as a shell needs it."""
    if name.isascii() and name.replace("-", "").isalnum():
        return name
    import shlex

    return shlex.quote(name)


def as_saved(entry: Entry) -> list[tuple[str, str]]:
    """Return what was saved, in the order of telling, promises and people in one line each."""
    fields = {
        path.removeprefix("set."): text
        for path, text in entry.values.items()
        if text and not path.startswith("unset.")
    }
    if entry.kind is EntryKind.EXHIBIT:
        return [(f"exhibit {fields.get('number', '')}", fields.get("name", ""))]
    if fields.get("precision") == "about":
        fields["at"] = f"about {_day('at', fields['at'])}"
    if fields.get("kind") == "other":
        del fields["kind"]
    plain = unflatten(fields)
    first = [name for name in _ORDER if name in plain]
    names = [*first, *(name for name in plain if name not in first and name not in _NOT_SHOWN)]
    told = [line for name in names for line in _told(name, plain[name])]
    return [(_SPOKEN.get(name, name), text) for name, text in told]


def _told(name: str, value: object) -> list[tuple[str, str]]:
    spoken = name.replace("_", " ")
    if name == "promised" and isinstance(value, list):
        return [("promised", _promise(row)) for row in value]
    if name == "parties" and isinstance(value, list):
        return [("party", _party(row)) for row in value if isinstance(row, dict)]
    if isinstance(value, list):
        return [(spoken, ", ".join(map(str, value)))]
    if isinstance(value, dict) and set(value) <= {"amount", "currency"}:
        return [(spoken, " ".join(map(str, value.values())))]
    if isinstance(value, dict) and name == "with":
        return [("with", ", ".join(map(str, value.values())))]
    if isinstance(value, dict):
        return [
            (
                _SPOKEN.get(
                    f"{spoken} {deeper}", f"{spoken} {deeper}" if deeper != "name" else spoken
                ),
                text,
            )
            for inner, below in value.items()
            for deeper, text in _told(inner, below)
        ]
    return [(spoken, _day(name, str(value)))]


def _party(row: dict[str, object]) -> str:
    """Return what was said of a party in one line: name, role, address, e-mail."""
    address = row.get("address")
    lines = address if isinstance(address, list) else []
    parts = (row.get("name"), row.get("role"), *lines, row.get("email"))
    return ", ".join(str(part) for part in parts if part)


def _promise(row: dict[str, str]) -> str:
    by = f", by {_day('by', row['by'])}" if "by" in row else ""
    return row.get("what", "") + by


def _day(name: str, text: str) -> str:
    """Return a date with its weekday, so that a wrong one is seen at once."""
    from datetime import datetime

    if name not in _DAYS or len(text) < len("2026-01-01"):
        return text
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return text
    return when.strftime("%a %d %b %Y, %H:%M" if "T" in text else "%a %d %b %Y")
