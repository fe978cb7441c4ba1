"""The three examples on a day on which somebody would call."""

import shutil
from pathlib import Path

import yaml
from asking import done

EXAMPLES = Path(__file__).parents[2] / "examples"
DAYS = {
    "phone-bill": "2026-05-04T09:00:00-04:00",
    "washing-machine": "2026-03-30T09:00:00+01:00",
    "cash-machine": "2026-02-12T09:00:00+01:00",
}
FLOORS = {
    "phone-bill": "if it arrives before the May bill",
    "washing-machine": "if the launderette is paid as well",
    "cash-machine": "without the transport",
}


def import_example(name: str, folder: Path) -> None:
    """Read an example; the one that is closed, as it was before its second letter."""
    source = EXAMPLES / name
    if name == "cash-machine":
        source = shutil.copytree(source, folder / name)
        told = yaml.load((source / "case.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
        del told["outcome"], told["letters"][1:], told["encounters"][5:], told["events"][1:]
        text = yaml.safe_dump(told, allow_unicode=True)
        (source / "case.yaml").write_text(text, encoding="utf-8")
    done("import", str(source / "case.yaml"))
