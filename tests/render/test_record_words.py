from collections.abc import Iterator
from pathlib import Path

import pytest
from record_cases import EXAMPLES, ROOT, imported, told_in

from complaintkit.model.audience import Audience
from complaintkit.render.record_told import Item, Row, Told
from complaintkit.render.record_words import size_text

HASH = 64


def written(record: Told) -> Iterator[str]:
    head = record.headings["sections"]
    yield f"{record.title}\n{record.subtitle}\n{record.purpose}\n{record.made}\n"
    for name, items in (("summary", record.summary), ("figures", record.figures)):
        yield f"== {head[name]}"
        yield from map(item, items)
    yield f"== {head['turns']}"
    yield from (f"#{one.seq}" for one in record.turns)
    yield f"== {head['chronology']}"
    yield from map(row, record.rows)
    for name, files in (("letters", record.letters), ("exhibits", record.exhibits)):
        yield f"== {head[name]}"
        for one in files:
            yield f"{one.key.rpartition('-')[2]} {one.title or one.label}"
            yield from map(item, one.items)
    for name, lines in (
        ("changes", record.changes),
        ("gaps", record.gaps),
        ("proves", record.proves),
        ("proves-not", record.proves_not),
    ):
        yield f"== {head[name]}"
        yield from lines
    yield f"== {head['integrity']}"
    yield from (
        item(one) for one in record.integrity if len(one.lines[0]) != HASH
    )  # files have times
    yield from record.how_to_check


def item(one: Item) -> str:
    return f"{one.label}: " + " / ".join(one.lines)


def row(one: Row) -> str:
    told = " / ".join((*one.what, *one.notes))
    cited = f" [{', '.join(map(str, one.exhibits))}]" if one.exhibits else ""
    return f"#{one.seq} {one.when} {one.way or '-'} {one.who}: {told}{cited}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_record_of_an_example_reads_as_agreed(name: str, tmp_path: Path, golden):
    record = told_in(imported(tmp_path, ROOT / "examples" / name / "case.yaml"))
    golden(f"records/{name}.txt", "\n".join(written(record)) + "\n")


def test_the_company_sees_neither_figures_nor_gaps(tmp_path: Path):
    log = imported(tmp_path, ROOT / "examples" / "phone-bill" / "case.yaml")
    shown, hers = told_in(log, Audience.COMPANY), told_in(log, Audience.ADVISER)
    assert (shown.figures, shown.picture, shown.gaps) == ((), (), ())
    assert all((hers.figures, hers.picture, hers.gaps))


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (812, "812 bytes"),
        (14_336, "14 KB"),
        (2_202_009, "2.1 MB"),
        (3 << 34, "48 GB"),
    ],
)
def test_sizes_read_in_their_own_unit(size: int, text: str):
    assert size_text(size) == text
