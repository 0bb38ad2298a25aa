import dataclasses

from dukou.ground.configuration import configuration
from dukou.site.bridge.health import translation


def test_the_doctor_says_that_nothing_is_translated_without_an_engine():
    finding = translation(configuration())
    assert finding.level == "warn"
    assert "DUKOU_TRANSLATE_URL" in finding.mend


def test_the_doctor_says_that_a_server_cannot_be_reached():
    found = dataclasses.replace(configuration(), translate_url="http://127.0.0.1:1")
    finding = translation(found)
    assert finding.level == "warn"
    assert "cannot be reached" in finding.says
