"""What feeds in the order of time showed: partitioned by day, as the log of Explore is."""

import django.contrib.postgres.fields
from django.db import migrations, models
from django.db.models.functions import Now

import dukou.site.ids

MAKE_LOG = """
CREATE TABLE reading_feedpage (
    id bigint NOT NULL DEFAULT dukou_id(),
    at timestamptz NOT NULL DEFAULT now(),
    reader_key uuid NOT NULL,
    feed varchar(12) NOT NULL,
    note_ids bigint[] NOT NULL,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX feed_pages_of_reader ON reading_feedpage (reader_key, id);
CREATE TABLE reading_feedpage_rest PARTITION OF reading_feedpage DEFAULT;
"""
DROP_LOG = "DROP TABLE reading_feedpage"


class Migration(migrations.Migration):
    """Django cannot write PARTITION BY, so the table is made by hand."""

    dependencies = [("reading", "0005_debut_promises")]

    operations = [
        migrations.RunSQL(MAKE_LOG, DROP_LOG),
        migrations.CreateModel(
            name="FeedPage",
            fields=[
                ("id", dukou.site.ids.TimeId(serialize=False)),
                ("at", models.DateTimeField(db_default=Now())),
                ("reader_key", models.UUIDField()),
                ("feed", models.CharField(max_length=12)),
                (
                    "note_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
            ],
            options={"db_table": "reading_feedpage", "managed": False},
        ),
    ]
