"""What does it cost to make and to check evidence, next to the plain tools?

    python benchmarks/evidence.py [--megabytes 256] [--rounds 5]

Each pair is run in the same round, one after the other, so that a busy machine slows both; the
ratio is the median over the rounds. Peak memory is that of the process which did our part. Prints
ratios and gates nothing.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
FILES = 200
PAGES = 3
BOUNDS = {"folder pack": 1.1, "zip pack": 1.4, "full verify": 1.15, "bundle": 2.5}


def python(code: str, *words: str) -> None:
    """Run some of our code in a process of its own; it prints its peak memory to stderr."""
    subprocess.run([sys.executable, "-c", code, *words], check=True, cwd=ROOT)


def seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def filled(folder: Path, megabytes: int) -> list[Path]:
    """Make 200 files of random bytes, so that nothing can be compressed."""
    chance = random.Random(3)
    files = []
    for number in range(FILES):
        file = folder / f"photo-{number:03d}.bin"
        file.write_bytes(chance.randbytes((megabytes << 20) // FILES))
        files.append(file)
    return files


PACK = """
import resource, sys
from pathlib import Path
from complaintkit.render.bag import PackFile, write_bag
from complaintkit.tasks.packing import write_folder
kind, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
files = [PackFile(path=f"exhibits/{one.name}", content=one) for one in sorted(source.iterdir())]
if kind == "folder":
    write_folder(target, info={}, files=files)
else:
    with target.open("wb") as stream:
        write_bag(stream, name="pack", bag_info={}, files=files)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB", file=sys.stderr)
"""

VERIFY = """
import sys
from pathlib import Path
from complaintkit.store.exhibits import digest
for one in sorted(Path(sys.argv[1]).iterdir()):
    digest(one)
"""

BUNDLE = """
import resource, sys, tempfile
from datetime import UTC, datetime
from pathlib import Path
sys.path.insert(0, "tests")
from record_cases import imported, record_in, file_of
from complaintkit.tasks.bundling import bundle
with tempfile.TemporaryDirectory() as folder:
    log = imported(Path(folder), Path(sys.argv[1]))
    record = record_in(log)
    import time
    began = time.perf_counter()
    made = bundle(record, lambda file: file_of(log, file.recorded))
    print(f"{time.perf_counter() - began:.3f}", len(made))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB", file=sys.stderr)
"""


def packs(source: Path, work: Path, rounds: int) -> None:
    ratios: dict[str, list[float]] = {"folder pack": [], "zip pack": [], "full verify": []}
    for number in range(rounds):
        plain, folder, archive = (work / f"{name}{number}" for name in ("cp", "folder", "zip"))
        theirs = seconds(lambda plain=plain: cp_and_hash(source, plain))
        ours = seconds(lambda target=folder: python(PACK, "folder", str(source), str(target)))
        zipped = seconds(lambda target=archive: python(PACK, "zip", str(source), str(target)))
        hashed = seconds(lambda: openssl(source))
        verified = seconds(lambda: python(VERIFY, str(source)))
        start = seconds(lambda: python("import complaintkit.tasks.packing"))
        light = seconds(lambda: python("import complaintkit.store.exhibits"))
        ratios["folder pack"].append((ours - start) / theirs)
        ratios["zip pack"].append((zipped - start) / theirs)
        ratios["full verify"].append((verified - light) / hashed)
        for made in (plain, folder):
            shutil.rmtree(made)
        archive.unlink()
    for name, found in ratios.items():
        told(name, found)


def cp_and_hash(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(["cp", "-r", str(source), str(target)], check=True)
    openssl(target)


def openssl(folder: Path) -> None:
    files = [str(one) for one in sorted(folder.iterdir())]
    subprocess.run(["openssl", "dgst", "-sha256", *files], check=True, stdout=subprocess.DEVNULL)


def bundles(work: Path, rounds: int) -> None:
    """Set 600 pages of 200 PDFs, next to qpdf putting the same files together."""
    import typst

    folder = work / "case"
    folder.mkdir()
    names = [f"paper-{number:03d}.pdf" for number in range(FILES)]
    for name in names:
        pages = "#pagebreak()".join(f"= {name} {page}\n#lorem(250)\n" for page in range(PAGES))
        typst.compile(pages.encode(), output=str(folder / name))
    rows = "\n".join(f"- {{file: {name}}}" for name in names)
    (folder / "case.yaml").write_text(
        "complaintkit: 1\ncase:\n  name: papers\n  company: {name: Brightwell}\n"
        f"  problem: Many papers.\nexhibits:\n{rows}\n"
    )
    files = [str(folder / name) for name in names]
    ratios = []
    for number in range(rounds):
        target = str(work / f"merged-{number}.pdf")
        command = ["qpdf", "--empty", "--pages", *files, "--", target]
        theirs = seconds(lambda command=command: subprocess.run(command, check=True) and None)
        done = subprocess.run(
            [sys.executable, "-c", BUNDLE, str(folder / "case.yaml")],
            check=True,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        ratios.append(float(done.stdout.split()[0]) / theirs)
    told("bundle", ratios)


def told(name: str, found: list[float]) -> None:
    bound = BOUNDS[name]
    print(
        f"{name:<12} {median(found):.2f}× (from {min(found):.2f} to {max(found):.2f}; goal {bound})"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--megabytes", type=int, default=256)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "source").mkdir()
        filled(work / "source", chosen.megabytes)
        packs(work / "source", work, chosen.rounds)
        if shutil.which("qpdf"):
            bundles(work, chosen.rounds)
    print(f"{os.cpu_count()} processors; ours starts in a process of its own, its start taken off")
    print(f"peak of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
