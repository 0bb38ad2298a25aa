"""A large community written straight into the tables: authors, notes, likes, and readers' pasts.

Nothing of it is random: the same call writes the same community. Text is of a note's usual length
but says nothing. Pictures are rows without files.
"""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.middleware.csrf import CSRF_SECRET_LENGTH
from django.utils import timezone
from django.utils.crypto import get_random_string

from dukou.site.members.models import Member

AUTHORS = 2000
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"

# Two in three read Chinese; a third of the English ones came in a wave.
PEOPLE = """
INSERT INTO members_member (id, name, shown, email, password, is_superuser, role, home_language,
  region, joined_at, wave, active_days, last_active_on, bio, bio_lang, bio_other, bio_other_lang,
  avatar, interface_language, theme, time_zone, dial, reply_policy, welcomed_at, suspended,
  is_active, followers_count, following_count, notes_count, never_translated, translated_on_tap,
  shows_both, shows_pinyin)
SELECT n, 'member' || n, CASE WHEN n %% 3 = 0 THEN 'Member ' || n ELSE '渡客' || n END,
  n || '@example.org', '!none', false, 'member', CASE WHEN n %% 3 = 0 THEN 'en' ELSE 'zh-Hans' END,
  CASE WHEN n %% 3 = 0 THEN 'US' ELSE 'CN' END, now() - interval '200 days',
  CASE WHEN n %% 9 = 0 THEN 'en-2025-01' ELSE '' END, 10, %(today)s, '', '', '', '',
  CASE WHEN n %% 2 = 0 THEN 'avatars/' || md5(n::text) || '.webp' ELSE '' END,
  CASE WHEN n %% 3 = 0 THEN 'en' ELSE 'zh-hans' END, '', '', 0, 'everyone', now(), false, true,
  0, 0, 0, '{}', '{}', false, false
FROM generate_series(1, %(authors)s) n;

INSERT INTO members_readinglanguage (member_id, lang, position)
SELECT id, home_language, 0 FROM members_member
UNION ALL
SELECT id, 'en', 1 FROM members_member WHERE id %% 6 = 1;

INSERT INTO members_readerkey (member_id, key) SELECT id, gen_random_uuid() FROM members_member;

INSERT INTO members_follow (follower_id, followed_id)
SELECT a, b FROM (
  SELECT DISTINCT a, 1 + (a * 37 + k * k * 101) %% %(authors)s AS b
  FROM generate_series(1, %(authors)s) a, generate_series(1, 25) k) pairs
WHERE a <> b;
UPDATE members_member m SET followers_count = f.n
FROM (SELECT followed_id, count(*) n FROM members_follow GROUP BY 1) f WHERE f.followed_id = m.id;

INSERT INTO members_block (blocker_id, blocked_id)
SELECT n, n + 3 FROM generate_series(1, %(authors)s - 3, 5) n;
INSERT INTO members_mute (muter_id, muted_id)
SELECT n, n + 7 FROM generate_series(1, %(authors)s - 7, 4) n;

INSERT INTO notes_topic (slug, is_interest, position)
SELECT 'bench-' || n, n <= 30, n FROM generate_series(1, 60) n;
INSERT INTO reading_interest (member_id, topic_id, weight, is_stated)
SELECT DISTINCT m.id, t.id, 1.0, true FROM members_member m, generate_series(1, 6) k
JOIN LATERAL (SELECT id FROM notes_topic WHERE slug = 'bench-' || 1 + (m.id * 7 + k * 11) %% 60) t
  ON true;
"""

# A month of notes, spread evenly; two in five lead with a picture, every second has a second
# version, one in fifty is for followers only, one in a hundred is hidden.
NOTES = """
CREATE TEMPORARY TABLE fresh ON COMMIT DROP AS
SELECT ((extract(epoch FROM at) * 1000)::bigint << 16) + n %% 65536 AS id, n, at,
  1 + (n * 7919) %% %(authors)s AS author_id, n %% 5 < 2 AS pictured
FROM (SELECT n, now() - interval '30 days' * ((n * 0.6180339887) %% 1.0) AS at
      FROM generate_series(%(first)s, %(last)s) n) spread;

INSERT INTO notes_note (id, author_id, kind, design, lang, audience, reply_policy, place, sensitive,
  origin, ordinal, published_at, changed_at, hidden_at, likes_count, saves_count, comments_count)
SELECT f.id, author_id, CASE WHEN pictured THEN 'pictures' ELSE 'card' END,
  CASE WHEN pictured THEN '' ELSE (ARRAY['letter', 'sticky', 'chalkboard', 'ink'])[1 + n %% 4] END,
  home_language, CASE WHEN n %% 50 = 7 THEN 'followers' ELSE 'everyone' END, 'everyone', '', false,
  concat_ws(' ', home_language, region, CASE WHEN wave = '' THEN 'resident' ELSE wave END),
  1 + n / %(authors)s, at, at, CASE WHEN n %% 100 = 13 THEN at END, n %% 5, n %% 3, n %% 2
FROM fresh f JOIN members_member m ON m.id = author_id;

INSERT INTO notes_note_topics (note_id, topic_id)
SELECT DISTINCT f.id, t.id FROM fresh f, generate_series(1, 3) k, notes_topic t
WHERE k <= 1 + f.n %% 3
  AND t.slug = 'bench-' || 1 + floor(60 * ((f.n * k * 0.7548776662) %% 1.0) ^ 2);

INSERT INTO notes_noteversion (note_id, lang, title, body, provenance, is_source, engine, quality,
  stale, search)
SELECT id, lang, title, body, who, source, '', CASE WHEN who = 'machine' THEN 'good' ELSE '' END,
  false, to_tsvector('simple', title || ' ' || left(body, 100))
FROM (
  SELECT f.id, w.lang, w.source, CASE WHEN w.source THEN 'author'
      ELSE (ARRAY['author', 'community', 'machine'])[1 + f.n %% 3] END AS who,
    CASE WHEN w.lang = 'en' THEN 'A morning at the landing, number ' || f.n
      ELSE '渡口的早晨，第' || f.n || '篇' END AS title,
    repeat(CASE WHEN w.lang = 'en' THEN 'The ferry was late, so we talked about soup. '
      ELSE '船还没来，我们就在岸边聊起了早饭和天气。' END, (3 + f.n %% 12)::int) AS body
  FROM fresh f JOIN members_member m ON m.id = f.author_id
  JOIN LATERAL (
    SELECT home_language AS lang, true AS source
    UNION ALL
    SELECT CASE WHEN home_language = 'en' THEN 'zh-Hans' ELSE 'en' END, false WHERE f.n %% 2 = 0
  ) w ON true) texts;

INSERT INTO notes_media (owner_id, note_id, position, state, stem, width, height, bytes, blur, alt,
  alt_others)
SELECT author_id, id, p, 'ready', 'pictures/' || md5(n || '-' || p), 1200, 900 + (n %% 8) * 100,
  300000, 'data:image/webp;base64,' || repeat(md5(n::text), 6), 'A ferry by the river', '{}'
FROM fresh, generate_series(0, 2) p WHERE pictured AND p <= n %% 3;

INSERT INTO talk_like (member_id, note_id, at)
SELECT DISTINCT 1 + (f.n * 31 + k * 613) %% %(authors)s, f.id, f.at + k * interval '1 hour'
FROM fresh f, generate_series(1, 4) k WHERE k <= f.n %% 5;
"""

# Each reader has seen eight notes on each of twenty pages in the last days.
PAST = """
INSERT INTO reading_servedpage (id, at, reader_key, surface, session, dial, contract_id,
  note_ids, reasons, propensities, exposures, terms, clause_exposure, clause_base,
  plain_clause_exposure)
SELECT ((extract(epoch FROM at) * 1000)::bigint << 16) + m.member_id %% 65536, at, m.key,
  'explore', gen_random_uuid(), 0, 1, notes, array_fill(0::smallint, ARRAY[20]),
  array_fill(0.95::float8, ARRAY[20]), array_fill(0.5::float8, ARRAY[20]),
  array_fill(0.1::float8, ARRAY[520]), ARRAY[5, 5]::float8[], ARRAY[10, 10]::float8[],
  ARRAY[5, 5]::float8[]
FROM members_readerkey m, generate_series(1, 20) k
JOIN LATERAL (SELECT now() - k * interval '5 hours' AS at) moment ON true
JOIN LATERAL (SELECT array_agg(id) AS notes FROM (
  SELECT id FROM notes_note WHERE id < (extract(epoch FROM at) * 1000)::bigint << 16
  ORDER BY id DESC OFFSET m.member_id %% 50 LIMIT 20) before) earlier ON true
WHERE m.member_id = ANY(%(readers)s);

INSERT INTO reading_impression (page_id, slot, at, day)
SELECT id, slot, at, (at AT TIME ZONE 'UTC')::date
FROM reading_servedpage, generate_series(0, 7) slot;
"""


@transaction.atomic
def write_people() -> None:
    """The authors, who follow, block and mute one another and care for some topics."""
    _run(PEOPLE, authors=AUTHORS, today=timezone.localdate())


@transaction.atomic
def write_notes(first: int, last: int) -> None:
    """The notes with these numbers."""
    _run(NOTES, authors=AUTHORS, first=first, last=last)


@transaction.atomic
def write_past(readers: Sequence[int]) -> None:
    """Pages that these readers were served before, and what they saw of them."""
    _run(PAST, readers=list(readers))


def tidy() -> None:
    """Do what a server does in its quiet hours: planner's figures, visibility of pages."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def sign_in(readers: Sequence[int]) -> list[str]:
    """A session for each reader; gives the cookies that a browser has once it signed in."""
    expires = timezone.now() + timedelta(days=1)
    sessions = []
    for member in Member.objects.filter(pk__in=readers).order_by("pk"):
        data = {
            SESSION_KEY: str(member.pk),
            BACKEND_SESSION_KEY: BACKEND,
            HASH_SESSION_KEY: member.get_session_auth_hash(),
        }
        text = SessionStore().encode(data)
        key = f"{member.pk:032d}"
        sessions.append(Session(session_key=key, session_data=text, expire_date=expires))
    Session.objects.bulk_create(sessions)
    secret = get_random_string(CSRF_SECRET_LENGTH)
    return [
        f"{settings.SESSION_COOKIE_NAME}={one.session_key}; {settings.CSRF_COOKIE_NAME}={secret}"
        for one in sessions
    ]


def _run(statements: str, **values: object) -> None:
    with connection.cursor() as cursor:
        for statement in statements.split(";\n"):
            if statement.strip():
                cursor.execute(statement, values)
