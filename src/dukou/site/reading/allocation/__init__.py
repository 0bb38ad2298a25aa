"""Explore: the site's side of the engine. Live notes, readers, contract, prices, the page."""
