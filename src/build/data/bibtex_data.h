// BibTeX as {preambles: [...], comments: [...], variables: {...}, bibliographies: [{entry_type, citation_key,
// tags: {...}}, ...]}, the shape that Zola's load_data gives it. Pure.
#pragma once

#include <optional>

#include "base/data.h"
#include "base/diagnostics.h"
#include "site/located_data.h"

namespace loom::build {

/// Names of tags are lower-cased, values lose their outer braces or quotes, `#` joins, and variables and the
/// names of months ("jan") are replaced by what they stand for; blanks and line ends inside of a value become
/// one blank. What is no entry is a comment. Nothing, and one error at the place of the mistake, when an
/// entry is not whole or uses a variable that is not set before it.
std::optional<base::Data> parse_bibtex(const site::DataText& input, base::Diagnostics& diagnostics);

}  // namespace loom::build
