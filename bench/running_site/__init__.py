"""The running site for benches: the site's own settings and server, and a clock on each answer."""
