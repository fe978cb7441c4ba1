"""How is plain text written as YAML so that no reader takes it for something else?"""

import re
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yaml import SafeDumper

# Line breaks that YAML would change, controls, and marks that turn the direction of the text.
_ESCAPED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff"
    "\ufffe\uffff]"
)
_NUMBERLIKE = re.compile(r"[-+.]?[0-9]\S*")


def plain_yaml(keys: dict[str, Any]) -> str:
    """Write nested dict, list and str in block style, keys in their own order."""
    import yaml

    text: str = yaml.dump(
        keys,
        Dumper=_dumper(),
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=sys.maxsize,
    )
    return text


def _dumper() -> type["SafeDumper"]:
    """Make a dumper that writes text so that no reader of YAML takes it for something else."""
    import yaml

    class CaseDumper(yaml.SafeDumper):
        """Block style, numbers in quotes, unsafe characters escaped, lists indented."""

        def write_double_quoted(self, text: str, split: bool = True) -> None:  # noqa: FBT001, FBT002 - PyYAML's own signature
            readable, self.allow_unicode = self.allow_unicode, not _ESCAPED.search(text)
            super().write_double_quoted(text, split)
            self.allow_unicode = readable

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401 - as above
            return True

    def written(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))

    CaseDumper.add_representer(str, written)
    return CaseDumper


def _style(text: str) -> str | None:
    """Choose double quotes, a block of lines, or PyYAML's own choice."""
    if _ESCAPED.search(text) or _NUMBERLIKE.fullmatch(text):
        return '"'
    if "\n" not in text:
        return None
    lines = text.split("\n")
    return "|" if all(line and line == line.strip() for line in lines) else '"'
