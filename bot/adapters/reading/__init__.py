"""Bytes to articles: telling what they are, decoding them, and finding the text in a page."""
