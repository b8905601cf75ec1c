"""Which files two output folders have, and a verdict for each page, feed and sitemap."""

import os
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from lxml import etree

from .html_tree import normalise_url, parse_html
from .tree import first_difference
from .xml_tree import parse_xml

EQUAL, DIFFERS, MISSING = "equal", "differs", "missing"


@dataclass
class Verdict:
    path: str
    outcome: str
    detail: str = ""


def list_files(folder):
    found = set()
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                found.add(os.path.relpath(os.path.join(parent, name), folder))
    return found


def is_page(path):
    return path.endswith((".html", ".htm", ".xml"))


def _read(path):
    with open(path, "rb") as file:
        return file.read()


def _parse(path, golden_kind):
    if path.endswith(".xml"):
        return parse_xml(_read(path), golden_kind)
    return parse_html(_read(path).decode("utf-8", "replace"), golden_kind)


def compare_page(task):
    ours, golden, path, golden_kind = task
    if not os.path.exists(os.path.join(ours, path)):
        return Verdict(path, MISSING)
    try:
        difference = first_difference(_parse(os.path.join(ours, path), golden_kind),
                                      _parse(os.path.join(golden, path), golden_kind))
    except etree.XMLSyntaxError as error:
        return Verdict(path, DIFFERS, f"not well-formed: {error}")
    return Verdict(path, DIFFERS, difference) if difference else Verdict(path, EQUAL)


def compare_pages(ours, golden, golden_kind):
    """A verdict for each page, feed and sitemap of `golden`, ordered by path."""
    paths = sorted(path for path in list_files(golden) if is_page(path))
    with ProcessPoolExecutor() as pool:
        return list(pool.map(compare_page, [(ours, golden, path, golden_kind) for path in paths], chunksize=4))


def _comparable_names(folder):
    return {re.sub(r"(^|/)\.?HASH\.", r"\1HASH.", normalise_url(path)) for path in list_files(folder)}


def compare_files(ours, golden):
    """Names of the files that only `golden` has, and of those that only `ours` has."""
    mine, theirs = _comparable_names(ours), _comparable_names(golden)
    return sorted(theirs - mine), sorted(mine - theirs)
