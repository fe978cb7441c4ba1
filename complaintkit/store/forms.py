"""Where do the questions of outside bodies' forms come from?

From JSON compiled out of `data/forms` (`.ci/compile_data.py`). Tests check them, not this.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from complaintkit.model.body_form import BodyForm, FormField
from complaintkit.store.agencies import limits_of, source_of
from complaintkit.store.compiled import COMPILED, read_compiled

Row = Mapping[str, Any]

FORMS = COMPILED / "forms.json"
USUAL = "usual"
"""The id of what such forms usually ask, for a body whose form is not known."""


def form_of(agency_id: str, source: Path = FORMS) -> BodyForm:
    """Return the form of a body, with the usual questions where its own are not known.

    Raises StoreProblem where the file is damaged.
    """
    return read_compiled(source, lambda rows: _forms(rows, (agency_id,))[0])


def known_forms(source: Path = FORMS) -> tuple[BodyForm, ...]:
    """Return every form that is known, the usual one too. Raises as `form_of`."""
    return read_compiled(source, lambda rows: _forms(rows, [row["id"] for row in rows]))


def form_words() -> dict[str, Any]:
    """Return the words about forms; `StoreProblem` when their file is damaged."""
    return read_compiled(COMPILED / "form.json", dict)


def _forms(rows: list[dict[str, Any]], ids: Iterable[str]) -> tuple[BodyForm, ...]:
    named = {row["id"]: row for row in rows}
    usual = named[USUAL]
    found = (named.get(one, usual) for one in ids)
    return tuple(_form({**row, "fields": _asked(row, usual)}) for row in found)


def _asked(row: Row, usual: Row) -> list[Row]:
    """Return the questions of a form: its own, or the usual ones.

    Where only a page was read, what every form asks and the page leaves out is added: who the
    person and the company are before its questions, wish and documents after them.
    """
    own: list[Row] = row.get("fields") or usual["fields"]
    if row["seen"] != "page":
        return own
    held = {_PART_OF.get(field["holds"], field["holds"]) for field in own}
    added = [field for field in usual["beside"] if field["holds"] not in held]
    last = [field for field in added if field["holds"] in _LAST]
    return [*(field for field in added if field not in last), *own, *last]


_PART_OF = {
    "first-name": "your-name",
    "last-name": "your-name",
    "street": "your-address",
    "want-amount": "want",
}
_LAST = ("want", "documents")


def _form(row: Row) -> BodyForm:
    return BodyForm(
        id=row["id"],
        seen=row["seen"],
        is_published=row.get("published") == "yes",
        one_file=row.get("one_file") == "yes",
        limits=limits_of(row.get("limits", {})),
        fields=tuple(map(_field, row["fields"])),
        sources=tuple(map(source_of, row.get("sources", ()))),
        **{key: row.get(key, "") for key in _TEXTS},
    )


_TEXTS = ("way", "opens", "before", "once", "attach", "public", "sign")


def _field(row: Row) -> FormField:
    return FormField(
        label=row["label"],
        holds=row["holds"],
        characters=int(row.get("characters", 0)),
        required=row.get("required") == "yes",
        choices=tuple(row.get("choices", ())),
        help=row.get("help", ""),
    )
