// A compiled template bound to the others of its set: whose blocks replace whose, what its includes and macro
// calls mean. Immutable once linked; any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "templating/environment.h"
#include "templating/program/template.h"

namespace loom::templating {

struct LinkedTemplate;

struct BlockVersion {
  const LinkedTemplate* owner = nullptr;
  const Block* block = nullptr;
};

/// One block with its versions, from the template that is rendered to the one that extends nothing.
struct BlockChain {
  Name name;
  std::vector<BlockVersion> versions;
};

struct MacroTarget {
  /// Null when the namespace is not imported by the template itself: the templates that led here are asked
  /// then.
  const LinkedTemplate* owner = nullptr;
  const Macro* macro = nullptr;
};

struct ImportedSpace {
  Name name;
  const LinkedTemplate* file = nullptr;
};

struct LinkedTemplate {
  std::shared_ptr<const Template> source;
  /// The template that this one extends; null when it extends none.
  const LinkedTemplate* parent = nullptr;
  /// The end of the chain of parents, whose text outside of blocks is printed.
  const LinkedTemplate* root = nullptr;
  std::vector<BlockChain> blocks;
  std::vector<ImportedSpace> imports;
  /// By CallId; set for macro calls.
  std::vector<MacroTarget> macros;
  /// The environment that the set was compiled for, and its filters by CallId; null for what is no filter.
  const Environment* environment = nullptr;
  std::vector<const Registered<Filter>*> filters;
  /// By include; null prints nothing.
  std::vector<const LinkedTemplate*> includes;
  /// Sorted names, itself included.
  std::vector<std::string> dependencies;
  /// Whether `{{ }}` escapes when this template is the one that is rendered.
  bool escapes = false;

  /// Null when no version of the template has such a block.
  const BlockChain* find_block(const Name& name) const {
    for (const BlockChain& chain : blocks) {
      if (chain.name == name) {
        return &chain;
      }
    }
    return nullptr;
  }
};

/// The macro of that name in one file, or null.
inline const Macro* find_macro(const Template& file, std::string_view name) {
  for (const Macro& macro : file.macros) {
    if (macro.name != kNone && file.names[macro.name].text == name) {
      return &macro;
    }
  }
  return nullptr;
}

}  // namespace loom::templating
