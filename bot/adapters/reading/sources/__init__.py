"""The kinds of links that are read in a way of their own, one file each, and any other page."""
