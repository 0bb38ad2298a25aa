"""`dukou member ...`: accounts, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.table import Table

from dukou.commands.opened import opened_place
from dukou.ground.errors import GroundError

if TYPE_CHECKING:
    from django.db.models import TextChoices

member = typer.Typer(name="member", help="Create, promote and list members.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(help="Handle, such as lin: small letters, digits, _.")]


@member.command()
def create(
    name: Name,
    email: Annotated[str, typer.Option(prompt=True, help="E-mail address.")],
    password: Annotated[str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True)],
    language: Annotated[str, typer.Option(help="Home language, such as zh-Hans or en.")] = "",
    operator: Annotated[bool, typer.Option(help="May do everything.")] = False,
    moderator: Annotated[bool, typer.Option(help="May hide notes and suspend members.")] = False,
) -> None:
    """Create a member, whether sign-up is open or not; the address counts as confirmed."""
    with opened_place() as found:
        from django.contrib.auth.password_validation import validate_password
        from django.core.exceptions import ValidationError
        from django.core.validators import validate_email
        from django.db import IntegrityError
        from django.utils import translation

        from dukou.site.arrivals.services import joining
        from dukou.site.members import services
        from dukou.site.members.models import Language, Role
        from dukou.site.members.names import validators

        translation.activate("en")  # as all of the command line
        language = language or found.place_language
        if language not in Language.values:
            _refuse(f"{language!r} is no home language. Write one of: {_listed(Language)}.")
        try:
            for validate in validators:
                validate(name)
            validate_email(email)
            validate_password(password)
            made = services.create_member(
                name=name,
                email=email,
                password=password,
                home_language=language,
            )
        except ValidationError as error:
            _refuse(" ".join(error.messages))
        except IntegrityError:
            _refuse(f"A member named {name}, or with the address {email}, is here already.")
        joining.confirm_address(made)
        if operator or moderator:
            services.give_role(made, Role.OPERATOR if operator else Role.MODERATOR)
        print(f"@{made.name} is here now, as {made.role}")


@member.command()
def promote(
    name: Name,
    role: Annotated[str, typer.Argument(metavar="operator|moderator|member")],
) -> None:
    """Give a member another role; `member` takes it away."""
    with opened_place():
        from dukou.site.members import services
        from dukou.site.members.models import Member, Role

        if role not in Role.values:
            _refuse(f"{role!r} is no role. Write one of: {_listed(Role)}.")
        found = Member.objects.filter(name=name.lower().removeprefix("@")).first()
        if found is None:
            _refuse(f"There is no member named {name}.")
        services.give_role(found, Role(role))
        print(f"@{found.name} is now {role}")


@member.command("list")
def list_members(
    role: Annotated[str, typer.Option(help="Only operator, moderator or member.")] = "",
) -> None:
    """List the members, newest first."""
    with opened_place():
        from dukou.site.members.models import Member

        rows = Member.objects.order_by("-id")
        rows = rows.filter(role=role) if role else rows
        table = Table("name", "shown", "home language", "role", "joined", "suspended")
        for each in rows.iterator():
            joined = f"{each.joined_at:%Y-%m-%d}"
            state = "yes" if each.suspended else ""
            table.add_row(each.name, each.shown, each.home_language, each.role, joined, state)
        Console().print(table)


def _listed(choices: type[TextChoices]) -> str:
    return ", ".join(choices.values)


def _refuse(sentence: str) -> NoReturn:
    raise GroundError(sentence)
