#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace loom::base {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "loom: internal error at %s:%d: %s does not hold. Please report this.\n", file, line,
               condition);
  std::abort();
}

}  // namespace loom::base
