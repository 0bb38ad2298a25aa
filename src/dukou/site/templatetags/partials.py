"""`{% include %}` for partials named in full: put in once, when the page's template is compiled.

A page of cards includes some two hundred partials, most of them icons. Django looks each up and
starts a rendering of its own every time. Here the partial's nodes become part of the page's, and
a partial of text alone becomes text.
"""

from __future__ import annotations

from threading import local
from typing import Any

from django import template
from django.template.base import Node, NodeList, Parser, TextNode, Token
from django.template.context import Context
from django.template.loader_tags import BlockNode, ExtendsNode, do_include

register = template.Library()
_compiling = local()


class Partial(Node):
    """A partial inside its page: sees the page's variables, and keeps its own to itself."""

    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList, given: dict[str, Any], *, isolated: bool) -> None:
        self.nodelist = nodelist
        self.given = given
        self.isolated = isolated

    def render(self, context: Context) -> str:
        """The partial with the values that the tag gives it."""
        values = {name: value.resolve(context) for name, value in self.given.items()}
        if self.isolated:
            return self.nodelist.render(context.new(values))
        with context.push(**values):
            return self.nodelist.render(context)


@register.tag
def include(parser: Parser, token: Token) -> Node:
    """Django's tag; partials that stand inside themselves or have blocks are left to it."""
    node = do_include(parser, token)
    name = node.template.var
    if not isinstance(name, str) or node.template.filters:
        return node
    nodelist = _nodes_of(name)
    if nodelist is None or _has_blocks(nodelist):
        return node
    words = [part.s for part in nodelist if isinstance(part, TextNode)]
    if len(words) == len(nodelist):
        return TextNode("".join(words))
    return Partial(nodelist, node.extra_context, isolated=node.isolated_context)


def _has_blocks(nodelist: NodeList) -> bool:
    return any(nodelist.get_nodes_by_type(kind) for kind in (ExtendsNode, BlockNode))


def _nodes_of(name: str) -> NodeList | None:
    """The compiled partial; None where it is being compiled right now."""
    compiling: set[str] = _compiling.__dict__.setdefault("names", set())
    if name in compiling:
        return None
    compiling.add(name)
    try:
        return template.Engine.get_default().get_template(name).nodelist
    finally:
        compiling.discard(name)
