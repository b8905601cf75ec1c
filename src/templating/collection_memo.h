// Remembers what queries (filters like `sort` and `group_by`) made of the host's collections, so that a theme
// that asks the same on each page is answered once. Implemented by the host, which knows what each query
// read; called by all threads that render.
#pragma once

#include "templating/environment.h"

namespace loom::templating {

struct Query {
  const Registered<Filter>& filter;
  /// A list with a collection key.
  const Value& input;
  const Arguments& arguments;
};

class CollectionMemo {
 public:
  virtual ~CollectionMemo() = default;

  /// What the filter gives for this input and these arguments, called or remembered.
  virtual CallResult answer(const Query& query, RenderContext& context) = 0;
};

}  // namespace loom::templating
