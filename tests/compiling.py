"""How do tests reach what compiles the data, which is no part of the package?"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / ".ci"))

from compile_locales import MADE_WITH

__all__ = ["MADE_WITH"]
