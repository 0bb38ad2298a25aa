"""Django's template engine, whose templates become functions when they are first used."""

from __future__ import annotations

import copy
from typing import Any

from django.template import Context
from django.template import Template as Written
from django.template.backends.django import DjangoTemplates, Template
from django.template.base import Node, NodeList
from django.utils.translation import get_language

from dukou.site.compiled.expressions import Unsupported
from dukou.site.compiled.writer import Function, function_of


class CompiledTemplates(DjangoTemplates):
    """Templates that are asked for by name are compiled; with DEBUG on they stay as they are."""

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._compiled: dict[Written, Written] = {}

    def get_template(self, template_name: str) -> Template:
        """The template, to be rendered as always."""
        found = super().get_template(template_name)
        if not self.engine.debug:
            found.template = self._compiled_of(found.template)
        return found

    def _compiled_of(self, written: Written) -> Written:
        made = self._compiled.get(written)
        if made is None:
            made = copy.copy(written)
            made.nodelist = NodeList([Compiled(written)])
            self._compiled[written] = made
        return made


class Compiled(Node):
    """A whole template as one node: a function for each language, made when it is first needed."""

    child_nodelists = ()

    def __init__(self, written: Written) -> None:
        self.written = written
        self.functions: dict[str | None, Function] = {}

    def render(self, context: Context) -> str:
        """The page."""
        if not context.autoescape:
            return self.written.nodelist.render(context)
        language = get_language()
        function = self.functions.get(language)
        if function is None:
            function = self.functions[language] = self._function()
        return function(context)

    def _function(self) -> Function:
        try:
            return function_of(self.written)
        except Unsupported:
            return self.written.nodelist.render
