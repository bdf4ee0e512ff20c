"""Revisions, oldest first; a released one is never edited, and each is named in `REVISIONS` of migrating.py."""
