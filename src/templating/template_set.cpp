#include "templating/template_set.h"

#include "templating/program/linker.h"
#include "templating/syntax/template_parser.h"

namespace loom::templating {

struct TemplateSet::State {
  TemplateMap parsed;
  LinkedMap linked;
};

TemplateSet::TemplateSet() : state_(std::make_unique<State>()) {}
TemplateSet::~TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;

TemplateSet TemplateSet::build(std::vector<TemplateSource> sources, const Environment& environment,
                               base::Diagnostics& diagnostics, const TemplateSet* previous) {
  TemplateSet set;
  TemplateMap& parsed = set.state_->parsed;
  for (TemplateSource& source : sources) {
    std::string name = source.name;
    if (parsed.find(name) != parsed.end()) {
      continue;
    }
    if (previous != nullptr) {
      const auto known = previous->state_->parsed.find(name);
      if (known != previous->state_->parsed.end() && known->second != nullptr &&
          known->second->text == source.text && known->second->path == source.path) {
        parsed.emplace(std::move(name), known->second);
        continue;
      }
    }
    parsed.emplace(std::move(name), parse_template(std::move(source), diagnostics));
  }
  set.state_->linked = link_templates(parsed, environment, diagnostics);
  return set;
}

bool TemplateSet::contains(std::string_view name) const {
  return find(name) != nullptr;
}

std::vector<std::string> TemplateSet::names() const {
  std::vector<std::string> result;
  for (const auto& entry : state_->linked) {
    result.push_back(entry.first);
  }
  return result;
}

std::vector<std::string> TemplateSet::dependencies(std::string_view name) const {
  const LinkedTemplate* linked = find(name);
  return linked == nullptr ? std::vector<std::string>() : linked->dependencies;
}

const LinkedTemplate* TemplateSet::find(std::string_view name) const {
  const auto found = state_->linked.find(name);
  return found == state_->linked.end() ? nullptr : found->second.get();
}

}  // namespace loom::templating
