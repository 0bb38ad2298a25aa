"""What finding across languages needs: words of the other language, near texts, mended spelling.

renderings("拼豆")        how a word is said on the other side, likeliest first
terms("cat litter", ...)  a query cut into what can be said on the other side
VectorShelf               the nearest of many texts, exactly
mended("resturant", ...)  what somebody probably meant to type
"""
