"""What was served and seen: two tables partitioned by day, with a default partition as a safety net."""

from django.db import migrations

MAKE_LOG = """
CREATE TABLE reading_servedpage (
    id bigint NOT NULL DEFAULT dukou_id(),
    at timestamptz NOT NULL DEFAULT now(),
    reader_key uuid,
    surface varchar(12) NOT NULL,
    session uuid NOT NULL,
    dial smallint NOT NULL,
    contract_id bigint NOT NULL,
    note_ids bigint[] NOT NULL,
    reasons smallint[] NOT NULL,
    propensities double precision[] NOT NULL,
    exposures double precision[] NOT NULL,
    terms double precision[] NOT NULL,
    clause_exposure double precision[] NOT NULL,
    clause_base double precision[] NOT NULL,
    plain_clause_exposure double precision[] NOT NULL,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX served_pages_of_session ON reading_servedpage (session);
CREATE INDEX served_pages_of_reader ON reading_servedpage (reader_key, id);
CREATE TABLE reading_servedpage_rest PARTITION OF reading_servedpage DEFAULT;

CREATE TABLE reading_impression (
    page_id bigint NOT NULL,
    slot smallint NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    day date NOT NULL DEFAULT current_date,
    PRIMARY KEY (page_id, slot, day)
) PARTITION BY RANGE (day);
CREATE TABLE reading_impression_rest PARTITION OF reading_impression DEFAULT;
"""
DROP_LOG = "DROP TABLE reading_servedpage, reading_impression"


class Migration(migrations.Migration):
    """Django cannot write PARTITION BY, so these tables are made by hand."""

    dependencies = [("reading", "0001_initial")]

    operations = [migrations.RunSQL(MAKE_LOG, DROP_LOG)]
