"""A YAML file as entries that know their line, so that every fault can be pointed at."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from onrecord.errors import CodebookError

__all__ = ["Document", "Entry"]

MAX_CHARS = 5_000_000
_NULL = "tag:yaml.org,2002:null"
_BOOL = "tag:yaml.org,2002:bool"
_HOWTO = "see docs/howto/write-a-codebook.md"
# The C reader is many times faster and gives the same nodes and marks.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Document:
    """The top of one YAML file. Raises CodebookError where the text is not YAML."""

    def __init__(self, where: str, text: str) -> None:
        self.where = where
        if len(text) > MAX_CHARS:
            raise self.error(1, f"longer than {MAX_CHARS:,} characters")
        try:
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as error:
            raise self._not_yaml(error) from error
        if node is None:
            raise self.error(1, "the file is empty")
        self.node = node

    def _not_yaml(self, error: yaml.YAMLError) -> CodebookError:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        return self.error(mark.line + 1 if mark else 1, f"not YAML: {problem}")

    def mapping(self, what: str) -> Entry:
        """The whole file as one mapping; `what` names it in errors."""
        return Entry(self, self.node, what)

    def entries(self, what: str) -> Iterator[Entry]:
        """The whole file as a list of mappings."""
        yield from _entries(self, self.node, what)

    def error(self, line: int, fault: str) -> CodebookError:
        """A CodebookError that names the file and the line."""
        return CodebookError(fault, where=f"{self.where}, line {line}", todo=_HOWTO)


def _entries(document: Document, node: yaml.Node, what: str) -> Iterator[Entry]:
    if not isinstance(node, yaml.SequenceNode):
        raise document.error(_line(node), f"{what}s must be a list, each begun with a dash")
    for item in node.value:
        yield Entry(document, item, what)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


class Entry:
    """One mapping of a document: its values by key, each fault with its line."""

    def __init__(self, document: Document, node: yaml.Node, what: str) -> None:
        self.document, self.node, self.what = document, node, what
        self.line = _line(node)
        if not isinstance(node, yaml.MappingNode):
            raise document.error(self.line, f"{what} must be a mapping such as `key: value`")
        self._values: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise document.error(_line(key), f"{what} has a key that is not a word")
            if key.value in self._values:
                raise document.error(_line(key), f"{what} has the key {key.value!r} twice")
            self._values[key.value] = value

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def only(self, known: tuple[str, ...]) -> None:
        """Raises where a key is not one of the known ones."""
        for key in self._values:
            if key not in known:
                listed = ", ".join(known)
                raise self.error(f"{self.what} has no key {key!r}; known are {listed}", key)

    def error(self, fault: str, key: str | None = None) -> CodebookError:
        """A CodebookError at the line of the key, or of the entry."""
        line = self.line
        if key is not None and isinstance(self.node, yaml.MappingNode):
            line = next((_line(k) for k, _ in self.node.value if k.value == key), line)
        return self.document.error(line, fault)

    def text(self, key: str) -> str | None:
        """A text as written (`no` stays the word "no"); None where the key is missing or empty."""
        node = self._values.get(key)
        if node is None or node.tag == _NULL:
            return None
        if not isinstance(node, yaml.ScalarNode):
            raise self.error(f"`{key}` of {self.what} must be a text", key)
        return str(node.value).strip() or None

    def needed(self, key: str) -> str:
        """A text that must be there."""
        value = self.text(key)
        if value is None:
            raise self.error(f"{self.what} needs `{key}`, a text", key)
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """`true` or `false`."""
        node = self._values.get(key)
        if node is None:
            return default
        if node.tag != _BOOL:
            raise self.error(f"`{key}` of {self.what} must be true or false", key)
        return str(node.value).lower() in ("true", "yes", "on")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words or phrases, in order."""
        node = self._values.get(key)
        if node is None or node.tag == _NULL:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"`{key}` of {self.what} must be a list such as [one, two words]", key)
        return tuple(self._word(key, item) for item in node.value)

    def _word(self, key: str, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
            fault = f"`{key}` of {self.what} has something that is not a word or phrase"
            raise self.document.error(_line(node), fault)
        return " ".join(str(node.value).split())

    def entries(self, key: str, what: str) -> Iterator[Entry]:
        """The mappings of a list; `what` names each in errors."""
        node = self._values.get(key)
        if node is not None and node.tag != _NULL:
            yield from _entries(self.document, node, what)

    def rows(self, key: str) -> Iterator[tuple[int, tuple[str | None, ...]]]:
        """The rows of a list of lists, each with its line; an empty cell is None."""
        node = self._values.get(key)
        if node is None or node.tag == _NULL:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise self.error(f"`{key}` of {self.what} must be a list of lists", key)
        for row in node.value:
            if not isinstance(row, yaml.SequenceNode):
                raise self.document.error(_line(row), f"each of `{key}` must be a list")
            cells = (None if c.tag == _NULL else str(c.value).strip() for c in row.value)
            yield _line(row), tuple(cells)
