import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest
from running import complaintkit, done

OPEN = ("--problem", "It leaks.", "--want", "refund")


def mail(
    folder: Path,
    name: str,
    *,
    sender: str = "Care Team <care@brightwell.example>",
    to: str = "jo@example.net",
    date: str = "Thu, 09 Apr 2026 11:52:18 -0400",
    subject: str = "Your kettle",
    text: str = "We will refund you by Friday.\n\nOn Wed, Jo wrote:\n> Where is it?\n",
    message_id: str = "",
    answers: str = "",
    attach: bytes = b"",
) -> Path:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    if date:
        message["Date"] = date
    message["Message-ID"] = message_id or f"<{name}@x>"
    if answers:
        message["In-Reply-To"] = answers
    message.set_content(text)
    if attach:
        message.add_attachment(attach, maintype="application", subtype="pdf", filename="bill.pdf")
    file = folder / f"{name}.eml"
    file.write_bytes(message.as_bytes())
    return file


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    done(complaintkit(home, "profile", "--name", "Jo Bloggs", "--email", "jo@example.net"))
    done(complaintkit(home, "open", "kettle", "--company", "Brightwell", *OPEN))
    done(complaintkit(home, "company", "kettle", "--email", "care@brightwell.example"))
    done(complaintkit(home, "open", "phone", "--company", "Acme", "--reference", "AC-99871", *OPEN))
    return home


def told(home: Path, case: str) -> str:
    return " ".join(done(complaintkit(home, "timeline", case)).split())


def test_a_message_goes_to_the_company_it_comes_from(home: Path, tmp_path: Path):
    file = mail(tmp_path, "a", attach=b"%PDF-1.4 bill")
    said = done(complaintkit(home, "import", str(file)))
    assert "← 09 Apr 2026 11:52 Care Team: Your kettle [1 attached]" in " ".join(said.split())
    shown = told(home, "kettle")
    assert "← email, Care Team Subject: Your kettle “We will refund you by Friday.”" in shown
    assert "Where is it" not in shown
    assert "[exhibit 1, 2]" in shown
    done(complaintkit(home, "verify"))


def test_the_message_is_kept_byte_for_byte(home: Path, tmp_path: Path):
    file = mail(tmp_path, "a")
    done(complaintkit(home, "import", str(file)))
    kept = [one.read_bytes() for one in (home / "exhibits").rglob("*") if one.is_file()]
    assert file.read_bytes() in kept


def test_the_same_message_twice_changes_nothing(home: Path, tmp_path: Path):
    file = mail(tmp_path, "a")
    done(complaintkit(home, "import", str(file)))
    before = (home / "log.db").read_bytes()
    again = complaintkit(home, "import", str(file))
    assert "it is in kettle already" in again.stderr
    assert "Nothing new." in again.stdout
    assert (home / "log.db").read_bytes() == before


def test_what_the_person_sent_goes_out_and_its_answer_follows_it(home: Path, tmp_path: Path):
    mine = mail(
        tmp_path,
        "b",
        sender="Jo <jo@example.net>",
        to="someone@else.example",
        subject="AC-99871",
        text="Please look at my bill.",
    )
    answer = mail(tmp_path, "c", sender="x@elsewhere.example", answers="<b@x>", subject="Re")
    done(complaintkit(home, "import", str(mine), str(answer)))
    shown = told(home, "phone")
    assert "→ email, someone@else.example Subject: AC-99871 Please look at my bill." in shown
    assert "← email, x@elsewhere.example" in shown


def test_a_mailbox_sorts_its_messages_and_names_what_has_no_case(home: Path, tmp_path: Path):
    box = mailbox.mbox(tmp_path / "all.mbox")
    for name, sender in (
        ("1", "care@brightwell.example"),
        ("2", "friend@example.com"),
        ("3", "news@brightwell.example"),
    ):
        file = mail(tmp_path, name, sender=sender)
        box.add(mailbox.mboxMessage(file.read_bytes()))
    box.close()
    said = complaintkit(home, "import", str(tmp_path / "all.mbox"))
    assert said.returncode == 1
    assert said.stdout.count("←") == 2
    assert "No case is known for: friend@example.com" in said.stderr
    done(complaintkit(home, "import", str(tmp_path / "all.mbox"), "--case", "kettle"))
    assert "friend@example.com" in told(home, "kettle")


def test_a_message_without_a_date_needs_its_day_told(home: Path, tmp_path: Path):
    file = mail(tmp_path, "a", date="")
    said = complaintkit(home, "import", str(file))
    assert "tell the day with --on" in " ".join(said.stderr.split())
    done(complaintkit(home, "import", str(file), "--on", "2026-04-09"))
    assert "9 Apr 2026" in told(home, "kettle")


def test_a_closed_case_takes_nothing_in(home: Path, tmp_path: Path):
    done(complaintkit(home, "close", "kettle", "--outcome", "resolved"))
    file = mail(tmp_path, "a")
    assert complaintkit(home, "import", str(file)).returncode == 1
    assert complaintkit(home, "import", str(file), "--case", "kettle").returncode == 2


def test_hostile_messages_are_only_text(home: Path, tmp_path: Path):
    file = mail(
        tmp_path,
        "a",
        subject="[red]x[/red] {{ 7*7 }}",
        text="\u202egnp.exe =cmd|' /C calc'!A0 <script>",
    )
    said = done(complaintkit(home, "import", str(file)))
    assert "[red]x[/red] {{ 7*7 }}" in " ".join(said.split())
    assert "\u202e" not in done(complaintkit(home, "timeline", "kettle"))


def test_a_chat_becomes_a_contact_a_day(home: Path, tmp_path: Path):
    chat = tmp_path / "WhatsApp Chat with Brightwell.txt"
    lines = (
        "12/03/2026, 14:05 - Jo: My kettle leaks",
        "12/03/2026, 14:07 - Brightwell Care: Sorry, we will call",
        "13/03/2026, 09:00 - Brightwell Care: We called",
    )
    chat.write_text("\n".join(lines) + "\n", "utf-8")
    done(complaintkit(home, "import", str(chat), "--case", "kettle"))
    shown = told(home, "kettle")
    assert "→ WhatsApp, Brightwell Care “Sorry, we will call”" in shown
    assert "← WhatsApp, Brightwell Care “We called”" in shown
    with chat.open("a", encoding="utf-8") as more:
        more.write("13/03/2026, 10:00 - Jo: You did not\n")
    again = complaintkit(home, "import", str(chat), "--case", "kettle")
    assert "13 Mar 2026 1 message" in again.stdout
    assert "12 Mar 2026: it is here already" in again.stderr
    done(complaintkit(home, "verify"))


def test_a_taken_in_message_survives_the_way_over_a_case_file(home: Path, tmp_path: Path):
    done(complaintkit(home, "import", str(mail(tmp_path, "a", attach=b"%PDF-1.4 bill"))))
    done(complaintkit(home, "export", "kettle", "--format", "yaml", "-o", str(tmp_path / "out")))
    other = tmp_path / "other"
    (case_file,) = (tmp_path / "out").rglob("case.yaml")
    done(complaintkit(other, "import", str(case_file)))
    again = complaintkit(other, "import", str(tmp_path / "a.eml"), "--case", "kettle")
    assert "it is in kettle already" in again.stderr
