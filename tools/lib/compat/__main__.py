"""python3 -m compat OURS GOLDEN: prints the verdicts; exit code 1 when fewer pages are equal than wanted."""

import argparse
import sys

from .folders import EQUAL, compare_files, compare_pages, is_page
from .golden import golden_of, parse_version


def print_names(title, names):
    if names:
        print(f"{title} ({len(names)}):")
        for name in names:
            print(f"  {name}")


def main():
    parser = argparse.ArgumentParser(prog="compat", description="Compare two folders of finished site output.")
    parser.add_argument("ours")
    parser.add_argument("golden")
    parser.add_argument("--verbose", action="store_true", help="name the equal pages too")
    parser.add_argument("--at-least", type=float, default=0, metavar="PERCENT", help="fail below this share of equal pages")
    parser.add_argument("--made-by", type=parse_version, default=(0, 22), metavar="VERSION",
                        help="the version of Zola that made the golden output, 0.22 when not said")
    parser.add_argument("--minified", action="store_true",
                        help="the golden output went through a minifier of scripts and styles")
    options = parser.parse_args()

    verdicts = compare_pages(options.ours, options.golden, golden_of(options.made_by, options.minified))
    for verdict in verdicts:
        if verdict.outcome != EQUAL or options.verbose:
            print(f"{verdict.outcome:8} {verdict.path}" + (f"\n         {verdict.detail}" if verdict.detail else ""))
    missing, extra = compare_files(options.ours, options.golden)
    print_names("other files only in the golden output", [name for name in missing if not is_page(name)])
    print_names("files only in Loom's output", extra)
    equal = sum(verdict.outcome == EQUAL for verdict in verdicts)
    share = 100 * equal / len(verdicts) if verdicts else 0
    print(f"{equal} of {len(verdicts)} pages are equal ({share:.1f} %)")
    return 0 if verdicts and share >= options.at_least else 1


sys.exit(main())
