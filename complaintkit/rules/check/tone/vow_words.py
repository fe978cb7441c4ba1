"""Which words of grammar tell who is to do, or to suffer, what?"""

MODALS = frozenset(
    [
        *("will", "shall", "would", "could", "can", "may", "might", "must", "going", "gonna"),
        *("want", "intend", "plan", "promise", "swear", "vow", "ready", "prepared", "about"),
        *("tempted", "minded", "how", "planning", "wanna", "willing", "thinking", "considering"),
        *("should", "happy", "close", "better", "delighted", "determined", "forced", "gladly"),
        *("hate", "proceed", "threaten"),
    ]
)
"""Words that put what follows into the future, or into the writer's will."""
WILLING = frozenset({"hate", "want", "swear", "promise", "vow"})
"""Those of them behind which “take this further” does not read well."""
LINKS = frozenset(
    [
        *("to", "be", "have", "been", "start", "starting", "begin", "keep", "personally", "then"),
        *("happily", "surely", "definitely", "certainly", "just", "simply", "also", "now", "even"),
        *("either", "still", "really", "soon", "immediately", "finally", "all", "both", "only"),
        *("together", "so", "very", "first", "next", "love", "like", "enjoy", "rather", "of"),
        *("spare", "let", "hesitate", "afraid", "scared", "continue", "always", "probably", "try"),
        *("not", "never", "think", "twice", "in", "by", "well", "do", "already", "come", "go"),
        *("and", "wait", "ever", "mind", "for", "feel", "need", "too", "publicly", "today"),
        *("tonight", "tomorrow", "am", "are", "is", "no", "option", "choice", "but", "other"),
        *("has", "had", "bring", "myself", "as", "happy", "glad", "pleased", "until", "till"),
        *("rest", "stop", "s", "up", "down", "round", "over", "there", "straight", "ahead", "back"),
        *("out", "on"),
    ]
)
"""Words that may stand between such a word and its verb, or its doer."""
BEFORE_VERBS = frozenset(
    [
        *("to", "be", "been", "not", "never", "just", "also", "then", "now", "even", "only"),
        *("still", "really", "soon", "personally", "all", "both", "very", "so", "definitely", "of"),
        *("certainly", "surely", "gladly", "happily", "rather", "love", "like", "hesitate", "no"),
        *("afraid", "always", "simply", "myself", "option", "choice", "but", "either", "good"),
    ]
)
"""Those of them that are no verbs of their own."""
NO_VERBS = frozenset(
    [
        *("you", "he", "she", "they", "we", "i", "it", "the", "your", "my", "a", "this", "that"),
        *("anyone", "someone", "somebody", "there", "his", "her", ""),
    ]
)
"""What follows “will” in a question, or after a noun: no verb."""
AUXILIARIES = frozenset({"will", "shall", "would", "could", "can", "may", "might", "must"})
"""Those before which “not” does not stand."""
FATE = frozenset({"will", "shall", "going", "gonna", "better", "ready", "about", "might"})
"""Words of what is sure to come."""
LASTING = frozenset({"am", "are", "be", "is"})
"""Before a verb in -ing: “I am telling the papers”."""
WITHOUT_DOER = frozenset({"will", "going", "gonna", "might", "tempted"})
"""Words before which “I” is left out: “Going to the papers”."""
ADVERBS = frozenset({"to", "all", "soon", "just", "surely", "also", "really", "definitely"})
"""Words between “will” and what is replaced."""
JOINING = frozenset({"and", "or", "then", "but", "to", "by"})
"""Words that join a second verb to “will”."""
ASKED_OF = frozenset({"you", "he", "she", "they", "we", "i", "it"})
"""Whom a question asks: “would you …”."""
ASKED = frozenset(
    [
        *("ask", "asking", "tell", "want", "allow", "let", "need", "instruct", "request", "invite"),
        *("help", "wait", "expect", "like"),
    ]
)
"""Verbs whose “to” tells what another is to do."""
TURNING = frozenset({"as", "when", "if", "because", "once", "after"})
"""Words behind which another thing is told."""
ENDINGS = frozenset({"will", "would", "if", "unless", "when", "because", "which", "why", "whether"})
"""Words at which a deed ends."""
PRESSING = frozenset(
    [
        *("or", "before", "until", "till", "unless", "if", "else", "otherwise", "swear"),
        *("and", "then"),
    ]
)
"""Words behind which “I tell” means “I will tell”."""
TIMES = frozenset({"if", "when", "while", "whenever", "because", "after", "as", "that", "where"})
"""Words behind which it does not."""
PAST = frozenset(
    [
        *("was", "were", "had", "have", "went", "left", "kept", "paid", "found", "lost", "called"),
        *("told", "sent", "wrote", "saw", "got", "did", "took", "gave", "made", "spoke", "said"),
    ]
)
"""Verbs of what has been done."""
WITHOUT_DENIAL = frozenset(
    [
        *("hesitate", "afraid", "scared", "rest", "stop", "only", "just", "think", "above", "mind"),
        *("wait", "sleep", "long", "ashamed", "until", "till", "shy", "fail", "even", "give"),
        *("choice", "option", "relent", "quit", "bother", "simply", "tire", "doubt"),
    ]
)
"""Words after “not” with which a vow stays one: “I will not hesitate to”."""
SUFFERED = frozenset(
    [
        *("be", "been", "lose", "suffer", "face", "become", "receive", "read", "watch", "regret"),
        *("cry", "beg", "weep", "follow", "contact", "message", "reach", "look", "check"),
        *(
            "drown",
            "drowning",
            "crawl",
            "crawling",
            "weeping",
            "losing",
            "suffering",
            "contacting",
            "dead",
        ),
    ]
)
"""Verbs of what the writer suffers, or of a mere message."""
NOBODY = frozenset({"nobody", "none"})
"""Those who do nothing."""
FORCED = frozenset({"make", "making", "force", "forcing", "made"})
"""“Do not make me”."""
WRITER = frozenset({"i", "we"})
"""The writer."""
OTHERS = frozenset({"he", "she", "they", "i", "we", "who", "which"})
"""Words that begin what another does."""
READER = frozenset({"you", "u", "ya", "una", "yours", "they", "he", "she", "whoever"})
"""The reader, or their people."""
SPOKEN_OF = frozenset({"he", "she", "they"})
"""Somebody told of before."""
READERS_OWN = frozenset({"your", "his", "her", "their", "ur", "you", "whoever"})
"""What is the reader's."""
AT_STAKE = frozenset(
    [
        *("name", "career", "reputation", "job", "life", "days", "shares", "shop", "house", "boss"),
        *("wife", "franchise", "practice", "firm", "office", "children", "family", "building"),
    ]
)
"""What the reader stands and falls with."""
MOB = frozenset(
    [
        *(
            "someone",
            "somebody",
            "boys",
            "lads",
            "students",
            "riders",
            "drivers",
            "residents",
            "tenants",
            "youths",
            "neighbours",
            "neighbors",
        ),
        *("village", "community", "town", "family", "press", "mob", "crowd", "guys", "folks"),
        *("karma", "god", "allah", "thunder", "lord", "devil", "ancestors", "ogun", "amadioha"),
        *("sango", "society", "association", "newspaper", "paper", "husband", "wife", "son"),
        *("sons", "daughter", "father", "dad", "mother", "brother", "brothers", "sister"),
        *("sisters", "uncle", "uncles", "aunt", "cousin", "cousins", "nephew", "mate", "mates"),
        *("friend", "friends", "followers", "lawyer", "lawyers", "members", "union", "in-law"),
        *("law", "us", "city", "dogs"),
    ]
)
"""Those who would do it for the writer."""
BEFORE_MOB = frozenset({"the", "my", "our", "some", "big", "of", "whole", "all", "area", "own"})
"""Words before them."""
WISHES = frozenset({"hope", "hopes", "hoping", "pray", "praying", "wish", "wishing", "may"})
"""Words of a wish."""
CALM_DEEDS = frozenset(
    [
        *("write", "call", "send", "show", "return", "ask", "cancel", "leave", "report", "reject"),
        *("accept", "keep", "appeal", "quote", "give", "charge", "hold", "remind", "let", "take"),
        *("bring", "tell", "pay", "meet", "sue", "name", "add", "lodge", "complain", "switch"),
        *("remove", "stop", "pass", "refer", "have", "move", "need", "expect", "record", "deduct"),
        *("withhold", "hand", "use", "contact", "visit", "see", "wait", "follow", "know", "like"),
        *("thank", "trust", "understand", "be", "get", "go", "come", "file", "claim", "dispute"),
        *("escalate", "inform", "advise", "notify", "raise", "forward", "copy", "post", "check"),
        *("test", "review", "sign", "fill", "collect", "replace", "repair", "request", "consider"),
        *("assume", "treat", "close", "end", "buy", "try", "help", "find", "look", "speak", "talk"),
        *("read", "attach", "enclose", "provide", "settle", "agree", "hear", "want", "make", "put"),
        *("say", "do", "offer", "answer", "reply", "email", "phone", "ring", "discuss", "explain"),
        *("work", "owe", "recover", "install", "uninstall", "delete", "mail", "carry", "recommend"),
        *("instruct", "consult", "rent", "order", "choose", "prefer", "open", "download", "upload"),
        *("set", "sell", "borrow", "unblock", "remember", "pull", "miss", "stay", "arrive", "hope"),
        *("wish", "believe", "think", "feel", "apologise", "apologize", "urge", "challenge"),
        *("decline", "refuse", "insist", "demand", "oppose", "contest", "cite", "state", "mention"),
        *("list", "count", "measure", "compare", "photograph", "scan", "print", "text", "fax"),
        *("join", "welcome", "remain", "continue", "begin", "start", "accompany", "drive"),
        *("credit", "reimburse", "refund", "compensate", "deposit", "transfer", "swap", "exchange"),
        *("trade", "rate", "score", "describe", "translate", "prove", "demonstrate", "mark"),
        *("label", "store", "clean", "wash", "empty", "unpack", "pack", "fetch", "pick", "drop"),
        *("park", "turn", "run", "reset", "restart", "update", "upgrade", "downgrade", "renew"),
        *("extend", "terminate", "withdraw", "waive", "rely", "base", "match", "support", "back"),
        *("defend", "represent", "appoint", "authorise", "authorize", "permit", "object"),
        *("respond", "acknowledge", "confirm", "verify", "clarify", "resubmit", "submit", "supply"),
        *("deliver", "complete", "finish", "correct", "amend", "alter", "change", "fix", "mend"),
        *("adjust", "block", "mute", "unsubscribe", "unfollow", "avoid", "ignore", "lend", "hire"),
        *("lease", "book", "rebook", "draw", "point", "flag", "chase", "pursue", "itemise"),
        *("enter", "invoice", "insure", "link", "praise", "commend", "share", "shut", "watch"),
        *("lock", "guard", "escort", "nominate", "ping", "e", "immediately", "message", "save"),
        *("introduce", "envy", "admire", "love", "enjoy", "appreciate", "serve", "host", "feed"),
        *("greet", "rejoin", "reopen", "reorder", "resend", "reuse", "reread", "convert", "cover"),
        *("split", "spend", "fund", "sponsor", "attend", "address", "research", "study", "trial"),
        *("time", "track", "trace", "paint", "film", "knock", "glue", "spray", "plug", "weigh"),
        *("tidy", "cook", "wear", "hang", "plan"),
    ]
)
"""Verbs of a calm next step."""
CALM_FATES = frozenset(
    [
        *("receive", "hear", "have", "get", "find", "see", "need", "owe", "leave", "miss", "lose"),
        *("agree", "understand", "appreciate", "know", "note", "notice", "realise", "realize"),
        *("recall", "allow", "let", "want", "able", "recognise", "accept", "asked", "named"),
        *("liable", "in", "contacted", "sent", "billed", "informed", "told", "paid", "charged"),
        *("given", "glad", "happy", "pleased", "aware", "required", "entitled", "invited", "on"),
        *("or", "off", "out", "at", "late", "surprised", "welcome", "carry", "end", "remember"),
        *("fine", "send", "contact", "receiving", "call", "check", "talk", "delete", "stop"),
        *("unblock", "well", "as", "still", "already", "reimbursed", "refunded", "away"),
        *("here", "there"),
    ]
)
"""Words of what a calm step brings the reader."""
CONDITIONS = frozenset({"if", "unless", "otherwise", "again"})
"""Words that put a condition."""
