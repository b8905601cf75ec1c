// Holds every call of one template against the environment: unknown filters, functions and tests are errors,
// unknown arguments warnings. One build, one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "templating/environment.h"
#include "templating/program/template.h"

namespace loom::templating {

class CallChecker {
 public:
  CallChecker(const Environment& environment, base::Diagnostics& diagnostics)
      : environment_(environment), diagnostics_(diagnostics) {}

  /// False when a call of the template cannot work.
  bool check(const Template& subject);

  /// "did you mean `name`?", or "".
  static std::string nearest_hint(std::string_view name, const std::vector<std::string>& candidates);

 private:
  bool check_expression(const Template& subject, const Expression& expression);
  bool check_filter(const Template& subject, const Call& call);
  bool check_function(const Template& subject, const Call& call);
  bool check_test(const Template& subject, const Call& call);
  void check_arguments(const Template& subject, const Call& call, const Signature& signature);

  const Environment& environment_;
  base::Diagnostics& diagnostics_;
};

}  // namespace loom::templating
