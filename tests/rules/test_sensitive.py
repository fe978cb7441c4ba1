import json
import re
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from complaintkit.rules.check_digits import is_card, luhn
from complaintkit.rules.sensitive import Sensitive, sensitive_numbers
from complaintkit.rules.told_secrets import SECRETS
from complaintkit.store.tone import load_tone

# Numbers that issuers and standards print as examples, or made by their rules from 1234….
PROVEN = {
    "card": (
        *("4111 1111 1111 1111", "4111-1111-1111-1111", "4111111111111111", "4111.1111.1111.1111"),
        *("4111\u00a01111\u00a01111\u00a01111", "4111 - 1111 - 1111 - 1111", "5555555555554444"),
        *("2223 0031 2200 3222", "3782 822463 10005", "378282246310005", "3056 930902 5904"),
        *("38520000023237", "3530 1113 3330 0000", "6011 1111 1111 1117", "6205500000000000004"),
        *("6759 6498 2643 8453", "5060990580000217499", "41111 11111 111111", "4111111 111111111"),
    ),
    "iban": (
        *("GB29 NWBK 6016 1331 9268 19", "gb29nwbk60161331926819", "DE89 3704 0044 0532 0130 00"),
        *("FR14 2004 1010 0505 0001 3M02 606", "NO93 8601 1117 947", "ES9121000418450200051332"),
        *("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "NL91-ABNA-0417-1643-00"),
        "IE29 AIBK\n9311 5212 3456 78",
    ),
    "ssn": ("123-45-6789", "123\u201145\u20116789"),
    "itin": ("912-70-1234", "999-88-1234"),
    "ni-number": ("AB 12 34 56 C", "AB123456C", "JG 10 37 59 A"),
    "pan": ("ABCPE1234F", "ACUPA7085R"),
    "south-african-id": ("8001015009087", "800101 5009 087", "800101 5009 08 7"),
    "nir": ("2 95 10 99 126 111 93", "295109912611193", "2 85 05 2A 006 084 82"),
}
"""Found without a word about them: a check digit, or a form of their own, is enough."""

NAMED = {
    "ssn": ("SSN 123456789", "social security number 123 45 6789"),
    "itin": ("ITIN: 912701234",),
    "ni-number": ("national insurance number ab123456c", "NI no. AB123456"),
    "nhs-number": ("NHS number 943 476 5919", "NHS No: 9434765919"),
    "aadhaar": ("Aadhaar 2341 2341 2346", "Aadhaar card number is 234123412346"),
    "pan": ("PAN AAACR4849R", "PAN: aaacr4849r", "PAN card no. ABCPE1234F"),
    "bvn": (
        "BVN 22212345678",
        "Bank Verification Number: 22212345678",
        "22212345678 (my BVN)",
        "BVN22212345678",
    ),
    "nin": ("NIN 12345678901", "12345678901 is my NIN"),
    "sin": ("SIN 193-456-787", "social insurance number 193 456 787"),
    "tfn": ("TFN 123 456 782", "tax file number: 123456782"),
    "medicare": ("Medicare 2123 45670 1", "Medicare card number 2123456701"),
    "pps-number": ("PPS number 1234567T", "PPSN 1234567FA", "PPS No: 6433435FT"),
    "steuer-id": ("Steuer-ID 36 574 261 809", "IdNr. 86095742719"),
    "dni": ("DNI 12345678Z", "DNI n.º 12.345.678-Z", "NIE X1234567L", "NIF: X-1234567-L"),
    "account": (
        "account number 0123456789",
        "acct no. 12345678",
        "A/C: 0047-118820",
        "cuenta n.º 12345678",
    ),
    "bank-account": (
        *("sort code 20-00-00, account 12345678", "account 20-00-00 12345678"),
        *(
            "my bank account is 12345678",
            "sort code 200000 12345678",
            "savings account 123456789012",
        ),
    ),
    "passport": ("passport number 533380006", "passport no. C01X00T47", "Passport: AB 123456"),
    "driving-licence": ("driving licence MORGA657054SM9IJ", "driver’s license no. D1234567"),
    "pin": (
        "my PIN is 1234",
        "PIN: 1234",
        "PIN code 1234",
        "my pin is 1 2 3 4",
        "ATM PIN 482913",
        "PIN1234",
    ),
    "card-code": ("CVV 123", "CVV2: 123", "the security code is 1234", "CVC number 123"),
    "one-time-code": (
        *("OTP 482913", "one-time passcode: 482 913", "verification code (482913)"),
        *("the OTP they sent me by text was 482913", "TAN 482913"),
    ),
    "password": (
        *(
            "password: hunter2",
            "my password is “Sunshine”",
            "Passwort: geheim7",
            "passcode is 48291x",
        ),
        *("Password: sunshine", "the password was P@ssword"),
    ),
    "security-answer": (
        *("my mother’s maiden name is Kowalczyk", "Memorable word: windermere"),
        "the answer to my security question is “blue door”",
    ),
}
"""Found only because the words beside them say what they are."""

ORDINARY = """
I ask for a refund of $84.20 (order 4929-1234-5678, ref. 00123).
Call 404-555-0101 or +44 20 7946 0958 or 020 7946 0958 between 9 and 17.
My mobile is 98765 43210; his is +91 98765 43210, and mine at work 08031234567.
WhatsApp 919876543210, telephone 0044 20 7946 0958, fax 01632 960114.
Ring (404) 555-0101 ext. 4111 or 1-800-555-0101.
My phone number is 123-456-7890.
Phone: 416 555 0142, mobile 0412 345 678.
Order number 4111111111111111 has not come.
Order no. 4111 1111 1111 1111 was cancelled.
Order ID: 5555555555554444
Order #4111111111111111
My reference is 4111 1111 1111 1111.
Tracking number 4003 1234 5678 9012, sent on 3 May 2026.
Tracking 9400 1000 0000 0000 0000 00 shows no change.
AWB 12345678901, consignment 6011111111111117.
IMEI 490154203237518 and IMEI: 35 693803 564380 9.
The telephone's IMEI is 356938035643809.
490154203237518 is the number that the shop wrote on the slip.
SIM card number 8944500102198304826.
ICCID 89445001021983048260
Loyalty card 6304000000000000, library card 4222222222222.
EAN 4006381333931; barcode 4006381333931.
The box says 4006381333931.
ISBN 978-0-306-40615-7
Invoice 2026-05-04/4111, invoice 123-45-6789.
Case 123-45-6789 and ticket 987-65-4321.
Complaint AB123456C, your reference SC774100A.
Ref AB 12 34 56 C
Model WM814500A, part number AB123456C.
Customer number AB123456C, customer no. 123-45-6789.
Booking reference ABCPE1234F and PNR X7K9QD.
Flight BA0117 on 4 May 2026 at 10:45, seat 23A.
Tracking AB123456789GB left on 12/05/2026.
Meter reading 45210 on 4 May and 45833 on 4 June.
Meter 1234567890, MPAN 2000012345678.
MPAN 21 0012 345 6789 2, MPRN 1234567890
Readings: 4521, 4533, 4547, 4560.
I paid £1,234.56 on 04/05/2026, 1.234,56 € on 04.05.2026 and ₦45,000.00.
₦4111111111111111 is a sum nobody has.
The bill was 1234567890 naira.
They moved $ 412345678 by mistake.
VIN 1HGCM82633A004352
Registration AB12 CDE, postcode SW1A 1AA, PIN code 560001.
Bengaluru, PIN: 560001
PIN 560 001
30301 Atlanta; 12345-6789 as ZIP.
My card XXXX XXXX XXXX 1234 and the card ending 4417.
The card ending in 1111, account ending 4417, **** **** **** 1111.
Account •••• 6789, account XXXX6789, acct ****6789.
They asked for my PIN twice, and for the OTP.
I reset my password on 3 May 2026 and again on 12 May.
My password is not accepted.
The password is required, my password was changed.
Your page says: Password: required
Password: reset, refused, forgotten.
The password must have 12 characters; my password is 12 characters long.
The password is case-sensitive; the password was e-mailed to me.
The password was too short.
The password was 100% correct, my password is 8 letters.
Password: https://bank.example/reset
Name and password:

Regards,
I never told anybody my mother's maiden name.
They asked for the memorable word: I was never given one.
The security code is on the back, and the CVV too.
The verification code never came; the OTP was sent at 10:45.
I got a one-time code on 12 May 2026.
An OTP sent to the number ending 4417.
The security code has 3 digits.
My account was closed on 12 05 2026.
Account since 2019, account on 2026-05-04, account 2026-05-04.
I opened the account in 2019 with 500000 naira.
They credited the account with 1234567.
The account manager's number is 404-555-0101.
Account 404-555-0101
Account 123456.00 was the balance.
You closed my account. 12345678 is the order.
The box says 4222222222222.
Call +4111111111111111.
8001015009012 is of the old form.
2 95 13 99 126 111 44
Steuer-ID 11223456785, Steuer-ID 12345678903, Steuer-ID 11123456786
Medicare 7123 45675 1
New PIN 2026-05-04, old PIN 2025-11-02.
My PIN code is 560001, and the plug's pin 1234 is bent.
My account reference is 12345678.
The reference for my account is 12345678, that of the order is 12345679.
Account name: Odessa Freeman
I sent my passport on 12 May 2026.
Passport, driving licence and bill were sent.
My passport was issued in 2019.
The NHS letter of 4 May 2026 came from the NHS on 0300 123 4567.
NHS number 943 476 5918
Medicare 2123 45671 1
SIN 193-456-788
Sin 193456787 no se puede.
TFN 123 456 783
Aadhaar 2341 2341 2347
UPI reference 234123412346, UTR 234123412346.
FedEx 2341 2341 2346
9434765919 was the number that called.
22212345678 and 12345678901 were both called.
PPS 1234567A
DNI 12345678A
12345678Z is printed on the case.
1234567T
Steuer-ID 36574261808
36574261809
Steuernummer 21/815/08150
Routing number 021000021 is public.
Sort code 20-00-00 is that of the branch.
AB12 3456 7890 1234 5678 90
GB29 NWBK 6016 1331 9268 18
DE89 3704 0044 0532 0130
XX89 3704 0044 0532 0130 00
4111 1111 1111 1112
1234 5678 9012 3456
4111 1111 1111 1111 1111 1111
123 4111 1111 1111 1111
4111-1111-1111-1111-A7
TM-4111111111111111
https://shop.example/orders/4111111111111111
000-12-3456, 666-12-3456, 123-00-4567, 123-45-0000, 950-49-1234
12-345-6789 and 1234-56-7890
BG 12 34 56 C, DA 12 34 56 A, AO 12 34 56 A, QQ 12 34 56 C, AB 12 34 56 E
AB 12 34 56
8001015009088 and 8013015009087 and 8001015009187
2 95 13 99 126 111 93 and 2 95 10 99 126 111 94
800101500908 and 80010150090877
2026-05-04 10:45:12 +0100, 20260504104512
1714816800000 is the time on the slip.
Serial number 0081400327745, terminal OOB-0042-2, trace number 004417.
Second payment trace 00048120077; line 937-555-0117.
Section 75, 15 U.S.C. 1666, Regulation 261/2004, Form 1040.
Policy 4222222222222, claim 30569309025904.
Bestellnummer 4111111111111111, Sendungsnummer 00340434161094015902
Commande n° 4111111111111111, suivi 6A12345678901
Pedido 4111111111111111, factura 2026/00123
BTC 0.00451200 and 3 x 4111
12 345 678 kWh and 4 111 111 litres
1 2 3 4 5 6 7 8 9
""".strip().splitlines()


def kinds(text: str, **more: object) -> list[str]:
    return [found.kind for found in sensitive_numbers(text, **more)]


def masked(text: str, found: tuple[Sensitive, ...]) -> str:
    for one in reversed(found):
        text = text[: one.start] + one.mask + text[one.end :]
    return text


def each(numbers: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(kind, one) for kind, many in numbers.items() for one in many]


@pytest.mark.parametrize(("kind", "number"), each(PROVEN))
def test_a_number_that_proves_itself_is_found_in_its_place(kind: str, number: str):
    text = f"On 3 May I wrote {number}, and nobody answered."
    (found,) = sensitive_numbers(text)
    assert (found.kind, text[found.start : found.end]) == (kind, number)
    assert not found.is_secret


@pytest.mark.parametrize(("kind", "words"), each(NAMED))
def test_a_number_is_found_where_the_words_beside_it_name_it(kind: str, words: str):
    text = f"For you: {words}. Thank you."
    (found,) = sensitive_numbers(text)
    assert found.kind == kind
    assert found.is_secret == (kind in SECRETS)
    assert text[found.start : found.end] in words


@pytest.mark.parametrize(("kind", "words"), each(NAMED))
def test_without_the_words_most_are_ordinary_numbers(kind: str, words: str):
    (found,) = sensitive_numbers(words)
    number = words[found.start : found.end]
    if kind not in PROVEN or number not in str(PROVEN):
        assert kinds(f"The slip says {number} twice") == []


@pytest.mark.parametrize(("kind", "number"), each(PROVEN))
def test_with_one_digit_altered_a_checked_number_is_none(kind: str, number: str):
    if kind in ("ssn", "itin", "ni-number", "pan"):
        return  # these have no check digit
    last = max(at for at, sign in enumerate(number) if sign.isdecimal())
    altered = f"{number[:last]}{(int(number[last]) + 1) % 10}{number[last + 1 :]}"
    assert kinds(f"I wrote {altered}, and") == []


@pytest.mark.parametrize("line", ORDINARY)
def test_an_ordinary_line_has_nothing_to_hide(line: str):
    assert kinds(line) == []
    assert kinds(f"Dear Sir,\n\n{line}\n\nYours") == []


def test_ordinary_lines_together_have_nothing_to_hide():
    assert len(ORDINARY) > 120
    assert kinds("\n\n".join(ORDINARY)) == []


def test_every_kind_has_its_words_and_no_words_are_left_over():
    words = load_tone("sensitive", dict)
    told = words["kinds"]
    assert set(told) == {*PROVEN, *NAMED, "routing-number"}
    assert set(told) >= SECRETS
    for one in told.values():
        assert one["called"] in words["reason"].format(**one)
        assert one["why"].endswith(".")
    assert len(json.dumps(words)) < 5000


@pytest.mark.parametrize(
    ("text", "became"),
    [
        ("I paid with 4111 1111 1111 1111 on 3 May.", "I paid with •••• 1111 on 3 May."),
        ("My account (12345678) is", "My account (•••• 5678) is"),
        ("account 123456, acct 1234567", "account •••• 456, acct •••• 567"),
        ("NI AB 12 34 56 C", "NI •••• 456C"),
        ("My PIN is 1234.", "My PIN is ••••."),
        ("password: “hunter2”", "password: “••••”"),
        ("card 4111 1111 1111 1111 12/27, CVV 123", "card •••• 1111 12/27, CVV ••••"),
        ("routing 021000021, account 123456789012", "routing •••• 0021, account •••• 9012"),
        ("routing 021000021 123456789012", "routing •••• 0021 •••• 9012"),
    ],
)
def test_the_mask_reads_on_in_the_sentence(text: str, became: str):
    assert masked(text, sensitive_numbers(text)) == became


@pytest.mark.parametrize(("kind", "words"), [*each(PROVEN), *each(NAMED)])
def test_a_mask_shows_no_more_than_the_end_and_nothing_of_a_secret(kind: str, words: str):
    (found,) = sensitive_numbers(words)
    shown = "".join(re.findall(r"\w+", found.mask))
    number = "".join(re.findall(r"\w+", words[found.start : found.end])).upper()
    assert len(shown) <= (0 if kind in SECRETS else 4)
    assert number.endswith(shown)
    assert len(shown) * 2 <= len(number)


@pytest.mark.parametrize(
    "text",
    [
        "card 4111 1111 1111 1111 12 27 123",
        "card 4111 1111 1111 1111 12/27",
        "3 May 2026 4111 1111 1111 1111",
        "4111 1111 1111 1111 5555 5555 5555 4444",
        "4111 1111 1111 1111\n5555 5555 5555 4444",
        "my card 4111 1111\n1111 1111 was",
        "> my card 4111 1111\n> 1111 1111 was",
        "card no. 4222222222222",
        "card: 4111111111111111/12/27",
        "order by card 4111 1111 1111 1111",
        "| card | 4111 1111 1111 1111 |",
    ],
)
def test_a_card_number_is_found_among_other_figures(text: str):
    assert set(kinds(text)) == {"card"}


def test_a_number_that_says_two_things_is_told_once():
    assert kinds("IBAN DE89 3704 0044 0532 0130 00, account 0532013000") == ["iban", "bank-account"]
    assert kinds("account number 4111 1111 1111 1111") == ["card"]
    assert kinds("CVV 123, PIN 1234, password: 1234x") == ["card-code", "pin", "password"]


def test_the_companys_own_number_stays_in_a_letter_to_it():
    own = ("0047-118820",)
    assert kinds("account 0047 118820 and account 0047118820", own=own) == []
    assert kinds("account 0047-118821", own=own) == ["account"]
    assert kinds("account 0047-118820") == ["account"]
    assert kinds("sort code 20-00-00 12345678", own=("20-00-00 12345678",)) == []
    assert kinds("TFN 123 456 782", own=("123456782",)) == []


def test_the_iban_of_the_companys_own_account_stays():
    assert kinds("IBAN DE89 3704 0044 0532 0130 00", own=("0532013000",)) == []
    assert kinds("account 0532013000", own=("DE89370400440532013000",)) == []
    assert kinds("IBAN DE89 3704 0044 0532 0130 00", own=("0532013001",)) == ["iban"]


def test_a_card_number_or_a_secret_goes_out_to_nobody():
    assert kinds("card 4111 1111 1111 1111", own=("4111111111111111",)) == ["card"]
    assert kinds("account 4111 1111 1111 1111", own=("4111 1111 1111 1111",)) == ["card"]
    assert kinds("password: 0047118820", own=("0047118820",)) == ["password"]
    assert kinds("OTP 118820", own=("118820",)) == ["one-time-code"]


def test_an_empty_line_parts_a_number_from_the_words_before():
    assert kinds("I closed the account\n\n12345678") == []
    assert kinds("I closed the account\n12345678") == ["account"]


def test_two_lines_that_end_and_begin_in_figures_are_no_card():
    assert kinds("part TM-4111 1111\n1111 1111") == []
    assert kinds("order 4111 1111\n1111 1111") == []
    assert kinds("4111 1111\n\n1111 1111") == []


def test_two_numbers_side_by_side_do_not_hide_each_other():
    assert kinds("2 95 10 99 126 111 93 6205500000000000004") == ["nir", "card"]
    assert kinds("800101 5009 08 7 378282246310005") == ["south-african-id", "card"]


def test_a_short_own_number_covers_no_other():
    assert kinds("account 00020417", own=("20417",)) == ["account"]
    assert kinds("account 00470417", own=("0417",)) == ["account"]
    assert kinds("account 00470417", own=("", " - ")) == ["account"]


PREFIXES = (
    *(("4", 16), ("4", 19), ("51", 16), ("55", 16), ("2221", 16), ("2720", 16), ("2200", 16)),
    *(("34", 15), ("37", 15), ("300", 14), ("305", 14), ("36", 14), ("38", 14), ("39", 14)),
    *(("3528", 16), ("3589", 16), ("6011", 16), ("644", 16), ("65", 16), ("62", 16), ("62", 19)),
    *(("5060990", 16), ("5060990", 19), ("6759", 16), ("508", 16), ("607", 16), ("8172", 16)),
)
GROUPS = {
    14: ((14,), (4, 6, 4), (4, 4, 4, 2)),
    15: ((15,), (4, 6, 5), (4, 4, 4, 3), (5, 5, 5)),
    16: ((16,), (4, 4, 4, 4), (8, 8), (2,) * 8, (1,) * 16),
    19: ((19,), (4, 4, 4, 4, 3), (6, 13)),
}


@st.composite
def cards(draw: st.DrawFn) -> str:
    """Make a card number as people write it."""
    prefix, length = draw(st.sampled_from(PREFIXES))
    more = length - len(prefix) - 1
    body = prefix + draw(st.text("0123456789", min_size=more, max_size=more))
    number = next(body + last for last in "0123456789" if luhn(body + last))
    parts, at = [], 0
    for group in draw(st.sampled_from(GROUPS[length])):
        parts.append(number[at : at + group])
        at += group
    return draw(st.sampled_from(" -.\u00a0\u202f\u2011")).join(parts)


@given(cards())
def test_any_card_number_is_found_in_any_usual_grouping(number: str):
    text = f"You charged {number} on 3 May."
    (found,) = sensitive_numbers(text)
    assert (found.kind, text[found.start : found.end]) == ("card", number)
    digits = re.sub(r"\D", "", number)
    assert found.mask == f"•••• {digits[-4:]}"


PIECES = st.sampled_from(
    [
        *(one for _, one in each(PROVEN)),
        *(one for _, one in each(NAMED)),
        *(
            "account",
            "PIN",
            "is",
            "card",
            "password:",
            "BVN",
            "routing",
            "sort code",
            "own",
            "order",
        ),
        *(
            "12",
            "2026",
            "1234",
            "12345678",
            "123456789012",
            "021000021",
            "X",
            "•",
            "/",
            ",",
            "\n",
            "-",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).flatmap(
    lambda pieces: st.sampled_from([" ", "\n", "", ", "]).map(lambda gap: gap.join(pieces))
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(TEXTS, st.text("0123456789 -.\nAB•:()", max_size=80), st.text(max_size=60)))
def test_once_masked_there_is_nothing_left_to_find(text: str):
    found = sensitive_numbers(text)
    again = sensitive_numbers(masked(text, found))
    assert again == ()
    ends = [0, *(one.end for one in found)]
    assert all(one.start >= end for one, end in zip(found, ends, strict=False))
    assert all(one.start < one.end <= len(text) for one in found)


@given(st.text("0123456789", min_size=15, max_size=15))
def test_no_imei_is_a_card(digits: str):
    assert not is_card(f"35{digits[2:]}")
    assert not is_card(f"86{digits[2:]}")


HOSTILE = (
    *("1", "4", "1 ", "1-", "4111 ", "4111-1111-", "12 34 ", " ", "-", ".", "A1", "AB12", "AB12 "),
    *(
        "DE89 ",
        "DE89",
        "PIN ",
        "password: ",
        "password is ",
        "account ",
        "account 1",
        "\n",
        "(",
        "“",
    ),
    *("passport no ", "maiden name is A ", "OTP was ", "2A", "1 23 45 ", "AB 12 34 56 ", "٣", "4 "),
    *("4111111111111111 ", "PIN 1234 ", "routing 021000021 account 12345678 ", "123-45-6789 "),
)


def steps(text: str) -> int:
    """Count the calls that reading a text takes, which no other work of the machine changes."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        sensitive_numbers(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("hostile", HOSTILE)
def test_endless_repetition_ends(hostile: str):
    assert isinstance(sensitive_numbers(hostile * (50_000 // len(hostile))), tuple)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_four_times_the_text_takes_about_four_times_the_steps(hostile: str):
    few, many = (steps(hostile * times) for times in (60, 240))
    assert many < 5 * few + 200


def test_a_routing_number_far_from_any_account_is_public():
    assert kinds(f"routing 021000021. {'I wait. ' * 20}account 12345678") == ["account"]


def test_a_card_is_found_at_the_end_of_a_long_text():
    text = f"{'I wait since 3 May. ' * 20_000}card 4111 1111 1111 1111"
    (found,) = sensitive_numbers(text)
    assert text[found.start : found.end] == "4111 1111 1111 1111"
    assert replace(found, start=0, end=19) == Sensitive(
        kind="card", start=0, end=19, mask="•••• 1111", is_secret=False
    )
