"""The living glossary: what the community adds to the entries that come with Dukou.

An entry is proposed by a member and accepted by votes from both sides of the river; every change
is a version with its author, its votes and its reason.
"""
