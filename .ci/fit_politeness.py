"""How much does each cue of politeness count?

    .venv/bin/python .ci/fit_politeness.py FOLDER [--folds 5]

Reads the train slices of the Stanford Politeness Corpus in FOLDER, fits the weights in
complaintkit/data/tone/politeness.yaml and writes them there; all else in that file stays as it is.
`--folds` writes nothing: it prints how well weights fitted on the other folds rank each fold.
Then run .ci/compile_data.py. The same data give the same weights.

The fit is a ridge regression on the readers' mean score, with each weight held to the side on which
its cue stands. Both sets count the same. What is far politer or ruder than usual counts no more
than `RUDEST` and `POLITEST`, for it is the ruder requests that should be told from the rest. One
slope then turns the sum into the log-odds of the least polite quarter.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from math import exp, sqrt
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from complaintkit.rules.check.tone.politeness import Cues, amounts, cues_from  # noqa: E402

DATA = ROOT / "complaintkit" / "data" / "tone" / "politeness.yaml"
SETS = ("stanford_wiki", "stanford_se")
RUDEST, POLITEST = -2.0, 1.0  # standard scores
RIDGE = 100.0
ROUNDS = 60

Row = tuple[float, ...]


class Slice:
    """One set: amounts of the cues, standard scores, and 1 for the least polite quarter."""

    def __init__(
        self, name: str, rows: Sequence[Row], scores: Sequence[float], least: list[int]
    ) -> None:
        self.name, self.rows, self.scores, self.least = name, rows, scores, least

    def part(self, fold: int, folds: int, *, is_held_out: bool) -> "Slice":
        """Return the rows of a fold, or all others."""
        at = [i for i in range(len(self.rows)) if (i % folds == fold) is is_held_out]
        return Slice(
            self.name,
            [self.rows[i] for i in at],
            [self.scores[i] for i in at],
            [self.least[i] for i in at],
        )


def read(folder: Path, name: str, cues: Cues) -> Slice:
    """Return a train slice, its scores made standard within the set."""
    lines = (folder / f"{name}-train.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines if line.strip()]
    scores = [float(one["labels"]["score"]) for one in told]
    mean = sum(scores) / len(scores)
    spread = sqrt(sum((score - mean) ** 2 for score in scores) / len(scores))
    standard = [min(POLITEST, max(RUDEST, (score - mean) / spread)) for score in scores]
    rows = [amounts(one["text"], cues) for one in told]
    return Slice(name, rows, standard, [one["labels"]["q1"] for one in told])


def fitted(slices: Sequence[Slice], sides: Sequence[int]) -> tuple[float, Row]:
    """Return the base and the weights: log-odds of being in the least polite quarter."""
    rows = [row for one in slices for row in one.rows]
    scores = [score for one in slices for score in one.scores]
    least = [label for one in slices for label in one.least]
    share = [len(rows) / len(slices) / len(one.rows) for one in slices for _ in one.rows]
    rude = rudeness_weights(rows, scores, share, sides)
    base, slope = odds([dot(rude, row) for row in rows], least, share)
    return base, tuple(slope * weight for weight in rude)


def rudeness_weights(
    rows: Sequence[Row], scores: Sequence[float], share: Sequence[float], sides: Sequence[int]
) -> Row:
    """Return the ridge regression of -score on the rows; a weight of the wrong side becomes 0."""
    total, count = sum(share), len(sides)
    means = [
        sum(s * row[j] for s, row in zip(share, rows, strict=True)) / total for j in range(count)
    ]
    spreads = [
        sqrt(sum(s * (row[j] - means[j]) ** 2 for s, row in zip(share, rows, strict=True)) / total)
        or 1.0
        for j in range(count)
    ]
    middle = sum(s * score for s, score in zip(share, scores, strict=True)) / total
    products = [[0.0] * count for _ in range(count)]
    targets = [0.0] * count
    for s, row, score in zip(share, rows, scores, strict=True):
        plain = [(row[j] - means[j]) / spreads[j] for j in range(count)]
        for j in range(count):
            part, line = s * plain[j], products[j]
            targets[j] += part * (middle - score)
            for k in range(j, count):
                line[k] += part * plain[k]
    for j in range(count):
        for k in range(j):
            products[j][k] = products[k][j]
    weights = [0.0] * count
    for _ in range(ROUNDS):
        for j in range(count):
            left = targets[j] - dot(products[j], weights) + products[j][j] * weights[j]
            weight = left / (products[j][j] + RIDGE)
            weights[j] = weight if weight * sides[j] > 0 else 0.0
    return tuple(weight / spread for weight, spread in zip(weights, spreads, strict=True))


def odds(
    sums: Sequence[float], least: Sequence[int], share: Sequence[float]
) -> tuple[float, float]:
    """Return base and slope of the logistic regression of `least` on one sum (Newton's method)."""
    base, slope = 0.0, 1.0
    for _ in range(25):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for x, y, s in zip(sums, least, share, strict=True):
            p = 1 / (1 + exp(-(base + slope * x)))
            g0, g1 = g0 + s * (y - p), g1 + s * (y - p) * x
            v = s * p * (1 - p)
            h00, h01, h11 = h00 + v, h01 + v * x, h11 + v * x * x
        across = h00 * h11 - h01 * h01
        base += (h11 * g0 - h01 * g1) / across
        slope += (h00 * g1 - h01 * g0) / across
    return base, slope


def dot(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the sum of the products."""
    return sum(map(float.__mul__, first, second))


def auc(sums: Sequence[float], labels: Sequence[int]) -> float:
    """Return the chance that a least polite request is ranked above another; ties count half."""
    ones = sorted(x for x, y in zip(sums, labels, strict=True) if y)
    rest = sorted(x for x, y in zip(sums, labels, strict=True) if not y)
    below = upto = 0
    won = 0.0
    for x in ones:
        while below < len(rest) and rest[below] < x:
            below += 1
        while upto < len(rest) and rest[upto] <= x:
            upto += 1
        won += (below + upto) / 2
    return won / len(ones) / len(rest)


def cross_checked(slices: Sequence[Slice], sides: Sequence[int], folds: int) -> None:
    """Print the AUC of each set, every row ranked by weights that were fitted without it."""
    sums: dict[str, list[float]] = {one.name: [] for one in slices}
    labels: dict[str, list[int]] = {one.name: [] for one in slices}
    for fold in range(folds):
        _, weights = fitted([one.part(fold, folds, is_held_out=False) for one in slices], sides)
        for one in slices:
            held = one.part(fold, folds, is_held_out=True)
            sums[one.name] += [dot(weights, row) for row in held.rows]
            labels[one.name] += held.least
    for name, told in sums.items():
        least = sum(labels[name])
        print(f"{name}: AUC {auc(told, labels[name]):.3f}; {least} of {len(told)} least polite")


def written(text: str, base: float, weights: dict[str, float]) -> str:
    """Return the data with new numbers; comments and words stay."""
    text = re.sub(r"(?m)^base: .*$", f"base: {base:.2f}", text)
    for name, weight in weights.items():
        begins = re.compile(rf"(?m)^(  {re.escape(name)}: \{{weight: )[\d.]+")
        text, count = begins.subn(rf"\g<1>{abs(weight):.2f}", text)
        if count != 1:
            raise SystemExit(f"The line of “{name}” was found {count} times.")
    return text


def main() -> int:
    """Fit and write, or cross-check and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--folds", type=int, default=0)
    options = asked.parse_args()
    text = DATA.read_text(encoding="utf-8")
    plain = yaml.safe_load(text)
    cues = cues_from(plain)
    sides = [-1] * len(plain["politer"]) + [1] * len(plain["ruder"])
    slices = [read(options.folder, name, cues) for name in SETS]
    if options.folds:
        cross_checked(slices, sides, options.folds)
        return 0
    base, weights = fitted(slices, sides)
    named = {cue.name: weight for cue, weight in zip(cues.cues, weights, strict=True)}
    DATA.write_text(written(text, base, named), encoding="utf-8", newline="\n")
    idle = [name for name, weight in named.items() if round(abs(weight), 2) == 0]
    print(f"wrote {len(named)} weights" + (f"; without effect: {', '.join(idle)}" if idle else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
