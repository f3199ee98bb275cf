"""C-like functions as plain values, for analyses that ask what an expression computes rather than how it is written."""

from __future__ import annotations

from dataclasses import dataclass

from translate.languages import Language
from translate.source.loops import bare, declarations, squeezed
from translate.source.parse import Node, Tree, parse, walk

WRAPPERS = frozenset({"parenthesized_expression", "condition_clause", "subscript_argument_list", "initializer_list"})
LEAVING = {"return_statement": "return", "break_statement": "break", "continue_statement": "continue", "goto_statement": "goto"}


@dataclass(frozen=True, slots=True)
class Expression:
    """`kind` says how to read `operator` and `parts`.

    `name`, `number`, `binary`, `unary`, `call` (operator: the callee), `index` (base, subscript), `choice` (condition, two values),
    `cast` (operator: the type), `member` (operator: the field), `assign` (operator: `=`, `+=`; place, value), `update` (operator: `++x`,
    `x++`), `comma`, `sizeof`, and `other` with all that is below it.
    """

    kind: str
    text: str
    operator: str = ""
    parts: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Declare:
    """`type name = value`; stars and brackets are in `shape`."""

    type: str
    name: str
    shape: str
    value: Expression | None
    sizes: tuple[Expression, ...] = ()
    """What stands between the brackets of an array."""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Evaluate:
    """An expression for its effect."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class Branch:
    """`if`; the condition is None where it cannot be said, as in a `switch`."""

    condition: Expression | None
    then: tuple[Statement, ...]
    otherwise: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`for`, `while` and `do`; `tested` is False where the body runs once before the condition is looked at."""

    first: tuple[Statement, ...]
    condition: Expression | None
    update: Expression | None
    body: tuple[Statement, ...]
    tested: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Statements in braces: names declared inside end with it."""

    body: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Leave:
    """`return`, `break`, `continue` or `goto`."""

    kind: str
    value: Expression | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A statement of another kind, and the names in it."""

    text: str
    names: frozenset[str]


Statement = Declare | Evaluate | Branch | Repeat | Group | Leave | Unread


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: `type` without const, stars, brackets or ampersand in `shape`."""

    type: str
    name: str
    shape: str
    constant: bool
    sizes: tuple[Expression, ...] = ()
    generic: bool = False
    """Whether the type is a parameter of the function's template."""

    @property
    def is_array(self) -> bool:
        """Whether it points to elements."""
        return "*" in self.shape or "[" in self.shape

    @property
    def is_reference(self) -> bool:
        """Whether it stands for a variable of the caller."""
        return "&" in self.shape


@dataclass(frozen=True, slots=True)
class FunctionCode:
    """A function taken apart; `head` is its text from the start, template and all, up to the body."""

    name: str
    head: str
    returns: str
    parameters: tuple[Parameter, ...]
    body: tuple[Statement, ...]
    is_kernel: bool
    names: frozenset[str]
    """Every identifier in its text."""


def read_functions(text: str, language: Language) -> list[FunctionCode]:
    """The functions of `text` in order of appearance; those that the grammar cannot read are left out."""
    tree = parse(text, language)
    found = [_function(tree, node) for node in walk(tree.root) if node.type == "function_definition" and not node.has_error]
    return [function for function in found if function is not None]


def renamed_function(text: str, language: Language, name: str, new: str) -> str:
    """`text` with every mention of `name` that is not a member's spelled `new`."""
    tree = parse(text, language)
    content = tree.source
    for node in reversed([leaf for leaf in walk(tree.root) if leaf.type == "identifier" and tree.text(leaf) == name]):
        content = content[: node.start_byte] + new.encode("utf-8") + content[node.end_byte :]
    return content.decode("utf-8")


def comments_in(text: str, language: Language) -> list[str]:
    """The comments of `text`, marks and all."""
    tree = parse(text, language)
    return [tree.text(node) for node in walk(tree.root) if node.type == "comment"]


def _function(tree: Tree, node: Node) -> FunctionCode | None:
    declarator, body, kind = (node.child_by_field_name(name) for name in ("declarator", "body", "type"))
    stars = ""
    while declarator is not None and declarator.type in ("pointer_declarator", "reference_declarator"):
        stars += "*" if declarator.type == "pointer_declarator" else "&"
        declarator = declarator.child_by_field_name("declarator") or (declarator.named_children[-1] if declarator.named_children else None)
    if declarator is None or declarator.type != "function_declarator" or body is None:
        return None
    name = declarator.child_by_field_name("declarator")
    listed = declarator.child_by_field_name("parameters")
    if name is None or listed is None:
        return None
    outer = node.parent if node.parent is not None and node.parent.type == "template_declaration" else node
    template = outer.child_by_field_name("parameters") if outer != node else None
    generic = {tree.text(leaf) for leaf in walk(template) if leaf.type == "type_identifier"} if template is not None else set()
    return FunctionCode(
        name=tree.text(name),
        head=tree.source[outer.start_byte : body.start_byte].decode("utf-8").rstrip(),
        returns=(tree.text(kind) if kind is not None else "") + stars,
        parameters=tuple(p for child in listed.named_children if (p := _parameter(tree, child, generic)) is not None),
        body=_statements(tree, body),
        is_kernel=any(child.type == "__global__" for child in node.children),
        names=frozenset(tree.text(leaf) for leaf in walk(outer) if leaf.type == "identifier"),
    )


def _parameter(tree: Tree, node: Node, generic: set[str]) -> Parameter | None:
    if node.type not in ("parameter_declaration", "optional_parameter_declaration"):
        return None
    found = declarations(tree, node)
    if len(found) != 1:
        return None
    words = found[0].type.split()
    kind = " ".join(word for word in words if word not in ("const", "volatile", "__restrict__", "restrict", "register"))
    shape = squeezed(found[0].shape).replace("__restrict__", "").replace("__restrict", "").replace("restrict", "").replace("const", "")
    return Parameter(kind, found[0].name, shape, "const" in words, _sizes(tree, found[0].node), kind in generic)


def _sizes(tree: Tree, declarator: Node) -> tuple[Expression, ...]:
    found: list[Expression] = []
    node: Node | None = declarator.child_by_field_name("declarator") if declarator.type == "init_declarator" else declarator
    while node is not None and node.type != "identifier":
        if node.type == "array_declarator":
            size = node.child_by_field_name("size")
            found.insert(0, _expression(tree, size) if size is not None else Expression("other", ""))
        node = node.child_by_field_name("declarator") or next((c for c in node.named_children if c.type.endswith("declarator")), None)
    return tuple(found)


def _statements(tree: Tree, node: Node | None) -> tuple[Statement, ...]:
    """What a body holds: the statements of a block, or the one statement."""
    if node is None:
        return ()
    inside = node.named_children if node.type in ("compound_statement", "case_statement") else [node]
    return tuple(statement for child in inside if child.type != "comment" for statement in _statement(tree, child))


def _statement(tree: Tree, node: Node) -> list[Statement]:
    field = node.child_by_field_name
    match node.type:
        case "declaration":
            shared = any(tree.text(child) == "__shared__" for child in node.children)
            return [
                Declare(found.type, found.name, found.shape, _maybe(tree, found.value), _sizes(tree, found.node), shared)
                for found in declarations(tree, node)
            ]
        case "expression_statement":
            return [Evaluate(_expression(tree, child)) for child in node.named_children if child.type != "comment"]
        case "compound_statement":
            return [Group(_statements(tree, node))]
        case "if_statement":
            other = field("alternative")
            inner = other.named_children[-1] if other is not None and other.type == "else_clause" and other.named_children else other
            return [Branch(_maybe(tree, field("condition")), _statements(tree, field("consequence")), _statements(tree, inner))]
        case "for_statement":
            first = field("initializer")
            started = tuple(_statement(tree, first)) if first is not None and first.type == "declaration" else _effect(tree, first)
            return [Repeat(started, _maybe(tree, field("condition")), _maybe(tree, field("update")), _statements(tree, field("body")))]
        case "while_statement" | "do_statement":
            body = _statements(tree, field("body"))
            return [Repeat((), _maybe(tree, field("condition")), None, body, node.type == "while_statement")]
        case "switch_statement":
            return [*_effect(tree, field("condition")), Branch(None, _statements(tree, field("body")), ())]
        case "case_statement":
            return [Branch(None, _statements(tree, node), ())]
        case kind if kind in LEAVING:
            value = node.named_children[0] if kind == "return_statement" and node.named_children else None
            return [Leave(LEAVING[kind], _maybe(tree, value))]
        case kind if kind.endswith(("_expression", "identifier", "literal")):
            return [Evaluate(_expression(tree, node))]
    return [Unread(tree.text(node), frozenset(tree.text(leaf) for leaf in walk(node) if leaf.type == "identifier"))]


def _effect(tree: Tree, node: Node | None) -> tuple[Statement, ...]:
    return () if node is None else (Evaluate(_expression(tree, node)),)


def _maybe(tree: Tree, node: Node | None) -> Expression | None:
    return None if node is None else _expression(tree, node)


def _expression(tree: Tree, node: Node) -> Expression:
    node = bare(node)
    text, field = tree.text(node), node.child_by_field_name

    def parts(*names: str) -> tuple[Expression, ...]:
        return tuple(_expression(tree, child) for name in names if (child := field(name)) is not None)

    def word(name: str) -> str:
        child = field(name)
        return "" if child is None else tree.text(child)

    match node.type:
        case "identifier" | "this":
            return Expression("name", text)
        case "number_literal" | "char_literal" | "true" | "false":
            return Expression("number", text)
        case "binary_expression":
            return Expression("binary", text, word("operator"), parts("left", "right"))
        case "unary_expression" | "pointer_expression":
            return Expression("unary", text, word("operator"), parts("argument"))
        case "assignment_expression":
            return Expression("assign", text, word("operator"), parts("left", "right"))
        case "update_expression":
            first = node.children[0].type in ("++", "--")
            return Expression("update", text, word("operator") + "x" if first else "x" + word("operator"), parts("argument"))
        case "conditional_expression":
            return Expression("choice", text, "", parts("condition", "consequence", "alternative"))
        case "subscript_expression":
            return _subscript(tree, node)
        case "field_expression":
            return Expression("member", squeezed(text), word("field"), parts("argument"))
        case "cast_expression":
            return Expression("cast", text, word("type"), parts("value"))
        case "call_expression":
            return _call(tree, node)
        case "comma_expression":
            return Expression("comma", text, "", parts("left", "right"))
        case "sizeof_expression":
            return Expression("sizeof", text)
    return Expression("other", text, "", tuple(_expression(tree, child) for child in node.named_children if child.type != "comment"))


def _subscript(tree: Tree, node: Node) -> Expression:
    argument, indices = node.child_by_field_name("argument"), node.child_by_field_name("indices")
    base = _expression(tree, argument) if argument is not None else Expression("other", "")
    inside = [child for child in indices.named_children if child.type != "comment"] if indices is not None else []
    subscript = _expression(tree, inside[0]) if len(inside) == 1 else Expression("other", "")
    return Expression("index", tree.text(node), "", (base, subscript))


def _call(tree: Tree, node: Node) -> Expression:
    function, listed = node.child_by_field_name("function"), node.child_by_field_name("arguments")
    callee = tree.text(function) if function is not None else ""
    given = tuple(_expression(tree, child) for child in (listed.named_children if listed is not None else []) if child.type != "comment")
    if (
        function is not None
        and len(given) == 1
        and (function.type == "primitive_type" or callee.startswith(("static_cast<", "reinterpret_cast<")))
    ):
        return Expression("cast", tree.text(node), callee.removesuffix(">").partition("<")[2] or callee, given)
    return Expression("call", tree.text(node), callee.removeprefix("std::"), given)
