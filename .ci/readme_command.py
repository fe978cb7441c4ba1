"""Which command does the README give for this purpose? Prints the block after its mark.

    python3 .ci/readme_command.py test-command

The README promises a command that works; CI runs that very text, so the promise cannot drift.
A leading `git clone … && cd … &&` is left out: CI already stands in the checkout.
"""

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def command_after(mark: str, readme: str) -> str:
    """Return the fenced block that directly follows `<!-- mark -->`."""
    pattern = rf"<!--\s*{re.escape(mark)}\s*-->\s*\n```[^\n]*\n(.*?)\n```"
    found = re.search(pattern, readme, re.DOTALL)
    if not found:
        sys.exit(f"README.md has no fenced block directly after <!-- {mark} -->.")
    joined = found[1].replace("\\\n", " ")
    return re.sub(r"^git clone [^&\n]+(&&|\n)\s*cd \S+\s*(&&|\n)\s*", "", joined)


if __name__ == "__main__":
    print(command_after(sys.argv[1], README.read_text(encoding="utf-8")))
