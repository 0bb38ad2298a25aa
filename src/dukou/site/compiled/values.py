"""What compiled templates call: looking values up and writing them, by Django's rules."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from django.template import Context, Engine, Template, VariableDoesNotExist
from django.template.base import Node, Variable, render_value_in_context
from django.template.defaulttags import CsrfTokenNode
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.timezone import template_localtime  # type: ignore[attr-defined]


class _Missing:
    """What a name that is not there stands for: false, and no text."""

    def __bool__(self) -> bool:
        return False


MISSING: Final = _Missing()

#: Whether values of a type can be asked for a key.
_keyed: dict[type, bool] = {}
_steps: dict[str, Variable] = {}
_ESCAPING = Context()
_EMPTY = Template("", engine=Engine())


def attribute(value: Any, name: str) -> Any:
    """`value.name` as templates mean it: a key, an attribute or a place; called where it can be."""
    kind = type(value)
    keyed = _keyed.get(kind)
    if keyed is None:
        keyed = _keyed[kind] = hasattr(kind, "__getitem__")
    try:
        found = value[name] if keyed else getattr(value, name)
    except (TypeError, AttributeError, KeyError, ValueError, IndexError):
        if value is MISSING:
            return MISSING
        found = getattr(value, name, MISSING) if keyed else MISSING
        if found is MISSING:  # Django knows what each kind of failure means
            return _by_django(value, name)
    return called(found) if callable(found) else found


def called(value: Any) -> Any:
    """What stands for something callable: what it gives, where templates may call it."""
    return _by_django({"found": value}, "found")


def _by_django(value: Any, name: str) -> Any:
    step = _steps.get(name)
    if step is None:
        step = _steps[name] = Variable(f"value.{name}")
    context = Context({"value": value})
    context.template = _EMPTY  # it says what stands for nothing
    try:
        return step.resolve(context)
    except VariableDoesNotExist:
        return MISSING


def present(value: Any) -> Any:
    """The value, with no text for what is not there: what a filter or `with` gets."""
    return "" if value is MISSING else value


def or_none(value: Any) -> Any:
    """The value, with None for what is not there: what a condition compares."""
    return None if value is MISSING else value


def text_of(value: Any) -> str:
    """The value as it stands in a page: escaped, numbers and times in the reader's way."""
    kind = type(value)
    if kind is SafeString:
        return str(value)
    if kind is str:
        text: str = value
        return (
            text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace('"', "&quot;")
            .replace("'", "&#x27;")
        )
    if kind is int:
        return str(value)
    if value is MISSING:
        return ""
    return str(render_value_in_context(value, _ESCAPING))


def filtered(function: Callable[..., Any], value: Any, *arguments: Any) -> Any:
    """The value through a filter that asks for something special."""
    if getattr(function, "expects_localtime", False):
        value = template_localtime(value)
    if getattr(function, "needs_autoescape", False):
        made = function(value, *arguments, autoescape=True)
    else:
        made = function(value, *arguments)
    if getattr(function, "is_safe", False) and isinstance(value, SafeData):
        return mark_safe(made)  # noqa: S308 - as Django does it
    return made


def argument(value: Any, name: str) -> Any:
    """A filter's argument; raises VariableDoesNotExist where there is none."""
    if value is MISSING:
        raise VariableDoesNotExist("Failed lookup for %s", (name,))
    return value


def compared(compare: Callable[[Any, Any], Any], one: Any, other: Any) -> Any:
    """A comparison, false where the two cannot be compared."""
    try:
        return compare(or_none(one), or_none(other))
    except Exception:  # as Django has it: no condition ends a page
        return False


def items(value: Any) -> Collection[Any]:
    """What a loop goes through; nothing where the value is missing or None."""
    if value is MISSING or value is None:
        return ()
    return value if hasattr(value, "__len__") else list(value)


def or_empty(loop: Any) -> Any:
    """The loop around a loop; nothing in it where there is none."""
    return {} if loop is MISSING else loop


def count_loop(loop: dict[str, Any], at: int, length: int) -> None:
    """`forloop` at the item of this number."""
    loop["counter0"], loop["counter"] = at, at + 1
    loop["revcounter"], loop["revcounter0"] = length - at, length - at - 1
    loop["first"], loop["last"] = at == 0, at == length - 1


def token_field(kept: dict[str, str], names: Mapping[str, Any]) -> str:
    """`{% csrf_token %}`, written once for each page."""
    found = kept.get("field")
    if found is None:
        found = kept["field"] = str(CsrfTokenNode().render(Context(dict(names))))
    return found


def by_node(node: Node, context: Context, seen: dict[str, Any]) -> str:
    """What Django makes of the node, which sees the names that the function knows."""
    with context.push(**_there(seen)):
        return str(node.render_annotated(context))


def named_by_node(node: Node, context: Context, seen: dict[str, Any], name: str) -> Any:
    """The value to which a node gives the name."""
    with context.push(**_there(seen)):
        node.render_annotated(context)
        return context.get(name, MISSING)


def _there(seen: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in seen.items() if value is not MISSING}
