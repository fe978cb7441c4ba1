"""Which kind of business is the dispute with?"""

# Slug: other words for it.
_ALIASES: dict[str, tuple[str, ...]] = {
    "accounting": ("accountant", "bookkeeping", "tax adviser", "tax advisor", "auditor"),
    "airline": ("air", "flight", "flights", "aviation", "airport"),
    "bank": ("banking", "credit card", "card", "card issuer", "credit union", "building society",
             "payments", "lender", "loan"),
    "building-work": ("builder", "building", "construction", "contractor", "roofing",
                      "home improvement", "renovation"),
    "car-repair": ("garage", "mechanic", "auto repair", "workshop", "mot"),
    "credit-reporting": ("credit bureau", "credit report", "credit reference", "credit score"),
    "debt-collector": ("debt", "debt collection", "collections", "collection agency", "bailiff"),
    "delivery": ("food delivery", "meal delivery", "grocery delivery"),
    "education": ("school", "university", "college", "course", "training"),
    "energy": ("gas", "electricity", "power", "heating", "heating oil", "solar"),
    "entertainment": ("tickets", "ticketing", "concert", "cinema", "theatre", "events", "gaming"),
    "general": ("other", "unknown", "none"),
    "government": ("council", "tax office", "public authority", "state agency", "municipality"),
    "health-insurer": ("health insurance", "medical insurance", "health plan"),
    "health-provider": ("hospital", "doctor", "clinic", "dentist", "pharmacy", "health"),
    "hotel-restaurant": ("hotel", "restaurant", "accommodation", "hospitality", "holiday home"),
    "insurance": ("insurer", "car insurance", "home insurance", "travel insurance"),
    "legal-services": ("lawyer", "solicitor", "attorney", "notary", "legal", "law firm"),
    "letting-agent": ("landlord", "rent", "rental", "letting", "lettings", "estate agent"),
    "licensed-trade": ("plumber", "electrician", "gas fitter", "locksmith", "tradesman"),
    "mortgage-servicer": ("mortgage", "home loan"),
    "moving-company": ("removals", "removal", "mover", "movers", "moving"),
    "non-profit": ("charity", "nonprofit", "ngo", "association"),
    "parcel": ("courier", "post", "postal", "shipping", "package"),
    "personal-services": ("hairdresser", "beauty", "gym", "fitness", "wedding", "cleaning"),
    "product-safety": ("recall", "unsafe product", "dangerous product"),
    "rail": ("train", "trains", "railway", "railroad"),
    "retail": ("shop", "store", "online shop", "webshop", "e-commerce", "supermarket",
               "appliance", "furniture", "electronics"),
    "social-housing": ("housing association", "council housing", "public housing"),
    "student-loan-servicer": ("student loan", "student loans"),
    "subscription": ("streaming", "magazine", "newspaper", "membership", "software"),
    "telecom": ("telecoms", "telephone", "phone", "mobile", "broadband", "internet", "cable", "tv",
                "isp", "telecommunications"),
    "travel-agency": ("travel", "package holiday", "tour operator", "travel agent", "booking",
                      "holiday"),
    "utility": ("utilities", "municipal utility"),
    "vehicle-safety": ("car safety", "car recall", "vehicle recall"),
    "water": ("sewerage", "water company", "wastewater"),
}  # fmt: skip

SECTORS = tuple(_ALIASES)
FALLBACK = "general"


def read_sector(text: str) -> str:
    """Return the sector's slug; an unknown word stays as it was typed."""
    typed = " ".join(text.split())
    small = typed.casefold()
    slug = small.replace(" ", "-").replace("_", "-")
    if slug in _ALIASES:
        return slug
    plain = small.replace("-", " ").replace("_", " ")
    return next(
        (slug for slug, words in _ALIASES.items() if small in words or plain in words), typed
    )


def is_sector(text: str) -> bool:
    """Say whether the text is one of the slugs."""
    return text in _ALIASES


def routed_sector(text: str) -> str:
    """Return the slug by which outside bodies are looked up: `general` for unknown ones."""
    slug = read_sector(text)
    return slug if slug in _ALIASES else FALLBACK


def near_sector(text: str) -> str:
    """Return the slug nearest to an unknown word, or ""."""
    from difflib import get_close_matches

    words = {word: slug for slug, aliases in _ALIASES.items() for word in (slug, *aliases)}
    near = get_close_matches(text.casefold(), words, n=1, cutoff=0.8)
    return words[near[0]] if near else ""
