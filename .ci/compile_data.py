"""Is what the program reads the same as what people edit?

Writes complaintkit/data/compiled/ from the YAML in complaintkit/data/ and from templates/, so
that no everyday command needs a reader of YAML or of Jinja. `--check` writes nothing and exits
1 if something is stale. Run it after each change of data or templates.
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

import compile_locales  # noqa: E402 – found on the path just set
import compile_templates  # noqa: E402

DATA, TEMPLATES = ROOT / "complaintkit" / "data", ROOT / "templates"
COMPILED = DATA / "compiled"
NAMES = (
    "steps",
    "replies",
    "taxonomy",
    "score",
    "record",
    "sharing",
    "call",
    "plan",
    "turning",
    "form",
)


def everything(*, is_check: bool) -> dict[str, str]:
    """Return the text of each compiled file by its name."""
    made = {
        f"{name}.json": plain(yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8")))
        for name in NAMES
    }
    for name in ("rights", "limits"):
        made[f"{name}.json"] = plain(all_rows(name))
    made["forms.json"] = plain(forms())
    for country, rows in bodies().items():
        made[f"agencies-{country}.json"] = plain(rows)
    for file in sorted((DATA / "tone").glob("*.yaml")):
        made[f"tone-{file.stem}.json"] = plain(
            without_examples(yaml.safe_load(file.read_text(encoding="utf-8")))
        )
    locales = set(compile_locales.LOCALES)
    for file in sorted((TEMPLATES / "words").glob("*.yaml")):
        words = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        locales.update(style["locale"] for style in words["styles"].values())
        made[f"words-{file.stem}.json"] = plain(words)
        made[f"letters-{file.stem}.txt"] = compile_templates.compiled_letters(TEMPLATES, file.stem)
    for locale in sorted(locales):
        made[f"locale-{locale}.json"] = locale_text(locale, is_check=is_check)
    return made


def all_rows(name: str) -> list[object]:
    """Return all rows of a folder of data, in the order of their files."""
    files = sorted((DATA / name).glob("*.yaml"))
    return [row for file in files for row in yaml.safe_load(file.read_text(encoding="utf-8"))[name]]


def forms() -> list[object]:
    """Return what the forms of bodies ask, every value as text."""
    read = (
        yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        for file in sorted((DATA / "forms").glob("*.yaml"))
    )
    return [row for found in read for row in found["forms"]]


def bodies() -> dict[str, list[dict[str, Any]]]:
    """Return the bodies of each country, by its code in small letters.

    A body is in the file of each country whose people it is for, and of the one its id names.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted((DATA / "agencies").glob("*.yaml")):
        # texts alone: YAML would take the country NO for a no
        pack = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        for row in pack["bodies"]:
            row.setdefault("countries", [pack.get("country")])
            if "phone" in row:
                row["phone_said"] = as_dialled(row["phone"])
            own = row["id"].partition("-")[0]
            for country in dict.fromkeys((own, *(code.lower() for code in row["countries"]))):
                found.setdefault(country, []).append(row)
    return found


def as_dialled(number: str) -> str:
    """Return a number as people of its country write it; one of North America with its +1."""
    import phonenumbers

    parsed = phonenumbers.parse(number)
    style = phonenumbers.PhoneNumberFormat
    is_american = number.startswith("+1")
    return phonenumbers.format_number(
        parsed, style.INTERNATIONAL if is_american else style.NATIONAL
    )


def without_examples(source: dict[str, object]) -> dict[str, object]:
    """Return tone data without the sentences that only tests read."""
    rows = source.get("detectors")
    if not isinstance(rows, list):
        return source
    kept = [{key: row[key] for key in row if key not in ("flag", "pass")} for row in rows]
    return {**source, "detectors": kept}


def plain(source: object) -> str:
    """Return values as JSON; dates become ISO texts."""
    return json.dumps(source, default=str, ensure_ascii=False, indent=0) + "\n"


def locale_text(locale: str, *, is_check: bool) -> str:
    """Return the table of a locale; a check leaves alone what another babel made."""
    target = COMPILED / f"locale-{locale}.json"
    if is_check and target.is_file():
        there = target.read_text(encoding="utf-8")
        if json.loads(there)["source"] != compile_locales.MADE_WITH:
            return there
    return plain(compile_locales.locale_table(locale))


def main(arguments: list[str]) -> int:
    """Write the compiled files, or say which are stale."""
    try:
        made = everything(is_check="--check" in arguments)
    except (compile_templates.Unfit, compile_locales.Unfit) as fault:
        print(f"Cannot be compiled: {fault}.", file=sys.stderr)
        return 1
    there = {file.name for file in COMPILED.glob("*")} if COMPILED.is_dir() else set()
    stale = sorted(there - set(made)) + [
        name
        for name, text in made.items()
        if name not in there or (COMPILED / name).read_text(encoding="utf-8") != text
    ]
    if stale and "--check" in arguments:
        print(f"Stale: {', '.join(stale)}. Run .ci/compile_data.py.", file=sys.stderr)
        return 1
    COMPILED.mkdir(parents=True, exist_ok=True)
    for name in stale:
        target = COMPILED / name
        if name in made:
            target.write_text(made[name], encoding="utf-8", newline="\n")
        else:
            target.unlink()
        print(f"{'wrote' if name in made else 'removed'} {target.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
