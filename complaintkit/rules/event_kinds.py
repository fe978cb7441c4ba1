"""Which kinds of dated facts are there, beside contacts, letters and offers?"""

EVENT_KINDS = {
    "statement-sent": "the bill or statement with the error was sent",
    "ordered": "you ordered it",
    "contract": "the contract was made",
    "delivered": "it was delivered",
    "installed": "it was installed",
    "closing-date": "a loan on your home was signed (its closing)",
    "repair-asked": "you asked for a repair, or agreed to one",
    "repair-back": "it came back from repair",
    "cancelled": "it was cancelled",
    "rejected": "you told the seller that you reject the goods",
    "notice-received": "a collector's or authority's first notice reached you",
    "final-response": "the company gave its final response",
    "deadlock": "the company sent a deadlock letter",
    "no-answer": "no answer had come",
    "bank-told": "you told your bank",
    "reported": "you reported it to the police or a report line",
    "authority-told": "you told the safety authority",
    "filed": "you filed with an outside body or a court",
    "body-decided": "the outside body gave its answer",
    "other": "any other dated fact",
}
"""Kinds of `Event` in plain words. Some start or end clocks (`data/limits`, `rules.turns`)."""
