import sqlite3
from pathlib import Path

from running import complaintkit, done

OPEN = ("open", "kettle", "--company", "Brightwell", "--problem", "It leaks.", "--want", "refund")


def begun(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    done(complaintkit(home, *OPEN))
    done(complaintkit(home, "log", "--with", "Jo", "--said", "no refund"))
    done(complaintkit(home, "log", "--with", "Al", "--said", "no"))
    return home


def test_a_receipt_holds_while_entries_are_added(tmp_path: Path):
    home = begun(tmp_path)
    file = tmp_path / "receipt.txt"
    assert str(file) in done(complaintkit(home, "receipt", "-o", str(file)))
    done(complaintkit(home, "log", "--said", "later"))
    said = complaintkit(home, "verify", "--receipt", str(file))
    assert said.returncode == 0, said.stdout
    assert "none was changed, taken out or put in" in " ".join(said.stderr.split())


def test_a_cut_tail_passes_alone_and_is_caught_with_a_receipt(tmp_path: Path):
    home = begun(tmp_path)
    file = tmp_path / "receipt.txt"
    done(complaintkit(home, "receipt", "-o", str(file)))
    cut(home / "log.db")
    done(complaintkit(home, "verify", "--rebuild"))
    said = complaintkit(home, "verify", "--receipt", str(file))
    assert said.returncode == 3
    assert "tells of 3 entries, and there are 2" in " ".join(said.stdout.split())


def cut(database: Path) -> None:
    """Take the last entry away as somebody would who owns the file and knows what he does."""
    with sqlite3.connect(database) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        saved = triggers.fetchall()
        for name, _ in saved:
            connection.execute(f"DROP TRIGGER {name}")
        last = "(SELECT id FROM entries ORDER BY place DESC LIMIT 1)"
        connection.execute(f"DELETE FROM entry_values WHERE entry_id = {last}")
        connection.execute("DELETE FROM entries WHERE place = (SELECT max(place) FROM entries)")
        for _, sql in saved:
            connection.execute(sql)


def test_a_receipt_needs_no_name_and_never_overwrites(tmp_path: Path):
    home = begun(tmp_path)
    assert "kettle" not in done(complaintkit(home, "receipt", "--no-name"))
    file = tmp_path / "receipt.txt"
    file.write_text("mine")
    assert complaintkit(home, "receipt", "-o", str(file)).returncode == 1
    assert file.read_text() == "mine"


def test_words_without_a_receipt_are_refused_with_the_way_out(tmp_path: Path):
    said = complaintkit(begun(tmp_path), "verify", "--receipt", "hello")
    assert said.returncode == 2
    assert "Last hash:" in said.stderr


def test_quick_looks_at_sizes_alone(tmp_path: Path):
    home = begun(tmp_path)
    bill = tmp_path / "bill.txt"
    bill.write_text("12 pounds")
    done(complaintkit(home, "attach", str(bill)))
    kept = next(one for one in (home / "exhibits").rglob("*") if one.is_file())
    kept.chmod(0o600)
    kept.write_text("99 pounds")
    assert complaintkit(home, "verify", "--quick").returncode == 0
    assert complaintkit(home, "verify").returncode == 3
