"""Writes the Python function that a template stands for, in one interface language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.template import Context, Engine, Template
from django.template.base import FilterExpression, Node, NodeList, TextNode, VariableNode
from django.template.defaulttags import (
    AutoEscapeControlNode,
    CommentNode,
    CsrfTokenNode,
    ForNode,
    IfNode,
    URLNode,
    WithNode,
)
from django.template.library import SimpleNode
from django.template.loader_tags import BlockNode, ExtendsNode, IncludeNode
from django.templatetags.i18n import (
    BlockTranslateNode,
    GetCurrentLanguageBidiNode,
    GetCurrentLanguageNode,
    TranslateNode,
)
from django.templatetags.static import StaticNode

from dukou.site.compiled import values
from dukou.site.compiled.expressions import (
    Names,
    Things,
    Unsupported,
    condition,
    raw_name,
    resolved,
)
from dukou.site.templatetags.partials import Partial

Function = Callable[[Context], str]

_CALLED = (
    *("MISSING", "attribute", "called", "present", "or_none", "text_of", "filtered", "argument"),
    *("compared", "items", "or_empty", "count_loop", "token_field", "by_node", "named_by_node"),
)
_BEGINNING = """\
def page(context):
    names, kept, pieces = context.flatten(), {}, []
    known, put, add = names.get, pieces.append, pieces.extend
    def top(name):
        value = known(name, MISSING)
        return called(value) if callable(value) else value
"""
_END = "    return ''.join(pieces)\n"


def function_of(template: Template) -> Function:
    """The template as a function of its context, in the language that is active.

    Raises Unsupported: something in it is left to Django.
    """
    writer = _Writer(template.engine)
    writer.layer(template.nodelist, {})
    return writer.function(template.name or "template")


class _Writer:
    """The function being written, line by line."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.things = Things({name: getattr(values, name) for name in _CALLED})
        self.lines: list[str] = []
        self.depth = 1
        self.words: list[str] = []  # text that the next piece of the page begins with
        self.pieces: list[str] = []  # what stands in the page one after the other
        self.blocks: dict[str, BlockNode] = {}
        self.ways: dict[type[Node], Callable[[Any, Names], None]] = {
            TextNode: lambda node, names: self.words.append(node.s),
            CommentNode: lambda node, names: None,
            VariableNode: self.variable,
            TranslateNode: self.translation,
            IfNode: self.branches,
            ForNode: self.loop,
            WithNode: lambda node, names: self.inside(node.nodelist, node.extra_context, names),
            Partial: self.partial,
            BlockNode: self.block,
            ExtendsNode: self.parent,
            CsrfTokenNode: lambda node, names: self.piece("token_field(kept, names)"),
            StaticNode: self.fixed,
            GetCurrentLanguageNode: self.fixed,
            GetCurrentLanguageBidiNode: self.fixed,
            URLNode: self.address,
            AutoEscapeControlNode: self.left_to_django,
            BlockTranslateNode: self.left_to_django,
            IncludeNode: self.left_to_django,
            SimpleNode: self.left_to_django,
        }

    def function(self, name: str) -> Function:
        """What was written, as Python runs it."""
        self.put_down()
        source = "\n".join([_BEGINNING, *self.lines, _END])
        exec(compile(source, f"<{name}>", "exec"), self.things.by_name)  # noqa: S102 - our own
        made: Function = self.things.by_name["page"]
        return made

    def line(self, text: str) -> None:
        """A statement, after the pieces that stand before it."""
        self.put_down()
        self.lines.append("    " * self.depth + text)

    def piece(self, expression: str) -> None:
        """A text that the page gets here."""
        self.end_of_words()
        self.pieces.append(expression)

    def end_of_words(self) -> None:
        """The words so far are a piece."""
        words = "".join(self.words)
        self.words = []
        if words:
            self.pieces.append(repr(words))

    def put_down(self) -> None:
        """The pieces so far are a statement."""
        self.end_of_words()
        if self.pieces:
            call = "put(" if len(self.pieces) == 1 else "add(("
            end = ")" if len(self.pieces) == 1 else "))"
            self.lines.append("    " * self.depth + call + ", ".join(self.pieces) + end)
            self.pieces = []

    @contextmanager
    def deeper(self, text: str) -> Iterator[None]:
        """A statement with a body."""
        self.line(text)
        self.depth += 1
        before = len(self.lines)
        yield
        self.put_down()
        if len(self.lines) == before:
            self.line("pass")
        self.depth -= 1

    def layer(self, nodes: NodeList, names: Names) -> None:
        """Nodes with names of their own: those that tags inside give last to the layer's end."""
        self.all(nodes, self.with_given(nodes, names))

    def with_given(self, nodes: Iterable[Node], names: Names) -> Names:
        """The names, and those that tags of this layer will give, as they are before that."""
        names = dict(names)
        for name in _given_by(nodes):
            before = raw_name(name, names)
            names[name] = self.things.new_name("name")
            self.line(f"{names[name]} = {before}")
        return names

    def all(self, nodes: Iterable[Node], names: Names) -> None:
        """One node after the other."""
        for node in nodes:
            way = self.ways.get(type(node))
            if way is None:
                raise Unsupported(type(node).__name__)
            way(node, names)

    # Nodes

    def variable(self, node: VariableNode, names: Names) -> None:
        found = resolved(node.filter_expression, names, self.things, missing="''")
        self.piece(f"text_of({found})")

    def translation(self, node: TranslateNode, names: Names) -> None:
        expression = node.filter_expression
        if expression.is_var and expression.var.lookups is not None:
            raise Unsupported("a translation of a variable")
        if any(is_variable for _, arguments in expression.filters for is_variable, _ in arguments):
            raise Unsupported("a translation through a filter")
        self.fixed(node, names)

    def fixed(self, node: Node, names: Names) -> None:
        """What the node gives in this language, in every page."""
        context = Context()
        with context.bind_template(Template("", engine=self.engine)):
            text = node.render(context)
        name = _name_given(node)
        if name:
            self.line(f"{names[name]} = {self.things.constant(context[name])}")
        else:
            self.words.append(str(text))

    def branches(self, node: Any, names: Names) -> None:
        keyword = "if"
        for asked, nodes in node.conditions_nodelists:
            found = "True" if asked is None else condition(asked, names, self.things)
            with self.deeper(f"{keyword} {found}:"):
                self.all(nodes, names)
            keyword = "elif"

    def loop(self, node: Any, names: Names) -> None:
        new = self.things.new_name
        found, length, at, loop = new("items"), new("length"), new("at"), new("loop")
        sequence = resolved(node.sequence, names, self.things, missing="None")
        before = raw_name("forloop", names)
        self.line(f"{found} = items({sequence})")
        self.line(f"{length} = len({found})")
        with self.deeper(f"if not {length}:"):
            self.layer(node.nodelist_empty, names)
        self.line(f"{loop} = {{'parentloop': or_empty({before})}}")
        inner = names | {"forloop": loop}
        unpacks = len(node.loopvars) > 1
        if not unpacks:
            inner = self.with_given(node.nodelist_loop, inner)
        given = {name: new("name") for name in node.loopvars}
        target = ", ".join(given.values())
        through = f"reversed({found})" if node.is_reversed else found
        with self.deeper(
            f"for {at}, {f'({target})' if unpacks else target} in enumerate({through}):"
        ):
            self.line(f"count_loop({loop}, {at}, {length})")
            inner = inner | given
            if unpacks:
                inner = self.with_given(node.nodelist_loop, inner)
            self.all(node.nodelist_loop, inner)

    def inside(self, nodes: NodeList, given: dict[str, FilterExpression], names: Names) -> None:
        """Nodes that see some more values."""
        inner = dict(names)
        for name, expression in given.items():
            inner[name] = self.things.new_name("name")
            found = resolved(expression, names, self.things, missing="''")
            self.line(f"{inner[name]} = present({found})")
        self.layer(nodes, inner)

    def partial(self, node: Partial, names: Names) -> None:
        if node.isolated:
            self.left_to_django(node, names)
        else:
            self.inside(node.nodelist, node.given, names)

    def block(self, node: Any, names: Names) -> None:
        self.layer(self.blocks.get(node.name, node).nodelist, names)

    def parent(self, node: Any, names: Names) -> None:
        """The frame around the page: the page's own blocks stand in place of the frame's."""
        name = node.parent_name
        own = node.origin.template_name if node.origin else ""
        if name.is_var or name.filters or name.var == own:
            raise Unsupported("extends a frame that is not known")
        for block, found in node.blocks.items():
            self.blocks.setdefault(block, found)
        self.layer(self.engine.get_template(str(name.var)).nodelist, names)

    def address(self, node: Any, names: Names) -> None:
        """An address that nothing goes into is always the same."""
        plain = not (node.args or node.kwargs or node.asvar or node.view_name.is_var)
        if plain and ":" not in str(node.view_name.var):
            self.fixed(node, names)
        else:
            self.left_to_django(node, names)

    def left_to_django(self, node: Node, names: Names) -> None:
        """A node that Django renders, and that sees all names."""
        for one in node.get_nodes_by_type(Node):
            if isinstance(one, BlockNode) or (one is not node and _name_given(one)):
                raise Unsupported(f"{type(node).__name__} with blocks or names")
        seen = ", ".join(f"{name!r}: {value}" for name, value in names.items())
        asked = f"{self.things.named(node)}, context, {{{seen}}}"
        name = _name_given(node)
        if name:
            self.line(f"{names[name]} = named_by_node({asked}, {name!r})")
        else:
            self.piece(f"by_node({asked})")


def _name_given(node: Node) -> str:
    """The name that a tag gives to what it makes (`as name`), else nothing."""
    for attribute in ("asvar", "target_var", "variable", "variable_name"):
        name = getattr(node, attribute, None)
        if isinstance(name, str):
            return name
    return ""


def _given_by(nodes: Iterable[Node]) -> list[str]:
    """Names that tags of a layer give."""
    found: list[str] = []
    for node in nodes:
        if isinstance(node, IfNode):
            found += _given_by(node)
        elif name := _name_given(node):
            found.append(name)
    return list(dict.fromkeys(found))
