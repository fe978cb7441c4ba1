from email.message import EmailMessage
from pathlib import Path

import pytest
from pack_cases import NOW, TOOL, Book
from secrets_planted import page, photo, word

from complaintkit.intake.pack_check import check_pack
from complaintkit.model.audience import Audience
from complaintkit.tasks.exporting import Exported, export_case

CARD = "4111 1111 1111 1111"
SAID = f"she read {CARD} out"


def exported(book: Book, kind: str = "pack", **more: object) -> Exported:
    audience = more.pop("audience", Audience.COURT)
    return export_case(
        book.log, None, kind=kind, target=None, now=NOW, tool=TOOL, audience=audience, **more
    )


@pytest.fixture
def book(tmp_path: Path) -> Book:
    made = Book(tmp_path)
    made.open()
    return made


def test_a_text_goes_out_with_its_numbers_masked_and_the_pack_says_so(book: Book):
    book.attach(SAID.encode(), "chat.txt", 1)
    made = exported(book)
    assert "data/exhibits/01-chat.txt" in made.files
    assert "chat.txt: a copy with numbers masked" in made.removed
    assert check_pack(made.path).findings == ()


@pytest.mark.parametrize(("make", "name"), [(page, "bill.pdf"), (word, "bill.docx")])
def test_a_document_that_cannot_be_masked_is_left_out_with_the_way_out(book: Book, make, name):
    book.attach(make([SAID]), name, 1)
    made = exported(book)
    assert f"data/exhibits/01-{name}" not in made.files
    assert any(name in note and "--originals" in note for note in made.removed)
    assert check_pack(made.path).findings == ()
    assert f"data/exhibits/01-{name}" in exported(book, originals=True).files


def test_what_holds_no_such_number_goes_out_byte_for_byte(book: Book):
    book.attach(page(["Twelve pounds."]), "bill.pdf", 1)
    book.attach(b"fine", "chat.txt", 2)
    made = exported(book)
    assert {"data/exhibits/01-bill.pdf", "data/exhibits/02-chat.txt"} <= set(made.files)
    assert (made.warnings, made.removed) == ((), ())


@pytest.mark.parametrize("name", ["a.heic", "a.mp4", "a.mov"])
def test_what_may_say_where_it_was_taken_and_cannot_be_cleaned_is_left_out(book: Book, name: str):
    book.attach(b"\0\0\0\x18ftyp" + name[2:].encode(), name, 1)
    made = exported(book)
    assert f"data/exhibits/01-{name}" not in made.files
    assert any("place" in note for note in made.removed)


def test_a_photograph_loses_its_place_and_not_with_originals(book: Book, tmp_path: Path):
    book.attach(photo("5.123456N"), "leak.jpg", 1)
    made = exported(book, "html").path.read_text("utf-8")
    assert "a copy of the picture without the data of the camera" in made
    assert exported(book, originals=True).removed == ()


def test_a_changed_copy_that_was_swapped_is_found(book: Book, tmp_path: Path):
    import zipfile

    book.attach(SAID.encode(), "chat.txt", 1)
    whole = exported(book).path
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(other, "w") as target:
        for one in source.infolist():
            content = source.read(one)
            if one.filename.endswith("01-chat.txt"):
                content = content.replace(b"she", b"you")
            target.writestr(one, content)
    assert any("01-chat.txt" in finding.place for finding in check_pack(other).findings)


def test_a_masked_message_reads_as_it_was_written(book: Book):
    message = EmailMessage()
    message["From"], message["Subject"] = "Jörg <care@example.org>", "Grüße"
    message.set_content(f"Schöne Grüße, Ọlátúnjí – {SAID}\n")
    book.attach(message.as_bytes(), "reply.eml", 1)
    shown = exported(book, "html").path.read_text("utf-8")
    assert "Schöne Grüße, Ọlátúnjí – she read •••• 1111 out" in shown


def test_a_text_that_begins_like_a_mailbox_is_a_text(book: Book):
    book.attach(b"From the desk of Jo: the kettle leaks.", "note.txt", 1)
    assert "From the desk of Jo" in exported(book, "html").path.read_text("utf-8")
