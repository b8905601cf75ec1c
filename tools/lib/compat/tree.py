"""Normalised document trees, and the first place where two of them part."""

from dataclasses import dataclass, field


@dataclass
class Element:
    name: str
    attributes: dict = field(default_factory=dict)
    #: Elements and strings.
    children: list = field(default_factory=list)


def _describe(node):
    if node is None:
        return "nothing"
    if isinstance(node, str):
        return "text " + repr(node if len(node) <= 80 else node[:77] + "...")
    inside = "".join(f' {name}="{value}"' for name, value in sorted(node.attributes.items()))
    return f"<{node.name}{inside[:120]}>"


def _text_difference(ours, golden):
    """Both texts from shortly before the place where they part."""
    start = 0
    while start < min(len(ours), len(golden)) and ours[start] == golden[start]:
        start += 1
    begin = max(0, start - 20)
    return f"text {ours[begin:start + 40]!r}, golden {golden[begin:start + 40]!r}"


def _attribute_difference(ours, golden):
    for name in sorted(set(ours.attributes) | set(golden.attributes)):
        mine, theirs = ours.attributes.get(name), golden.attributes.get(name)
        if mine != theirs:
            return f"attribute {name} is {mine!r}, golden {theirs!r}"
    return None


def _step(path, node, position):
    label = node.attributes.get("id")
    return f"{path}/{node.name}" + (f"#{label}" if label else f"[{position}]" if position else "")


def first_difference(ours, golden, path=""):
    """None when the trees are equal, else one line that names the place."""
    if isinstance(ours, str) and isinstance(golden, str):
        return None if ours == golden else f"{path}: {_text_difference(ours, golden)}"
    if isinstance(ours, str) or isinstance(golden, str) or ours.name != golden.name:
        return f"{path}: {_describe(ours)}, golden {_describe(golden)}"
    difference = _attribute_difference(ours, golden)
    if difference:
        return f"{path}: {difference}"
    for position in range(max(len(ours.children), len(golden.children))):
        mine = ours.children[position] if position < len(ours.children) else None
        theirs = golden.children[position] if position < len(golden.children) else None
        if mine is None or theirs is None:
            return f"{path}: {_describe(mine)}, golden {_describe(theirs)}"
        below = path if isinstance(mine, str) else _step(path, mine, position)
        difference = first_difference(mine, theirs, below)
        if difference:
            return difference
    return None
