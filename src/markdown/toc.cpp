#include "markdown/toc.h"

#include <utility>

namespace loom::markdown {

std::vector<Heading> build_toc(std::vector<Heading> headings) {
  std::vector<Heading> roots;
  for (Heading& heading : headings) {
    std::vector<Heading>* siblings = &roots;
    while (!siblings->empty() && siblings->back().level < heading.level) {
      siblings = &siblings->back().children;
    }
    siblings->push_back(std::move(heading));
  }
  return roots;
}

}  // namespace loom::markdown
