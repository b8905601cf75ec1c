// Which names in a site folder never wake anybody: what editors and tools leave beside a file while they save
// it, and dot entries, which no site publishes. Pure; any thread.
#pragma once

#include <string_view>

namespace loom::watch {

/// The name of a file, without folders: vim's probe (4913), swap, undo and backup files, emacs's locks and
/// autosaves, the temporary names of JetBrains, sed and rsync, and every dot file but ".gitignore".
bool is_silent_file_name(std::string_view name);

/// Dot folders but ".well-known".
bool is_silent_folder_name(std::string_view name);

/// The part of `path` after its last slash. A view into `path`.
std::string_view last_segment(std::string_view path);

}  // namespace loom::watch
