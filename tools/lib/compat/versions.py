"""What older versions of Zola wrote differently without being told to.

Loom follows 0.22. A golden output of an older version differs in these defaults on every page; they are levelled out so
that the differences that remain are real ones.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Version:
    #: Links to other sites carry rel="external" (the default since 0.22).
    marks_external_links: bool = True
    #: Code blocks carry the language's own name, "shellscript" for "sh", and "plain" where none is given (since 0.22).
    names_languages: bool = True


def parse_version(text):
    """"0.21" or "0.21.0"; raises ValueError for anything else."""
    major, minor = (int(part) for part in text.split(".")[:2])
    return Version(marks_external_links=(major, minor) >= (0, 22), names_languages=(major, minor) >= (0, 22))
