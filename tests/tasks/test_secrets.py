import subprocess
from pathlib import Path

import pytest
from pack_cases import NOW, TOOL, Book
from secrets_planted import (
    holds,
    layers,
    mail,
    mail_with,
    page,
    photo,
    secrets,
    text_file,
    word,
)

from complaintkit.intake.pack_check import check_pack
from complaintkit.model.audience import Audience
from complaintkit.model.entry import EntryKind
from complaintkit.store import exhibits
from complaintkit.tasks.exporting import export_case
from complaintkit.tasks.forms import fill_form

FORMATS = ("pack", "pdf", "html", "json", "csv")
OTHERS = [audience for audience in Audience if audience is not Audience.ME]


def planted(folder: Path, found: list[tuple[str, str]]) -> Book:
    """Return a case with these secrets spread over every field and kind of file."""
    book = Book(folder)
    told = [sentence for _, sentence in found]
    share = [told[place::24] for place in range(24)]
    say = " . ".join
    book.add(
        EntryKind.OPEN,
        {
            "name": "kettle",
            "title": say(share[0][:1]),
            "opened_on": "2026-01-02",
            "country": "GB",
            "company": {"name": "Brightwell", "address": ["1 High Street"]},
            "problem": say(share[0][1:]),
            "resolution": {"want": say(share[1])},
            "purchase": {"what": say(share[2]), "reference": "R-1"},
            "particulars": {"note": say(share[3])},
            "needs": say(share[4]),
        },
    )
    met = book.add(
        EntryKind.ENCOUNTER,
        {
            "at": "2026-03-01T10:00",
            "channel": "phone",
            "with": {"name": "Jane", "role": say(share[5])},
            "said": say(share[6]),
            "quote": say(share[7]),
            "promised": [{"what": say(share[8]), "by": "2026-03-08"}],
            "reference": say(share[9]),
            "tags": share[10],
        },
    )
    book.add(EntryKind.EVENT, {"on": "2026-03-02", "what": say(share[11])})
    book.add(EntryKind.COST, {"on": "2026-03-02", "what": say(share[12])})
    book.add(EntryKind.OFFER, {"on": "2026-03-03", "what": say(share[13])})
    book.add(
        EntryKind.CORRECTION,
        {"entry": met.entry.id, "set": {"quote": say(share[14])}, "reason": say(share[15])},
    )
    files = (
        (text_file(share[16]), "chat.txt"),
        (mail(share[17], how="base64"), "one.eml"),
        (mail(share[18], how="quoted-printable"), "two.eml"),
        (word(share[19]), "three.docx"),
        (page(share[20]), "four.pdf"),
        (mail_with(page(share[21]), "x.pdf"), "five.eml"),
        (photo(say(share[22])), f"{share[22][0]}.jpg"),
    )
    for number, (content, name) in enumerate(files, start=1):
        book.attach(content, name, number, met)
    letter = exhibits.keep_bytes(book.home, text_file(share[23]), name="letter-1.txt")
    book.add(
        EntryKind.LETTER,
        {
            "number": "1",
            "kind": "first",
            "sent_on": "2026-03-02",
            "via": "post",
            "sha256": letter.sha256,
            "name": letter.name,
            "size": str(letter.size),
        },
    )
    return book


def exported(
    book: Book, kind: str, audience: Audience, folder: Path, *, is_public: bool = False
) -> Path:
    return export_case(
        book.log,
        None,
        kind=kind,
        target=folder / f"{audience}.{kind}",
        now=NOW,
        tool=TOOL,
        audience=audience,
        is_public=is_public,
    ).path


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest):
    found = secrets(request.config.getoption("--secrets"))
    return planted(tmp_path_factory.mktemp("secrets"), found), found


@pytest.mark.parametrize("audience", OTHERS)
def test_no_secret_is_in_any_layer_of_what_others_get(case, audience: Audience, tmp_path: Path):
    book, found = case
    for kind in FORMATS:
        path = exported(book, kind, audience, tmp_path)
        everything = list(layers(path.read_bytes()))
        left = [secret for secret, _ in found if holds(everything, secret)]
        assert left == [], kind


@pytest.mark.parametrize("is_public", [False, True])
def test_no_secret_is_in_a_form_that_is_filled_in(case, is_public: bool):
    book, found = case
    filled = fill_form(book.log, None, "gb-fos", today=NOW.date(), is_public=is_public)
    texts = [one.text for one in filled.answers]
    texts += [one.shorter.text for one in filled.answers if one.shorter]
    texts += [one.title for one in filled.fit.files]
    everything = list(layers("\n".join(texts).encode()))
    assert [secret for secret, _ in found if holds(everything, secret)] == []


@pytest.mark.parametrize("kind", FORMATS)
def test_no_secret_is_in_what_becomes_public(case, kind: str, tmp_path: Path):
    book, found = case
    path = exported(book, kind, Audience.AGENCY, tmp_path, is_public=True)
    everything = list(layers(path.read_bytes()))
    assert [secret for secret, _ in found if holds(everything, secret)] == []


def test_a_masked_pack_verifies_with_nothing_to_tell(case, tmp_path: Path):
    book, _ = case
    path = exported(book, "pack", Audience.COURT, tmp_path)
    assert check_pack(path).findings == ()
    subprocess.run(["unzip", "-tq", str(path)], check=True)


def test_the_search_finds_what_the_persons_own_copy_holds(case, tmp_path: Path):
    book, found = case
    path = exported(book, "pack", Audience.ME, tmp_path)
    everything = list(layers(path.read_bytes()))
    assert [secret for secret, _ in found if not holds(everything, secret)] == []
