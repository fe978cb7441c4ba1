"""Tests of rules/check/parts.py: what a text holds, and what only looks like it."""

import random
import time

import pytest

from complaintkit.model.review import Part
from complaintkit.rules.check.draft import draft
from complaintkit.rules.check.parts import found_parts, parts_sought
from complaintkit.rules.check.parts_words import PartsWords, parts_words_from
from complaintkit.store.tone import load_tone


@pytest.fixture(scope="module")
def words() -> PartsWords:
    return load_tone("parts", parts_words_from)


def parts_of(text: str, words: PartsWords, language: str = "en") -> set[Part]:
    return {one.part for one in found_parts(draft(text), words, language=language)}


HOLDS = {
    Part.DATE: """
        The boiler stopped on 12 March 2026.
        The parcel was due on the 3rd of June.
        I paid on March 9th, and again a week later.
        It was delivered Apr. 4, 2026.
        My statement of 2026-02-19 shows it.
        You debited me on 14/07/2025.
        The bill is dated 03.11.2026.
        On 3/14 the charge appeared.
        I signed up in July 2018.
        The flight was on 1-Nov-2026.
        As of XX/XX/2019 the entry is still there.
        It began on XX/XX/XXXX.
        The engineer came on 21st August.
        From 5 to 9 May the line was dead.
        I ordered it on may 5.
        The fault came back on 30-04-26.
    """,
    Part.AMOUNT: """
        I was charged $84.20.
        You owe me £1,250.
        The fee was 40 pounds.
        They took forty pounds.
        NGN 45,000 was debited.
        I lost ₦12,500 to the machine.
        The machine kept N20,000.
        I paid Rs. 4,999 for it.
        The cost is Rs 1,25,000 in all.
        A sum of 2 lakh was held.
        The bill came to 389,00 €.
        They want 60 USD more.
        It was {$40.00} each time.
        I paid 4,999/- at the counter.
        The parking was 80p.
        You charged 84.20 twice.
        R1,200 left my account.
        I transferred KSh 3,500.
    """,
    Part.RESOLUTION: """
        I would like you to replace the kettle.
        Please refund the fare.
        Kindly reverse the debit.
        I want this taken care of.
        I need my money back.
        We request that the entry be removed.
        Could you please correct the bill?
        I am writing to ask for a refund.
        I should be grateful if you would cancel the contract.
        You must repair the roof.
        Refund my deposit.
        Send me a new charger.
        The charge should be reversed.
        All I want is an apology.
        Stop calling me at work.
        I hope you can restore the points.
        A full refund, please.
        I expect the company to honour the offer.
        Would you mind sending a corrected invoice?
        If the part is gone, return my deposit.
        Help me get my credit back.
        We are requesting a replacement.
    """,
    Part.DEADLINE: """
        Please reply by 12 June 2026.
        Kindly revert within 48 hours.
        I expect an answer within 14 days of this letter.
        If I have not heard from you by Friday, I will write to the ombudsman.
        You have ten days to put this right.
        I look forward to hearing from you by the end of the month.
        I should be glad to hear from you before 4 May.
        Unless you reply by noon on Monday, I will cancel.
        Within seven days, please send the missing part.
        My deadline is 30 June 2026.
        I will wait two weeks for your answer.
        I want the refund in my account no later than 1 August.
        Could you answer by close of business on Tuesday?
        Please let me have your answer in the next 10 working days.
        Should you not reply within a fortnight, I will go to court.
    """,
    Part.REFERENCE: """
        My order number is 88213.
        Order no. 17-4410 has not come.
        The booking reference is QZKTLM.
        Your ref: 2026/00417.
        The case 104-5523 was closed.
        Under reference RET-7719 you agreed to it.
        It is my account ending in 4417.
        The card ends in 9920.
        Ticket #55210 is still open.
        PNR KX9T2P shows two seats.
        AWB 176 4455 8812 never arrived.
        My customer ID is 0042-77.
        Invoice INV-2026-118 is wrong.
        The complaint number you gave me was C88102.
        Policy number: HP/88/2210.
        UTR 402288190021 proves the transfer.
    """,
    Part.CONTACT: """
        I called on Monday.
        I have written to you twice.
        Your agent told me to wait.
        I was told that it would be fixed.
        I spoke to the manager of the branch.
        They promised to ring back.
        My e-mail of 3 March was not answered.
        You have not replied.
        I went to your store in Leeds.
        We have been in touch with your office since May.
        I reported it to your front desk.
        In your letter of 9 May you say otherwise.
        Ms Ruiz in Retention agreed a credit.
        Every time I call, I hear something else.
        I submitted a complaint through your website.
        She hung up on me.
        My husband called your helpline.
    """,
    Part.COURTESY: """
        Please look at it again.
        Thank you for your help.
        Thanks in advance.
        I would be grateful for an answer.
        Kindly check the meter.
        I would appreciate a reply.
        I appreciate the effort.
        Kind regards, Ada
        Yours sincerely, Tom
        Yours faithfully
        plz fix the entry
        Many thanks to your driver.
        I remain respectfully yours.
        We are much obliged.
        Can you check, please?
    """,
    Part.NAME: """
        Ms Ruiz in Retention agreed a credit.
        I spoke to Mr. Okafor.
        A rep called Dan took the details.
        Agent Priya closed the chat.
        Devon from billing saw no note.
        I chatted with Amaka in support.
        Her name was Blessing.
        Your manager, Ngozi, saw it.
        The adviser whose name was Tom agreed.
        Mrs Iyer told me to wait.
        An engineer named Sam came.
        I dealt with Jo at your counter.
        Sunita on live chat was kind.
        Dr Mensah signed the form.
        I was served by Karen.
    """,
    Part.REACH: """
        You can reach me at 020 7946 0018.
        My e-mail address is ada@example.org.
        Call me on +1 404-555-0101.
        Tel: 0803 555 0199
        My address is on the form.
        14 Mill Road
    """,
}

LACKS = {
    Part.DATE: """
        It has version 10.4.2 of the software.
        The line is open 24/7.
        I waited 1/2 an hour.
        Room 12/3 was cold.
        I may 3 times have said so.
        The army would march 5 miles.
        It was 7.30 pm.
        I scored it 10/10.
        Ring 0800 11 12 13.
        My car is a 1997 model.
        It happened last year.
        The meeting was in May.
        The ratio is 3:14.
        It costs 12.50.
        The address is 192.168.10.20.
    """,
    Part.AMOUNT: """
        The fee rose by 5%.
        I bought 40 kettles.
        I was in room 450.
        It weighs 40 pounds.
        I lost 10 pounds in hospital.
        All 3 of them broke.
        TRY 2 MORE TIMES.
        The video is in 720p.
        I ordered 12 units.
        My order #88213 is late.
        The number is N95.
        It took 2,000 steps.
        I waited a million years.
        2 lakh customers saw it.
        The page has 84.20 in it.
    """,
    Part.RESOLUTION: """
        Your agent wanted me to replace the kettle myself.
        They asked me to refund the seller.
        I wanted to use the card.
        The manager said I need to send it back.
        If I want a refund, I must call.
        “Please refund this customer,” he said.
        My neighbour asked for a refund.
        You refused to refund the fare.
        I was told to please hold.
        Please find the bill enclosed.
        Please note that I paid.
        I would like to thank the driver.
        I want to say how it was.
        Do I need to send the phone back?
        I do not want a voucher.
        The rules say that you must repair a fault.
        He promised to replace it.
        You replaced the lid.
        Credit card payments were refused.
    """,
    Part.DEADLINE: """
        They gave me 14 days to pay or leave.
        You promised to reply by Friday.
        The law gives you 30 days.
        It took 14 days to come.
        I was told it would be here within 5 days.
        Your invoice must be paid by 1 June.
        I paid within a week.
        Your terms say that you reply within 14 days.
        I waited for three weeks.
        The shop closes by 6 pm.
        He told me to call within 48 hours.
        The delivery was due by noon.
        Please explain why it was not sent within 5 days.
        They want the form back by Monday.
        By Tuesday the fridge had failed.
    """,
    Part.REFERENCE: """
        I ordered 3 shirts.
        Ring me on telephone number 020 7946 0018.
        Section 75 of the Act applies.
        Room number 1204 was cold.
        Flight number BA 2490 was late.
        It is a 2019 model.
        My order of 12 March 2026 has not come.
        The case of 24 bottles broke.
        Our flat is apartment #2044.
        The postcode is SW1A 1AA.
        The bill is 4500 naira.
        The request took 3000 hours.
        Error number 5040 came up.
        I claim 2,500 in all.
        No order came.
        I have been a customer since 2008.
    """,
    Part.CONTACT: """
        Contact me at ada@example.org.
        I called my mother.
        I told the police.
        I will call you on Monday.
        A fee called “service charge” is on the bill.
        I called it a day.
        I wrote a review.
        My neighbour told me that he had the same.
        I spoke to my lawyer.
        You never told me about the fee.
        Your website says otherwise.
        You should have told me.
        If you do not reply, I will go to court.
        Please call me.
        I called a taxi.
        The label says cotton.
    """,
    Part.COURTESY: """
        They did not even say thank you.
        Thank God I had a spare key.
        Thanks to your error my rent bounced.
        The price has appreciated.
        As regards the tariff, the page is wrong.
        You may change it as you please.
        It is hard to please the staff.
        The agent said please hold.
        She spoke in a kindly enough way.
        Have the courtesy to answer.
        I bought a thank-you card.
        Nobody said sorry.
        “Please hold the line,” it said.
        No thanks were given.
        I do not appreciate it.
    """,
    Part.NAME: """
        Dear Ms Ruiz,
        My name is Mr Bello.
        I called Barclays.
        My neighbour, Mr Patel, saw it.
        The agent hung up.
        I spoke to customer service.
        The manager in London said no.
        I am Mrs Iyer.
        A company named Franklin took it.
        I wrote to your office in Leeds.
        The agent I spoke to was kind.
        Your driver left it outside.
        THE AGENT MENTIONED A FEE.
        An engineer came.
        I paid by Visa.
    """,
    Part.REACH: """
        I wrote to help@example.com.
        I rang 0800 555 0199.
        My account is 0042 7781 9920.
        Your office is at help@example.com.
        I waited 45 minutes.
    """,
}


def _lines(table: dict[Part, str]) -> list[tuple[Part, str]]:
    return [
        (part, line.strip()) for part, text in table.items() for line in text.strip().split("\n")
    ]


@pytest.mark.parametrize(("part", "text"), _lines(HOLDS))
def test_a_part_is_found(part: Part, text: str, words: PartsWords):
    assert part in parts_of(text, words)


@pytest.mark.parametrize(("part", "text"), _lines(LACKS))
def test_what_only_looks_like_a_part_is_passed_over(part: Part, text: str, words: PartsWords):
    assert part not in parts_of(text, words)


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        (
            "de",
            "Am 12. März 2026 habe ich 389,00 € bezahlt. Bitte antworten Sie.",
            "date amount courtesy",
        ),
        ("de", "Meine Nummer ist unbekannt.", ""),
        ("fr", "Le 3 avril 2026, 45 euros ont été prélevés. Merci.", "date amount courtesy"),
        ("fr", "Je vous prie de me rembourser.", "courtesy"),
        (
            "es",
            "El 9 de marzo de 2026 pagué 40 euros. Gracias, atentamente.",
            "date amount courtesy",
        ),
        ("es", "Quiero un reembolso antes del viernes.", ""),
        ("de", "Rückfragen an ada@example.org, am 03.04.2026.", "date reach"),
        ("pl", "Zapłaciłem 60 PLN 03.04.2026.", "date amount"),
    ],
)
def test_in_other_languages_notation_and_courtesy_are_found(
    language: str, text: str, parts: str, words: PartsWords
):
    assert {part.value for part in parts_of(text, words, language)} == set(parts.split())


def test_what_is_not_sought_in_a_language_is_never_found(words: PartsWords):
    assert parts_sought("en", words) == set(Part)
    for language in ("de", "fr", "es", "pl", ""):
        sought = parts_sought(language, words)
        assert Part.RESOLUTION not in sought
        assert parts_of("\n".join(HOLDS.values()), words, language) <= sought


def test_places_lie_within_the_text_and_in_its_order(words: PartsWords):
    for text in ("\n".join(HOLDS.values()), "\n".join(LACKS.values())):
        found = found_parts(draft(text), words)
        assert found == tuple(sorted(found, key=lambda one: (one.start, one.end, one.part)))
        assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_no_text_stops_it(words: PartsWords):
    chance = random.Random(11)
    pieces = ["please", "by", "within", "14", "days", "I", "called", "order", "#", "$", "1.000,00"]
    pieces += [
        "“",
        "”",
        ",",
        ". ",
        "\n",
        "if",
        "refund",
        "İ",
        "ß",
        "XX/XX/2019",
        "Mr.",
        "12/03",
        "\x00",
    ]
    pieces += ["e-mail", "no.", "not", "to", "my", "may 5", "R", "a@b.c", "👍", "me", ":", "thank"]
    for _ in range(300):
        text = chance.choice(["", " "]).join(chance.choices(pieces, k=chance.randrange(40)))
        for one in found_parts(draft(text), words):
            assert 0 <= one.start < one.end <= len(text)


HOSTILE = """
    please |1,000 |a-|(1 |i need |order number is |1/2/|my dear |a.b@|12 |
    the reference i was |spoke was by |by the next |call me |“|'|please, |you told me |$|(((1-
"""


@pytest.mark.parametrize("piece", [*HOSTILE.strip().split("|"), "\n"])
def test_time_grows_with_the_text_alone(piece: str, words: PartsWords):
    one = draft(piece * (12_000 // len(piece)))
    began = time.process_time()
    found_parts(one, words)
    assert time.process_time() - began < 1
