"""Where are the compiled words of letters, and how is one file of them read?

`.ci/compile_data.py` writes them from `templates/`, so that a letter needs no reader of
YAML or Jinja. A test holds them equal to what people edit.
"""

from pathlib import Path

FOLDER = f"{Path(__file__).parent.parent}/data/compiled"


def compiled_text(name: str) -> str:
    """Return one compiled file. Raises FileNotFoundError where there is none of that name."""
    with open(f"{FOLDER}/{name}", encoding="utf-8") as file:  # noqa: PTH123 – on the quick way
        return file.read()
