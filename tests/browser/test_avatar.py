"""A picture of oneself goes up as soon as it is chosen."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from dukou.site.members.models import Member
from tests.browser.conftest import PHONE, Open
from tests.site.notes.files import scene, written


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "without-scripts"])
def test_a_chosen_picture_is_the_members_own(
    lin: Member, open_page: Open, settings: Settings, tmp_path: Path, scripts: bool
) -> None:
    settings.MEDIA_ROOT = tmp_path
    page = open_page("/settings", as_member=lin, viewport=PHONE, java_script_enabled=scripts)
    chosen = {"name": "me.png", "mimeType": "image/png", "buffer": written(scene(), "PNG")}
    page.get_by_label("Choose a picture").set_input_files(chosen)
    if not scripts:
        page.get_by_role("button", name="Use this picture").click()
    expect(page.get_by_text("Choose another picture")).to_be_visible()
    expect(page.get_by_role("button", name="Use this picture")).to_have_count(int(not scripts))
    lin.refresh_from_db()
    assert lin.avatar
