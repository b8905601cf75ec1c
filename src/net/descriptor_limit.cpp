#include "net/descriptor_limit.h"

#include <sys/resource.h>

#include "base/check.h"

namespace loom::net {

std::size_t raise_descriptor_limit() {
  rlimit limit{};
  LOOM_CHECK(::getrlimit(RLIMIT_NOFILE, &limit) == 0);
  const rlim_t before = limit.rlim_cur;
  limit.rlim_cur = limit.rlim_max;
  return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : before;
}

}  // namespace loom::net
