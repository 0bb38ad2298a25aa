"""Engines that turn text of one language into another, behind one interface.

`base` says what an engine is. `memory` is exact and never leaves the machine, `libretranslate`
asks a server, `draft` runs a small model in a process of its own. `chain` chooses among them,
hides from them what is not language and refuses what is no translation.
"""
