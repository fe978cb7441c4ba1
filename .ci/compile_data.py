"""Is the data that the program reads the same as the data that people edit?

Writes complaintkit/data/compiled/*.json from the YAML beside it, so that `today` and
`next` start without a YAML reader. `--check` writes nothing and exits 1 if one is stale.
"""

import json
import sys
from pathlib import Path

import yaml

DATA = Path(__file__).resolve().parent.parent / "complaintkit" / "data"
COMPILED = DATA / "compiled"
NAMES = ("steps",)


def compiled(name: str) -> str:
    """Return the JSON text of one YAML file; dates become ISO texts."""
    source = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return json.dumps(source, default=str, ensure_ascii=False, indent=0) + "\n"


def compiled_rights() -> str:
    """Return the JSON text of all rights, in the order of their files."""
    rows = []
    for path in sorted((DATA / "rights").glob("*.yaml")):
        rows += yaml.safe_load(path.read_text(encoding="utf-8"))["rights"]
    return json.dumps(rows, default=str, ensure_ascii=False, indent=0) + "\n"


def main(arguments: list[str]) -> int:
    """Write the compiled files, or say which are stale."""
    stale = []
    texts = {name: compiled(name) for name in NAMES} | {"rights": compiled_rights()}
    for name, text in texts.items():
        target = COMPILED / f"{name}.json"
        if target.is_file() and target.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in arguments:
            COMPILED.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {target.relative_to(DATA.parent.parent)}")
    if stale and "--check" in arguments:
        print(f"Stale: {', '.join(stale)}. Run .ci/compile_data.py.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
