"""By which way did the contact go, in the word the person used?"""

from complaintkit.errors import WrongUsage

# The slugs are those of `model.encounter.Channel`, repeated here so that reading one stays light.
CHANNELS = ("phone", "email", "letter", "visit", "chat", "web-form", "social", "sms")
_ALIASES = {
    "call": "phone",
    "called": "phone",
    "telephone": "phone",
    "tel": "phone",
    "mobile": "phone",
    "hotline": "phone",
    "helpline": "phone",
    "voicemail": "phone",
    "voice mail": "phone",
    "video call": "phone",
    "e-mail": "email",
    "mail message": "email",
    "mail": "letter",
    "post": "letter",
    "by post": "letter",
    "fax": "letter",
    "courier": "letter",
    "registered letter": "letter",
    "branch": "visit",
    "shop": "visit",
    "store": "visit",
    "office": "visit",
    "counter": "visit",
    "in person": "visit",
    "in-person": "visit",
    "face to face": "visit",
    "home visit": "visit",
    "whatsapp": "chat",
    "telegram": "chat",
    "signal": "chat",
    "messenger": "chat",
    "imessage": "chat",
    "live chat": "chat",
    "livechat": "chat",
    "webchat": "chat",
    "web chat": "chat",
    "chatbot": "chat",
    "web form": "web-form",
    "webform": "web-form",
    "form": "web-form",
    "contact form": "web-form",
    "online form": "web-form",
    "portal": "web-form",
    "website": "web-form",
    "web": "web-form",
    "app": "web-form",
    "online": "web-form",
    "twitter": "social",
    "x": "social",
    "facebook": "social",
    "instagram": "social",
    "linkedin": "social",
    "tiktok": "social",
    "social media": "social",
    "text": "sms",
    "texting": "sms",
    "text message": "sms",
    "txt": "sms",
}


def read_channel(text: str) -> tuple[str, str]:
    """Return the channel's slug and, where another word was typed, that word.

    “WhatsApp” gives (“chat”, “WhatsApp”). Raises WrongUsage with the nearest words.
    """
    typed = " ".join(text.split())
    small = typed.casefold()
    if small in CHANNELS:
        return small, ""
    if small in _ALIASES:
        return _ALIASES[small], typed
    raise WrongUsage(
        f"“{typed}” is not a way of contact that I know.", fix=_nearest(small), typed=text
    )


def _nearest(small: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(small, (*CHANNELS, *_ALIASES), n=1, cutoff=0.7)
    listed = f"Use one of {', '.join(CHANNELS)}."
    return f"Did you mean {near[0]}? {listed}" if near else listed
