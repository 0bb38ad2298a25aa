"""Template expressions as Python ones: variables, filters, conditions."""

from __future__ import annotations

import operator
from collections.abc import Callable
from itertools import count
from typing import Any, cast

from django.template.base import FilterExpression, Variable
from django.template.defaulttags import TemplateLiteral
from django.utils.safestring import SafeString

#: Python's names of the variables that a part of a template gave.
Names = dict[str, str]

_COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "is": operator.is_,
    "is not": operator.is_not,
    "in": lambda one, other: one in other,
    "not in": lambda one, other: one not in other,
}
_SPECIAL = ("expects_localtime", "needs_autoescape", "is_safe")


class Unsupported(Exception):
    """A template that says something the function cannot."""


class Things:
    """Objects that the function uses, by the names that it has for them."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.by_name = dict(known)
        self._numbers = count()

    def new_name(self, kind: str) -> str:
        """A name that nothing has yet."""
        return f"{kind}{next(self._numbers)}"

    def named(self, value: Any) -> str:
        """A name for the object."""
        name = self.new_name("thing")
        self.by_name[name] = value
        return name

    def constant(self, value: Any) -> str:
        """A value that is always the same; of a lazy translation what it is in this language."""
        if type(value) in (int, float, bool, type(None)):
            return repr(value)
        text = str(value)
        return self.named(text) if isinstance(text, SafeString) else repr(text)


def raw_name(name: str, names: Names) -> str:
    """What the name stands for, MISSING for nothing."""
    if name == "block":
        raise Unsupported("block.super")
    return names.get(name) or f"known({name!r}, MISSING)"


def looked_up(variable: Variable, names: Names, things: Things) -> str:
    """A variable's value, MISSING where there is none."""
    if variable.lookups is None:
        return things.constant(variable.resolve({}))
    first, *rest = variable.lookups
    own = names.get(first)
    if own:
        found = f"(called({own}) if callable({own}) else {own})"
    else:
        raw_name(first, names)
        found = f"top({first!r})"
    for name in rest:
        found = f"attribute({found}, {name!r})"
    return found


def resolved(expression: FilterExpression, names: Names, things: Things, missing: str) -> str:
    """The value of an expression with filters; `missing` is what stands for what is not there:
    MISSING, or a filter's own start with it, `""` or `None`."""
    variable = expression.var
    found = (
        looked_up(variable, names, things)
        if isinstance(variable, Variable)
        else things.constant(variable)
    )
    if not expression.filters:
        return found
    found = f"{'or_none' if missing == 'None' else 'present'}({found})"
    for function, arguments in expression.filters:
        given = [
            f"argument({looked_up(value, names, things)}, {value.var!r})"
            if is_variable
            else things.constant(SafeString(value) if isinstance(value, str) else value)
            for is_variable, value in arguments
        ]
        name = things.named(function)
        if any(getattr(function, special, False) for special in _SPECIAL):
            found = f"filtered({', '.join([name, found, *given])})"
        else:
            found = f"{name}({', '.join([found, *given])})"
    return found


def condition(token: Any, names: Names, things: Things) -> str:
    """What `{% if %}` asks."""
    if isinstance(token, TemplateLiteral):
        return resolved(cast(FilterExpression, token.value), names, things, missing="None")
    one = condition(token.first, names, things)
    if token.id == "not":
        return f"(not {one})"
    other = condition(token.second, names, things)
    if token.id in ("and", "or"):
        return f"({one} {token.id} {other})"
    compare = _COMPARISONS.get(token.id)
    if compare is None:
        raise Unsupported(token.id)
    return f"compared({things.named(compare)}, {one}, {other})"
