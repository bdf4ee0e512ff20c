"""What OpenAI's strict mode refuses in a schema, and whether a value fits a schema.

The rules and limits are those of OpenAI's guide "Structured model outputs" (supported schemas), as of late 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

MAX_PROPERTIES = 5_000
MAX_LEVELS = 10
MAX_ENUM_VALUES = 1_000
MAX_NAME_CHARACTERS = 120_000
NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
TYPES = frozenset({"string", "number", "boolean", "integer", "object", "array", "null"})
FORMATS = frozenset({"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"})
KEYWORDS = {
    "any": {"type", "description", "title", "enum", "const", "anyOf", "$ref", "$defs", "definitions"},
    "string": {"pattern", "format"},
    "number": {"multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"},
    "integer": {"multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"},
    "array": {"items", "minItems", "maxItems"},
    "object": {"properties", "required", "additionalProperties"},
}

Schema = Mapping[str, Any]


def name_lint(name: object) -> list[str]:
    """What is wrong with the name of a schema."""
    return [] if isinstance(name, str) and NAME.fullmatch(name) else [f"the name {name!r} is not allowed"]


def strict_lint(schema: object) -> list[str]:
    """Everything for which strict mode would refuse `schema`, each with its place; nothing where it is fine."""
    if not isinstance(schema, Mapping):
        return ["the schema is not an object"]
    findings = [] if schema.get("type") == "object" else ["root: must be of type object"]
    if "anyOf" in schema:
        findings.append("root: must not be an anyOf")
    for path, node in _nodes(schema, "root"):
        findings += [f"{path}: {finding}" for finding in _node_lint(node, schema)]
    findings += _size_lint(schema)
    return findings


def _nodes(node: object, path: str) -> Iterator[tuple[str, Any]]:
    yield path, node
    if not isinstance(node, Mapping):
        return
    for keyword in ("properties", "$defs", "definitions"):
        children = node.get(keyword)
        if isinstance(children, Mapping):
            for name, child in children.items():
                yield from _nodes(child, f"{path}.{name}")
    if "items" in node:
        yield from _nodes(node["items"], f"{path}[]")
    if isinstance(node.get("anyOf"), list):
        for at, child in enumerate(node["anyOf"]):
            yield from _nodes(child, f"{path}|{at}")


def _node_lint(node: object, root: Schema) -> Iterator[str]:
    if not isinstance(node, Mapping):
        yield "is not a schema object"
        return
    if "$ref" in node:
        if set(node) != {"$ref"}:
            yield "$ref cannot have other keywords beside it"
        if _resolve(node["$ref"], root) is None:
            yield f"{node['$ref']!r} leads nowhere"
        return
    types = node.get("type", [])
    types = types if isinstance(types, list) else [types]
    yield from (f"{kind!r} is no type" for kind in types if kind not in TYPES)
    if not types and not {"anyOf", "enum", "const"} & set(node):
        yield "has no type"
    allowed = KEYWORDS["any"].union(*(KEYWORDS.get(str(kind), set()) for kind in types))
    yield from (f"{keyword} is not permitted" for keyword in node if keyword not in allowed)
    if "object" in types:
        yield from _object_lint(node)
    if "array" in types and "items" not in node:
        yield "an array needs items"
    if "format" in node and node["format"] not in FORMATS:
        yield f"the format {node['format']!r} is not supported"
    if "anyOf" in node and not (isinstance(node["anyOf"], list) and node["anyOf"]):
        yield "anyOf must be a list"


def _object_lint(node: Schema) -> Iterator[str]:
    if node.get("additionalProperties") is not False:
        yield "additionalProperties must be false"
    properties = node.get("properties")
    if not isinstance(properties, Mapping):
        yield "an object needs properties"
        return
    required = node.get("required")
    names = set(required) if isinstance(required, list) else set()
    yield from (f"{name} must be required" for name in properties if name not in names)
    yield from (f"{name} is required and not there" for name in names - set(properties))


def _resolve(reference: object, root: Schema) -> object:
    if not isinstance(reference, str) or not reference.startswith("#"):
        return None
    node: object = root
    for part in reference[1:].split("/")[1:]:
        node = node.get(part) if isinstance(node, Mapping) else None
    return node


def _size_lint(schema: Schema) -> Iterator[str]:
    nodes = [node for _, node in _nodes(schema, "root") if isinstance(node, Mapping)]
    tables = [node[key] for node in nodes for key in ("properties", "$defs", "definitions") if key in node]
    names = [str(name) for table in tables if isinstance(table, Mapping) for name in table]
    values = [value for node in nodes for value in node.get("enum", [])]
    properties = sum(len(node.get("properties") or {}) for node in nodes)
    if properties > MAX_PROPERTIES:
        yield f"root: {properties} properties are more than {MAX_PROPERTIES}"
    if len(values) > MAX_ENUM_VALUES:
        yield f"root: {len(values)} enum values are more than {MAX_ENUM_VALUES}"
    characters = sum(map(len, names)) + sum(len(value) for value in values if isinstance(value, str))
    if characters > MAX_NAME_CHARACTERS:
        yield f"root: {characters} characters of names are more than {MAX_NAME_CHARACTERS}"
    if _levels(schema, schema, frozenset()) > MAX_LEVELS:
        yield f"root: nested deeper than {MAX_LEVELS} levels"


def _levels(node: object, root: Schema, seen: frozenset[str]) -> int:
    if not isinstance(node, Mapping):
        return 0
    reference = node.get("$ref")
    if isinstance(reference, str):
        return 0 if reference in seen else _levels(_resolve(reference, root), root, seen | {reference})
    children = [*(node.get("properties") or {}).values(), node.get("items"), *(node.get("anyOf") or [])]
    deepest = max((_levels(child, root, seen) for child in children), default=0)
    return deepest + (1 if "properties" in node else 0)


def misfits(value: object, schema: Schema) -> list[str]:
    """Where `value` does not fit a strict `schema`; nothing where it does."""
    return list(_misfits(value, schema, schema, "reply"))


def _misfits(value: object, node: Schema, root: Schema, path: str) -> Iterator[str]:
    if "$ref" in node:
        target = _resolve(node["$ref"], root)
        assert isinstance(target, Mapping), "lint the schema first"
        yield from _misfits(value, target, root, path)
        return
    if "anyOf" in node:
        if all(any(True for _ in _misfits(value, option, root, path)) for option in node["anyOf"]):
            yield f"{path} fits none of the options"
        return
    if "enum" in node and value not in node["enum"]:
        yield f"{path} is none of the values"
    if "const" in node and value != node["const"]:
        yield f"{path} is not the value"
    types = node.get("type", [])
    types = types if isinstance(types, list) else [types]
    if types and not any(_is(value, kind) for kind in types):
        yield f"{path} is not of type {' or '.join(types)}"
        return
    yield from _bound_misfits(value, node, path)
    if isinstance(value, Mapping) and "properties" in node:
        properties = node["properties"]
        yield from (f"{path}.{name} is missing" for name in properties if name not in value)
        yield from (f"{path}.{name} is not known" for name in value if name not in properties)
        for name in set(properties) & set(value):
            yield from _misfits(value[name], properties[name], root, f"{path}.{name}")
    if isinstance(value, list) and "items" in node:
        for at, item in enumerate(value):
            yield from _misfits(item, node["items"], root, f"{path}[{at}]")


def _bound_misfits(value: object, node: Schema, path: str) -> Iterator[str]:
    if isinstance(value, str) and "pattern" in node and not re.search(node["pattern"], value):
        yield f"{path} does not match {node['pattern']}"
    if isinstance(value, list):
        if len(value) < node.get("minItems", 0):
            yield f"{path} has fewer than {node['minItems']} items"
        if len(value) > node.get("maxItems", len(value)):
            yield f"{path} has more than {node['maxItems']} items"
    if isinstance(value, int | float) and not isinstance(value, bool):
        if value < node.get("minimum", value) or value > node.get("maximum", value):
            yield f"{path} is out of bounds"
        if value <= node.get("exclusiveMinimum", value - 1) or value >= node.get("exclusiveMaximum", value + 1):
            yield f"{path} is out of bounds"


def _is(value: object, kind: str) -> bool:
    match kind:
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case _:
            kinds = {"string": str, "boolean": bool, "object": Mapping, "array": list, "null": type(None)}
            return isinstance(value, kinds[kind])
