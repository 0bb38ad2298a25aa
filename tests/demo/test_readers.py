"""Who reads in the demo's wave."""

import random

from dukou.demo.crowd_reading import Readers
from dukou.site.members.models import Member
from dukou.site.notes.interests import ensure_interests
from dukou.site.notes.models import Topic
from dukou.site.reading.models import Interest


def test_a_wave_reads_as_the_demo_s_people_and_as_nobody_who_signed_up(
    lin: Member, ama: Member
) -> None:
    ensure_interests()
    topic = Topic.objects.filter(is_interest=True).earliest("pk")
    for member in (lin, ama):
        Interest.objects.create(member=member, topic=topic)
    lin.email = "lin@demo.invalid"
    lin.save()
    assert Readers(random.Random(1)).people == [lin]
