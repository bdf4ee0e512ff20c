"""Work in processes of its own: it can be ended, breaks nothing when it breaks, and knows no secret."""

import asyncio
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeVar

import pytest

from bot.adapters.computing import ProcessCompute
from bot.core.errors import DeliveryError, FootnoteError, LoadError, OverloadError

T = TypeVar("T")
ROOT = Path(__file__).parent.parent.parent

# ---------------------------------------------------------------- the work


def double(number: int, *, plus: int = 0) -> int:
    return 2 * number + plus


def run_for_ever(started: str) -> None:
    Path(started).write_text(str(os.getpid()), encoding="ascii")
    while True:
        pass


def search_for_ever(started: str) -> None:
    """Stay inside one call into C, where no handler written in Python is reached."""
    Path(started).write_text(str(os.getpid()), encoding="ascii")
    re.fullmatch(r"(a|a)*b", "a" * 60)


def refuse() -> None:
    raise LoadError("too_short", words=1)


def time_out() -> None:
    raise TimeoutError("of the work itself")


def leave() -> None:
    raise SystemExit(3)


class TroublesomeError(Exception):
    """Pickles, but cannot be made again from what was pickled."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)


def raise_trouble() -> None:
    raise TroublesomeError("one", "two")


def die() -> None:
    os._exit(3)


def die_once(mark: str) -> str:
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def own_pid() -> int:
    return os.getpid()


def nap(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def surroundings() -> str:
    """All that the worker could read of an environment: its own, that of its start, that of who started it."""
    seen = [repr(dict(os.environ))]
    for pid in ("self", os.getppid()):
        path = Path(f"/proc/{pid}/environ")
        seen.append(path.read_text(encoding="utf-8", errors="replace") if path.exists() else "")
    return "".join(seen)


# ---------------------------------------------------------------- the means


@pytest.fixture
async def compute() -> AsyncIterator[ProcessCompute]:
    opened = ProcessCompute(deadline=30)
    yield opened
    await opened.aclose()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def pid_in(path: Path) -> int:
    return int(await until(lambda: path.exists() and path.read_text(encoding="ascii")))


async def is_gone(pid: int) -> bool:
    return bool(await until(lambda: not is_alive(pid)))


async def until(truth: Callable[[], T]) -> T:
    for _ in range(2000):
        if found := truth():
            return found
        await asyncio.sleep(0.01)
    pytest.fail("it never came to pass")


# ---------------------------------------------------------------- results and errors


async def test_work_is_done_in_another_process(compute: ProcessCompute) -> None:
    assert await compute(double, 4, plus=1) == 9
    assert await compute(own_pid) != os.getpid()


async def test_nothing_is_started_before_it_is_needed() -> None:
    compute = ProcessCompute()
    await compute.aclose()
    with pytest.raises(OverloadError):
        await compute(double, 1)


async def test_warmed_workers_are_those_that_work(compute: ProcessCompute) -> None:
    await compute.warm()
    assert await compute(double, 1) == 2


async def test_an_error_of_the_work_comes_back_as_it_was(compute: ProcessCompute) -> None:
    with pytest.raises(LoadError) as raised:
        await compute(refuse)
    assert (raised.value.code, raised.value.params) == ("too_short", {"words": 1})
    assert "in refuse" in "".join(raised.value.__notes__)


async def test_a_timeout_that_the_work_raises_is_not_taken_for_its_deadline(compute: ProcessCompute) -> None:
    with pytest.raises(TimeoutError, match="of the work itself"):
        await compute(time_out)


@pytest.mark.parametrize("work", [leave, raise_trouble])
async def test_an_error_that_cannot_be_handed_over_becomes_one_that_can(compute: ProcessCompute, work: object) -> None:
    with pytest.raises(RuntimeError, match=r"(SystemExit|TroublesomeError) in a worker"):
        await compute(work)  # type: ignore[arg-type]
    assert await compute(double, 1) == 2


async def test_work_that_cannot_be_sent_says_so_and_harms_nobody(compute: ProcessCompute) -> None:
    with pytest.raises((AttributeError, pickle.PicklingError)):
        await compute(lambda: None)
    assert await compute(double, 1) == 2


@pytest.mark.parametrize("error", [LoadError("too_short", words=1), DeliveryError("gone"), OverloadError("too_much")])
def test_our_errors_keep_their_code_and_parameters_when_pickled(error: FootnoteError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    assert (type(copy), copy.code, copy.params) == (type(error), error.code, error.params)


# ---------------------------------------------------------------- too long, given up, broken down


@pytest.mark.parametrize("work", [run_for_ever, search_for_ever])
async def test_work_beyond_its_deadline_is_ended(tmp_path: Path, work: object) -> None:
    compute = ProcessCompute(deadline=0.5)
    with pytest.raises(OverloadError) as raised:
        await compute(work, str(tmp_path / "pid"))  # type: ignore[arg-type]
    assert raised.value.code == "too_much"
    assert await is_gone(await pid_in(tmp_path / "pid"))
    assert await compute(double, 1) == 2
    await compute.aclose()


async def test_giving_up_ends_the_work_and_nothing_else(compute: ProcessCompute, tmp_path: Path) -> None:
    other = asyncio.create_task(compute(nap, 1.5))
    given_up = asyncio.create_task(compute(run_for_ever, str(tmp_path / "pid")))
    pid = await pid_in(tmp_path / "pid")
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    assert await is_gone(pid)
    assert await other != pid
    assert await compute(double, 1) == 2


async def test_work_that_is_given_up_while_it_waits_is_never_done(compute: ProcessCompute, tmp_path: Path) -> None:
    busy = [asyncio.create_task(compute(nap, 0.5)) for _ in range(2)]
    waiting = asyncio.create_task(compute(run_for_ever, str(tmp_path / "pid")))
    await asyncio.sleep(0.1)
    waiting.cancel()
    await asyncio.gather(*busy)
    assert await compute(double, 1) == 2
    assert not (tmp_path / "pid").exists()


async def test_waiting_for_a_worker_does_not_count_against_the_deadline() -> None:
    compute = ProcessCompute(workers=1, deadline=1.5)
    pids = await asyncio.gather(*(compute(nap, 0.4) for _ in range(5)))
    assert len(set(pids)) == 1
    await compute.aclose()


async def test_work_is_done_again_after_a_breakdown(compute: ProcessCompute, tmp_path: Path) -> None:
    assert await compute(die_once, str(tmp_path / "mark")) == "done"


async def test_work_that_always_breaks_its_worker_is_too_much(compute: ProcessCompute) -> None:
    with pytest.raises(OverloadError):
        await compute(die)
    assert await compute(double, 1) == 2


async def test_a_worker_that_is_killed_while_idle_is_replaced(compute: ProcessCompute) -> None:
    for _ in range(3):
        pid = await compute(own_pid)
        os.kill(pid, signal.SIGKILL)
        assert await is_gone(pid)
        assert await compute(own_pid) != pid


async def test_a_start_that_is_given_up_goes_on_for_the_others() -> None:
    compute = ProcessCompute()
    first = asyncio.create_task(compute(double, 1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    first.cancel()
    assert await compute(double, 2) == 4
    await compute.aclose()


async def test_closing_ends_everything_at_once(tmp_path: Path) -> None:
    compute = ProcessCompute()
    running = asyncio.create_task(compute(run_for_ever, str(tmp_path / "pid")))
    pid = await pid_in(tmp_path / "pid")
    await compute.aclose()
    with pytest.raises(OverloadError):
        await running
    assert not is_alive(pid)
    with pytest.raises(OverloadError):
        await compute(double, 1)


# ---------------------------------------------------------------- what workers know, and the terminal


async def test_workers_know_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TELEGRAM_BOT_TOKEN", "OPENAI_API_KEY", "DATABASE_URL"):
        monkeypatch.setenv(name, f"secret-of-{name}")
    compute = ProcessCompute()
    assert "secret-of-" not in await compute(surroundings)
    assert os.environ["OPENAI_API_KEY"] == "secret-of-OPENAI_API_KEY"
    await compute.aclose()


SCRIPT = """
    import asyncio, os, signal, sys
    from pathlib import Path
    from bot.adapters.computing import ProcessCompute
    from tests.adapters.test_computing import nap, run_for_ever, surroundings
    # Whoever runs the tests in the background has told its children to ignore interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)

    async def main():
        compute = ProcessCompute()
        {body}

    if __name__ == "__main__":
        try:
            asyncio.run(main())
        except KeyboardInterrupt:
            print("interrupted")
"""


def start(body: str, **environment: str) -> subprocess.Popen[str]:
    """Start a program of its own that computes, as a terminal would: all its processes in one group."""
    script = textwrap.dedent(SCRIPT).format(body=body)
    return subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def members(group: int) -> list[int]:
    """The processes of a group that still run."""
    ps = shutil.which("ps")
    assert ps, "ps is needed"
    listed = subprocess.run([ps, "-eo", "pid=,pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [int(pid) for pid, its_group, state in rows if int(its_group) == group and not state.startswith("Z")]


def ends(group: int) -> bool:
    for _ in range(1000):
        if not members(group):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are POSIX")
def test_the_first_processes_are_started_without_the_secrets() -> None:
    program = start("print('secret-key' in await compute(surroundings))", OPENAI_API_KEY="secret-key")
    out, errors = program.communicate(timeout=60)
    assert (out, errors) == ("False\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are POSIX")
def test_a_program_that_forgets_to_close_ends_all_the_same() -> None:
    program = start("print(await compute(nap, 0.01) > 0)")
    out, errors = program.communicate(timeout=60)
    assert (out, errors, program.returncode) == ("True\n", "", 0)
    assert ends(program.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are POSIX")
def test_an_interrupt_of_the_terminal_leaves_no_process_and_no_traceback() -> None:
    program = start("await compute.warm(); print('ready', flush=True); await compute(nap, 60)")
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    os.killpg(program.pid, signal.SIGINT)
    out, errors = program.communicate(timeout=60)
    assert (out, errors) == ("interrupted\n", "")
    assert ends(program.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are POSIX")
def test_an_interrupt_while_the_processes_start_leaves_no_traceback_of_theirs(tmp_path: Path) -> None:
    program = start("print('ready', flush=True); await compute.warm(); await asyncio.sleep(60)")
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    time.sleep(0.15)
    os.killpg(program.pid, signal.SIGINT)
    out, errors = program.communicate(timeout=60)
    assert (out, errors) == ("interrupted\n", "")
    assert ends(program.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are POSIX")
def test_workers_end_with_a_bot_that_was_killed(tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    program = start(f"await compute(run_for_ever, {str(pid_file)!r})")
    while not pid_file.exists():
        time.sleep(0.02)
    program.kill()
    program.communicate(timeout=60)
    assert ends(program.pid)
