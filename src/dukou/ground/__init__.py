"""The ground that the site stands on: configuration, secrets, the database server, logs.

Plain Python, no Django, so that settings, commands and tests can all stand on it.
"""
