"""HTML to a normalised tree.

What is levelled out: white space that a minifier may take (in scripts and style sheets also quotes and last
semicolons), comments, the order of class names, the spelling of empty attributes, of the viewport, of paths and of numbers
in styles, `type` where it says the default, the markup inside highlighted code, and the hashes in names of generated
files; a page that only redirects is its target; and what versions.py says about golden output of older generators.
Everything else counts.
"""

import re
import warnings

import html5lib
from html5lib.constants import DataLossWarning

from .tree import Element

_NAMESPACE = re.compile(r"^\{[^}]*\}")
_SPACES = re.compile(r"[ \t\n\r\f]+")
#: Elements whose white space is text.
_VERBATIM = {"pre", "textarea", "script", "style"}
#: Elements that hold running text: a space between two of their children can be seen.
_RUNNING_TEXT = {
    "a", "abbr", "b", "bdi", "bdo", "button", "caption", "cite", "code", "dd", "del", "dfn", "dt", "em", "figcaption", "h1",
    "h2", "h3", "h4", "h5", "h6", "i", "ins", "kbd", "label", "legend", "li", "mark", "p", "q", "s", "samp", "small", "span",
    "strong", "sub", "summary", "sup", "td", "th", "time", "u", "var",
}
_HIGHLIGHTED_ATTRIBUTES = {"style", "class", "tabindex"}
#: Attributes that say nothing when they are empty; minifiers leave them out.
_EMPTY_IS_ABSENT = ("class", "dir", "id", "lang", "rel", "style")
_CACHE_BUSTER = re.compile(r"\?h=[0-9a-f]+$")
_PROCESSED_IMAGE = re.compile(r"(processed_images/[^\"' ]*?)\.?[0-9a-f]{16}[0-9a-f]*\.")


def normalise_url(value):
    return _PROCESSED_IMAGE.sub(r"\1.HASH.", _CACHE_BUSTER.sub("?h=HASH", value))


def _path_data(value):
    """The path of an SVG as commands and numbers: "200" and "2e2" are one number, "Z" and "z" one command."""
    parts = re.findall(r"[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", value)
    return " ".join("z" if part == "Z" else part if part.isalpha() else repr(float(part)) for part in parts)


def _attributes(element, version):
    attributes = {}
    for name, value in element.attrib.items():
        name = _NAMESPACE.sub("", name)
        if name == "class":
            value = " ".join(sorted(value.split()))
        elif name == "rel" and not version.marks_external_links:
            value = " ".join(word for word in value.split() if word != "external")
        elif name == "integrity":
            value = "HASH" if value else ""
        elif name == "style":
            value = re.sub(r"\b0\.", ".", re.sub(r"\s*([:;])\s*", r"\1", value.strip()).rstrip(";"))
        elif name == "d":
            value = _path_data(value)
        elif name in ("href", "src", "srcset", "content", "action"):
            value = normalise_url(value.strip())
        attributes[name] = value
    for name in _EMPTY_IS_ABSENT:
        if attributes.get(name) == "":
            del attributes[name]
    # In HTML the parser knows the namespace of <svg> by itself.
    attributes.pop("xmlns", None)
    if attributes.get("type") in ("text/javascript", "text/css"):
        del attributes["type"]
    if attributes.get("name") == "viewport":
        attributes["content"] = re.sub(r"\.0\b|\s", "", attributes.get("content", ""))
    return attributes


def _language_of(pre, code):
    for element in (code, pre):
        if element is not None and element.get("data-lang"):
            return element.get("data-lang")
    for element in (code, pre):
        for name in (element.get("class", "") if element is not None else "").split():
            if name.startswith("language-"):
                return name[len("language-"):]
    return ""


def _code_text(element):
    """The text of a code block; a row of a table of numbered lines is a line."""
    text = "".join(element.itertext()).replace("\r\n", "\n")
    return "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))


def _code_block(pre, version):
    code = pre.find(".//{*}code")
    attributes = {name: value for name, value in _attributes(pre, version).items()
                  if name not in _HIGHLIGHTED_ATTRIBUTES and name != "data-lang"}
    language = _language_of(pre, code)
    if language and version.names_languages:
        attributes["language"] = language
    marked = "".join(mark for element in pre.iter("{*}mark") for mark in element.itertext())
    if marked:
        attributes["marked"] = _SPACES.sub(" ", marked).strip()
    return Element("pre", attributes, [_code_text(pre)])


def _add_text(children, text, verbatim):
    if not text:
        return
    if not verbatim:
        text = _SPACES.sub(" ", text)
    if children and isinstance(children[-1], str):
        children[-1] += text
    else:
        children.append(text)


def _is_running(child):
    return not isinstance(child, str) and (child.name in _RUNNING_TEXT - {"li", "p", "td", "th", "dd", "dt"} or
                                           child.name in {"img", "br", "input"})


def _trim(children, name):
    """Takes the white space that no reader sees: at the ends, beside blocks, and between the parts of a layout."""
    kept = []
    running = name in _RUNNING_TEXT
    for position, child in enumerate(children):
        if not isinstance(child, str):
            kept.append(child)
            continue
        before = children[position - 1] if position else None
        after = children[position + 1] if position + 1 < len(children) else None
        if child.strip() == "":
            if running and before is not None and after is not None and _is_running(before) and _is_running(after):
                kept.append(" ")
            continue
        if not (running and before is not None and _is_running(before)):
            child = child.lstrip(" ")
        if not (running and after is not None and _is_running(after)):
            child = child.rstrip(" ")
        kept.append(child)
    return kept


def _program_text(text):
    """A script or style sheet without what a minifier changes first: white space, kinds of quotes, last semicolons."""
    text = _SPACES.sub("", text).replace("'", '"')
    return re.sub(r";+(?=\}|$)", "", text)


def _convert(element, version):
    name = _NAMESPACE.sub("", element.tag)
    if name == "pre" and element.find(".//{*}code") is not None:
        return _code_block(element, version)
    verbatim = name in _VERBATIM
    children = []
    _add_text(children, element.text, verbatim)
    for child in element:
        if isinstance(child.tag, str):
            children.append(_convert(child, version))
        _add_text(children, child.tail, verbatim)
    if name in ("script", "style"):
        children = [_program_text("".join(child for child in children if isinstance(child, str)))]
    elif not verbatim:
        children = _trim(children, name)
    return Element(name, _attributes(element, version), children)


def _redirect_target(root):
    """Where a page leads that holds nothing but a redirect; None for other pages."""
    title = root.find(".//{*}title")
    links = root.findall(".//{*}body//{*}a")
    if title is None or title.text != "Redirect" or len(links) != 1:
        return None
    return links[0].get("href")


def parse_html(text, version):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)
        root = html5lib.parse(text, treebuilder="lxml").getroot()
    target = _redirect_target(root)
    if target is not None:
        return Element("redirect", {"to": target})
    return _convert(root, version)


def parse_html_fragment(text, version):
    """The tree of what a feed carries as escaped HTML."""
    return parse_html("<!DOCTYPE html><title></title><body>" + text, version)
