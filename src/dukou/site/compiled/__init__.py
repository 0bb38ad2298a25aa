"""Templates as Python functions.

Django walks a page's template node by node, some three thousand nodes for a page of cards, and
looks every variable up through a stack of dictionaries. Here the nodes of a whole page, its frame
and its partials with it, become one Python function for each interface language, in which text
and translations stand as they are. The templates stay Django's, and so does what they mean: what
the function cannot say, Django renders.
"""
