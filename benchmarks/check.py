"""How much does `check` find, and how often does it find too much? Counts and shares.

    .venv/bin/python benchmarks/check.py [FOLDER] [COPIES]

FOLDER is the shared tone data (`../shared/tone` where present; without it only our own lines are
measured), COPIES how many altered letters are held against their record (300). Of the frozen
lines only counts are printed: nobody tunes to them. Cost is a ratio against reading the same
words with `str.split`, in the same breath.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import claims_altered
import yaml

from complaintkit.model.review import Review
from complaintkit.render.text import letter_text
from complaintkit.tasks.checked import check_words, checked

ROOT = Path(__file__).resolve().parent.parent
LINES, DATA = ROOT / "tests" / "lines", ROOT / "complaintkit" / "data"
LETTERS = ("letters", "letters-examples")
FAULTS = ("insult", "threat", "sarcasm", "shouting", "overstated", "vague")
PARTS = ("date", "amount", "resolution", "deadline", "reference", "contact", "courtesy")
Row = Mapping[str, Any]


def kinds(found: Review) -> set[str]:
    return {remark.kind for remark in found.remarks} & set(FAULTS)


def share(hits: int, all_of_them: int) -> str:
    return f"{hits} of {all_of_them}" + (f" ({hits / all_of_them:.0%})" if all_of_them else "")


def planted(title: str, rows: Mapping[str, Sequence[str]], proper: Sequence[str]) -> None:
    """Print how many planted faults are found, by any kind and by the right one."""
    print(f"\n{title}")
    any_kind = right_kind = 0
    for kind in FAULTS:
        seen = [kinds(checked(text)) for text in rows.get(kind, ())]
        if not seen:
            continue
        found, right = sum(map(bool, seen)), sum(kind in one for one in seen)
        any_kind, right_kind = any_kind + found, right_kind + right
        print(
            f"  {kind:12} found {share(found, len(seen)):18} as {kind}: {share(right, len(seen))}"
        )
    print(f"  right kind named in {share(right_kind, any_kind)} of what is found")
    alarms = Counter(kind for text in proper for kind in kinds(checked(text)))
    flagged = sum(bool(kinds(checked(text))) for text in proper)
    print(f"  firm but proper, wrongly flagged: {share(flagged, len(proper))} {dict(alarms)}")


def part_lines(title: str, rows: Iterable[Row]) -> None:
    """Print how many parts of our lines are found, and how many look-alikes are taken for one."""
    has: Counter[str] = Counter()
    found: Counter[str] = Counter()
    hasnt: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for row in rows:
        there = {part.value for part in checked(row["text"]).parts}
        has.update(row["has"])
        found.update(there.intersection(row["has"]))
        hasnt.update(row["hasnt"])
        wrong.update(there.intersection(row["hasnt"]))
    print(f"\n{title}")
    for part in PARTS:
        print(
            f"  {part:12} found {share(found[part], has[part]):18} "
            f"look-alikes wrong: {share(wrong[part], hasnt[part])}"
        )
    print(
        f"  together     found {share(found.total(), has.total()):18} "
        f"look-alikes wrong: {share(wrong.total(), hasnt.total())}"
    )


def narratives(rows: Sequence[Row]) -> None:
    """Print precision, recall and F1 of each label in real complaints; null is undecided."""
    print(f"\nReal narratives ({len(rows)})")
    seen = [(row["labels"], checked(row["text"])) for row in rows]
    scores: dict[str, float] = {}
    for label in (*PARTS, *FAULTS):
        pairs = [
            (label in kinds(found) or label in {part.value for part in found.parts}, labels[label])
            for labels, found in seen
            if labels.get(label) is not None
        ]
        hits = sum(1 for flag, true in pairs if flag and true)
        flagged, true = sum(flag for flag, _ in pairs), sum(true for _, true in pairs)
        if not pairs or not (flagged or true):
            continue
        scores[label] = 2 * hits / (flagged + true)
        print(
            f"  {label:12} there {true:3}  flagged {flagged:3}  right {hits:3}"
            f"  F1 {scores[label]:.2f}"
        )
    told = [scores[part] for part in PARTS if part in scores and part != "deadline"]
    print(f"  mean F1 of {len(told)} parts: {sum(told) / len(told):.3f}")


def politeness(name: str, rows: Sequence[Row]) -> None:
    """Print the AUC of the least polite quarter: the chance that it ranks above the rest."""
    scored = sorted((checked(row["text"]).rudeness or 0.0, row["labels"]["q1"]) for row in rows)
    total, at = 0.0, 0
    while at < len(scored):
        after = at
        while after < len(scored) and scored[after][0] == scored[at][0]:
            after += 1
        total += (at + after + 1) / 2 * sum(label for _, label in scored[at:after])
        at = after
    rude = sum(label for _, label in scored)
    auc = (total - rude * (rude + 1) / 2) / (rude * (len(scored) - rude))
    print(f"  politeness, {name}: AUC {auc:.3f} (n {len(scored)}, rude {rude})")


def own_letters() -> None:
    """Print what is found in letters that complaintkit itself writes: it must be nothing."""
    files = [
        file for name in LETTERS for file in sorted((ROOT / "tests/golden" / name).glob("*.txt"))
    ]
    flagged = {file.name: kinds(checked(file.read_text(encoding="utf-8"))) for file in files}
    told = {name: found for name, found in flagged.items() if found}
    print(f"\nOur own letters with a finding: {share(len(told), len(files))} {told or ''}")


def claims(copies: int) -> None:
    """Print how many altered copies of our letters are caught with the right entry."""
    words = check_words().claims
    true = claims_altered.sheets()
    accused = sum(
        bool(claims_altered.remarks_on(sheet, letter_text(sheet.letter), words)) for sheet in true
    )
    made: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for edit in claims_altered.altered(copies):
        text = edit.text
        found = claims_altered.remarks_on(edit.sheet, text, words)
        made[edit.fact] += 1
        caught[edit.fact] += claims_altered.is_caught(edit, text, found)
    told = ", ".join(f"{fact} {caught[fact]}/{made[fact]}" for fact in made)
    right = share(caught.total(), made.total())
    print(f"\nClaims, altered copies caught with the right entry: {right}")
    print(f"  {told}; unaltered letters accused: {share(accused, len(true))}")


def cost() -> None:
    """Print the time for 500 words, and how often the same words could have been split."""
    files = sorted((ROOT / "tests/golden/letters").glob("*.txt"))
    text = " ".join(" ".join(file.read_text(encoding="utf-8").split()) for file in files)
    letter = ". ".join(" ".join(text.split()[:500]).split(". "))
    checked(letter)
    ours = min(_seconds(lambda: checked(letter)) for _ in range(40))
    plain = min(_seconds(lambda: [letter.split() for _ in range(100)]) for _ in range(40)) / 100
    size = sum(file.stat().st_size for file in (DATA / "tone").glob("*.yaml"))
    print(f"\nCost: 500 words in {1000 * ours:.1f} ms, {ours / plain:.0f} × splitting them")
    print(f"Tone data: {size / 1024:.1f} KiB as written")


def _seconds(work: Any) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main(arguments: Sequence[str]) -> None:
    folder = Path(arguments[0]) if arguments else ROOT.parent / "shared" / "tone"
    for name in ("frozen", "tuning"):
        lines = yaml.safe_load((LINES / f"{name}.yaml").read_text(encoding="utf-8"))
        planted(f"Our {name} lines", lines, [row["text"] for row in lines["proper"]])
        part_lines(f"Parts in our {name} lines", lines["parts"])
    own_letters()
    if folder.is_dir():
        shared = {
            file.stem: [json.loads(line) for line in file.open(encoding="utf-8")]
            for file in folder.glob("*-open.jsonl")
        }
        faults = {kind: [row["text"] for row in shared["planted-open"] if row["kind"] == kind]
                  for kind in FAULTS}  # fmt: skip
        proper = [row["text"] for row in shared["planted-open"] if row["kind"] == "ok"]
        planted("Shared planted lines", faults, proper)
        part_lines("Shared part lines", shared["part_lines-open"])
        narratives(shared["narratives-open"])
        politeness("Wikipedia", shared["stanford_wiki-open"])
        politeness("Stack Exchange", shared["stanford_se-open"])
    claims(int(arguments[1]) if len(arguments) > 1 else 300)
    cost()


if __name__ == "__main__":
    main(sys.argv[1:])
