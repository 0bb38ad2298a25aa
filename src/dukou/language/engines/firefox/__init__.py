"""Mozilla's translation models, on this machine: small, quick, and bound to what a text says.

`catalogue` knows which files make a model and the digest that each must have, `fetching` brings
them from a server that may break off, `installing` puts them in place, `engine` uses them through
`worker`, a process with limited memory.
"""
