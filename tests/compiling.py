"""How do tests reach the compiler of templates, which is no part of the package?"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / ".ci"))

import compile_data
from compile_locales import MADE_WITH
from compile_templates import Compiler, Unfit, compiled_letters

__all__ = ["MADE_WITH", "Compiler", "Unfit", "compile_data", "compiled_letters"]
