"""The schema that goes with a request is one that OpenAI's strict mode takes."""

import json
import re
from typing import Any

import pytest
from pydantic import BaseModel, Field

from bot.core.models import DraftBrief, DraftClaim, DraftRepairs
from bot.core.writing.schema import strict_schema
from tests.doubles.strict_schema import misfits, name_lint, strict_lint

GOOD: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["a", "b"],
    "properties": {
        "a": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "string", "pattern": "^x"}},
        "b": {"anyOf": [{"$ref": "#/$defs/part"}, {"type": "null"}]},
    },
    "$defs": {
        "part": {
            "type": "object",
            "additionalProperties": False,
            "required": ["n"],
            "properties": {"n": {"type": "integer", "minimum": 0}},
        }
    },
}


def changed(**changes: Any) -> dict[str, Any]:
    return GOOD | changes


def nested(levels: int) -> dict[str, Any]:
    node: dict[str, Any] = {"type": "string"}
    for _ in range(levels):
        node = {"type": "object", "additionalProperties": False, "required": ["x"], "properties": {"x": node}}
    return node


def with_property(node: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": ["x"], "properties": {"x": node}}


@pytest.mark.parametrize("model", [DraftBrief, DraftRepairs])
def test_our_schemas_pass_the_strict_rules(model: type[BaseModel]) -> None:
    assert strict_lint(strict_schema(model)) == []


def test_labels_come_before_the_words_and_the_headline_last() -> None:
    schema = strict_schema(DraftBrief)
    assert list(schema["properties"]) == ["claims", "differences", "origins", "headline"]
    assert list(schema["$defs"]["DraftClaim"]["properties"]) == ["evidence", "attribution", "text"]
    assert schema["$defs"]["DraftClaim"]["required"] == ["evidence", "attribution", "text"]


def test_no_words_of_ours_are_sent_with_the_schema() -> None:
    sent = json.dumps(strict_schema(DraftBrief))
    assert not any(keyword in sent for keyword in ('"title"', '"description"', '"default"', "believed"))


def test_what_a_caller_does_to_a_schema_stays_with_the_caller() -> None:
    strict_schema(DraftBrief)["properties"].clear()
    assert "claims" in strict_schema(DraftBrief)["properties"]


def test_a_default_does_not_make_a_field_optional() -> None:
    class WithDefault(BaseModel):
        note: str | None = None
        count: int = 3

    schema = strict_schema(WithDefault)
    assert schema["required"] == ["note", "count"]
    assert strict_lint(schema) == []


def test_what_strict_mode_does_not_know_is_refused_when_the_schema_is_made() -> None:
    class Bounded(BaseModel):
        text: str = Field(max_length=10)

    class Pair(BaseModel):
        pair: tuple[int, str]

    class Free(BaseModel):
        table: dict[str, int]

    for model in (Bounded, Pair, Free):
        with pytest.raises(ValueError, match="strict mode has no"):
            strict_schema(model)


def test_the_lint_passes_a_good_schema() -> None:
    assert strict_lint(GOOD) == []
    assert strict_lint(nested(10)) == []


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ([], "not an object"),
        ({"type": "array", "items": {"type": "string"}}, "must be of type object"),
        (changed(anyOf=[{"type": "object"}]), "must not be an anyOf"),
        ({key: value for key, value in GOOD.items() if key != "additionalProperties"}, "additionalProperties"),
        (changed(additionalProperties=True), "additionalProperties"),
        (changed(required=["a"]), "b must be required"),
        (changed(required=["a", "b", "c"]), "c is required and not there"),
        (changed(allOf=[]), "allOf"),
        (changed(oneOf=[]), "oneOf"),
        (changed(**{"not": {}}), "not is not permitted"),
        (changed(**{"if": {}, "then": {}, "else": {}}), "if is not permitted"),
        (changed(dependentRequired={}), "dependentRequired"),
        (changed(dependentSchemas={}), "dependentSchemas"),
        (changed(patternProperties={}), "patternProperties"),
        (changed(minProperties=1), "minProperties"),
        (with_property({"type": "string", "default": "x"}), "default"),
        (with_property({"type": "string", "minLength": 1}), "minLength"),
        (with_property({"type": "string", "maxLength": 9}), "maxLength"),
        (with_property({"type": "string", "format": "uri"}), "format"),
        (with_property({"type": "array"}), "needs items"),
        (with_property({"type": "array", "items": {"type": "string"}, "uniqueItems": True}), "uniqueItems"),
        (with_property({"type": "array", "prefixItems": [{"type": "string"}]}), "prefixItems"),
        (with_property({"type": "array", "items": {"oneOf": [{"type": "string"}]}}), "oneOf"),
        (with_property({"type": "object", "additionalProperties": {"type": "string"}}), "additionalProperties"),
        (with_property({"$ref": "#/$defs/nowhere"}), "leads nowhere"),
        (with_property({"$ref": "#", "description": "x"}), "beside it"),
        (with_property({}), "has no type"),
        (with_property({"type": "text"}), "is no type"),
        (nested(11), "deeper than 10"),
        (with_property({"enum": [f"v{n}" for n in range(1_001)]}), "enum values"),
        (with_property({"enum": ["v" * 120_001]}), "characters of names"),
    ],
)  # fmt: skip
def test_the_lint_names_what_strict_mode_refuses(schema: Any, said: str) -> None:
    assert any(said in finding for finding in strict_lint(schema)), strict_lint(schema)


def test_the_lint_counts_properties() -> None:
    names = [f"p{n}" for n in range(5_001)]
    wide = with_property({"type": "string"}) | {
        "required": names,
        "properties": {name: {"type": "string"} for name in names},
    }
    assert any("properties are more" in finding for finding in strict_lint(wide))


@pytest.mark.parametrize("name", ["", "two words", "x" * 65, "brief/v1", "é", None])
def test_a_name_outside_of_the_allowed_letters_is_refused(name: object) -> None:
    assert name_lint(name)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"a": ["x"], "b": None}, ""),
        ({"a": ["x", "xy"], "b": {"n": 0}}, ""),
        ({"a": ["x"]}, "b is missing"),
        ({"a": ["x"], "b": None, "c": 1}, "c is not known"),
        ({"a": [], "b": None}, "fewer than 1"),
        ({"a": ["x"] * 4, "b": None}, "more than 3"),
        ({"a": ["y"], "b": None}, "does not match"),
        ({"a": "x", "b": None}, "not of type array"),
        ({"a": ["x"], "b": {"n": -1}}, "none of the options"),
        ({"a": ["x"], "b": {"n": True}}, "none of the options"),
        ([], "not of type object"),
    ],
)
def test_a_value_is_held_to_the_schema(value: object, said: str) -> None:
    found = misfits(value, GOOD)
    assert any(said in one for one in found) if said else found == []


def test_labels_are_held_to_their_form_by_the_schema() -> None:
    labels = strict_schema(DraftBrief)["$defs"]["DraftClaim"]["properties"]["evidence"]["items"]
    assert re.fullmatch(labels["pattern"], "2.14")
    assert not re.fullmatch(labels["pattern"], "[2.14]")
    assert DraftClaim(evidence=["[2.14]"], attribution=None, text="It rained.").evidence == ["2.14"]
