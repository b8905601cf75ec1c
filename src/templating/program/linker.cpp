#include "templating/program/linker.h"

#include <algorithm>
#include <set>
#include <vector>

#include "templating/limits.h"
#include "templating/program/call_checker.h"
#include "templating/syntax/template_parser.h"

namespace loom::templating {

namespace {

bool escapes_by_name(std::string_view name) {
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xml");
}

class Linker {
 public:
  Linker(const TemplateMap& parsed, const Environment& environment, base::Diagnostics& diagnostics)
      : parsed_(parsed), environment_(environment), diagnostics_(diagnostics) {}

  LinkedMap link() {
    for (const auto& [name, source] : parsed_) {
      if (source != nullptr) {
        auto linked = std::make_unique<LinkedTemplate>();
        linked->source = source;
        linked->escapes = escapes_by_name(name);
        linked_.emplace(name, std::move(linked));
      }
    }
    for (auto& [name, linked] : linked_) {
      const bool references = bind_files(*linked);
      const bool calls = CallChecker(environment_, diagnostics_).check(*linked->source);
      if (!references || !calls) {
        broken_.insert(name);
      }
    }
    for (auto& [name, linked] : linked_) {
      if (!check_extends_cycle(*linked) || !bind_macros(*linked) || !check_include_cycle(*linked)) {
        broken_.insert(name);
      }
    }
    drop_broken();
    for (auto& [name, linked] : linked_) {
      bind_blocks(*linked);
      bind_filters(*linked);
      collect_dependencies(*linked);
    }
    check_supers();
    drop_broken();
    return std::move(linked_);
  }

 private:
  void fail(const LinkedTemplate& at, Span span, std::string message, std::string hint = {}) {
    diagnostics_.add(make_diagnostic(*at.source, span, std::move(message), std::move(hint)));
  }

  LinkedTemplate* find(std::string_view name) {
    const auto found = linked_.find(name);
    return found == linked_.end() ? nullptr : found->second.get();
  }

  std::string nearest_file(std::string_view name) const {
    std::vector<std::string> names;
    for (const auto& entry : parsed_) {
      names.push_back(entry.first);
    }
    return CallChecker::nearest_hint(name, names);
  }

  /// What a tag names. `ok` becomes false when there is no such template or it has mistakes.
  const LinkedTemplate* resolve(const LinkedTemplate& at, std::string_view name, Span span, bool& ok) {
    const LinkedTemplate* target = find(name);
    if (target == nullptr) {
      ok = false;
      if (parsed_.find(name) == parsed_.end()) {
        fail(at, span, "there is no template `" + std::string(name) + "`", nearest_file(name));
      }
    }
    return target;
  }

  bool bind_files(LinkedTemplate& linked) {
    const Template& source = *linked.source;
    bool ok = true;
    if (!source.extends.empty()) {
      linked.parent = resolve(linked, source.extends, source.extends_span, ok);
    }
    for (const Import& import : source.imports) {
      const LinkedTemplate* file = resolve(linked, import.file, import.span, ok);
      linked.imports.push_back({source.names[import.space], file});
    }
    for (const Include& include : source.includes) {
      linked.includes.push_back(bind_include(linked, include, ok));
    }
    return ok;
  }

  const LinkedTemplate* bind_include(const LinkedTemplate& linked, const Include& include, bool& ok) {
    for (const std::string& file : include.files) {
      if (parsed_.find(file) != parsed_.end()) {
        const LinkedTemplate* target = find(file);
        ok = ok && target != nullptr;
        return target;
      }
    }
    if (include.ignore_missing) {
      return nullptr;
    }
    ok = false;
    if (include.files.size() == 1) {
      fail(linked, include.span, "there is no template `" + include.files.front() + "`",
           nearest_file(include.files.front()));
    } else {
      fail(linked, include.span, "none of these templates exists",
           "add `ignore missing` when that is allowed");
    }
    return nullptr;
  }

  bool check_extends_cycle(LinkedTemplate& linked) {
    std::string path = linked.source->name;
    const LinkedTemplate* first_name = &linked;
    std::size_t depth = 0;
    for (const LinkedTemplate* at = linked.parent; at != nullptr; at = at->parent) {
      path += " -> " + at->source->name;
      if (at == &linked) {
        // Each template of the cycle comes here: the first by name speaks for all.
        if (first_name == &linked) {
          fail(linked, linked.source->extends_span, "this template extends itself: " + path);
        }
        return false;
      }
      if (at->source->name < first_name->source->name) {
        first_name = at;
      }
      if (++depth > kInheritanceDepthMax) {
        if (!is_in_cycle(*at)) {
          fail(linked, linked.source->extends_span, "too many templates extend one another",
               "at most " + std::to_string(kInheritanceDepthMax) + " levels are allowed");
        }
        return false;
      }
    }
    return true;
  }

  bool is_in_cycle(const LinkedTemplate& linked) const {
    const LinkedTemplate* at = linked.parent;
    for (std::size_t step = 0; at != nullptr && step <= linked_.size(); ++step, at = at->parent) {
      if (at == &linked) {
        return true;
      }
    }
    return false;
  }

  /// The targets that rendering `at` always includes, with the tag that does it.
  static void append_certain_targets(const LinkedTemplate& at,
                                     std::vector<std::pair<const LinkedTemplate*, Span>>& out) {
    if (at.parent != nullptr) {
      out.emplace_back(at.parent, at.source->extends_span);
      return;
    }
    for (std::size_t i = 0; i < at.source->includes.size(); ++i) {
      const Include& include = at.source->includes[i];
      if (include.unconditional && at.includes[i] != nullptr) {
        out.emplace_back(at.includes[i], include.span);
      }
    }
  }

  bool check_include_cycle(const LinkedTemplate& linked) {
    std::vector<std::pair<const LinkedTemplate*, Span>> waiting;
    append_certain_targets(linked, waiting);
    const std::size_t direct_count = waiting.size();
    std::set<const LinkedTemplate*> seen;
    for (std::size_t i = 0; i < direct_count; ++i) {
      if (waiting[i].first == &linked && linked.parent == nullptr) {
        fail(linked, waiting[i].second, "this template includes itself without end");
        return false;
      }
    }
    while (!waiting.empty()) {
      const LinkedTemplate* at = waiting.back().first;
      waiting.pop_back();
      if (at == &linked && linked.parent == nullptr) {
        fail(linked, linked.source->includes.front().span,
             "this template includes itself without end, through the templates that it includes");
        return false;
      }
      if (at == &linked || !seen.insert(at).second) {
        continue;
      }
      append_certain_targets(*at, waiting);
    }
    return true;
  }

  bool bind_macros(LinkedTemplate& linked) {
    const Template& source = *linked.source;
    linked.macros.resize(source.calls.size());
    bool ok = true;
    for (const Expression& expression : source.expressions) {
      if (expression.kind == ExpressionKind::MacroCall) {
        ok = bind_macro(linked, expression.second) && ok;
      }
    }
    return ok;
  }

  bool bind_macro(LinkedTemplate& linked, CallId id) {
    const Template& source = *linked.source;
    const Call& call = source.calls[id];
    const Name& space = source.names[call.space];
    const LinkedTemplate* file = space.text == "self" ? &linked : nullptr;
    for (const ImportedSpace& import : linked.imports) {
      if (import.name == space) {
        if (import.file == nullptr) {
          return false;
        }
        file = import.file;
      }
    }
    if (file == nullptr) {
      return check_foreign_space(linked, call);
    }
    const Macro* macro = find_macro(*file->source, source.names[call.name].text);
    if (macro == nullptr) {
      report_unknown_macro(linked, call, *file);
      return false;
    }
    linked.macros[id] = {file, macro};
    return check_macro_arguments(linked, call, {file, macro});
  }

  /// As Tera does, a macro may come from an import of the template that includes this one.
  bool check_foreign_space(const LinkedTemplate& linked, const Call& call) {
    const std::string_view space = linked.source->names[call.space].text;
    std::vector<std::string> own;
    for (const ImportedSpace& import : linked.imports) {
      own.emplace_back(import.name.text);
    }
    for (const auto& entry : linked_) {
      for (const ImportedSpace& import : entry.second->imports) {
        if (import.name.text == space) {
          return true;
        }
      }
    }
    std::string hint = CallChecker::nearest_hint(space, own);
    if (hint.empty()) {
      hint = "write `{% import \"macros.html\" as " + std::string(space) + " %}` at the top of this file";
    }
    fail(linked, call.span, "no import is named `" + std::string(space) + "`", std::move(hint));
    return false;
  }

  void report_unknown_macro(const LinkedTemplate& linked, const Call& call, const LinkedTemplate& file) {
    std::vector<std::string> names;
    for (const Macro& macro : file.source->macros) {
      names.emplace_back(file.source->names[macro.name].text);
    }
    const std::string_view name = linked.source->names[call.name].text;
    fail(linked, call.span, "there is no macro `" + std::string(name) + "` in " + file.source->path,
         CallChecker::nearest_hint(name, names));
  }

  bool check_macro_arguments(const LinkedTemplate& linked, const Call& call, const MacroTarget& target) {
    const Template& source = *linked.source;
    const auto first = source.argument_names.begin() + call.first_argument;
    const std::vector<std::string_view> given(first, first + call.argument_count);
    std::vector<std::string> known;
    bool ok = true;
    for (const MacroParameter& parameter : target.macro->parameters) {
      const std::string_view name = target.owner->source->names[parameter.name].text;
      known.emplace_back(name);
      if (parameter.fallback == kNone && std::find(given.begin(), given.end(), name) == given.end()) {
        fail(linked, call.span,
             "the macro `" + std::string(source.names[call.name].text) + "` needs the argument `" +
                 std::string(name) + "`");
        ok = false;
      }
    }
    for (const std::string_view name : given) {
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        base::Diagnostic warning =
            make_diagnostic(source, call.span,
                            "the macro `" + std::string(source.names[call.name].text) +
                                "` has no argument `" + std::string(name) + "`; it is ignored",
                            CallChecker::nearest_hint(name, known));
        warning.severity = base::Severity::Warning;
        diagnostics_.add(std::move(warning));
      }
    }
    return ok;
  }

  /// Takes out what has mistakes, and what needs such.
  void drop_broken() {
    const auto is_bad = [this](const LinkedTemplate* target) {
      return target != nullptr && broken_.count(target->source->name) != 0;
    };
    bool changed = true;
    while (changed) {
      changed = false;
      for (const auto& [name, linked] : linked_) {
        const auto bad_import = [&](const ImportedSpace& import) { return is_bad(import.file); };
        if (broken_.count(name) == 0 &&
            (is_bad(linked->parent) ||
             std::any_of(linked->includes.begin(), linked->includes.end(), is_bad) ||
             std::any_of(linked->imports.begin(), linked->imports.end(), bad_import))) {
          broken_.insert(name);
          changed = true;
        }
      }
    }
    std::erase_if(linked_, [this](const auto& entry) { return broken_.count(entry.first) != 0; });
  }

  void bind_filters(LinkedTemplate& linked) {
    linked.environment = &environment_;
    linked.filters.reserve(linked.source->calls.size());
    for (const Call& call : linked.source->calls) {
      linked.filters.push_back(environment_.find_filter(linked.source->names[call.name].text));
    }
  }

  void bind_blocks(LinkedTemplate& linked) {
    for (const LinkedTemplate* at = &linked; at != nullptr; at = at->parent) {
      linked.root = at;
      for (const Block& block : at->source->blocks) {
        const Name& name = at->source->names[block.name];
        auto chain = std::find_if(linked.blocks.begin(), linked.blocks.end(),
                                  [&](const BlockChain& other) { return other.name == name; });
        if (chain == linked.blocks.end()) {
          linked.blocks.push_back({name, {}});
          chain = linked.blocks.end() - 1;
        }
        chain->versions.push_back({at, &block});
      }
    }
  }

  /// A block of an extending template that no extended one has is never rendered, so there is no mistake in
  /// it.
  void check_supers() {
    for (const auto& [name, linked] : linked_) {
      if (linked->parent != nullptr) {
        continue;
      }
      for (const Block& block : linked->source->blocks) {
        const Name& block_name = linked->source->names[block.name];
        if (block.calls_super && linked->find_block(block_name)->versions.size() < 2) {
          fail(*linked, block.span,
               "`super()` in the block `" + std::string(block_name.text) +
                   "`, but this template extends no other");
          broken_.insert(name);
        }
      }
    }
  }

  void collect_dependencies(LinkedTemplate& linked) {
    std::set<std::string> names;
    std::vector<const LinkedTemplate*> waiting = {&linked};
    while (!waiting.empty()) {
      const LinkedTemplate* at = waiting.back();
      waiting.pop_back();
      if (at == nullptr || !names.insert(at->source->name).second) {
        continue;
      }
      waiting.push_back(at->parent);
      for (const ImportedSpace& import : at->imports) {
        waiting.push_back(import.file);
      }
      for (std::size_t i = 0; i < at->includes.size(); ++i) {
        waiting.push_back(at->includes[i]);
        // Names before the one that was found would win if they existed.
        for (const std::string& file : at->source->includes[i].files) {
          if (at->includes[i] != nullptr && file == at->includes[i]->source->name) {
            break;
          }
          names.insert(file);
        }
      }
    }
    linked.dependencies.assign(names.begin(), names.end());
  }

  const TemplateMap& parsed_;
  const Environment& environment_;
  base::Diagnostics& diagnostics_;
  LinkedMap linked_;
  std::set<std::string> broken_;
};

}  // namespace

LinkedMap link_templates(const TemplateMap& parsed, const Environment& environment,
                         base::Diagnostics& diagnostics) {
  return Linker(parsed, environment, diagnostics).link();
}

}  // namespace loom::templating
