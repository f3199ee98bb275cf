"""Local variables: declared at the top in Fortran, given their first value where C++ declares them."""

from __future__ import annotations

from translate.corpus.rules import Declined
from translate.corpus.rules.cpp_to_fortran.assignments import initialise
from translate.corpus.rules.cpp_to_fortran.closures import remember_lambda
from translate.corpus.rules.cpp_to_fortran.context import Context
from translate.corpus.rules.cpp_to_fortran.conversions import assigned, complex_number, converted, may_wrap
from translate.corpus.rules.cpp_to_fortran.declared import typed, value_of
from translate.corpus.rules.cpp_to_fortran.expressions import expression
from translate.corpus.rules.cpp_to_fortran.kinds import TEXT, TEXTS, Kind, is_letter, spelled
from translate.corpus.rules.cpp_to_fortran.lists import exact, flattened, structure_value
from translate.corpus.rules.cpp_to_fortran.objects import begin
from translate.corpus.rules.cpp_to_fortran.owned import declare_owned
from translate.corpus.rules.cpp_to_fortran.references import bind_pointer, bind_reference, inferred
from translate.corpus.rules.cpp_to_fortran.scope import Symbol
from translate.corpus.rules.cpp_to_fortran.streams import declare_stream
from translate.corpus.rules.cpp_to_fortran.strings import repeated
from translate.corpus.rules.cpp_to_fortran.terms import Term, bare, walk_terms, zero_of
from translate.corpus.rules.cpp_to_fortran.uses import index_local, require_set_first
from translate.corpus.rules.cpp_to_fortran.vectors import allocate, declare_container
from translate.source.loops import Declared, declarations
from translate.source.loops import bare as bare_node
from translate.source.parse import Node, walk


def declare(c: Context, node: Node) -> None:
    """Declare the variables of one declaration and put their first values. Raises Declined."""
    found = declarations(c.tree, node)
    if any(child.type == "storage_class_specifier" and c.text(child) == "static" for child in node.children):
        for one in found:
            _static(c, one)
        return
    if not found or len(found) != len(node.children_by_field_name("declarator")):
        raise Declined("a declaration of another form")
    for one in found:
        declare_one(c, one)


def declare_one(c: Context, one: Declared) -> None:
    """Declare one variable and put its first value. Raises Declined."""
    shape = one.shape.replace("const", "").replace("__restrict__", "").replace("restrict", "")
    if one.value is not None and shape.endswith("()") and one.value.type == "argument_list":
        shape = shape[:-2]
    words = [word for word in one.type.split() if word not in ("const", "constexpr")]
    if shape == "&" and bind_reference(c, one):
        return
    shape = "" if shape == "&" else shape
    if shape == "*" and declare_owned(c, one):
        return
    if shape == "*" and not is_letter(one.type):
        bind_pointer(c, one)
        return
    if declare_stream(c, one):
        return
    if one.value is not None and one.value.type == "lambda_expression":
        remember_lambda(c, one.name, one.value)
        return
    found = inferred(c, one.value) if "auto" in words else typed(c, " ".join(words))
    if found.rank and shape == "":
        declare_container(c, one, found)
    elif found.kind.family == "derived" and shape == "":
        _structure(c, one, found.kind)
    elif found.kind == TEXT and shape == "" or shape == "*" and is_letter(one.type):
        _text(c, one)
    elif shape.startswith("[") or (shape.startswith("*[") and is_letter(one.type)):
        _array(c, one)
    elif shape == "":
        _scalar(c, one, found.kind)
    else:
        raise Declined("a declaration of another form")


def _static(c: Context, one: Declared) -> None:
    """A variable that keeps its value from call to call. Raises Declined."""
    if "const" in one.type.split() or "constexpr" in one.type.split():
        declare_one(c, one)
        return
    kind = c.kind(one.type)
    value = bare_node(one.value) if one.value is not None else None
    term = assigned(c, expression(c, value), kind) if value is not None else zero_of(kind)
    if one.shape or not kind.is_number or bare(term).op not in ("number", "neg", "raw"):
        raise Declined("a static variable")
    whole = f"{spelled(kind, c.style)}, save"
    symbol = c.names.local(one.name, whole, Symbol("", kind, role="global"))
    c.names.declared[symbol.name] = f"{whole} :: {symbol.name} = {c.fortran(term)}"


def _structure(c: Context, one: Declared, kind: Kind) -> None:
    symbol = c.names.local(one.name, spelled(kind, c.style), Symbol("", kind))
    value = bare_node(one.value) if one.value is not None else None
    if value is None:
        begin(c, symbol)
    else:
        c.put(f"{symbol.name} = {c.fortran(structure_value(c, value, kind))}")


def _text(c: Context, one: Declared) -> None:
    symbol = c.names.local(one.name, spelled(TEXT, c.style), Symbol("", TEXT))
    value = bare_node(one.value) if one.value is not None else None
    if value is not None and value.type in ("argument_list", "initializer_list"):
        given = value.named_children
        value = given[0] if len(given) == 1 else None
        if len(given) == 2:
            c.put(f"{symbol.name} = {c.fortran(repeated(c, [expression(c, part) for part in given]))}")
            return
    if value is not None:
        initialise(c, symbol, value)
        return
    term = zero_of(TEXT)
    c.put(f"{symbol.name} = {c.fortran(term)}")


def _scalar(c: Context, one: Declared, kind: Kind) -> None:
    words = one.type.split()
    if kind.family == "character" and kind.size != 1:
        raise Declined("a local text")
    value = bare_node(one.value) if one.value is not None else None
    if value is not None and value.type in ("argument_list", "initializer_list"):
        inner = value.named_children
        if kind.family == "complex" and len(inner) == 2:
            symbol = c.names.local(one.name, spelled(kind, c.style), Symbol("", kind))
            c.put(f"{symbol.name} = {c.fortran(complex_number(c, kind, [expression(c, part) for part in inner]))}")
            return
        if len(inner) > 1:
            raise Declined("a variable with several values")
        value = inner[0] if inner else None
    if ("const" in words or "constexpr" in words) and value is not None and _constant(c, one.name, kind, value):
        return
    moved = int(c.style.one_based and index_local(c, one.name) and kind.family == "integer" and value is not None)
    # C++ looks at the value before the name is there.
    before = c.aside(lambda: _first_value(c, one, kind, value, moved)) if value is not None else None
    if before is None:
        require_set_first(c, one.name, one.node)
        c.names.local(one.name, spelled(kind, c.style), Symbol("", kind, moved=moved))
        return
    for line in before:
        c.put(line)


def _first_value(c: Context, one: Declared, kind: Kind, value: Node, moved: int) -> None:
    hidden = c.names.find(one.name)
    symbol = c.names.local(one.name, spelled(kind, c.style), Symbol("", kind, moved=moved))
    if hidden is not None:
        if any(leaf.type == "identifier" and c.text(leaf) == one.name for leaf in walk(value)):
            raise Declined("a variable that takes its value from one it hides")
    initialise(c, symbol, value)


def _constant(c: Context, c_name: str, kind: Kind, value: Node) -> bool:
    """Whether the variable became a named constant."""
    if kind.family not in ("integer", "real") or any(one.type in ("conditional_expression", "call_expression") for one in walk(value)):
        return False
    term = assigned(c, expression(c, value), kind)
    names = [inner for inner in walk_terms(term) if inner.op == "name"]
    constants = {symbol.name for block in c.names.blocks for symbol in block.values() if symbol.role == "constant"}
    if any(inner.op not in ("name", "number", "neg", "+", "-", "*", "/", "paren") for inner in walk_terms(term)):
        return False
    if any(inner.text not in constants for inner in names):
        return False
    wanted = f"{spelled(kind, c.style)}, parameter = {c.fortran(term)}"
    symbol = c.names.local(c_name, wanted, Symbol("", kind, role="constant"))
    c.names.declared[symbol.name] = f"{spelled(kind, c.style)}, parameter :: {symbol.name}"
    c.names.declared[symbol.name] += f" = {c.fortran(term)}"
    if term.op == "number":
        c.constants[symbol.name] = term.text
    return True


def _array(c: Context, one: Declared) -> None:
    kind = TEXT if is_letter(one.type) and one.shape.startswith("*") else c.kind(one.type)
    if kind == TEXT:
        c.supplied.add(TEXTS.name)
        kind = TEXTS
    if not (kind.is_number or kind.family == "derived"):
        raise Declined("an array of texts")
    extents: list[Node | None] = []
    inner = one.node.child_by_field_name("declarator") if one.node.type == "init_declarator" else one.node
    if inner is not None and inner.type == "pointer_declarator":
        inner = inner.child_by_field_name("declarator")
    while inner is not None and inner.type == "array_declarator":
        extents.insert(0, inner.child_by_field_name("size"))
        inner = inner.child_by_field_name("declarator")
    values = one.value.named_children if one.value is not None and one.value.type == "initializer_list" else None
    if one.value is not None and values is None:
        raise Declined("an array with a value of another form")
    if values is None and any(size is not None and not _settled(c, size) for size in extents):
        _automatic(c, one, kind, [size for size in extents if size is not None])
        return
    shape = tuple(_extent(c, size, values) for size in reversed(extents))
    symbol = c.names.local(one.name, spelled(kind, c.style), Symbol("", kind, shape=shape, rank=len(shape)))
    if values is not None:
        _fill(c, symbol, values)
    elif kind == TEXTS:
        c.put(f"{symbol.name} = {c.fortran(zero_of(kind))}")
    elif kind.family == "derived":
        begin(c, symbol)


def _extent(c: Context, size: Node | None, values: list[Node] | None) -> str:
    if size is None:
        if values is None:
            raise Declined("an array without a size")
        return str(len(values))
    term = bare(expression(c, size))
    if term.kind.family != "integer" or may_wrap(term):
        raise Declined("an array whose size is no whole number")
    if not _settled(c, size):
        raise Declined("an array whose size is computed")
    text, value = c.fortran(term), value_of(c, term)
    if value is not None:
        c.constants[text] = str(value)
    return text


def _settled(c: Context, size: Node) -> bool:
    """Whether the size is known where the procedure begins."""
    term = bare(expression(c, size))
    known = [(key, symbol) for block in c.names.blocks for key, symbol in block.items()]
    settled = {symbol.name for key, symbol in known if symbol.role == "constant" or (symbol.role == "dummy" and key not in c.changed)}
    return not any(inner.op == "name" and inner.text not in settled or inner.op in ("call", "element") for inner in walk_terms(term))


def _automatic(c: Context, one: Declared, kind: Kind, sizes: list[Node]) -> None:
    """An array whose length is only known when its declaration is reached."""
    symbol = Symbol("", kind, shape=(":",) * len(sizes), rank=len(sizes))
    c.names.local(one.name, f"{spelled(kind, c.style)}, allocatable", symbol)
    terms = [bare(expression(c, size)) for size in reversed(sizes)]
    if any(term.kind.family != "integer" or may_wrap(term) for term in terms):
        raise Declined("an array whose size is no whole number")
    allocate(c, symbol, [c.fortran(term) for term in terms])


def _fill(c: Context, symbol: Symbol, values: list[Node]) -> None:
    values = [value for value in values if value.type != "comment"]
    zero = zero_of(symbol.kind)
    if not values or (len(values) == 1 and c.text(values[0]) in ("0", "0.0", "0.0f", "0.f", "0.", "false")):
        c.put(f"{symbol.name} = {c.fortran(zero)}")
        return
    if symbol.rank == 1 and len(values) < 200:
        terms = [_value(c, symbol.kind, value) for value in values]
        length = c.constants.get(symbol.shape[0], symbol.shape[0])
        if length == str(len(values)):
            c.put(f"{symbol.name} = {c.fortran(Term('array', symbol.kind, tuple(terms)))}")
        elif length.isdigit() and len(values) < int(length):
            c.put(f"{symbol.name} = {c.fortran(zero)}")
            c.put(f"{symbol.name}(1:{len(values)}) = {c.fortran(Term('array', symbol.kind, tuple(terms)))}")
        else:
            raise Declined("an array of unknown size with values")
        return
    lengths = [c.constants.get(extent, extent) for extent in symbol.shape]
    if symbol.rank > 1 and all(length.isdigit() for length in lengths) and symbol.kind.family != "derived":
        terms = flattened(c, values, symbol.kind, [int(length) for length in reversed(lengths)])
        flat = Term("array", symbol.kind, tuple(terms))
        c.put(f"{symbol.name} = reshape({c.fortran(flat)}, [{', '.join(symbol.shape)}])")
        c.used.add("reshape")
        return
    raise Declined("an array with values of another form")


def _value(c: Context, kind: Kind, node: Node) -> Term:
    if kind.family in ("complex", "derived"):
        return exact(c, node, kind)
    term = assigned(c, expression(c, node), kind)
    # The elements of a constructor must all be of one type.
    if (term.kind.family, term.kind.size) != (kind.family, kind.size):
        term = bare(converted(c, term, kind))
    return term
