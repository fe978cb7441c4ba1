"""What do the words beside a number say that it is?

“Order no. 4111…” is an order, “my account (0123456789)” an account: most numbers are told by
the word right before them. Words that only lead up to the number, “no.” or “is”, are passed over.
"""

import re
from functools import cache

REACH = 64  # signs before a number in which its label is looked for
_LIGHT = frozenset(":#,()=|“”„\"'‘’/°№–—-")
_LONG_WORD = 5


def each(words: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words.split())


_LEAD_UP = each(
    "no nos nr nbr num number numbers nummer nummern numero número numéro n º nº is was are were"
    " being as ist war est es era lautet"
)
_COPULAS = each("is was are were ist war est es era")
_OF = each("with at for of from in bei von für de du chez")
FEW = 8  # words before a number in which its label is looked for
_REFERENCES = each(
    "airway arn article auftrag auftragsnummer awb barcode bestell bestellnummer bestellung"
    " booking buchung buchungsnummer case cell chassis claim colis commande complaint"
    " consignment dispatch docket dossier ean envío expediente factura facture fax"
    " gtin helpline hotline iccid imei invoice isbn item licence license meid membership meter"
    " mobile model mpan mprn nmi order paket parcel pedido phone plate pnr policy product"
    " quote rechnung rechnungsnummer receipt ref reference referencia referenz registration"
    " reservation rrn sendung sendungsnummer serial seguimiento shipment sim sku stan suivi"
    " tel telefon telephone teléfono ticket téléphone trace tracking transaction transfer txn upc"
    " utr version vin voucher vorgangsnummer waybill whatsapp zählernummer"
)
_CARDS = each(
    "amex card cards carte credit debit diners discover karte kartennummer kreditkarte maestro"
    " mastercard rupay tarjeta verve visa"
)
_NO_PAYMENT = each("bonus club library loyalty membership points reward rewards sim")
_CUSTOMERS = each("client cliente customer kunde kunden kundennummer letter member part seat user")


def words_before(text: str, at: int) -> list[str]:
    """Return the words right before a place, the nearest last, in their own spelling.

    None stand beyond a number, a currency sign, a semicolon, an empty line or the end of a
    sentence, and none where the number has been masked already. The 2 of CVV2 is no number.
    """
    start, is_line_end = at, False
    while start > max(0, at - REACH):
        sign = text[start - 1]
        if sign == "\n":
            if is_line_end:
                break
            is_line_end = True
        elif not sign.isspace():
            is_line_end = False
            if _parts(text, start - 1, sign):
                break
        start -= 1
    return _word().findall(text, start, at)


def _parts(text: str, at: int, sign: str) -> bool:
    """Whether a sign parts a number from the words before: “acct. ” and “no. ” end no sentence."""
    if sign == ".":
        word = text[at - _LONG_WORD : at] if at >= _LONG_WORD else ""
        return text[at + 1 : at + 2].isspace() and word.isalpha()
    if sign.isdecimal():
        return not text[at - 1 : at].isalpha()
    return not (sign.isalpha() or sign in _LIGHT)


def labels(words: list[str], passed_over: frozenset[str] = frozenset()) -> list[str]:
    """Return what may be the label in words before a number, small, each a beginning of them.

    “my account number with Lloyds is” also reads as “my account number”.
    """
    told = [word.casefold() for word in words[-FEW:]]
    ends = [len(told)]
    if told and told[-1] in _COPULAS:
        ends += [at for at in range(max(1, len(told) - 5), len(told)) if told[at] in _OF]
    for end in ends:  # which grows by what is led up to
        if end and (told[end - 1] in _LEAD_UP or told[end - 1] in passed_over):
            ends.append(end - 1)
    return [" ".join(told[:end]) for end in sorted(ends, reverse=True)]


def ends_in(said: list[str], phrases: tuple[str, ...]) -> bool:
    """Whether one of the readings ends in one of the phrases, as whole words."""
    ends = tuple(f" {phrase}" for phrase in phrases)
    return any(f" {reading}".endswith(ends) for reading in said)


def is_card_label(words: list[str]) -> bool:
    """Whether the words before a number call it a payment card's."""
    told = _bare(words)
    return bool(told) and told[-1] in _CARDS and not _is_other_card(told)


def is_reference(words: list[str]) -> bool:
    """Whether the words before a number call it an order, a shipment, a telephone or the like."""
    told = _bare(words)
    while told and told[-1] in ("id", "code"):
        told.pop()
    return bool(told) and (told[-1] in _REFERENCES or _is_other_card(told))


def is_customer(words: list[str]) -> bool:
    """Whether the words before a number call it the company's own for a customer or a part."""
    told = _bare(words)
    return bool(told) and told[-1] in _CUSTOMERS


def _is_other_card(told: list[str]) -> bool:
    """Whether a card is one of a shop or a library, whose number pays nothing."""
    return told[-1] in ("card", "karte", "carte") and bool(_NO_PAYMENT & {*told[-2:-1]})


def _bare(words: list[str]) -> list[str]:
    return labels(words)[-1].split()


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
