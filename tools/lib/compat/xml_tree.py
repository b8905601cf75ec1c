"""Feeds and sitemaps to a normalised tree: white space between elements and the generator's name do not count, nor do the
defaults of an Atom link (RFC 4287, 4.2.7) when they are written out."""

from lxml import etree

from .html_tree import normalise_url, parse_html_fragment
from .tree import Element

#: Elements whose text is HTML.
_HTML_HOLDERS = {"content", "summary", "description", "encoded"}


def _name(element):
    return etree.QName(element).localname


def _convert(element, golden_kind):
    name = _name(element)
    attributes = {key: normalise_url(value) for key, value in element.attrib.items()}
    if name == "generator":
        return Element(name)
    if name == "link" and "href" in attributes:
        attributes.setdefault("rel", "alternate")
        attributes.pop("type", None)
    text = (element.text or "").strip()
    if name in _HTML_HOLDERS and "<" in text:
        text = " ".join(text.split()) if golden_kind.is_minified else text
        return Element(name, attributes, [parse_html_fragment(text, golden_kind)])
    children = [_convert(child, golden_kind) for child in element if isinstance(child.tag, str)]
    if text:
        children.insert(0, normalise_url(text))
    if name == "urlset":
        children.sort(key=lambda url: url.children[0].children if url.children else [])
    return Element(name, attributes, children)


def parse_xml(data, golden_kind):
    return _convert(etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)), golden_kind)
