import pytest

from complaintkit.errors import WrongUsage
from complaintkit.model.encounter import Channel
from complaintkit.rules.channels import CHANNELS, read_channel


def test_the_slugs_are_those_of_the_model():
    assert tuple(Channel) == CHANNELS


def test_another_word_is_kept_as_the_medium():
    assert read_channel("WhatsApp") == ("chat", "WhatsApp")
    assert read_channel("portal") == ("web-form", "portal")
    assert read_channel("in  person") == ("visit", "in person")
    assert read_channel("Phone") == ("phone", "")


def test_every_alias_leads_to_a_channel():
    words = ("branch", "form", "website", "text", "call", "mobile", "post", "fax", "e-mail", "x")
    assert {read_channel(word)[0] for word in words} <= set(CHANNELS)


def test_an_unknown_word_is_answered_with_the_nearest():
    with pytest.raises(WrongUsage) as refused:
        read_channel("whatsap")
    assert "Did you mean whatsapp?" in refused.value.fix
    assert "web-form" in refused.value.fix
