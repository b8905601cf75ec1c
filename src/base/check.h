// Programmer errors: a broken precondition aborts in every build type, naming the place. Any thread.
#pragma once

namespace loom::base {

[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace loom::base

#define LOOM_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::loom::base::check_failed(#condition, __FILE__, __LINE__))
