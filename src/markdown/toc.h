// The headings of a document as a tree. Pure; any thread.
#pragma once

#include <vector>

#include "markdown/document.h"

namespace loom::markdown {

/// Each heading becomes a child of the nearest one before it whose level is smaller, or a root. Levels may
/// skip. Requires: the headings have no children.
std::vector<Heading> build_toc(std::vector<Heading> headings);

}  // namespace loom::markdown
