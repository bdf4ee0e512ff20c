"""What readers call wrong, and where in an answer each brief begins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of reports, and to briefs their first part, which those of before do not have."""
    op.create_table(
        "footnote_reports",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("once", sa.Text(), nullable=False),
        sa.Column("brief", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_footnote_reports")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_footnote_reports_once"), "footnote_reports", ["once"], unique=True)
    op.create_index(op.f("ix_footnote_reports_reported_at"), "footnote_reports", ["reported_at"], unique=False)
    op.add_column("footnote_briefs", sa.Column("part", sa.Integer(), nullable=True))
    op.create_index(
        op.f("ix_footnote_outgoing_chat_id_message_id"), "footnote_outgoing", ["chat_id", "message_id"], unique=False
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_index(op.f("ix_footnote_outgoing_chat_id_message_id"), table_name="footnote_outgoing")
    op.drop_column("footnote_briefs", "part")
    op.drop_index(op.f("ix_footnote_reports_reported_at"), table_name="footnote_reports")
    op.drop_index(op.f("ix_footnote_reports_once"), table_name="footnote_reports")
    op.drop_table("footnote_reports")
