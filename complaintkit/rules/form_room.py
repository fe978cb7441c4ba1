"""How much room does a text take in a form?"""


def form_size(text: str) -> int:
    """Count as a form does at its strictest: UTF-16 units, and two for a line end."""
    return len(text.encode("utf-16-le")) // 2 + text.count("\n")
