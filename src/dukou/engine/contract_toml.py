"""A contract in TOML: read with errors that name the line, and written back."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

from dukou.engine.contract import (
    AuthorCap,
    Contract,
    DebutClause,
    Exploration,
    ShareClause,
    TopicCap,
)
from dukou.engine.errors import ContractError
from dukou.engine.faults import Fault
from dukou.engine.groups import MEDIAN, Group

_Contract = TypeVar("_Contract", bound=Contract)
_TABLES: dict[str, Callable[..., Any]] = {
    "author_cap": AuthorCap,
    "topic_cap": TopicCap,
    "debut": DebutClause,
    "exploration": Exploration,
}
_KINDS: dict[str, tuple[type, Fault]] = {
    "str": (str, Fault.NOT_WORDS),
    "int": (int, Fault.NOT_WHOLE),
    "float": (float, Fault.NOT_NUMBER),
    "bool": (bool, Fault.NOT_TRUTH),
}
#: How the standard library's messages begin, and what each means to whoever writes a contract.
_OF_TOML = (
    (r"Expected '='", Fault.NO_EQUALS),
    (r"Invalid value", Fault.BAD_VALUE),
    (r"Unclosed|Unterminated|Expected ['\"]+[]'\"]", Fault.NOT_CLOSED),
    (r"Illegal character '\\n'|Invalid initial.*end of document", Fault.NOT_CLOSED),
    (r"Cannot|Duplicate|Redefinition", Fault.TWICE),
    (r"Expected newline", Fault.NOT_ALONE),
)


def read(text: str, make: Callable[..., _Contract]) -> _Contract:
    """The contract that the text writes down, made of its arguments.

    Raises: ContractError: names line and field and says what to write.
    """
    text = text.removeprefix("\ufeff")  # some editors begin a file with this mark
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # endless digits, endless brackets
        raise _not_toml(text, str(error)) from error
    reader = _Reader(text)
    found = reader.contract(values)
    try:
        return make(**found)
    except ContractError as error:
        raise reader.of_whole(error, values) from error


def _not_toml(text: str, said: str) -> ContractError:
    """What is wrong with a text that is not TOML; its end where nothing else is named."""
    faults = (fault for begins, fault in _OF_TOML if re.match(begins, said))
    named = re.search(r"line (\d+), column (\d+)", said)
    lines = text.removesuffix("\n").split("\n")
    line, column = (int(part) for part in named.groups()) if named else _end(lines)
    fault = next(faults, Fault.NOT_TOML)
    if fault is Fault.NOT_ALONE and lines[line - 1][column - 1 :].startswith(("%", ",")):
        fault = Fault.BAD_VALUE  # 55% and 0,55
    return ContractError("contract", fault, line, column=column)


def _end(lines: list[str]) -> tuple[int, int]:
    return len(lines), len(lines[-1]) + 1


class _Reader:
    """Turns parsed TOML into clauses, remembering where each field stands."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")  # as TOML counts them: other signs end no line

    def contract(self, values: dict[str, Any]) -> dict[str, Any]:
        known = ("version", "share", *_TABLES)
        for name in values:
            if name not in known:
                raise self.error(None, name, Fault.UNKNOWN_FIELD, known=", ".join(known))
        found: dict[str, Any] = {}
        if "version" in values:
            found["version"] = self.value("int", values["version"], None, "version")
        shares = values.get("share", [])
        if not isinstance(shares, list):
            raise self.error("share", "share", Fault.ONE_TABLE, name="share")
        found["shares"] = tuple(
            self.build(ShareClause, "share", table, number) for number, table in enumerate(shares)
        )
        for name, make in _TABLES.items():
            if name in values:
                found[name] = self.build(make, name, values[name], None)
        return found

    def of_whole(self, error: ContractError, values: dict[str, Any]) -> ContractError:
        """What is wrong with the contract as a whole, with its line: an id at its second place."""
        if error.fault is not Fault.SAME_ID:
            return self.error(None, error.field, error.fault, number=None, **error.facts)
        name = error.field.removesuffix(".id")
        same = [at for at, table in enumerate(values["share"]) if table["id"] == name]
        return self.error("share", "id", error.fault, number=same[1], **error.facts)

    def build(self, make: Callable[..., Any], table: str, values: Any, number: int | None) -> Any:
        """One clause from its table."""
        if not isinstance(values, dict):
            fault = Fault.NOT_TABLE if number is None else Fault.ONE_TABLE
            raise self.error(table, table, fault, name=table)
        known: dict[str, Field[Any]] = {field.name: field for field in fields(make)}  # type: ignore[arg-type]  # all are dataclasses
        arguments: dict[str, Any] = {}
        for name, value in values.items():
            if name not in known:
                raise self.error(
                    table, name, Fault.UNKNOWN_FIELD, number=number, known=", ".join(known)
                )
            arguments[name] = self.field(known[name], value, table, number)
        for name, field in known.items():
            needed = field.default is MISSING and field.default_factory is MISSING
            if needed and name not in arguments:
                raise self.error(table, name, Fault.MISSING, number=number, name=name)
        return self.made(make, arguments, table, number)

    def made(
        self, make: Callable[..., Any], arguments: dict[str, Any], table: str, number: int | None
    ) -> Any:
        try:
            return make(**arguments)
        except ContractError as error:
            name = error.field.rpartition(".")[2]
            raise self.error(table, name, error.fault, number=number, **error.facts) from error

    def field(self, field: Field[Any], value: Any, table: str, number: int | None) -> Any:
        if field.type is Group:
            return self.group(value, table, field.name, number)
        if field.name == "reason":
            return self.reason(value, table, number)
        kind = getattr(field.type, "__name__", "str")
        return self.value(kind if kind in _KINDS else "str", value, table, field.name, number)

    def value(
        self, kind: str, value: Any, table: str | None, name: str, number: int | None = None
    ) -> Any:
        wanted, fault = _KINDS[kind]
        if wanted is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            raise self.error(table, name, fault, number=number, value=value)
        return value

    def reason(self, value: Any, table: str, number: int | None) -> dict[str, str]:
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise self.error(table, "reason", Fault.NOT_REASONS, number=number)
        return value

    def group(self, value: Any, table: str, name: str, number: int | None) -> Group:
        if not isinstance(value, dict):
            raise self.error(table, name, Fault.NOT_GROUP, number=number, value=value)
        for key, wanted in value.items():
            if not _fits_group(key, wanted):
                raise self.error(
                    table, name, Fault.NO_SUCH_GROUP, number=number, key=key, value=wanted
                )
        return Group(**value)

    def error(
        self,
        table: str | None,
        field: str,
        fault: Fault,
        *,
        number: int | None = None,
        **facts: object,
    ) -> ContractError:
        path = field if table in (None, field) else f"{table}.{field}"
        return ContractError(path, fault, self.line(table, field, number or 0), **facts)

    def line(self, table: str | None, name: str, number: int) -> int:
        """The line, from 1, of the field; of its table's head where the field is absent."""
        head = re.compile(rf"\s*\[\[?\s*{re.escape(table or '')}\s*\]\]?")
        start = 0
        if table is not None:
            heads = [at for at, line in enumerate(self.lines) if head.match(line)]
            if heads:
                start = heads[min(number, len(heads) - 1)]
        wanted = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*(=|\.)|\s*\[+{re.escape(name)}\b")
        nested = re.compile(rf"\s*\[\s*{re.escape(table or '')}\.{re.escape(name)}\s*\]")
        for at in range(start, len(self.lines)):
            line = self.lines[at]
            if wanted.match(line) or (table and nested.match(line)):
                return at + 1
            if table and at > start and head.match(line):
                break
        return start + 1


def _fits_group(key: str, value: Any) -> bool:
    if key in ("language", "topic"):
        return isinstance(value, str) and bool(value)
    if key == "arrival":
        return value in ("resident", "newcomer")
    if key in ("followers_below", "followers_at_least"):
        return value == MEDIAN or (
            isinstance(value, int) and not isinstance(value, bool) and value >= 0
        )
    return False


def write(contract: Contract) -> str:
    """The contract as TOML; fields at their default are left out."""
    parts = [f"version = {contract.version}\n"]
    parts += [_table("[[share]]", clause) for clause in contract.shares]
    for name in _TABLES:
        clause = getattr(contract, name)
        if clause is not None:
            parts.append(_table(f"[{name}]", clause))
    return "\n".join(parts)


def _table(head: str, clause: Any) -> str:
    lines = [head]
    for field in fields(clause):
        value = getattr(clause, field.name)
        if field.name == "reason":
            lines += [f"reason = {_inline(value)}"] if value else []
        elif field.default is MISSING or value != field.default:
            lines.append(f"{field.name} = {_written(value)}")
    return "\n".join(lines) + "\n"


def _written(value: Any) -> str:
    if isinstance(value, Group):
        given = {f.name: getattr(value, f.name) for f in fields(value)}
        return _inline({name: part for name, part in given.items() if part is not None})
    return json.dumps(value, ensure_ascii=False)


def _inline(values: Mapping[str, Any]) -> str:
    inner = ", ".join(f"{name} = {_written(value)}" for name, value in values.items())
    return f"{{ {inner} }}" if inner else "{}"
