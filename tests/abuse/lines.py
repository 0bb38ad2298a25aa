"""One line or more for every page of the site: who is let in, and what the others are told.

A line is a method, an address (a query goes into the form of a POST) and what each of the three
gets who are not let in everywhere: a stranger, Cai (whom Lin blocks), and Rui (who is suspended).
`OK` is the page, `GONE` is 404, `SIGN_IN` and other addresses are where one is sent.
"""

from typing import NamedTuple

OK, GONE, SIGN_IN, CLOSED, DONE = "200", "404", "sign-in", "/suspended", "204"


class Line(NamedTuple):
    """What three visitors get at one address."""

    ask: str
    stranger: str
    blocked: str
    suspended: str


def everyone(ask: str) -> Line:
    """For whoever comes, suspended or not."""
    return Line(ask, OK, OK, OK)


def public(ask: str) -> Line:
    """To be read without an account."""
    return Line(ask, OK, OK, CLOSED)


def members(ask: str, answer: str = OK) -> Line:
    """For members; what one sees there is one's own."""
    return Line(ask, SIGN_IN, answer, CLOSED)


def of_lin(ask: str) -> Line:
    """Lin's, shown to everyone but those whom she blocks."""
    return Line(ask, OK, GONE, CLOSED)


def to_lin(ask: str) -> Line:
    """What members do to Lin and hers, but for those whom she blocks."""
    return Line(ask, SIGN_IN, GONE, CLOSED)


def staff(ask: str) -> Line:
    """For moderators, who may have to sign in; for other members it is not there."""
    return Line(ask, SIGN_IN, GONE, CLOSED)


FRAME = {
    "healthz": [public("GET /healthz")],
    "readyz": [public("GET /readyz")],
    "metrics": [Line("GET /metrics", GONE, GONE, CLOSED)],
    "pack": [everyone("GET /packs/style.css")],
    "language": [Line("POST /language?language=en&next=/rules", *["/rules"] * 3)],
    "theme": [Line("POST /theme?theme=dark&next=/rules", *["/rules"] * 3)],
    "media": [Line("GET /media/no-such-picture.webp", GONE, GONE, CLOSED)],
}

ACCOUNT = {
    "account_login": [Line("GET /account/login/", OK, "/", CLOSED)],
    "account_signup": [Line("GET /account/signup/", OK, "/", CLOSED)],
    "account_logout": [Line("GET /account/logout/", "/", OK, OK)],
    "account_inactive": [public("GET /account/inactive/")],
    "account_reauthenticate": [members("GET /account/reauthenticate/")],
    "account_email": [members("GET /account/email/")],
    "account_email_verification_sent": [public("GET /account/confirm-email/")],
    "account_confirm_email": [public("GET /account/confirm-email/no-such-key/")],
    "account_change_password": [members("GET /account/password/change/")],
    "account_set_password": [members("GET /account/password/set/", "/account/password/change/")],
    "account_reset_password": [public("GET /account/password/reset/")],
    "account_reset_password_done": [public("GET /account/password/reset/done/")],
    "account_reset_password_from_key": [public("GET /account/password/reset/key/1-no-such-key/")],
    "account_reset_password_from_key_done": [public("GET /account/password/reset/key/done/")],
    "account_confirm_login_code": [Line("GET /account/login/code/confirm/", SIGN_IN, "/", CLOSED)],
}

COMMONS = {
    "report": [
        to_lin("GET /report?note={note}"),
        to_lin("POST /report?comment={comment}&ground=spam"),
        to_lin("POST /report?member=lin&ground=spam"),
        Line("GET /report?note-version=1", SIGN_IN, GONE, CLOSED),
        Line("POST /report?comment-version=1&ground=spam", SIGN_IN, GONE, CLOSED),
        Line("POST /report?correction=1&ground=spam", SIGN_IN, GONE, CLOSED),
    ],
    "rules": [everyone("GET /rules")],
    "suspended": [Line("GET /suspended", SIGN_IN, "/", OK)],
    "contract": [staff("GET /balance/contract"), staff("POST /balance/contract?why=x")],
    "moderation": [staff("GET /moderation")],
    "moderation_log": [staff("GET /moderation/log")],
    "undo_decision": [staff("POST /moderation/log/1/undo?reason=x")],
    "decide": [staff("POST /moderation/note/{note}?act=hide&reason=x")],
}

ARRIVALS = {
    "welcome": [members("GET /welcome", "/")],
    "welcome_languages": [members("GET /welcome/languages", "/settings/languages")],
    "welcome_interests": [members("GET /welcome/interests")],
    "welcome_introduction": [members("GET /welcome/introduction", "/")],
    "welcome_preview": [members("GET /welcome/introduction/preview")],
    "invitations": [staff("GET /invitations"), staff("POST /invitations")],
    "invitation": [staff("DELETE /invitations/1")],
    "objections": [staff("GET /objections")],
    "answer_objection": [staff("POST /objections/1?answer=x")],
}

READING = {
    "home": [public("GET /")],
    "explore": [public("GET /explore")],
    "latest": [public("GET /latest")],
    "following": [members("GET /following")],
    "topic": [Line("GET /topics/no-such-topic", GONE, GONE, CLOSED)],
    "profile": [of_lin("GET /@lin")],
    "profile_shelves": [of_lin("GET /@lin/saved")],
    "followers": [of_lin("GET /@lin/followers")],
    "followed": [of_lin("GET /@lin/following")],
    "note": [of_lin("GET /@lin/{note}")],
    "search": [public("GET /search?q=猫")],
    "search_suggestions": [public("GET /search/suggestions?q=猫")],
    "saved": [members("GET /saved")],
    "collection": [
        of_lin("GET /collections/{shelf}"),
        Line("POST /collections/{shelf}?name=x", GONE, GONE, CLOSED),
        Line("DELETE /collections/{shelf}", GONE, GONE, CLOSED),
    ],
    "why": [Line("GET /why/{page}/0", GONE, GONE, CLOSED)],
    "reach": [Line("GET /reach/{note}", SIGN_IN, GONE, CLOSED)],
    "dial": [members("POST /dial?step=1", "/")],
    "balance": [public("GET /balance")],
    "seen": [Line("POST /seen?slot=1.1.x", DONE, DONE, CLOSED)],
}

BRIDGE = {
    "note-corrections": [Line("GET /notes/{note}/corrections?lang=en", SIGN_IN, GONE, CLOSED)],
    "comment-corrections": [
        Line("GET /comments/{comment}/corrections?lang=en", SIGN_IN, GONE, CLOSED)
    ],
    "draft-sides": [Line("GET /drafts/{draft}/sides", SIGN_IN, GONE, CLOSED)],
    "correction": [Line("POST /corrections/1?agrees=yes", SIGN_IN, GONE, CLOSED)],
    "note-words": [of_lin("GET /notes/{note}/words"), to_lin("POST /notes/{note}/words?at=0")],
    "comment-words": [
        of_lin("GET /comments/{comment}/words"),
        to_lin("POST /comments/{comment}/words?at=0"),
    ],
    "my-words": [members("GET /words")],
    "words-file": [members("GET /words.csv")],
    "my-word": [members("DELETE /words/1", "/words")],
    "glossary": [public("GET /glossary?q=猫")],
    "glossary-new": [members("GET /glossary/new?language=zh&term=种草")],
    "glossary-entry": [public("GET /glossary/zh/种草")],
    "glossary-vote": [Line("POST /glossary/wordings/1/vote?agrees=yes", SIGN_IN, GONE, CLOSED)],
    "glossary-explain": [members("GET /glossary/explain?language=zh&term=种草")],
    "glossary-shipped-out": [staff("POST /glossary/shipped/out?language=zh&term=种草&reason=x")],
    "glossary-back": [staff("POST /glossary/wordings/1/back?reason=x")],
    "glossary-out": [staff("POST /glossary/wordings/1/out?reason=x")],
    "note-near": [Line("GET /notes/{note}/near?lang=en", GONE, GONE, CLOSED)],
    "comment-near": [Line("GET /comments/{comment}/near?lang=en", GONE, GONE, CLOSED)],
    "note-version": [
        Line("GET /notes/{note}/version", "/@lin/{note}", GONE, CLOSED),
        to_lin("POST /notes/{note}/version"),
    ],
    "comment-version": [
        Line("GET /comments/{comment}/version", "/@lin/{note}", GONE, CLOSED),
        to_lin("POST /comments/{comment}/version"),
    ],
}

TALK = {
    "like": [to_lin("POST /notes/{note}/like"), to_lin("DELETE /notes/{note}/like")],
    "save": [to_lin("GET /notes/{note}/save"), to_lin("POST /notes/{note}/save")],
    "not_for_me": [to_lin("POST /notes/{note}/not-for-me")],
    "comments": [
        of_lin("GET /notes/{note}/comments"),
        to_lin("POST /notes/{note}/comments?body=x"),
    ],
    "comment": [to_lin("DELETE /comments/{comment}")],
    "like_comment": [to_lin("POST /comments/{comment}/like")],
    "comment_language": [
        to_lin("GET /comments/{comment}/language"),
        to_lin("POST /comments/{comment}/language?lang=ja"),
    ],
    "notifications": [members("GET /notifications")],
    "follow": [to_lin("POST /members/lin/follow")],
    "block": [to_lin("POST /members/lin/block"), to_lin("DELETE /members/lin/block")],
    "mute": [to_lin("POST /members/lin/mute"), to_lin("DELETE /members/lin/mute")],
}

NOTES = {
    "compose": [members("GET /compose", "/drafts/*")],
    "drafts": [members("GET /drafts")],
    "draft": [
        to_lin("GET /drafts/{draft}"),
        to_lin("POST /drafts/{draft}?title=x&do=publish"),
        to_lin("DELETE /drafts/{draft}"),
    ],
    "draft_pictures": [to_lin("POST /drafts/{draft}/pictures")],
    "draft_picture": [
        to_lin("GET /drafts/{draft}/pictures/{picture}"),
        to_lin("DELETE /drafts/{draft}/pictures/{picture}"),
    ],
    "detect": [members("POST /detect?title=x")],
    "suggest": [members("GET /suggest?q=x")],
    "card_picture": [of_lin("GET /@lin/{note}/card.png")],
    "edit_note": [to_lin("GET /@lin/{note}/edit")],
    "note_history": [of_lin("GET /@lin/{note}/history")],
    "ask_delete_note": [to_lin("GET /@lin/{note}/delete")],
    "delete_note": [to_lin("DELETE /notes/{note}")],
    "note_language": [to_lin("GET /notes/{note}/language"), to_lin("POST /notes/{note}/language")],
    "avatar": [members("DELETE /settings/avatar", "/settings")],
}

MEMBERS = {
    "settings": [members("GET /settings"), members("POST /settings?shown=x", "/settings")],
    "settings_languages": [members("GET /settings/languages")],
    "home_language": [members("POST /settings/languages/home?home=en", "/settings/languages")],
    "translation_habits": [members("POST /settings/languages/translation", "/settings/languages")],
    "cohort_objection": [members("POST /settings/languages/objection", "/settings/languages")],
    "safety": [members("GET /settings/safety")],
    "settings_data": [Line("GET /settings/data", SIGN_IN, OK, OK)],
    "export": [Line("POST /settings/data/export", SIGN_IN, OK, OK)],
}

PAGES = {
    **{**FRAME, **ACCOUNT, **COMMONS, **ARRIVALS},
    **{**READING, **BRIDGE, **TALK, **NOTES, **MEMBERS},
}

# What nobody but Lin may reach, whatever they do with its address; Maya may not either.
LINS_ALONE = [
    f"{method} {address}"
    for note in ("{private_note}", "{followers_note}")
    for method, address in (
        ("GET", f"/@lin/{note}"),
        ("GET", f"/@lin/{note}/card.png"),
        ("GET", f"/@lin/{note}/history"),
        ("GET", f"/@lin/{note}/edit"),
        ("GET", f"/@lin/{note}/delete"),
        ("DELETE", f"/notes/{note}"),
        ("GET", f"/notes/{note}/version"),
        ("POST", f"/notes/{note}/version"),
        ("GET", f"/notes/{note}/comments"),
        ("POST", f"/notes/{note}/comments?body=x"),
        ("POST", f"/notes/{note}/like"),
        ("POST", f"/notes/{note}/save"),
        ("POST", f"/notes/{note}/not-for-me"),
        ("GET", f"/report?note={note}"),
    )
] + [
    "GET /@lin/{note}/edit",
    "GET /@lin/{note}/delete",
    "DELETE /notes/{note}",
    "GET /comments/{private_comment}/version",
    "POST /comments/{private_comment}/like",
    "GET /comments/{private_comment}/language",
    "POST /comments/{private_comment}/language?lang=ja",
    "POST /notes/{note}/comments?body=x&reply_to={private_comment}",
    "GET /report?comment={private_comment}",
    "DELETE /comments/{private_comment}",
    "GET /drafts/{draft}",
    "POST /drafts/{draft}?title=x",
    "DELETE /drafts/{draft}",
    "POST /drafts/{draft}/pictures",
    "GET /drafts/{draft}/pictures/{picture}",
    "DELETE /drafts/{draft}/pictures/{picture}",
    "GET /collections/{private_shelf}",
    "POST /collections/{private_shelf}?name=x",
    "DELETE /collections/{private_shelf}",
    "POST /collections/{shelf}?name=x",
    "DELETE /collections/{shelf}",
    "GET /why/{page}/0",
    "GET /reach/{note}",
]
