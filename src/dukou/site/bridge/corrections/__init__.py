"""Better translations by readers: suggested in place, accepted by the author or by two readers.

What is accepted becomes the community's version, with its writer's name, and the place remembers
it for the same words elsewhere.
"""
