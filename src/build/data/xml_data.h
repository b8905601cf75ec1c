// XML 1.0 as plain values, in the shape that Zola's load_data gives it. Pure.
//
// An element is its text where it begins with text, else a table of its attributes ("@name") and child
// elements, a list where one name comes again; an element with neither is nothing. An element with text and
// attributes has the text as "#text". Text that reads like a number or a truth value becomes one. Names lose
// their namespace prefix, and declarations of namespaces are left out.
#pragma once

#include <optional>

#include "base/data.h"
#include "base/diagnostics.h"
#include "site/located_data.h"

namespace loom::build {

/// Nothing, and one error at the place of the mistake, when the text is no XML or nested beyond
/// site::kDataDepthMax.
std::optional<base::Data> parse_xml(const site::DataText& input, base::Diagnostics& diagnostics);

}  // namespace loom::build
