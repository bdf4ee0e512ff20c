"""The history of our tables: Alembic's environment, and a file for each revision in `versions`."""
