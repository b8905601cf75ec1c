// All templates of a site, compiled. Immutable once built: any number of threads may render from one set.
// The language is that of Tera 1 (keats.github.io/tera/docs for 1.x).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "templating/environment.h"

namespace loom::templating {

struct TemplateSource {
  /// What `extends`, `include` and `import` call it: "page.html", "macros/list.html",
  /// "theme/templates/page.html".
  std::string name;
  std::string text;
  /// Where messages say it is: "templates/page.html".
  std::string path;
};

struct Template;
struct LinkedTemplate;

class TemplateSet {
 public:
  /// An empty set.
  TemplateSet();
  ~TemplateSet();
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;

  /// Compiles all sources and reports every mistake of all of them: syntax; unknown templates, macros,
  /// filters, functions and tests; cycles of extends, include and import. A template with mistakes is left
  /// out; the others work. Of two sources of one name the first counts. Templates whose name and text are
  /// those of `previous` are taken over from it without being parsed again.
  static TemplateSet build(std::vector<TemplateSource> sources, const Environment& environment,
                           base::Diagnostics& diagnostics, const TemplateSet* previous = nullptr);

  /// Whether render() can be asked for it.
  bool contains(std::string_view name) const;
  /// Sorted.
  std::vector<std::string> names() const;
  /// The templates whose text the named one's output depends on, sorted, itself included, and those that it
  /// would include if they existed. Empty when there is no such template.
  std::vector<std::string> dependencies(std::string_view name) const;

  /// For the evaluator. Null when there is none or it has mistakes.
  const LinkedTemplate* find(std::string_view name) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace loom::templating
