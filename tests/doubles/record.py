"""Ask for what is not recorded yet: `python -m tests.doubles.record PENDING [--judge] [STORY ...]`.

Every request without a recorded reply is written to the folder PENDING as a file to fill in ("by" and "reply") and to
move to tests/data/replies. Run it again after that: a repair is asked for only when a draft is there. With `--judge`
the judge is asked as well.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from tests.doubles.model_endpoint import ModelEndpoint
from tests.doubles.recorded_replies import RecordedReplies
from tests.doubles.stories import REPLIES, STORIES, open_judge, open_writer, tell, tell_samples


async def main(pending: Path, names: list[str], *, with_judge: bool) -> None:
    """Tell the stories once; those that are fully recorded say how they came out."""
    for name in names or ["samples", *(story.name for story in STORIES)]:
        endpoint = ModelEndpoint(RecordedReplies(REPLIES, pending=pending / name))
        with_defects = endpoint.__enter__()
        try:
            writer = open_writer(with_defects)
            judge = open_judge(writer) if with_judge else None
            story = next((story for story in STORIES if story.name == name), None)
            briefs = await (tell(story, writer, judge) if story else tell_samples(writer, judge))
            await writer.model.aclose()
        finally:
            endpoint.close()
        for brief in briefs:
            receipt = brief.receipt
            print(f"{name}: {receipt.writer} {receipt.fault or ''}", end=", ")
            print(f"judge {receipt.judge_fault or receipt.judge}", end=", ")
            print(f"{len(brief.claims)} claims, {receipt.repairs} repairs")
            for withheld in brief.withheld:
                print(f"   withheld: {[(f.code, f.words) for f in withheld.findings]} {withheld.text}")


if __name__ == "__main__":
    given = [each for each in sys.argv[1:] if each != "--judge"]
    asyncio.run(main(Path(given[0]), given[1:], with_judge="--judge" in sys.argv))
