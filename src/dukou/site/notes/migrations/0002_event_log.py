"""The event log, partitioned by day, with a default partition as a safety net."""

from django.db import migrations

MAKE_LOG = """
CREATE TABLE notes_event (
    id bigint NOT NULL DEFAULT dukou_id(),
    at timestamptz NOT NULL DEFAULT now(),
    reader_key uuid,
    kind varchar(12) NOT NULL,
    note_id bigint NOT NULL,
    page_id bigint,
    slot smallint,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX events_of_note ON notes_event (note_id, id);
CREATE INDEX events_of_reader ON notes_event (reader_key, id);
CREATE TABLE notes_event_rest PARTITION OF notes_event DEFAULT;
"""


class Migration(migrations.Migration):
    """Django cannot write PARTITION BY, so the table is made by hand."""

    dependencies = [("notes", "0001_initial")]

    operations = [migrations.RunSQL(MAKE_LOG, "DROP TABLE notes_event")]
