from django.db import migrations

from procrastinate.contrib.django import app


def ask_to_move(apps, schema_editor):
    """Whose account was closed before pictures were moved then: their addresses are public yet."""
    members = apps.get_model('members', 'Member').objects.filter(suspended=True)
    for member_id in members.values_list('pk', flat=True):
        app.configure_task('notes.move_pictures_of', queue='media').defer(member_id=member_id)


class Migration(migrations.Migration):

    dependencies = [
        ('notes', '0011_former_notes'),
        ('members', '0001_initial'),
        ('procrastinate', '0041_post_retry_failed_job'),
    ]

    operations = [
        migrations.RunPython(ask_to_move, migrations.RunPython.noop),
    ]
