"""Tests of render/letter_eml.py: a draft that says what the letter says, and nothing more."""

import email
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import compat32, default

import pytest
from hostile import ACTING, COUNT, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_cases import CASES
from letter_views import HOSTILE, expected, html_units, in_layout, letter, poisoned, text_holds

from complaintkit.errors import WrongUsage
from complaintkit.model.letter import Letter, Run
from complaintkit.render.letter_eml import (
    NAME_ROOM,
    SUBJECT_ROOM,
    header_text,
    letter_eml,
    mail_address,
)
from complaintkit.render.printable import printable
from complaintkit.render.text import plain

HEADS = {"X-Unsent", "From", "To", "Subject", "MIME-Version", "Content-Type"}
UGLY = st.text(
    st.one_of(st.sampled_from("=?<>\",;:@()[]\\\r\n\x00 \tutf8Qbé日\u202e.'_-"), st.characters()),
    max_size=200,
)


def read(made: bytes) -> EmailMessage:
    found = email.message_from_bytes(made, policy=default)
    assert isinstance(found, EmailMessage)
    assert not [defect for part in found.walk() for defect in part.defects]
    return found


def header(made: bytes, name: str) -> str:
    raw = email.message_from_bytes(made, policy=compat32)[name] or ""
    return str(make_header(decode_header(raw))).strip()


def as_mail(found: Letter) -> Letter:
    """Return the letter as it stands in an e-mail: the sender's lines under the signature."""
    found = printable(found)
    own = [run.text for run in found.sender if run.text not in found.signature.text]
    signature = "\n".join([found.signature.text, *own])
    signed = replace(found.signature, text=signature)
    return replace(found, sender=(), delivery=(), recipient=(), signature=signed)


def same_words(found: Letter, made: EmailMessage) -> None:
    page = made.get_body(("html",))
    text = made.get_body(("plain",))
    assert page is not None
    assert text is not None
    assert html_units(page.get_content()) == expected(as_mail(found))
    text_holds(text.get_content().replace("\r\n", "\n"), as_mail(found))


@pytest.mark.parametrize("name", CASES)
def test_the_draft_holds_the_words_of_the_letter_twice(name: str):
    found = letter(name, "ceo")
    same_words(found, read(letter_eml(found, to="help@example.org")))


def test_the_draft_is_unsent_and_addressed_and_has_no_date():
    made = read(letter_eml(letter("missing-credit", "ceo"), to=" care@peachline.example "))
    assert made["X-Unsent"] == "1"
    assert made["From"] == "Odessa Freeman <of@example.org>"
    assert made["To"] == "care@peachline.example"
    assert made["Subject"] == (
        "Complaint: Agreed monthly credit missing from four bills – account 0047-118820, "
        "your reference RET-7719"
    )
    assert made["Date"] is None
    assert made["Message-ID"] is None


def test_the_same_letter_gives_the_same_bytes_with_mail_line_ends():
    found = letter("gas-estimate", "first")
    made = letter_eml(found, attachments=[("a.txt", "text/plain", b"x\n")])
    assert made == letter_eml(found, attachments=[("a.txt", "text/plain", b"x\n")])
    assert made.count(b"\n") == made.count(b"\r\n")
    assert max(len(line) for line in made.split(b"\r\n")) <= 998


@pytest.mark.parametrize(
    ("name", "media_type", "content", "read_as"),
    [
        ("März €.pdf", "application/pdf", b"%PDF-1.7\x00\r\n\xff", "application/pdf"),
        ("notes.txt", "text/plain", "naïve\n\n--=_letter_0\n".encode("latin-1"), "text/plain"),
        ("mail.eml", "message/rfc822", b"Subject: x\n\nhi\n", "application/octet-stream"),
        ("odd.bin", "no type\r\nX: y", b"", "application/octet-stream"),
        ("folder/../a.jpg", "IMAGE/JPEG", b"\xff\xd8", "image/jpeg"),
    ],
)
def test_attachments_arrive_as_they_were(name: str, media_type: str, content: bytes, read_as: str):
    made = read(
        letter_eml(letter("card-points", "ceo"), attachments=[(name, media_type, content)] * 2)
    )
    parts = list(made.iter_attachments())
    assert [part.get_filename() for part in parts] == [name.rpartition("/")[2]] * 2
    assert [part.get_content_type() for part in parts] == [read_as] * 2
    assert [part.get_payload(decode=True) for part in parts] == [content] * 2
    assert [part["MIME-Version"] for part in parts] == [None] * 2


def test_without_an_address_of_ones_own_the_mail_program_fills_it_in():
    found = letter("missing-credit", "ceo")
    made = read(letter_eml(replace(found, sender=found.sender[:-1])))
    assert (made["From"], made["To"]) == (None, None)


def test_a_long_subject_is_shortened_at_a_word_and_stands_whole_in_the_letter():
    found = replace(letter("missing-credit", "ceo"), subject=(Run(text="word " * 500),))
    made = letter_eml(found)
    assert header(made, "Subject") == "word " * 39 + "word…"
    same_words(found, read(made))


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_text_changes_no_header_and_no_part(evil: str):
    found = poisoned(in_layout(letter("washing-machine", "ceo"), "din-b"), evil)
    made = letter_eml(found, to="a@b.example", attachments=[(evil, evil, b"x")])
    assert set(read(made).keys()) <= HEADS
    assert len(list(read(made).iter_attachments())) == 1
    same_words(found, read(made))


@pytest.mark.parametrize("number", range(COUNT))
def test_three_hundred_hostile_texts_are_only_text_in_the_draft(number: int):
    evil = [*texts()][number]
    found = poisoned(letter_of_one(), evil)
    made = read(letter_eml(found, to="a@b.example", attachments=[(evil, evil, b"x")]))
    assert set(made.keys()) <= HEADS
    (part,) = made.iter_attachments()
    assert not ACTING.search(part.get_filename())
    assert not ACTING.search("".join(str(value) for value in made.values()))
    same_words(found, made)


def test_how_a_letter_goes_by_post_is_left_out_with_the_postal_address():
    made = read(letter_eml(in_layout(letter("gas-estimate", "ceo"), "din-b")))
    assert "By registered post" not in made.as_string()
    assert "Werkstraße" not in made.get_body(("plain",)).get_content()


@settings(max_examples=150, deadline=None)
@given(subject=UGLY, name=UGLY, file=UGLY)
def test_no_text_becomes_a_header(subject: str, name: str, file: str):
    sender = (Run(text=name), Run(text="a@b.example"))
    found = replace(letter_of_one(), subject=(Run(text=subject),), sender=sender)
    made = letter_eml(found, to="x@y.example", attachments=[(file, "text/plain", b"\r\nx\n")])
    assert set(read(made).keys()) | {"Subject"} == HEADS
    shown = printable(found)
    assert header(made, "Subject") == header_text(plain(shown.subject), SUBJECT_ROOM)
    whole = email.message_from_bytes(made, policy=compat32)["From"]
    named, _, address = whole.rpartition("<")
    assert address == "a@b.example>"
    assert str(make_header(decode_header(named.strip()))).strip() == header_text(
        shown.sender[0].text, NAME_ROOM
    )
    (part,) = read(made).iter_attachments()
    assert part.get_payload(decode=True) == b"\r\nx\n"


def letter_of_one() -> Letter:
    found = letter("missing-credit", "first")
    return replace(found, body=found.body[:1], enclosures=())


@pytest.mark.parametrize(
    "to",
    [
        "see the website",
        "a@b@",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "A <a@b.example>",
        "@b.example",
        "a@",
        "jürgen@example.org",
        "a..b@c.example",
    ],
)
def test_what_is_no_address_is_refused_in_a_sentence(to: str):
    with pytest.raises(WrongUsage) as refused:
        letter_eml(letter("missing-credit", "ceo"), to=to)
    assert "\n" not in refused.value.problem
    assert "complaintkit company" in refused.value.fix


def test_an_address_abroad_is_written_as_mail_servers_read_it():
    assert mail_address("service@bücher.example") == "service@xn--bcher-kva.example"
