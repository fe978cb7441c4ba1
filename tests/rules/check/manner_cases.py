"""What do the tests of the five detectors of manner share?"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import yaml

from complaintkit.model.review import Remark
from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.tone.asks import asks, remedies
from complaintkit.rules.check.tone.capitals import capitals
from complaintkit.rules.check.tone.legal import claims, legal
from complaintkit.rules.check.tone.length import length, length_words
from complaintkit.rules.check.tone.shouting import shouting
from complaintkit.rules.check.tone.vague import placeholders, vague
from complaintkit.store.tone import load_tone

ROOT = Path(__file__).resolve().parents[3]
TONE = ROOT / "complaintkit" / "data" / "tone"
CAPITALS = load_tone("shouting", capitals)
PLACEHOLDERS = load_tone("manner", placeholders)
REMEDIES = load_tone("manner", remedies)
CLAIMS = load_tone("manner", claims)
LENGTH = load_tone("manner", length_words)

DETECTORS: dict[str, Callable[[str], list[Remark]]] = {
    "shouting": lambda text: list(shouting(draft(text), CAPITALS)),
    "vague": lambda text: list(vague(draft(text), PLACEHOLDERS)),
    "asks": lambda text: list(asks(draft(text), REMEDIES)),
    "legal": lambda text: list(legal(draft(text), CLAIMS)),
    "length": lambda text: list(length(draft(text), LENGTH)),
}
FOLDERS = ("letters", "letters-examples")
LETTERS = sorted(
    file for folder in FOLDERS for file in (ROOT / "tests/golden" / folder).glob("*.txt")
)


def examples(kind: str, side: str) -> list[str]:
    """Return the examples beside the words: `flag` must be found, `pass` must not."""
    name = "shouting" if kind == "shouting" else "manner"
    source = yaml.safe_load((TONE / f"{name}.yaml").read_text(encoding="utf-8"))
    return list((source if kind == "shouting" else source[kind])[side])


def reworded(text: str, remarks: Sequence[Remark]) -> str:
    """Return a text with each suggestion in the place of its quote."""
    for remark in sorted(remarks, key=lambda one: -one.start):
        text = text[: remark.start] + remark.suggestion + text[remark.end :]
    return text


@cache
def tuning(section: str) -> list[str]:
    """Return the lines of one section of the lines to tune on."""
    lines = yaml.safe_load((ROOT / "tests/lines/tuning.yaml").read_text(encoding="utf-8"))[section]
    return [line["text"] if isinstance(line, dict) else line for line in lines]
