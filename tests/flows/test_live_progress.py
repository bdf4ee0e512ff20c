"""Progress that is seen in a chat: what changed, not too often, and never over what comes after it."""

import asyncio

from bot.core.progress import ProgressState
from bot.flows.live_progress import LiveProgress


class Shown:
    """What was shown; `hold` keeps an edit under way."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.hold: asyncio.Event | None = None
        self.began = asyncio.Event()

    async def __call__(self, state: ProgressState) -> None:
        self.began.set()
        if self.hold:
            await self.hold.wait()
        self.stages.append(state.stage)


async def no_time(_: float) -> None:
    await asyncio.sleep(0)


async def test_only_what_changed_is_shown() -> None:
    shown = Shown()
    async with LiveProgress(ProgressState().reading(1), shown, sleep=no_time) as progress:
        progress.writing(1)
        await asyncio.sleep(0.01)
        progress.writing(1)
        await asyncio.sleep(0.01)
        progress.checking(3)
        await asyncio.sleep(0.01)
    assert shown.stages == ["writing", "checking"]


async def test_what_changes_while_it_waits_is_shown_as_it_is_then() -> None:
    shown, go = Shown(), asyncio.Event()

    async def wait(_: float) -> None:
        await go.wait()

    async with LiveProgress(ProgressState().reading(1), shown, sleep=wait) as progress:
        progress.writing(1)
        progress.checking(3)
        progress.repairing(1)
        await asyncio.sleep(0)
        go.set()
        await asyncio.sleep(0.01)
    assert shown.stages == ["repairing"]


async def test_an_edit_under_way_ends_before_the_block_does_and_nothing_is_shown_after_it() -> None:
    shown = Shown()
    shown.hold = asyncio.Event()
    ended = asyncio.Event()

    async def work() -> None:
        async with LiveProgress(ProgressState().reading(1), shown, sleep=no_time) as progress:
            progress.writing(1)
            await shown.began.wait()
            progress.checking(3)
        ended.set()

    task = asyncio.create_task(work())
    await shown.began.wait()
    await asyncio.sleep(0.01)
    assert not ended.is_set()
    shown.hold.set()
    await task
    await asyncio.sleep(0.01)
    assert shown.stages == ["writing"]


async def test_being_cancelled_on_the_way_out_does_not_let_it_go_on() -> None:
    shown = Shown()
    shown.hold = asyncio.Event()

    async def work() -> None:
        async with LiveProgress(ProgressState().reading(1), shown, sleep=no_time) as progress:
            progress.writing(1)
            await shown.began.wait()
            progress.checking(3)

    task = asyncio.create_task(work())
    await shown.began.wait()
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.sleep(0.01)
    task.cancel()
    shown.hold.set()
    await asyncio.wait([task])
    assert task.cancelled()
    await asyncio.sleep(0.01)
    assert shown.stages == ["writing"]
