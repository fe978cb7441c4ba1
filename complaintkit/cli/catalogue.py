"""Which commands are there? A static list, so that help imports none of them."""

from typing import NamedTuple


class Listed(NamedTuple):
    """One command: its name, where it lives, its line in the help."""

    name: str
    module: str
    function: str
    line: str
    everyday: bool = True


GROUPS: dict[str, tuple[Listed, ...]] = {
    "Now": (
        Listed("today", "now", "today", "Where each case stands, and the next step."),
        Listed("next", "now", "next_", "The next step of one case: what, why, by when."),
        Listed("due", "due", "due", "Every date that runs out, yours and theirs."),
        Listed("remind", "remind", "remind", "Set a day of your own, or list them."),
        Listed("extend", "extend", "extend", "Move a date: they asked for more time.", False),
        Listed("sort", "sort", "sort_", "Say what kind of problem it is.", False),
    ),
    "Start": (
        Listed("open", "cases", "open_", "Open a case: the company and the problem."),
        Listed("profile", "profile", "profile", "Your own name and address for letters."),
        Listed("company", "cases", "company", "Add the company's address, head, account …", False),
        Listed("party", "offers", "party", "Add your bank, an agency, the maker …", False),
        Listed("cases", "cases", "cases", "List your cases.", False),
        Listed("show", "cases", "show_", "Show a case with all its particulars.", False),
        Listed("import", "imports", "import_", "Take in e-mails, chats, case files, packs.", False),
    ),
    "Log": (
        Listed("log", "log", "log", "Write down a call, visit or message."),
        Listed("event", "entries", "event", "Write down a dated fact: a bill, a delivery.", False),
        Listed("attach", "entries", "attach", "Keep files as exhibits.", False),
        Listed("note", "entries", "note", "Keep a private note; never exported.", False),
        Listed("correct", "entries", "correct", "Put an entry right; the first stays.", False),
        Listed("retract", "entries", "retract", "Take an entry back, with the reason.", False),
        Listed("tag", "tagging", "tag", "Add words to sort a contact by.", False),
        Listed("offer", "offers", "offer", "Write down what the company offered.", False),
        Listed("cost", "offers", "cost", "Write down money or time it costs you.", False),
        Listed("promises", "promises", "promises", "Every promise, and what became of it.", False),
        Listed("promise", "promises", "promise", "Record that a promise was kept or not.", False),
        Listed("timeline", "timeline", "timeline", "What happened, in order."),
        Listed("search", "timeline", "search", "Find entries by their words.", False),
    ),
    "Talk": (
        Listed("call", "calls", "call", "What to say in a call; it is written down as you talk."),
        Listed("reply", "reply", "reply", "Sort what they answered; see what helps next."),
    ),
    "Write": (
        Listed("letter", "letters", "letter", "Write a letter from the record."),
        Listed("check", "check", "check", "Look over a letter: polite, specific, true?"),
        Listed("edit", "sending", "edit", "Change a letter in your own editor.", False),
        Listed("sent", "sending", "sent", "Record that a letter went out.", False),
        Listed("templates", "templates", "templates", "The words of letters, yours first.", False),
    ),
    "Turn": (
        Listed("agencies", "agencies", "agencies", "Who else may be asked, and from when on."),
        Listed("agency", "agencies", "agency", "All about one body, with its sources.", False),
        Listed("form", "agencies", "form", "Your case as a body's own form asks for it.", False),
    ),
    "Prove": (
        Listed("export", "proof", "export", "Make the evidence pack, or a page to read."),
        Listed("verify", "proof", "verify", "Check the log or a pack, entry by entry.", False),
        Listed("receipt", "proof", "receipt", "A short text that shows later: unchanged.", False),
    ),
    "End": (
        Listed("close", "ending", "close", "Close a case with its outcome.", False),
        Listed("reopen", "ending", "reopen", "Open a closed case again.", False),
        Listed("score", "scoring", "score", "How a company dealt with you, in figures.", False),
    ),
    "Keep": (
        Listed("erase", "erasing", "erase", "Remove what an entry says, for good.", False),
        Listed("paths", "keep", "paths", "Where everything lies.", False),
        Listed("demo", "demo", "demo", "Play one case in a throw-away place."),
        Listed("help", "keep", "help_", "Help on a topic: all, dates, exit-codes …", False),
    ),
}

COMMANDS: dict[str, Listed] = {one.name: one for group in GROUPS.values() for one in group}
