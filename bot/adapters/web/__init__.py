"""Opening links: every connection guarded, every page within limits."""
