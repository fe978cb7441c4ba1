import pytest

from complaintkit.model.audience import Audience
from complaintkit.rules import chain
from complaintkit.rules.redaction import Shared, shared
from complaintkit.rules.shape import flatten
from complaintkit.rules.verify import Sealed, check_chain
from complaintkit.store.reference import sharing_words

CARD = "4111 1111 1111 1111"
WORDS = sharing_words()
OPEN = {
    "name": "kettle",
    "opened_on": "2026-01-02",
    "company": {"name": "Brightwell", "account": "0000418827", "head": {"name": "Ada Obi"}},
    "problem": "The kettle leaks.",
    "consumer": {
        "name": "Jo Bloggs",
        "address": ["7 Elm Road", "Leeds"],
        "email": "jo@example.org",
    },
}


def log(*rows: tuple[str, dict]) -> list[Sealed]:
    """Return a whole chain: the opening, then these entries."""
    entries: list[Sealed] = []
    prev = chain.genesis("c", "2026-05-04T09:00:00Z")
    for seq, (kind, plain) in enumerate((("open", OPEN), *rows), start=1):
        fields = {**flatten(plain), "entry.kind": kind, "entry.recorded_at": "2026-05-04T09:00:00Z"}
        body, kept = chain.seal(fields, [bytes([seq]) * 16] * len(fields))
        digest = chain.entry_hash(case_id="c", entry_id=f"e{seq}", seq=seq, prev=prev, body=body)
        entries.append(
            Sealed(
                id=f"e{seq}",
                case_id="c",
                seq=seq,
                kind=kind,
                recorded_at="2026-05-04T09:00:00Z",
                body=body,
                prev=prev,
                hash=digest,
                values={path: (value, salt) for path, value, salt in kept},
            )
        )
        prev = digest
    return entries


def call(**plain: object) -> tuple[str, dict]:
    return "encounter", {"at": "2026-01-03T10:00", "channel": "phone", **plain}


def seen(audience: Audience, *rows: tuple[str, dict], is_public: bool = False) -> Shared:
    return shared(log(*rows), audience, words=WORDS, is_public=is_public)


def everything(found: Shared) -> str:
    return repr((found.sealed, found.entries, found.masked, found.removed))


OTHERS = [audience for audience in Audience if audience is not Audience.ME]


@pytest.mark.parametrize("audience", OTHERS)
def test_a_card_number_is_masked_for_everybody_and_the_chain_still_holds(audience: Audience):
    found = seen(audience, call(said=f"she read my card {CARD} back"))
    assert CARD not in everything(found)
    assert found.entries[1].values["said"] == "she read my card •••• 1111 back"
    assert found.masked["e2"] == {"said": "she read my card •••• 1111 back"}
    assert any(one.startswith("a whole card number in #2 (said)") for one in found.removed)
    assert check_chain(found.sealed, name="kettle") == []


def test_the_persons_own_copy_holds_everything():
    found = seen(Audience.ME, call(said=f"card {CARD}"), ("note", {"text": "psst"}))
    assert CARD in everything(found)
    assert "psst" in everything(found)
    assert found.masks.apply(CARD).text == CARD


@pytest.mark.parametrize("audience", OTHERS)
def test_the_account_number_stays_until_a_filing_becomes_public(audience: Audience):
    rows = (call(said="they found account 0000-418827"),)
    for is_public in (False, True):
        found = seen(audience, *rows, is_public=is_public)
        kept = found.entries[0].values["company.account"]
        assert (kept == "0000418827") is not is_public
        assert ("0000-418827" in everything(found)) is not is_public


@pytest.mark.parametrize("audience", OTHERS)
def test_a_secret_leaves_nothing(audience: Audience):
    found = seen(
        audience, call(said="my PIN is 4821"), ("event", {"on": "2026-01-01", "what": "x"})
    )
    assert "4821" not in everything(found)


def test_a_field_of_the_persons_own_says_what_a_number_is():
    rows = ("correction", {"entry": "e1", "set": {"particulars": {"pin": "4821"}}})
    assert "4821" not in everything(seen(Audience.COURT, rows))


def test_a_long_number_found_once_is_masked_wherever_it_stands():
    found = seen(
        Audience.COMPANY,
        call(said="my bank account number is 31926819 at Larkfield Bank"),
        call(quote="we have 3192 6819 on file"),
    )
    assert "31926819" not in everything(found)
    assert "3192 6819" not in everything(found)


def test_where_a_filing_becomes_public_front_line_people_become_roles():
    rows = (
        call(**{"with": {"name": "Mrs Grace Bello", "role": "agent"}, "said": "Grace agreed"}),
        call(said="Mrs Grace Bello rang; Ada Obi was copied in", **{"with": {"name": "Sam"}}),
    )
    found = seen(Audience.AGENCY, *rows, is_public=True)
    assert found.entries[1].values["with.name"] == "person A"
    assert found.entries[1].values["said"] == "agent (A) agreed"
    assert found.entries[2].values["said"] == "agent (A) rang; Ada Obi was copied in"
    assert "Bello" not in everything(found)
    assert "Ada Obi" in everything(found)
    assert "Bello" in everything(seen(Audience.AGENCY, *rows))


def test_where_a_filing_becomes_public_the_persons_reach_is_left_out():
    found = seen(Audience.AGENCY, call(said="she wrote to jo@example.org"), is_public=True)
    assert "jo@example.org" not in everything(found)
    assert "7 Elm Road" not in everything(found)
    assert "Jo Bloggs" in everything(found)
    assert "your address, telephone number and e-mail address" in found.removed


def test_hashes_and_ids_are_never_taken_for_numbers():
    digest = "4111111111111111" * 4
    rows = ("exhibit", {"number": "1", "sha256": digest, "name": "a.pdf", "belongs_to": ["e1"]})
    found = seen(Audience.COURT, rows)
    assert found.entries[1].values["sha256"] == digest
    assert check_chain(found.sealed, name="kettle") == []


def test_numbers_in_file_names_are_masked_too():
    rows = ("exhibit", {"number": "1", "sha256": "0" * 64, "name": f"card {CARD}.pdf"})
    assert CARD not in everything(seen(Audience.COURT, rows))


def test_the_same_masks_work_on_the_text_of_a_file():
    masks = seen(Audience.COURT, call(said="bank account number 31926819")).masks
    assert "31926819" not in masks.apply("Statement of 31926819, card 4111111111111111").text
    assert "4111111111111111" not in masks.apply("card 4111111111111111").text
