import hashlib
import json
import re
from pathlib import Path

import pytest

from complaintkit.rules import chain

PAGE = Path(__file__).parents[2] / "docs" / "log-format.md"
VECTORS = [
    json.loads(block)
    for block in re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
]


def of_kind(kind: str) -> list[dict]:
    return [vector for vector in VECTORS if vector["vector"] == kind]


def sha256(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()


def committed(path: str, salt: str, value: str) -> str:
    """Follow the page's own words, with hashlib alone."""
    return sha256(
        b"complaintkit/field/1", b"\0", path.encode(), b"\0", bytes.fromhex(salt), value.encode()
    )


def test_the_page_has_vectors_of_each_kind():
    assert {kind: len(of_kind(kind)) for kind in ("commitment", "genesis", "entry")} == {
        "commitment": 3,
        "genesis": 1,
        "entry": 2,
    }


@pytest.mark.parametrize("vector", of_kind("commitment"), ids=lambda vector: vector["path"])
def test_commitment_vectors_hold_by_the_page_and_by_the_code(vector: dict):
    path, salt, value = vector["path"], vector["salt"], vector["value"]
    assert committed(path, salt, value) == vector["hex"]
    assert chain.commitment(path, bytes.fromhex(salt), value) == vector["hex"]


@pytest.mark.parametrize("vector", of_kind("genesis"), ids=["genesis"])
def test_genesis_vector_holds_by_the_page_and_by_the_code(vector: dict):
    made = sha256(
        b"complaintkit/genesis/1\0",
        vector["case_id"].encode(),
        b"\0",
        vector["recorded_at"].encode(),
        b"\x001",
    )
    assert made == vector["hex"]
    assert chain.genesis(vector["case_id"], vector["recorded_at"]) == vector["hex"]


@pytest.mark.parametrize("vector", of_kind("entry"), ids=lambda vector: f"#{vector['seq']}")
def test_entry_vectors_hold_by_the_page(vector: dict):
    commitments = sorted(committed(*field) for field in vector["fields"])
    body = '{"commitments":["' + '","'.join(commitments) + '"],"format":1}'
    assert body == vector["body"]
    parts = (vector["case_id"], vector["id"], str(vector["seq"]), vector["prev"], body)
    made = sha256(b"complaintkit/entry/1\0", b"\0".join(part.encode() for part in parts))
    assert made == vector["hex"]


@pytest.mark.parametrize("vector", of_kind("entry"), ids=lambda vector: f"#{vector['seq']}")
def test_entry_vectors_hold_by_the_code(vector: dict):
    fields = {path: value for path, _, value in vector["fields"]}
    salts = [bytes.fromhex(salt) for _, salt, _ in vector["fields"]]
    body, rows = chain.seal(fields, salts)
    assert body == vector["body"]
    assert [[path, salt.hex(), value] for path, value, salt in rows] == vector["fields"]
    made = chain.entry_hash(
        case_id=vector["case_id"],
        entry_id=vector["id"],
        seq=vector["seq"],
        prev=vector["prev"],
        body=body,
    )
    assert made == vector["hex"]


def test_the_vectors_form_one_chain():
    first, second = of_kind("entry")
    assert first["prev"] == of_kind("genesis")[0]["hex"]
    assert second["prev"] == first["hex"]


def test_moving_a_byte_from_path_to_value_changes_the_commitment():
    salt = bytes(16)
    assert chain.commitment("ab", salt, "c") != chain.commitment("a", salt, "bc")


def test_a_salt_of_another_length_and_a_zero_byte_in_a_path_are_refused():
    with pytest.raises(ValueError, match="said"):
        chain.commitment("said", bytes(15), "x")
    with pytest.raises(ValueError, match="said"):
        chain.commitment("said\x00", bytes(16), "x")


def test_sealing_needs_a_salt_for_each_field():
    with pytest.raises(ValueError, match="one salt"):
        chain.seal({"a": "1", "b": "2"}, [bytes(16)])


def test_the_order_of_fields_does_not_matter():
    one, two = bytes(16), bytes([1] * 16)
    assert chain.seal({"b": "2", "a": "1"}, [one, two]) == chain.seal(
        {"a": "1", "b": "2"}, [one, two]
    )
