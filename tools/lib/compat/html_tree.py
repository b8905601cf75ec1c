"""HTML to a normalised tree.

What is levelled out: white space that a minifier may take, comments, the order of class names, the spelling of
empty attributes and of the viewport, `type` where it says the default, the markup inside highlighted code, and the
hashes in names of generated files; a page that only redirects is its target; and what golden.py says about the golden
output. Everything else counts.
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


def _attributes(element, golden_kind):
    attributes = {}
    for name, value in element.attrib.items():
        name = _NAMESPACE.sub("", name)
        if name == "class":
            value = " ".join(sorted(value.split()))
        elif name == "rel" and not golden_kind.marks_external_links:
            value = " ".join(word for word in value.split() if word != "external")
        elif name == "integrity":
            value = "HASH" if value else ""
        elif golden_kind.is_minified and (name in ("d", "style") or name.startswith("on")):
            value = "MINIFIED"
        elif name == "style":
            value = re.sub(r"\s*([:;])\s*", r"\1", value.strip()).rstrip(";")
        elif name == "crossorigin":
            value = "" if value == "anonymous" else value
        elif name == "sizes":
            value = _SPACES.sub(" ", value)
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


def _code_block(pre, golden_kind):
    code = pre.find(".//{*}code")
    attributes = {name: value for name, value in _attributes(pre, golden_kind).items()
                  if name not in _HIGHLIGHTED_ATTRIBUTES and name != "data-lang"}
    language = _language_of(pre, code)
    if language and golden_kind.names_languages:
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
                                           child.name in {"img", "input"})


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


def _without_left_out_tags(children, name):
    """Levels out what leaving out `</li>` and `</p>` does to markup that was not valid before."""
    kept = []
    for child in children:
        is_element = isinstance(child, Element)
        if is_element and child.name == "p" and not child.children and not child.attributes:
            continue
        is_list_in_list = is_element and name in ("ol", "ul") and child.name in ("ol", "ul")
        if is_list_in_list and kept and isinstance(kept[-1], Element) and kept[-1].name == "li":
            kept[-1].children.append(child)
        else:
            kept.append(child)
    return kept


def _convert(element, golden_kind):
    name = _NAMESPACE.sub("", element.tag)
    if name == "pre" and element.find(".//{*}code") is not None:
        return _code_block(element, golden_kind)
    verbatim = name in _VERBATIM
    children = []
    _add_text(children, element.text, verbatim)
    for child in element:
        if isinstance(child.tag, str):
            children.append(_convert(child, golden_kind))
        _add_text(children, child.tail, verbatim)
    if name in ("script", "style"):
        text = "" if golden_kind.is_minified else "".join(child for child in children if isinstance(child, str))
        children = [_SPACES.sub("", text)]
    elif not verbatim:
        children = _trim(children, name)
    if golden_kind.is_minified:
        children = _without_left_out_tags(children, name)
    return Element(name, _attributes(element, golden_kind), children)


def _redirect_target(root):
    """Where a page leads that holds nothing but a redirect; None for other pages."""
    title = root.find(".//{*}title")
    links = root.findall(".//{*}body//{*}a")
    if title is None or title.text != "Redirect" or len(links) != 1:
        return None
    return links[0].get("href")


def parse_html(text, golden_kind):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataLossWarning)
        root = html5lib.parse(text, treebuilder="lxml").getroot()
    target = _redirect_target(root)
    if target is not None:
        return Element("redirect", {"to": target})
    return _convert(root, golden_kind)


def parse_html_fragment(text, golden_kind):
    """The tree of what a feed carries as escaped HTML."""
    return parse_html("<!DOCTYPE html><title></title><body>" + text, golden_kind)
