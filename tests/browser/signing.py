"""Being signed out in the middle of something, and signing in again."""

from django.conf import settings
from playwright.sync_api import Page

from dukou.site.members.models import Member
from tests.cast import PASSWORD


def with_password(member: Member) -> Member:
    """A member who can sign in again."""
    member.set_password(PASSWORD)
    member.save()
    return member


def is_signed_out(page: Page) -> None:
    """The session ends, and the page knows nothing of it."""
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)


def signs_in_again(page: Page, member: Member) -> None:
    """Through the page that one is led to."""
    page.wait_for_url("**/account/login/**")
    page.locator("[name=login]").fill(member.name)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url(lambda address: "/account/" not in address)
