#!/usr/bin/env python3
"""Writes the scenarios of scenarios.py as tests in Kotlin, Swift and Python.

The scenarios are written once, in a small part of Python that is only read, never run: a function is a scenario, its
statements are calls. What a call gives, or the error it ends with, is told to `tell` of the harness in each language,
which renders it in one canonical way. Usage: generate.py GENERATED.py GENERATED.kt OUT_FOLDER, where the first two are
what uniffi-bindgen wrote: the API is read from there, so that a method that no scenario calls is found.
"""

import ast
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
# Written by hand in each harness.
HARNESS = {"Keystore", "FixedClock", "Alarms", "Ears", "Watcher", "Camera", "Files"}
UNSIGNED = {"kotlin.UByte": "u", "kotlin.UShort": "u", "kotlin.UInt": "u", "kotlin.ULong": "u"}


def camel(name):
    """As Kotlin and Swift write a name. Python alone puts a mark before a word that it has itself, such as `from`."""
    head, *tail = name.strip("_").split("_")
    return head + "".join(word[:1].upper() + word[1:] for word in tail)


def variant(name):
    """COMMON_NAME as Swift writes it."""
    return camel(name.lower())


class Api:
    """What the generated Python and Kotlin say of the API."""

    def __init__(self, python, kotlin):
        tree = ast.parse(python)
        self.objects, self.records, self.enums, self.variants = {}, {}, {}, {}
        protocols = {node.name[: -len("Protocol")] for node in tree.body if isinstance(node, ast.ClassDef) and node.name.endswith("Protocol")}
        for node in tree.body:
            if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
                continue
            bases = {ast.unparse(base) for base in node.bases}
            methods = {item.name: [arg.arg for arg in item.args.args[1:]] for item in node.body if isinstance(item, ast.FunctionDef)}
            if node.name in protocols and any(base.endswith("Protocol") for base in bases):
                self.objects[node.name] = {name: arguments for name, arguments in methods.items() if not name.startswith("_")}
            elif "enum.Enum" in bases:
                self.enums[node.name] = [target.id for item in node.body if isinstance(item, ast.Assign) for target in item.targets]
            elif inner := [item for item in node.body if isinstance(item, ast.ClassDef)]:
                self.variants[node.name] = {item.name: self.taken(item) for item in inner}
            elif "__init__" in methods:
                self.records[node.name] = self.taken(node)
        self.types = {}
        for owner, body in re.findall(r"^data class (\w+)\s*\((.*?)^\)", kotlin, re.S | re.M):
            for field, kind in re.findall(r"va[lr] `(\w+)`: ([\w.<>]+)", body):
                self.types[(owner, field)] = kind
        for method, arguments in re.findall(r"fun `(\w+)`\(([^)]*)\)", kotlin):
            for name, kind in re.findall(r"`(\w+)`: ([\w.<>]+)", arguments):
                self.types.setdefault(("", camel(method), name), kind)

    @staticmethod
    def taken(node):
        """What the constructor of a class takes."""
        init = next(item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__")
        return [argument.arg for argument in init.args.kwonlyargs or init.args.args[1:]]

    def arguments(self, method, given):
        """Names of the arguments of a method; of several with one name, of the one that takes so many."""
        found = [methods[method] for methods in self.objects.values() if method in methods]
        fitting = [names for names in found if len(names) == given]
        return (fitting or found)[0]


class Writer:
    """One language; the subclasses say how a thing is written."""

    def __init__(self, api):
        self.api, self.called = api, set()

    def expression(self, node, kind=""):
        match node:
            case ast.Constant(value=None):
                return self.none
            case ast.Constant(value=bool() as value):
                return self.truth[value]
            case ast.Constant(value=int() as value):
                return self.number(value, kind)
            case ast.Constant(value=str() as value):
                return self.text(value)
            case ast.Constant(value=bytes() as value):
                return self.octets(value.decode())
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"-{self.expression(operand, kind)}"
            case ast.List(elts=items):
                return self.list([self.expression(item, kind.removeprefix("List<").removesuffix(">")) for item in items])
            case ast.Name(id=name):
                return self.name(name)
            case ast.Subscript(value=value, slice=ast.Constant(value=int() as at)):
                return f"{self.expression(value)}[{at}]"
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner in self.api.enums:
                return self.enum(owner, name)
            case ast.Attribute(value=value, attr=name):
                return f"{self.expression(value)}.{self.member(name)}"
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in HARNESS:
                return f"{name}({', '.join(self.expression(argument) for argument in arguments)})"
            case ast.Call(func=ast.Name(id=name), args=[], keywords=keywords) if name in self.api.records:
                return self.record(name, {keyword.arg: keyword.value for keyword in keywords})
            case ast.Call(func=ast.Name(id=name), args=[]) if name in self.api.objects:
                self.called.add((name, "new"))
                return f"{name}()"
            case ast.Call(func=ast.Attribute(value=ast.Name(id=owner), attr=name), keywords=keywords) if owner in self.api.variants:
                given = {keyword.arg: self.expression(keyword.value) for keyword in keywords}
                return self.variant(owner, name, given)
            case ast.Call(func=ast.Attribute(value=owner, attr=method), args=arguments):
                return self.call(owner, method, arguments)
        raise SystemExit(f"scenarios.py:{node.lineno}: {ast.unparse(node)} is not written in the part of Python that is read here")

    def call(self, owner, method, arguments):
        if isinstance(owner, ast.Name) and owner.id in self.api.objects:
            self.called.add((owner.id, method))
            names = self.api.objects[owner.id][method]
            return self.static(owner.id, method, self.passed(method, names, arguments))
        if any(method in methods for methods in self.api.objects.values()):
            self.called.add(("", method))
            passed = self.passed(method, self.api.arguments(method, len(arguments)), arguments)
        else:  # of the harness
            passed = [self.expression(argument) for argument in arguments]
        return f"{self.expression(owner)}.{self.member(method)}({', '.join(passed)})"

    def passed(self, method, names, arguments):
        if len(names) != len(arguments):
            raise SystemExit(f"scenarios.py: {method} takes {', '.join(names) or 'nothing'}")
        kinds = [self.api.types.get(("", camel(method), camel(name)), "") for name in names]
        written = [self.expression(argument, kind) for argument, kind in zip(arguments, kinds)]
        return self.labelled(names, written)

    def record(self, name, given):
        fields = self.api.records[name]
        if wrong := set(given) ^ set(fields):
            raise SystemExit(f"scenarios.py: {name} and {', '.join(sorted(wrong))}")
        written = {field: self.expression(given[field], self.api.types.get((name, camel(field)), "")) for field in fields}
        return self.constructed(name, written)

    def labelled(self, names, written):
        return written

    def number(self, value, kind):
        return str(value)


def is_harness(node):
    """Making something of the harness is no step."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in HARNESS


def quoted(text, dollar=False):
    marks = {'"': '\\"', "\\": "\\\\", "\n": "\\n"} | ({"$": "\\$"} if dollar else {})
    return '"' + "".join(marks.get(sign, sign) for sign in text) + '"'


class Python(Writer):
    none, truth, suffix = "None", {True: "True", False: "False"}, "py"

    text = staticmethod(quoted)

    def octets(self, text):
        return f"{quoted(text)}.encode()"

    def list(self, items):
        return f"[{', '.join(items)}]"

    def name(self, name):
        return "folder" if name == "FOLDER" else name

    def member(self, name):
        return name

    def enum(self, owner, name):
        return f"{owner}.{name}"

    def constructed(self, name, fields):
        return f"{name}({', '.join(f'{field}={value}' for field, value in fields.items())})"

    def variant(self, owner, name, fields):
        return self.constructed(f"{owner}.{name}", fields)

    def static(self, owner, method, arguments):
        return f"{owner}.{method}({', '.join(arguments)})"

    def file(self, scenarios):
        lines = ["from tsunagari_ffi import *", "from harness import *", ""]
        for name, steps in scenarios:
            lines += ["", f"def test_{name}(told, folder):", f"    told.begin({quoted(name)})"]
            for number, target, node in steps:
                if is_harness(node):
                    lines.append(f"    {target} = {self.expression(node)}")
                    continue
                call = f"told.step({number}, lambda: {self.expression(node)})"
                lines.append(f"    {target} = {call}" if target else f"    {call}")
        return "\n".join(lines) + "\n"


class Kotlin(Writer):
    none, truth, suffix = "null", {True: "true", False: "false"}, "kt"

    def text(self, text):
        return quoted(text, dollar=True)

    def octets(self, text):
        return f"{self.text(text)}.toByteArray()"

    def list(self, items):
        return f"listOf({', '.join(items)})"

    def number(self, value, kind):
        return f"{value}{UNSIGNED.get(kind, '')}"

    def name(self, name):
        return "folder" if name == "FOLDER" else camel(name)

    def member(self, name):
        return camel(name)

    def enum(self, owner, name):
        return f"{owner}.{name}"

    def variant(self, owner, name, fields):
        name = f"{owner}.{camel('_' + name.lower())[:1].upper()}{camel(name.lower())[1:]}"
        return self.constructed(name, fields) if fields else name

    def constructed(self, name, fields):
        return f"{name}({', '.join(f'{camel(field)} = {value}' for field, value in fields.items())})"

    def static(self, owner, method, arguments):
        return f"{owner}.{camel(method)}({', '.join(arguments)})"

    def file(self, scenarios):
        lines = ["package jp.tsunagari.conformance", "", "import jp.tsunagari.ffi.*", "import org.junit.jupiter.api.Test", "", "class Scenarios : Harness() {"]
        for name, steps in scenarios:
            lines += ["    @Test", f"    fun {camel(name)}() = scenario({quoted(name)}) {{"]
            for number, target, node in steps:
                if is_harness(node):
                    lines.append(f"        val {camel(target)} = {self.expression(node)}")
                    continue
                call = f"step({number}) {{ {self.expression(node)} }}"
                lines.append(f"        val {camel(target)} = {call}" if target else f"        {call}")
            lines += ["    }", ""]
        return "\n".join(lines) + "}\n"


class Swift(Writer):
    none, truth, suffix = "nil", {True: "true", False: "false"}, "swift"

    text = staticmethod(quoted)

    def octets(self, text):
        return f"Data({quoted(text)}.utf8)"

    def list(self, items):
        return f"[{', '.join(items)}]"

    def name(self, name):
        return "folder" if name == "FOLDER" else camel(name)

    def member(self, name):
        return camel(name)

    def enum(self, owner, name):
        return f"{owner}.{variant(name)}"

    def variant(self, owner, name, fields):
        return self.constructed(self.enum(owner, name), fields) if fields else self.enum(owner, name)

    def constructed(self, name, fields):
        return f"{name}({', '.join(f'{camel(field)}: {value}' for field, value in fields.items())})"

    def labelled(self, names, written):
        return [f"{camel(name)}: {value}" for name, value in zip(names, written)]

    def static(self, owner, method, arguments):
        return f"{owner}.{camel(method)}({', '.join(arguments)})"

    def file(self, scenarios):
        # An enum without any values is written in capitals, as in the other languages; Swift itself cannot tell.
        flat = ", ".join(quoted(name) for name in sorted(self.api.enums))
        lines = ["import Foundation", "import Testing", "import TsunagariFFI", "", f"let flat: Set = [{flat}]", "", "@Suite(.serialized) struct Scenarios {"]
        for name, steps in scenarios:
            lines += [f"    @Test func {camel(name)}() throws {{", f"        try scenario({quoted(name)}) {{ told, folder in"]
            for number, target, node in steps:
                if is_harness(node):
                    lines.append(f"            let {camel(target)} = {self.expression(node)}")
                    continue
                call = f"({number}) {{ try {self.expression(node)} }}"
                lines.append(f"            let {camel(target)} = try told.step{call}" if target else f"            try told.say{call}")
            lines += ["        }", "    }", ""]
        return "\n".join(lines) + "}\n"


def read(path):
    """Scenarios in order: name, and for each step its line, the name it gives and the call. Constants are put in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants, scenarios = {}, []

    class PutIn(ast.NodeTransformer):
        def visit_Name(self, node):
            return ast.copy_location(constants[node.id], node) if node.id in constants else node

    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                constants[name] = PutIn().visit(value)
            case ast.FunctionDef(name=name, body=body):
                steps = []
                for statement in body:
                    match statement:
                        case ast.Assign(targets=[ast.Name(id=target)], value=value):
                            steps.append((statement.lineno, target, PutIn().visit(value)))
                        case ast.Expr(value=ast.Constant(value=str())):
                            pass
                        case ast.Expr(value=value):
                            steps.append((statement.lineno, None, PutIn().visit(value)))
                scenarios.append((name, steps))
    return scenarios


def main():
    python, kotlin, out = (pathlib.Path(argument) for argument in sys.argv[1:])
    api = Api(python.read_text(encoding="utf-8"), kotlin.read_text(encoding="utf-8"))
    scenarios = read(HERE / "scenarios.py")
    out.mkdir(parents=True, exist_ok=True)
    for writer, name in ((Python(api), "test_scenarios.py"), (Kotlin(api), "Scenarios.kt"), (Swift(api), "Scenarios.swift")):
        (out / name).write_text(writer.file(scenarios), encoding="utf-8")
    called = {method for _, method in writer.called} | {(owner, method) for owner, method in writer.called}
    left = [f"{owner}.{method}" for owner, methods in api.objects.items() for method in methods if method not in called and (owner, method) not in called]
    if left:
        raise SystemExit("no scenario calls " + ", ".join(sorted(left)))
    print(f"{len(scenarios)} scenarios, {sum(len(steps) for _, steps in scenarios)} steps, {sum(map(len, api.objects.values()))} methods")


if __name__ == "__main__":
    main()
