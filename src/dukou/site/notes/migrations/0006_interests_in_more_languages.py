"""The names of the subjects in Korean, Portuguese, French and German."""

from django.db import migrations

from dukou.site.notes.interests import fill


def fill_topics(apps, schema_editor):
    fill(apps.get_model("notes", "Topic").objects, apps.get_model("notes", "TopicName").objects)


class Migration(migrations.Migration):
    dependencies = [("notes", "0005_note_vectors")]

    operations = [migrations.RunPython(fill_topics, migrations.RunPython.noop)]
