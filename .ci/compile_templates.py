"""Which tree does a letter template become, and what may stand in one?

Jinja's own parser reads the template, so that white space, comments and precedence are as
its documentation says. What complaintkit/render/compiled_template.py cannot run is refused
here, with file and line.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import Environment, TemplateSyntaxError, nodes

from complaintkit.render.environment import split_head
from complaintkit.render.phrases import filters_in, tests
from complaintkit.render.template_values import COMPARISONS, FILTERS, TESTS

PARSER = Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 – letters are no HTML
LOOP = {"first", "last", "index", "index0", "length"}
# In Jinja these are functions of its own, or yield a method instead of a part.
REFUSED_NAMES = {"range", "dict", "lipsum", "cycler", "namespace", "caller", "varargs", "kwargs"}
FILTER_NAMES, TEST_NAMES = {*FILTERS, *filters_in("", {})}, {*TESTS, *tests({})}
METHODS = set(dir(dict))
CONSTANTS = (str, int, float, bool, type(None))


class Unfit(Exception):
    """A template holds what a compiled letter cannot: the sentence names file and line."""


def compiled_letters(templates: Path, language: str) -> str:
    """Return one line for each template of a language: its name, a tab, its tree."""
    files = {
        file.relative_to(templates).as_posix(): file
        for kind in ("letters", "parts", "forms")
        for file in sorted((templates / kind / language).glob("*.md"))
    }
    compilers = {name: Compiler(name, includes=set(files)) for name in files}
    trees = {
        name: compilers[name].template(file.read_text(encoding="utf-8"))
        for name, file in files.items()
    }
    for name in files:
        refuse_circles(name, compilers, ())
    return "".join(
        f"{name}\t{json.dumps(tree, ensure_ascii=False, separators=(',', ':'))}\n"
        for name, tree in trees.items()
    )


def refuse_circles(name: str, compilers: dict[str, "Compiler"], above: tuple[str, ...]) -> None:
    """Refuse a part that includes itself, be it by way of others."""
    if name in above:
        raise Unfit(f"{name}: includes itself, by way of {above[-1]}")
    for included in compilers[name].included:
        refuse_circles(included, compilers, (*above, name))


class Compiler:
    """Turns one template into a tree of lists, texts and numbers."""

    def __init__(self, name: str, *, includes: set[str]) -> None:
        self.name = name
        self.includes = includes
        self.included: list[str] = []
        self.is_in_loop = False
        self.read: set[str] = set()  # names that something has read, in the block being compiled
        self.given: set[str] = set()  # names that something has given a value
        self.read_by_macros: set[str] = set()

    def template(self, source: str) -> list[Any]:
        """Return the tree of a template; its YAML head, if it has one, is not part of it."""
        try:
            parsed = PARSER.parse(source, name=self.name, filename=self.name)
        except TemplateSyntaxError as fault:
            raise Unfit(f"{self.name}, line {fault.lineno}: {fault.message}") from fault
        tree = self.block(parsed.body)
        if tree and isinstance(tree[0], str):
            tree[0] = split_head(tree[0])[1]
        return tree

    def refuse(self, node: nodes.Node, what: str) -> NoReturn:
        """Stop with file and line."""
        raise Unfit(f"{self.name}, line {node.lineno}: {what}")

    def block(self, body: Sequence[nodes.Node]) -> list[Any]:
        """Return statements; texts that stand side by side become one."""
        steps: list[Any] = []
        for node in body:
            for step in self.statement(node):
                if isinstance(step, str) and steps and isinstance(steps[-1], str):
                    steps[-1] += step
                else:
                    steps.append(step)
        return steps

    def statement(self, node: nodes.Node) -> list[Any]:
        """Return what one statement becomes; an Output may be several."""
        if isinstance(node, nodes.Output):
            return [
                one.data if isinstance(one, nodes.TemplateData) else ["print", self.value(one)]
                for one in node.nodes
            ]
        return [self.known(node, STATEMENTS, "this statement")]

    def value(self, node: nodes.Node) -> list[Any]:
        """Return what an expression becomes."""
        return self.known(node, EXPRESSIONS, "this expression")

    def values(self, found: Sequence[nodes.Node]) -> list[Any]:
        """Return what each expression becomes."""
        return [self.value(node) for node in found]

    def known(
        self, node: nodes.Node, table: dict[type, Callable[..., Any]], what: str
    ) -> list[Any]:
        """Return the tree of a node that is in the table."""
        made = table.get(type(node))
        if made is None:
            self.refuse(node, f"{what} ({type(node).__name__}) cannot stand in a letter")
        tree: list[Any] = made(self, node)
        return tree

    def if_(self, node: nodes.If) -> list[Any]:
        branches = [[self.value(one.test), self.block(one.body)] for one in (node, *node.elif_)]
        return ["if", branches, self.block(node.else_)]

    def for_(self, node: nodes.For) -> list[Any]:
        if node.test or node.recursive:
            self.refuse(node, "a loop with a condition, or one that is recursive, is not offered")
        targets = node.target.items if isinstance(node.target, nodes.Tuple) else [node.target]
        names = [self.stored(target) for target in targets]
        found = self.value(node.iter)
        body = self.inside(node.body, is_in_loop=True)
        return ["for", names, found, body, self.block(node.else_)]

    def inside(self, body: Sequence[nodes.Node], *, is_in_loop: bool) -> list[Any]:
        """Return a block in which `loop` may be asked, or may not."""
        before, self.is_in_loop = self.is_in_loop, is_in_loop
        steps = self.block(body)
        self.is_in_loop = before
        return steps

    def set_(self, node: nodes.Assign) -> list[Any]:
        value, name = self.value(node.node), self.stored(node.target)
        if name in self.read_by_macros:  # Jinja would hide a fact of this name from the macro
            self.refuse(node, f"“{name}” is set after a macro that reads it; set it before")
        return ["set", name, value]

    def stored(self, node: nodes.Node) -> str:
        """Return the one name that a value is given."""
        if not isinstance(node, nodes.Name):
            self.refuse(node, "a value can be given to one plain name only")
        self.refuse_name(node, node.name)
        self.given.add(node.name)
        return node.name

    def macro(self, node: nodes.Macro) -> list[Any]:
        if node.defaults:
            self.refuse(node, "a macro takes no values of its own (defaults)")
        outside = self.read, self.given
        self.read, self.given = set(), set()
        parameters = [self.stored(one) for one in node.args]
        body = self.inside(node.body, is_in_loop=False)
        self.read_by_macros |= self.read - self.given
        self.read, self.given = outside
        return ["macro", node.name, parameters, body]

    def include(self, node: nodes.Include) -> list[Any]:
        wanted = node.template.value if isinstance(node.template, nodes.Const) else None
        if wanted not in self.includes or node.ignore_missing or not node.with_context:
            self.refuse(node, f"there is no letter or part “{wanted}” in this language to include")
        self.included.append(wanted)
        return ["include", wanted]

    def const(self, node: nodes.Const) -> list[Any]:
        if not isinstance(node.value, CONSTANTS):
            self.refuse(node, f"“{node.value}” cannot be written in a letter")
        return ["const", node.value]

    def list_(self, node: nodes.List | nodes.Tuple) -> list[Any]:
        return ["list", self.values(node.items)]

    def look(self, node: nodes.Name) -> list[Any]:
        self.refuse_name(node, node.name)
        self.read.add(node.name)
        return ["name", node.name]

    def refuse_name(self, node: nodes.Node, name: str) -> None:
        """Refuse the names that mean something else in Jinja."""
        if name in REFUSED_NAMES or name == "loop":
            self.refuse(node, f"“{name}” cannot be used as a name here")

    def get(self, node: nodes.Getattr) -> list[Any]:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop":
            if not self.is_in_loop or node.attr not in LOOP:
                self.refuse(node, f"“loop.{node.attr}” is not offered here")
            return ["get", ["name", "loop"], node.attr]
        if node.attr in METHODS or node.attr.startswith("_"):
            self.refuse(
                node, f'“.{node.attr}” is no fact: write ["{node.attr}"], or name it otherwise'
            )
        return ["get", self.value(node.node), node.attr]

    def item(self, node: nodes.Getitem) -> list[Any]:
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(node.arg, nodes.Slice) or str(key).startswith("_"):
            self.refuse(node, "a slice or a hidden name cannot be asked for")
        return ["item", self.value(node.node), self.value(node.arg)]

    def filter(self, node: nodes.Filter) -> list[Any]:
        if node.name not in FILTER_NAMES or node.node is None:
            self.refuse(node, f"there is no filter “{node.name}”")
        self.refuse_spread(node)
        named = {one.key: self.value(one.value) for one in node.kwargs}
        return ["filter", node.name, self.value(node.node), self.values(node.args), named]

    def test(self, node: nodes.Test) -> list[Any]:
        if node.name not in TEST_NAMES:
            self.refuse(node, f"there is no question “is {node.name}”")
        self.refuse_spread(node)
        return ["test", node.name, self.value(node.node), self.values(node.args)]

    def call(self, node: nodes.Call) -> list[Any]:
        if not isinstance(node.node, nodes.Name):
            self.refuse(node, "only a macro or a joiner can be called, with values in their order")
        self.refuse_spread(node)
        self.refuse_name(node, node.node.name)
        return ["call", node.node.name, self.values(node.args)]

    def refuse_spread(self, node: nodes.Filter | nodes.Test | nodes.Call) -> None:
        """Refuse `*values` and `**values`, and names outside a filter."""
        spread = node.dyn_args or node.dyn_kwargs
        if spread or (node.kwargs and not isinstance(node, nodes.Filter)):
            self.refuse(node, "values must be written one by one")

    def compare(self, node: nodes.Compare) -> list[Any]:
        if len(node.ops) > 1 or node.ops[0].op not in COMPARISONS:
            self.refuse(node, "two values can be compared, not more")
        return ["compare", self.value(node.expr), node.ops[0].op, self.value(node.ops[0].expr)]

    def negative(self, node: nodes.Neg) -> list[Any]:
        if not isinstance(node.node, nodes.Const):
            self.refuse(node, "a letter does no arithmetic")
        return ["const", -node.node.value]

    def pick(self, node: nodes.CondExpr) -> list[Any]:
        otherwise = self.value(node.expr2) if node.expr2 else None
        return ["pick", self.value(node.test), self.value(node.expr1), otherwise]


STATEMENTS: dict[type, Callable[..., Any]] = {
    nodes.If: Compiler.if_,
    nodes.For: Compiler.for_,
    nodes.Assign: Compiler.set_,
    nodes.Macro: Compiler.macro,
    nodes.Include: Compiler.include,
}
EXPRESSIONS: dict[type, Callable[..., Any]] = {
    nodes.Const: Compiler.const,
    nodes.List: Compiler.list_,
    nodes.Tuple: Compiler.list_,
    nodes.Name: Compiler.look,
    nodes.Getattr: Compiler.get,
    nodes.Getitem: Compiler.item,
    nodes.Filter: Compiler.filter,
    nodes.Test: Compiler.test,
    nodes.Call: Compiler.call,
    nodes.Compare: Compiler.compare,
    nodes.CondExpr: Compiler.pick,
    nodes.Neg: Compiler.negative,
    nodes.Not: lambda own, node: ["not", own.value(node.node)],
    nodes.And: lambda own, node: ["and", own.value(node.left), own.value(node.right)],
    nodes.Or: lambda own, node: ["or", own.value(node.left), own.value(node.right)],
    nodes.Concat: lambda own, node: ["join", own.values(node.nodes)],
}
