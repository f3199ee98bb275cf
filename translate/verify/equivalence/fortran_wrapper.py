"""The `bind(C)` procedure through which a Fortran procedure is called: numbers by value, places and arrays in memory order."""

from __future__ import annotations

from collections.abc import Iterator

from translate.source.fortran_signatures import Dummy, Procedure

PARTS = {4: "float", 8: "double"}
# A logical of C has one byte, and a procedure that takes a longer one gets a copy.
TRUTH = "logical(c_bool)"


def unit_with(text: str, procedure: Procedure, symbol: str) -> str:
    """`text` with a procedure behind it that C calls as `symbol`; lines of `text` keep their numbers."""
    module = procedure.module
    if not module and procedure.needs_interface:
        module = f"module_{symbol}"
        text = f"module {module}; contains; {text.rstrip()}\nend module\n"
    return f"{text.rstrip()}\n{_wrapper(procedure, symbol, module)}"


def c_declaration(procedure: Procedure, symbol: str) -> str:
    """What C calls; missing where the procedure did not compile."""
    parameters = [_c_parameter(one) for one in (*_passed(procedure), *_filled(procedure))]
    parameters += ["int"] * len(procedure.shapes.added)
    return f"__attribute__((weak)) {_c_result(procedure)} {symbol}({', '.join(parameters)});"


def _passed(procedure: Procedure) -> list[Dummy]:
    return [one for one in procedure.dummies if not one.optional]


def _filled(procedure: Procedure) -> list[Dummy]:
    """The result, where it is an array: C passes the place for it."""
    return [procedure.result] if procedure.result is not None and procedure.result.declared.extents else []


def _c_parameter(dummy: Dummy) -> str:
    declared = dummy.declared
    kind = PARTS[declared.bytes] if declared.kind == "complex" else declared.c_type
    return kind if dummy.by_value else f"{kind}*"


def _c_result(procedure: Procedure) -> str:
    result = procedure.result
    if result is None or result.declared.extents:
        return "void"
    declared = result.declared
    return f"std::complex<{PARTS[declared.bytes]}>" if declared.kind == "complex" else declared.c_type


def _wrapper(procedure: Procedure, symbol: str, module: str) -> str:
    filled = _filled(procedure)
    names = [*(one.name for one in (*_passed(procedure), *filled)), *procedure.shapes.added]
    function = procedure.result is not None and not filled
    kind = "function" if function else "subroutine"
    target = f"target_{symbol}" if module else procedure.name
    lines = [f'{kind} {symbol}({", ".join(names)}) bind(c, name="{symbol}"){f" result(result_{symbol})" if function else ""}']
    lines += ["use, intrinsic :: iso_c_binding, only: c_bool"]
    lines += [f"use {module}, only: {target} => {procedure.name}"] if module else []
    lines += ["implicit none"]
    lines += [f"integer(4), value :: {name}" for name in procedure.shapes.added]
    # Numbers first: the extents of arrays are made of them.
    passed = sorted((*_passed(procedure), *filled), key=lambda one: bool(one.declared.extents))
    lines += [line for one in passed for line in _declarations(one, procedure)]
    if function:
        assert procedure.result is not None
        declared = procedure.result.declared
        lines += [f"{TRUTH if declared.kind == 'logical' else _kind(procedure.result)} :: result_{symbol}"]
        lines += [] if module else [f"{_kind(procedure.result)}, external :: {target}"]
    elif not module:
        lines += [f"external :: {target}"]
    lines += [f"{_local(one)} = {_received(one)}" for one in passed if _is_copied(one)]
    lines += [_call(procedure, symbol, target)]
    lines += [f"{one.name} = {_local(one)}" for one in passed if _is_copied(one) and not one.by_value]
    return "\n".join([*lines, f"end {kind}", ""])


def _declarations(dummy: Dummy, procedure: Procedure) -> Iterator[str]:
    sizes = procedure.shapes.extents.get(dummy.name, ())
    known = bool(sizes) and all(sizes)
    shaped = f"({', '.join(sizes)})" if known else "(*)" if sizes else ""
    if dummy.by_value:
        kind = {"logical": TRUTH, "complex": f"real({dummy.declared.bytes})"}.get(dummy.declared.kind, _kind(dummy))
        yield f"{kind}, value :: {dummy.name}"
    else:
        yield f"{TRUTH if dummy.declared.kind == 'logical' else _kind(dummy)} :: {dummy.name}{shaped}"
    if _is_copied(dummy):
        yield f"{_kind(dummy)} :: {_local(dummy)}{shaped}"


def _kind(dummy: Dummy) -> str:
    return f"{dummy.declared.kind}({dummy.declared.bytes})"


def _is_copied(dummy: Dummy) -> bool:
    """Whether the procedure gets a variable of the wrapper's own."""
    declared = dummy.declared
    return declared.kind == "logical" or (declared.kind == "complex" and dummy.by_value)


def _local(dummy: Dummy) -> str:
    return f"local_{dummy.name}"


def _received(dummy: Dummy) -> str:
    """A complex number that C passes by value is built of one real: the imaginary part is larger by one."""
    return f"cmplx({dummy.name}, {dummy.name} + 1, {dummy.declared.bytes})" if dummy.declared.kind == "complex" else dummy.name


def _call(procedure: Procedure, symbol: str, target: str) -> str:
    left_out = any(one.optional for one in procedure.dummies)
    passed = [(one.name, _local(one) if _is_copied(one) else one.name) for one in _passed(procedure)]
    listed = ", ".join(f"{name} = {given}" if left_out else given for name, given in passed)
    if procedure.result is None:
        return f"call {target}({listed})"
    place = next((one.name for one in _filled(procedure)), f"result_{symbol}")
    return f"{place} = {target}({listed})"
