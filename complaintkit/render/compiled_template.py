"""How is a compiled letter template run?

`.ci/compile_templates.py` stores each shipped template as a tree, parsed by Jinja. Here the
tree becomes functions that call one another, once a process, and they do what Jinja would:
an unknown name stops the letter as soon as it is used. Reading Jinja itself would take
longer than all the rest of a letter. tests/render/test_compiled_template.py holds both equal.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from complaintkit.render.template_values import (
    COMPARISONS,
    FILTERS,
    GLOBALS,
    TESTS,
    Loop,
    Missing,
    Nothing,
    Thing,
    item,
    part,
    printable,
)

Scope = dict[str, Any]
Write = Callable[[str], object]
Value = Callable[[Scope], Any]
Step = Callable[[Scope, Write], None]
Tree = Sequence[Any]


class Templates:
    """The shipped templates of one language, with the filters and tests they use.

    `stored` holds the tree of each as JSON; one that no letter asks for is never read.
    """

    def __init__(
        self,
        stored: Mapping[str, str],
        filters: Mapping[str, Callable[..., Any]],
        tests: Mapping[str, Callable[..., Any]],
    ) -> None:
        self._stored = stored
        self._filters = {**FILTERS, **filters}
        self._tests = {**TESTS, **tests}
        self._made: dict[str, Step] = {}

    def render(self, name: str, facts: Mapping[str, Any]) -> str:
        """Run a template. Raises NotGiven for a fact that it uses and does not get."""
        printed: list[str] = []
        self._template(name)({**GLOBALS, **facts}, printed.append)
        return "".join(printed)

    def _template(self, name: str) -> Step:
        if name not in self._made:
            self._made[name] = self._block(json.loads(self._stored[name]))
        return self._made[name]

    def _block(self, trees: Tree) -> Step:
        """Return what runs these statements one after the other."""
        steps: list[str | Step] = [
            tree if isinstance(tree, str) else getattr(self, f"_{tree[0]}")(*tree[1:])
            for tree in trees
        ]

        def run(scope: Scope, write: Write) -> None:
            for step in steps:
                if isinstance(step, str):
                    write(step)
                else:
                    step(scope, write)

        return run

    def _value(self, tree: Tree) -> Value:
        made: Value = getattr(self, f"_{tree[0]}")(*tree[1:])
        return made

    def _values(self, trees: Sequence[Tree]) -> list[Value]:
        return [self._value(tree) for tree in trees]

    # Statements: each returns what writes.

    def _print(self, tree: Tree) -> Step:
        value = self._value(tree)

        def run(scope: Scope, write: Write) -> None:
            found = value(scope)
            write(found if type(found) is str else printable(found))

        return run

    def _if(self, branches: Sequence[Tree], otherwise: Tree) -> Step:
        made = [(self._value(test), self._block(body)) for test, body in branches]
        last = self._block(otherwise)

        def run(scope: Scope, write: Write) -> None:
            for test, body in made:
                if test(scope):
                    return body(scope, write)
            return last(scope, write)

        return run

    def _for(self, names: Sequence[str], values: Tree, body: Tree, otherwise: Tree) -> Step:
        all_values, each, last = self._value(values), self._block(body), self._block(otherwise)

        def run(scope: Scope, write: Write) -> None:
            found = list(all_values(scope))
            loop = Loop(len(found))
            for one in found:
                loop.index0 += 1
                inner = scope.copy()
                inner["loop"] = loop
                if len(names) == 1:
                    inner[names[0]] = one
                else:
                    inner.update(zip(names, one, strict=True))
                each(inner, write)
            if not found:
                last(scope, write)

        return run

    def _set(self, name: str, tree: Tree) -> Step:
        value = self._value(tree)

        def run(scope: Scope, _: Write) -> None:
            scope[name] = value(scope)

        return run

    def _macro(self, name: str, parameters: Sequence[str], body: Tree) -> Step:
        """Define a macro; it sees what stands around its definition, as that is when it is used."""
        block = self._block(body)

        def run(scope: Scope, _: Write) -> None:
            def call(*given: Thing) -> str:
                if len(given) > len(parameters):
                    raise TypeError(f"{name} takes {len(parameters)} values")
                printed: list[str] = []
                inner = scope.copy()
                inner.update(zip(parameters, given, strict=False))
                for parameter in parameters[len(given) :]:
                    inner[parameter] = Missing(parameter)
                block(inner, printed.append)
                return "".join(printed)

            scope[name] = call

        return run

    def _include(self, name: str) -> Step:
        block = self._template(name)

        def run(scope: Scope, write: Write) -> None:
            block(scope.copy(), write)

        return run

    # Expressions: each returns what yields a value.

    def _const(self, value: Thing) -> Value:
        return lambda _: value

    def _list(self, trees: Sequence[Tree]) -> Value:
        values = self._values(trees)
        return lambda scope: [value(scope) for value in values]

    def _name(self, name: str) -> Value:
        def look(scope: Scope) -> Thing:
            return scope[name] if name in scope else Missing(name)

        return look

    def _get(self, tree: Tree, name: str) -> Value:
        value = self._value(tree)

        def look(scope: Scope) -> Thing:
            found = value(scope)
            return found[name] if type(found) is dict and name in found else part(found, name)

        return look

    def _item(self, tree: Tree, key: Tree) -> Value:
        value, wanted = self._value(tree), self._value(key)
        return lambda scope: item(value(scope), wanted(scope))

    def _filter(
        self, name: str, tree: Tree, arguments: Sequence[Tree], named: Mapping[str, Tree]
    ) -> Value:
        return self._applied(self._filters[name], [tree, *arguments], named)

    def _test(self, name: str, tree: Tree, arguments: Sequence[Tree]) -> Value:
        return self._applied(self._tests[name], [tree, *arguments], {})

    def _applied(
        self, function: Callable[..., Any], trees: Sequence[Tree], named: Mapping[str, Tree]
    ) -> Value:
        first, *others = self._values(trees)
        by_name = {name: self._value(tree) for name, tree in named.items()}
        if not others and not by_name:
            return lambda scope: function(first(scope))
        return lambda scope: function(
            first(scope),
            *(value(scope) for value in others),
            **{name: value(scope) for name, value in by_name.items()},
        )

    def _call(self, name: str, arguments: Sequence[Tree]) -> Value:
        callee, values = self._name(name), self._values(arguments)
        return lambda scope: callee(scope)(*(value(scope) for value in values))

    def _not(self, tree: Tree) -> Value:
        value = self._value(tree)
        return lambda scope: not value(scope)

    def _and(self, left: Tree, right: Tree) -> Value:
        one, other = self._value(left), self._value(right)
        return lambda scope: one(scope) and other(scope)

    def _or(self, left: Tree, right: Tree) -> Value:
        one, other = self._value(left), self._value(right)
        return lambda scope: one(scope) or other(scope)

    def _pick(self, test: Tree, then: Tree, otherwise: Tree | None) -> Value:
        asked, one = self._value(test), self._value(then)
        other = self._value(otherwise) if otherwise else lambda _: Nothing()
        return lambda scope: one(scope) if asked(scope) else other(scope)

    def _compare(self, tree: Tree, name: str, against: Tree) -> Value:
        one, other, compared = self._value(tree), self._value(against), COMPARISONS[name]
        return lambda scope: compared(one(scope), other(scope))

    def _join(self, trees: Sequence[Tree]) -> Value:
        values = self._values(trees)
        return lambda scope: "".join([str(value(scope)) for value in values])
