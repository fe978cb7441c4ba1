"""What does each command look like when it is typed? One or two lines for its `--help`."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "today": ("complaintkit today", "complaintkit today --json"),
    "next": (
        "complaintkit next",
        "complaintkit next phone-bill --print -o plan.pdf",
        "complaintkit next --take ceo --reason 'the manager never calls back'",
    ),
    "agencies": (
        "complaintkit agencies",
        "complaintkit agencies --fact matter=service",
        "complaintkit agencies --country US --region OH --sector telecom",
    ),
    "agency": (
        "complaintkit agency us-fcc",
        "complaintkit agency us-fcc --verified",
    ),
    "form": (
        "complaintkit form us-fcc",
        "complaintkit form us-fcc --case phone-bill --format html -o form.html",
    ),
    "due": (
        "complaintkit due",
        "complaintkit due --ics complaints.ics",
    ),
    "remind": (
        "complaintkit remind 'ask Ben for the old contract' --on friday",
        "complaintkit remind --done 7",
    ),
    "extend": (
        "complaintkit extend 7 --to '2 weeks' --reason 'Jane asked for more time'",
        "complaintkit extend all-warranty --to 2027-03-01 --reason 'it says so on the card'",
        "complaintkit extend gb-section-75 --aside --reason 'I paid by debit card'",
    ),
    "sort": ("complaintkit sort", "complaintkit sort phone-bill tricked"),
    "open": (
        "complaintkit open --company 'Acme Telephone' \\",
        "    --problem 'They charged me twice on 3 May.' --want 'a refund of $84.20'",
    ),
    "profile": (
        "complaintkit profile --name 'Odessa Freeman' \\",
        "    --address '310 Larkspur Lane' --address 'Macon, GA 31201' --country US",
    ),
    "company": (
        "complaintkit company --address '1 Acme Plaza' --address 'Dallas, TX 75201' \\",
        "    --head 'Maria Stone' --account 0417",
    ),
    "cases": ("complaintkit cases",),
    "show": ("complaintkit show phone-bill",),
    "import": (
        "complaintkit import reply.eml",
        "complaintkit import chat.txt --case phone-bill --me 'Naomi'",
        "complaintkit import my-case/case.yaml",
        "complaintkit import phone-bill-pack-2026-05-04.zip",
    ),
    "log": (
        "complaintkit log --with 'Jane, supervisor' --said 'refund agreed' \\",
        "    --promised 'refund of $84.20' --by friday --ref 00123",
        "complaintkit log --not-reached --at 'yesterday 3pm' --minutes 40",
    ),
    "event": ("complaintkit event 'second debit of $84.20' --on 2026-05-03",),
    "attach": (
        "complaintkit attach bill.pdf --title 'May bill'",
        "complaintkit attach receipt.jpg --to 7",
    ),
    "note": ("complaintkit note 'ask Ben for the old contract'",),
    "correct": ("complaintkit correct 7 --ref 00124 --reason 'a typing slip'",),
    "retract": ("complaintkit retract 7 --reason 'logged twice'",),
    "party": (
        "complaintkit party 'Larkfield Bank' --role card-issuer \\",
        "    --address 'PO Box 1' --address 'Macon, GA 31201'",
    ),
    "offer": (
        "complaintkit offer 'a voucher' --amount 50 --expires 2026-06-10 --full",
        "complaintkit offer 7 --declined",
    ),
    "cost": ("complaintkit cost postage --amount 5.40", "complaintkit cost 'calls' --minutes 40"),
    "promises": ("complaintkit promises",),
    "promise": ("complaintkit promise 7 --kept",),
    "timeline": ("complaintkit timeline", "complaintkit timeline phone-bill --last 10"),
    "search": ("complaintkit search refund jane",),
    "reply": (
        "complaintkit reply",
        "complaintkit reply --kind voucher --text 'We can send you a voucher for $40.' \\",
        "    --offer 'a voucher' --amount 40 --expires 2026-06-10 --full-settlement",
    ),
    "tag": ("complaintkit tag 7 late rude-staff", "complaintkit tag --list"),
    "call": (
        "complaintkit call",
        "complaintkit call phone-bill --print -o call.pdf",
    ),
    "letter": ("complaintkit letter first", "complaintkit letter ceo --format pdf -o letter.pdf"),
    "check": (
        "complaintkit check letter.txt --case phone-bill",
        "complaintkit check letter.txt --fix",
    ),
    "edit": ("complaintkit edit", "complaintkit edit 2 --format pdf"),
    "sent": (
        "complaintkit sent 1 --via post --on yesterday --proof receipt.pdf --tracking RR1234GB",
        "complaintkit sent 1 --via email --on today --as letter-as-sent.pdf",
    ),
    "templates": (
        "complaintkit templates new first",
        "complaintkit templates new first --as my-gym-cancel",
        "complaintkit templates check",
    ),
    "export": ("complaintkit export", "complaintkit export phone-bill --format pdf --for court"),
    "erase": (
        "complaintkit erase 7 said --why 'a card number'",
        "complaintkit erase 9 --file --why 'the wrong photograph'",
    ),
    "receipt": ("complaintkit receipt", "complaintkit receipt phone-bill -o receipt.txt"),
    "verify": (
        "complaintkit verify",
        "complaintkit verify phone-bill-pack-2026-05-04.zip",
        "complaintkit verify --receipt receipt.txt",
    ),
    "close": (
        "complaintkit close --outcome resolved",
        "complaintkit close phone-bill --outcome part --amount 84.20 --on yesterday --not-fair",
    ),
    "reopen": ("complaintkit reopen phone-bill --reason 'the refund never came'",),
    "score": ("complaintkit score acme", "complaintkit score --case phone-bill"),
    "paths": ("complaintkit paths",),
    "demo": ("complaintkit demo",),
    "help": ("complaintkit help all", "complaintkit help dates"),
}


def epilog(command: str) -> str:
    """Return the end of a command's help; the mark keeps the lines as they are."""
    lines = EXAMPLES.get(command, ())
    if not lines:
        return ""
    return "\n".join(("\b", "For example:", *(f"  {line}" for line in lines)))
