"""What moderators and readers do with translations, as the tests of taking them out do it."""

from dukou.site.bridge.services import ask_for_translation
from dukou.site.commons.models import Decision

GOOD = {"lang": "en", "title": "Cat tax is here", "body": "Our cat is called Dumpling."}


def meet(text, member, run_jobs, kind="note", reads=("en",)):
    ask_for_translation(kind, [text.pk], reads=reads, by=member)
    run_jobs()


def decide(client, kind, thing, act="hide", reason="It says something else."):
    address = f"/moderation/{kind}/{thing.pk}"
    return client.post(address, {"act": act, "reason": reason}, follow=True)


def undo(client, reason="It was right."):
    address = f"/moderation/log/{Decision.objects.latest('pk').pk}/undo"
    return client.post(address, {"reason": reason}, follow=True).content.decode()


def shown(client, note):
    return client.get(note.get_absolute_url()).context["note"].version
