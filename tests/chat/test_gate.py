"""Who gets in, and how a bot gets its owner."""

from bot.chat.gate import Gate
from tests.doubles.memory import Books


def gate(books: Books, *codes: str, allowed: frozenset[int] = frozenset()) -> Gate:
    return Gate(books, allowed=allowed, code=iter(codes).__next__)


async def test_a_code_is_offered_only_while_nobody_owns_the_bot() -> None:
    assert await gate(Books(owner=None), "abc").offer() == "abc"
    assert await gate(Books(owner=5), "abc").offer() is None


async def test_who_brings_the_code_owns_the_bot_and_the_code_is_spent() -> None:
    books = Books(owner=None)
    door = gate(books, "abc")
    await door.offer()
    assert not await door.claim("abd", 6)
    assert await door.claim("abc", 5)
    assert not await door.claim("abc", 6)
    assert (await door.access()).owner_id == 5


async def test_without_an_offer_no_code_is_right() -> None:
    door = gate(Books(owner=5), "abc")
    assert not await door.claim("", 6)
    assert not await door.claim("abc", 6)
    assert not await door.claim("é", 6)


async def test_chats_of_the_settings_are_listed_and_stay_so() -> None:
    books = Books(owner=1)
    door = gate(books, allowed=frozenset({7}))
    assert (await door.access()).admits(chat_id=7, person_id=7)
    assert not await door.list_chat(7, listed=False)
    assert await door.list_chat(8, listed=True)
    assert (await door.access()).listed == {7, 8}
    assert await door.list_chat(8, listed=False)
    assert (await door.access()).listed == {7}
    assert books.rules.listed == frozenset()


async def test_rules_that_change_count_at_once() -> None:
    door = gate(Books(owner=1))
    assert not (await door.access()).admits(chat_id=9, person_id=9)
    await door.set_open(True)
    assert (await door.access()).admits(chat_id=9, person_id=9)
    await door.set_open(False)
    assert not (await door.access()).admits(chat_id=9, person_id=9)
    assert (await door.access()).admits(chat_id=-100, person_id=1), "the owner is served wherever they write"
