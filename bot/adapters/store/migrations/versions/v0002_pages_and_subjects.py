"""Pages that were read before, and what requests are about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of pages, and to requests their subject, which those of before do not have."""
    op.create_table(
        "footnote_pages",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_footnote_pages")),
    )
    op.create_index(op.f("ix_footnote_pages_digest"), "footnote_pages", ["digest"], unique=False)
    op.create_table(
        "footnote_page_addresses",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_footnote_page_addresses")),
    )
    op.add_column("footnote_requests", sa.Column("subject", sa.Text(), nullable=True))
    op.create_index(
        op.f("ix_footnote_requests_chat_id_subject"), "footnote_requests", ["chat_id", "subject"], unique=False
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_index(op.f("ix_footnote_requests_chat_id_subject"), table_name="footnote_requests")
    op.drop_column("footnote_requests", "subject")
    op.drop_table("footnote_page_addresses")
    op.drop_index(op.f("ix_footnote_pages_digest"), table_name="footnote_pages")
    op.drop_table("footnote_pages")
