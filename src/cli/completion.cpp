#include "cli/completion.h"

#include <fmt/format.h>
#include <string_view>

namespace loom::cli {
namespace {

std::string joined_names(const std::vector<OptionDescription>& options) {
  std::string names;
  for (const OptionDescription& option : options) {
    names += (names.empty() ? "" : " ") + option.name;
  }
  return names;
}

std::string_view first_word(std::string_view name) {
  return name.substr(0, name.find(' '));
}

std::string_view second_word(std::string_view name) {
  const std::size_t space = name.find(' ');
  return space == std::string_view::npos ? std::string_view() : name.substr(space + 1);
}

/// The commands of the first level, each once: "serve build check new".
std::vector<CommandDescription> first_level(const std::vector<CommandDescription>& commands) {
  std::vector<CommandDescription> words;
  for (const CommandDescription& command : commands) {
    const std::string word(first_word(command.name));
    if (words.empty() || words.back().name != word) {
      words.push_back({word, command.help, {}});
    }
  }
  return words;
}

/// For use between single quotes of a shell.
std::string single_quoted(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    quoted += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return quoted;
}

std::string word_list(const std::vector<CommandDescription>& commands) {
  std::string words;
  for (const CommandDescription& command : first_level(commands)) {
    words += (words.empty() ? "" : " ") + command.name;
  }
  return words;
}

/// Brackets and colons mean something in a zsh description.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : single_quoted(text)) {
    if (c == '[' || c == ']' || c == ':') {
      out += '\\';
    }
    out += c;
  }
  return out;
}

}  // namespace

std::string render_bash_completion(const std::vector<CommandDescription>& commands) {
  std::string out = "_loom() {\n  local word=\"${COMP_WORDS[COMP_CWORD]}\"\n  local options=\"\"\n";
  out += "  case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n";
  for (const CommandDescription& command : commands) {
    const std::string pattern = second_word(command.name).empty() ? command.name + " *" : command.name;
    out += fmt::format("    \"{}\"{}) options=\"{}\" ;;\n",
                       first_word(pattern) == command.name ? command.name + " " : pattern,
                       second_word(command.name).empty() ? "*" : "", joined_names(command.options));
  }
  out += "  esac\n  if [ \"$COMP_CWORD\" -eq 1 ]; then\n";
  out += fmt::format("    COMPREPLY=($(compgen -W \"{} --help --version\" -- \"$word\"))\n",
                     word_list(commands));
  std::string nested;
  for (const CommandDescription& command : commands) {
    if (first_word(command.name) == "new") {
      nested += (nested.empty() ? "" : " ") + std::string(second_word(command.name));
    }
  }
  out += fmt::format(
      "  elif [ \"$COMP_CWORD\" -eq 2 ] && [ \"${{COMP_WORDS[1]}}\" = new ]; then\n"
      "    COMPREPLY=($(compgen -W \"{}\" -- \"$word\"))\n",
      nested);
  out += "  elif [[ \"$word\" == -* ]]; then\n    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n";
  out += "  else\n    COMPREPLY=($(compgen -f -- \"$word\"))\n  fi\n}\ncomplete -o filenames -F _loom loom\n";
  return out;
}

std::string render_zsh_completion(const std::vector<CommandDescription>& commands) {
  std::string out = "#compdef loom\n_loom() {\n  local -a commands\n  commands=(\n";
  for (const CommandDescription& command : first_level(commands)) {
    out += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.help));
  }
  out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case "
      "\"$words[2]";
  out += " $words[3]\" in\n";
  for (const CommandDescription& command : commands) {
    const bool nested = !second_word(command.name).empty();
    out += fmt::format("    \"{}\"{})\n      _arguments", nested ? command.name : command.name + " ",
                       nested ? "" : "*");
    for (const OptionDescription& option : command.options) {
      out += fmt::format(" \\\n        '{}[{}]{}'", option.name, zsh_text(option.help),
                         option.takes_value ? ":value:" : "");
    }
    out += " \\\n        '*:file:_files'\n      ;;\n";
  }
  out += "    \"new \"*) _values 'what to make' site post ;;\n  esac\n}\n_loom \"$@\"\n";
  return out;
}

std::string render_fish_completion(const std::vector<CommandDescription>& commands) {
  std::string out;
  for (const CommandDescription& command : first_level(commands)) {
    out += fmt::format("complete -c loom -n __fish_use_subcommand -a '{}' -d '{}'\n", command.name,
                       single_quoted(command.help));
  }
  for (const CommandDescription& command : commands) {
    const std::string_view nested = second_word(command.name);
    std::string condition = fmt::format("__fish_seen_subcommand_from {}", first_word(command.name));
    if (!nested.empty()) {
      out += fmt::format("complete -c loom -n '{}' -f -a '{}' -d '{}'\n", condition, nested,
                         single_quoted(command.help));
      condition += fmt::format("; and __fish_seen_subcommand_from {}", nested);
    }
    for (const OptionDescription& option : command.options) {
      const bool is_long = option.name.starts_with("--");
      out += fmt::format("complete -c loom -n '{}' {} {} -d '{}'{}\n", condition, is_long ? "-l" : "-s",
                         option.name.substr(is_long ? 2 : 1), single_quoted(option.help),
                         option.takes_value ? " -r" : "");
    }
  }
  return out;
}

}  // namespace loom::cli
