// Bare URLs and e-mail addresses in text: GFM 0.29 §6.9 (autolinks, extension). Pure; any thread. Linear in
// the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace loom::markdown {

enum class AutolinkKind : std::uint8_t { Url, Www, Email };

struct Autolink {
  /// Byte range in the text.
  std::size_t begin = 0;
  std::size_t end = 0;
  AutolinkKind kind = AutolinkKind::Url;

  /// What goes in front of the text to make it a URL: "", "http://" or "mailto:".
  std::string_view url_prefix() const;
};

/// Finds the bare URLs and addresses of one text in their order. One thread.
class AutolinkFinder {
 public:
  /// The text must outlive this object.
  explicit AutolinkFinder(std::string_view text);

  /// The next one; nothing when there is none left.
  std::optional<Autolink> next();

 private:
  /// Goes to the first of each kind of mark at or behind byte `from`.
  void find_marks(std::size_t from);
  std::optional<Autolink> match_at(std::size_t place) const;

  std::string_view text_;
  /// End of the last link.
  std::size_t done_ = 0;
  /// Places of the next "://", "@" and "www.", the size of the text when there is none.
  std::size_t scheme_ = 0;
  std::size_t at_sign_ = 0;
  std::size_t www_ = 0;
};

}  // namespace loom::markdown
