import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from complaintkit.errors import FileUnusable
from complaintkit.intake.mail import messages_in, read_mail

PLAIN = (
    b"From: Care <Care@Example.org>\nTo: Jo <jo@example.net>\n"
    b"Date: Thu, 09 Apr 2026 11:52:18 -0400\nMessage-ID: <1@x>\nIn-Reply-To: <0@x>\n"
    b"References: <00@x> <0@x>\nSubject: Your kettle\n\nSorry.\n"
)


def test_a_plain_message_is_read():
    found = read_mail(PLAIN)
    assert (found.sender.name, found.sender.address) == ("Care", "care@example.org")
    assert [one.address for one in found.recipients] == ["jo@example.net"]
    assert f"{found.sent_at:%Y-%m-%d %H:%M %z}" == "2026-04-09 11:52 -0400"
    assert (found.message_id, found.answers) == ("<1@x>", ("<0@x>", "<00@x>"))
    assert (found.subject, found.text, found.raw) == ("Your kettle", "Sorry.", PLAIN)


@pytest.mark.parametrize(
    ("head", "dated_by"),
    [
        (b"Date: nonsense\nReceived: from a by b; Thu, 09 Apr 2026 11:52:18 -0400\n", "received"),
        (b"Received: from a by b; Thu, 09 Apr 2026 11:52:18 -0400\n", "received"),
        (b"Date: Thu, 09 Apr 1026 11:52:18 -0400\n", ""),
        (b"Date: Thu, 99 Apr 2026 99:52:18 -0400\n", ""),
        (b"Date: \n", ""),
    ],
)
def test_a_broken_date_gives_way_to_a_servers_or_to_none(head: bytes, dated_by: str):
    found = read_mail(head + b"Subject: x\n\ny")
    assert (found.dated_by, found.sent_at is None) == (dated_by, not dated_by)


@pytest.mark.parametrize(
    ("kind", "body", "text"),
    [
        ("text/plain; charset=utf-8", "Grüße".encode(), "Grüße"),
        ("text/plain; charset=no-such", "Grüße".encode(), "Grüße"),
        ("text/plain; charset=us-ascii", "Grüße".encode("cp1252"), "Gr"),
        ("text/plain", b"plain", "plain"),
        (
            "text/html; charset=utf-8",
            b"<p>Hello <b>Jo</b></p><script>x()</script><p>Bye",
            "Hello Jo",
        ),
        ("nonsense", b"plain", "plain"),
    ],
)
def test_bodies_of_any_charset_and_kind_can_be_read(kind: str, body: bytes, text: str):
    found = read_mail(b"Subject: x\nContent-Type: " + kind.encode() + b"\n\n" + body)
    assert text in found.text
    assert "x()" not in found.text


def test_encoded_heads_and_hostile_heads_are_plain_text():
    raw = (
        b"From: =?utf-8?q?J=C3=B6rg?= <j@example.org>\n"
        b"Subject: =?utf-8?b?Z3LDvMOfZQ==?=\n =?utf-8?q?_weiter?=\n\nx"
    )
    found = read_mail(raw)
    assert (found.sender.name, found.subject) == ("Jörg", "grüße weiter")
    evil = read_mail(b"Subject: \x1b[31m\x00red\x07\n\nb\x00o\x1bdy")
    assert "\x1b" not in evil.subject + evil.text
    assert "\x00" not in evil.subject + evil.text


def test_files_messages_and_calendars_within_are_kept_and_logos_are_not():
    mail = EmailMessage()
    mail["Subject"] = "files"
    mail.set_content("See below.")
    mail.add_alternative("<p>See below.</p>", subtype="html")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="bill.pdf")
    mail.add_attachment(
        b"\0" * 9, maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    inner = EmailMessage()
    inner["Subject"] = "inner"
    inner.set_content("inside")
    mail.add_attachment(inner)
    mail.add_attachment(
        b"logo",
        maintype="image",
        subtype="png",
        filename="l.png",
        cid="<l@x>",
        disposition="inline",
    )
    found = read_mail(mail.as_bytes())
    assert found.text == "See below."
    names = [one.name for one in found.attached]
    assert names[:2] == ["bill.pdf", "winmail.dat"]
    assert any(b"inside" in one.content for one in found.attached)
    assert "l.png" not in names


@given(st.binary(max_size=600))
def test_any_bytes_are_read_without_a_crash(raw: bytes):
    assert read_mail(raw).raw == raw


@given(st.lists(st.sampled_from([
    b"From: a@b\n", b"Date: Thu, 09 Apr 2026 11:52:18 -0400\n", b"Subject: =?x?q?", b"\n", b"--b\n",
    b"Content-Type: multipart/mixed; boundary=b\n", b"Content-Type: message/rfc822\n", b"\xff\xfe",
    b"Content-Transfer-Encoding: base64\n", b"!!!!\n", b"Content-Type: text/html; charset=x\n",
    b"MIME-Version: 1.0\n", b"--b--\n", b"References: <a <b> c>\n", b"\r", b"=\n", b">From x\n",
]), max_size=14))  # fmt: skip
def test_odd_messages_are_read_without_a_crash(parts: list[bytes]):
    raw = b"".join(parts)
    assert read_mail(raw).raw == raw


def odd_messages() -> list[Path]:
    """Return the standard library's own collection of odd messages, where it is installed."""
    try:
        from test import test_email
    except ImportError:
        return []
    return sorted((Path(test_email.__file__).parent / "data").glob("msg_*.txt"))


@pytest.mark.skipif(not odd_messages(), reason="this Python has no collection of odd messages")
def test_the_standard_librarys_odd_messages_are_read():
    for file in odd_messages():
        raw = file.read_bytes()
        found = read_mail(raw)
        assert found.raw == raw
        assert "\x00" not in found.text


def test_a_mailbox_gives_its_messages_byte_for_byte(tmp_path: Path):
    box = mailbox.mbox(tmp_path / "in.mbox")
    for number in range(3):
        box.add(mailbox.mboxMessage(PLAIN.replace(b"<1@x>", b"<%d@x>" % number)))
    box.close()
    before = (tmp_path / "in.mbox").read_bytes()
    found = [read_mail(raw).message_id for raw in messages_in(tmp_path / "in.mbox")]
    assert found == ["<0@x>", "<1@x>", "<2@x>"]
    assert (tmp_path / "in.mbox").read_bytes() == before


def test_a_file_that_is_no_mail_is_refused(tmp_path: Path):
    file = tmp_path / "a.eml"
    file.write_bytes(b"just some text\n")
    with pytest.raises(FileUnusable, match="no e-mail"):
        list(messages_in(file))
    with pytest.raises(FileUnusable, match="cannot be read"):
        list(messages_in(tmp_path / "missing.eml"))
