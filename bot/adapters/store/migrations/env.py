"""Alembic runs this file; it works on the connection it is handed, inside the transaction of whoever hands it over."""

from __future__ import annotations

from alembic import context

from bot.adapters.store.tables import VERSION_TABLE, is_ours, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    include_name=is_ours,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
