"""Does `letter --format` give each format, with what the letter encloses?"""

import email
import email.policy
from pathlib import Path

import pytest
from asking import done

EXAMPLE = Path(__file__).parents[2] / "examples" / "phone-bill" / "case.yaml"


@pytest.mark.parametrize(
    ("form", "ending", "begins"),
    [
        ("text", "txt", b"Naomi Brandt"),
        ("pdf", "pdf", b"%PDF"),
        ("docx", "docx", b"PK"),
        ("html", "html", b"<!doctype html>"),
        ("md", "md", b"Naomi"),
        ("eml", "eml", b"X-Unsent: 1"),
    ],
)
def test_each_format_lies_where_it_is_said_to(form: str, ending: str, begins: bytes):
    done("import", str(EXAMPLE))
    path = Path(done("letter", "ceo", "--format", form).strip())
    assert path.name == f"letter-1-ceo.{ending}"
    assert path.read_bytes().lower().startswith(begins.lower())


def test_an_email_draft_carries_copies_of_what_the_letter_encloses():
    done("import", str(EXAMPLE))
    path = Path(done("letter", "first", "--format", "eml").strip())
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    bill = EXAMPLE.parent / "bill-2026-03.pdf"
    assert attached[bill.name] == bill.read_bytes()
    assert message["To"] == "care@cedarhollow.example"
