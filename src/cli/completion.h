// Shell completion scripts, made from a description of the commands. Pure.
#pragma once

#include <string>
#include <vector>

namespace loom::cli {

struct OptionDescription {
  /// "--listen"; "-o" and "--output" are two entries.
  std::string name;
  std::string help;
  bool takes_value = false;
};

struct CommandDescription {
  /// "serve", "new post".
  std::string name;
  std::string help;
  std::vector<OptionDescription> options;
};

std::string render_bash_completion(const std::vector<CommandDescription>& commands);
std::string render_zsh_completion(const std::vector<CommandDescription>& commands);
std::string render_fish_completion(const std::vector<CommandDescription>& commands);

}  // namespace loom::cli
