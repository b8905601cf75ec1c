"""What is known of the golden output before it is compared.

Loom follows Zola 0.22. Output of an older version differs in a few defaults on every page, and output that went through
a minifier of scripts and styles in every spelling of those; both are levelled out so that the differences that remain
are real ones.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Golden:
    #: Links to other sites carry rel="external" (the default since 0.22).
    marks_external_links: bool = True
    #: Code blocks carry the language's own name, "shellscript" for "sh", and "plain" where none is given (since 0.22).
    names_languages: bool = True
    #: It went through a minifier: of scripts, styles and paths of drawings only that they are there is compared, feeds
    #: have no white space to compare, and markup that is not valid may have changed with the tags left out.
    is_minified: bool = False


def parse_version(text):
    """(0, 21) for "0.21" and "0.21.0"; raises ValueError for anything else."""
    major, minor = (int(part) for part in text.split(".")[:2])
    return major, minor


def golden_of(version, is_minified):
    return Golden(marks_external_links=version >= (0, 22), names_languages=version >= (0, 22), is_minified=is_minified)
