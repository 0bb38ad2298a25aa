"""Django's settings, all derived from the one `Configuration` that the operator writes."""

from pathlib import Path

from dukou.ground.configuration import configuration
from dukou.ground.logs import set_up_logs
from dukou.site.database import database_settings
from dukou.site.messages import compile_stale

CONFIGURATION = conf = configuration()
HERE = Path(__file__).parent

SECRET_KEY = conf.secret_key
DEBUG = conf.debug
ALLOWED_HOSTS = conf.allowed_hosts
CSRF_TRUSTED_ORIGINS = [conf.origin] if conf.origin else []
ROOT_URLCONF = "dukou.site.urls"
WSGI_APPLICATION = "dukou.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = False  # middleware.EitherSlash answers both forms without a redirect
DATABASES = {"default": database_settings(conf.database_url, prepared=conf.prepared_statements)}

INSTALLED_APPS = [
    "unfold",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "django_htmx",
    "procrastinate.contrib.django",
    "dukou.site.members",
    "dukou.site.notes",
    "dukou.site.bridge",
    "dukou.site.talk",
    "dukou.site.reading",
    "dukou.site.arrivals",
    "dukou.site.commons",
]

MIDDLEWARE = [
    "dukou.site.middleware.measure.Measure",
    "django.middleware.security.SecurityMiddleware",
    "dukou.site.middleware.policy.ContentPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dukou.site.middleware.slash.EitherSlash",
    "django.middleware.common.CommonMiddleware",
    "dukou.site.middleware.for_all.ForAll",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "dukou.site.middleware.csrf.CsrfSentOnce",
    "dukou.site.middleware.method.FormMethod",
    "dukou.site.middleware.signed_in.SignedIn",
    "allauth.account.middleware.AccountMiddleware",
    "dukou.site.middleware.viewer.CurrentMember",
    "dukou.site.middleware.limits.TooMany",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "dukou.site.middleware.wrong_method.WrongMethod",
    "dukou.site.middleware.nul.NoNul",
]

TEMPLATES = [
    {
        "NAME": "django",
        "BACKEND": "dukou.site.compiled.engine.CompiledTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "dukou.site.context.site",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "dukou.site.templatetags.cards",
                "dukou.site.templatetags.numbers",
                "dukou.site.templatetags.packs",
                "dukou.site.templatetags.partials",
            ],
        },
    }
]

# People
AUTH_USER_MODEL = "members.Member"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "dukou.site.arrivals.passwords.LongEnough"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "dukou.site.arrivals.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if conf.confirm_email else "optional"
ACCOUNT_USERNAME_VALIDATORS = "dukou.site.members.names.validators"
ACCOUNT_FORMS = {
    "login": "dukou.site.arrivals.forms.LoginForm",
    "signup": "dukou.site.arrivals.forms.SignUpForm",
    "reset_password": "dukou.site.arrivals.forms.ResetPasswordForm",
    "reset_password_from_key": "dukou.site.arrivals.forms.NewPasswordForm",
    "change_password": "dukou.site.arrivals.forms.ChangePasswordForm",
    "set_password": "dukou.site.arrivals.forms.SetPasswordForm",
    "add_email": "dukou.site.arrivals.forms.AddEmailForm",
    "reauthenticate": "dukou.site.arrivals.forms.ReauthenticateForm",
}
ACCOUNT_CHANGE_EMAIL = True  # one address, which changes once the new one is confirmed
ACCOUNT_USERNAME_MIN_LENGTH = 2
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "signup": "20/h/ip",
    "reset_password": "20/m/ip,5/m/key",
}
UNFOLD = {
    "SITE_TITLE": conf.place_name,
    "SITE_HEADER": conf.place_name,
    "SITE_SYMBOL": "sailing",
}
CACHES = {
    # Shared by all web processes without another server; allauth counts sign-in attempts here.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "site_cache"}
}
SESSION_ENGINE = "dukou.site.members.sessions"
SESSION_COOKIE_NAME = "dukou_session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 90
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = conf.is_secure
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "dukou_csrf"
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if conf.is_secure else 0
SECURE_SSL_REDIRECT = False  # the proxy in front does it, and health checks come by http
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if conf.is_secure else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
USE_X_FORWARDED_HOST = False

# Words and times
LANGUAGE_CODE = conf.place_language.lower()
LANGUAGES = [("zh-hans", "简体中文"), ("zh-hant", "繁體中文"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "dukou_language"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LOCALE_PATHS = [HERE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = conf.time_zone

# Files
STATIC_URL = "/static/"
STATIC_ROOT = None  # WhiteNoise serves what the finders find; nothing is collected
STATICFILES_DIRS = [HERE / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = conf.home / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 18
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None
FILE_UPLOAD_HANDLERS = [
    "dukou.site.uploads.LimitedRequest",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "dukou.site.uploads.WhereThereIsRoom",
]

# Mail
DEFAULT_FROM_EMAIL = SERVER_EMAIL = conf.mail_from
if conf.smtp is None:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
else:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = conf.smtp.host
    EMAIL_PORT = conf.smtp.port
    EMAIL_HOST_USER = conf.smtp.user
    EMAIL_HOST_PASSWORD = conf.smtp.password
    EMAIL_USE_TLS = conf.smtp.starttls
    EMAIL_USE_SSL = conf.smtp.implicit_tls
    EMAIL_TIMEOUT = 20

LOGGING_CONFIG = None  # the line below does it, for every program that reads these settings
set_up_logs(conf.log)
compile_stale()  # translations that were edited since the last start
