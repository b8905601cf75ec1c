// What Markdown asks of the site about a link: the seam through which site/ rewrites internal destinations.
// Implementations are called from every thread that renders, so they must be thread-safe (const and unshared
// state is enough).
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace loom::markdown {

/// The destination stands as it was written.
struct KeepLink {};

/// The destination becomes `url`.
struct RewrittenLink {
  std::string url;
};

/// The destination names something that does not exist. Becomes an error at the link; `message` says what is
/// missing, `hint` (may be empty) how to mend it.
struct BrokenLink {
  std::string message;
  std::string hint;
};

using LinkResolution = std::variant<KeepLink, RewrittenLink, BrokenLink>;

enum class LinkKind : unsigned char { Link, Image };

class LinkResolver {
 public:
  LinkResolver() = default;
  LinkResolver(const LinkResolver&) = delete;
  LinkResolver& operator=(const LinkResolver&) = delete;
  virtual ~LinkResolver() = default;

  /// `destination` is what the author wrote ("@/a/b.md#x", "other.md", "../img.png", "https://..."), with
  /// backslash escapes and character references already undone. Never empty; asked for links and images of
  /// Markdown syntax, not for raw HTML and not for bare URLs.
  virtual LinkResolution resolve(std::string_view destination, LinkKind kind) const = 0;
};

}  // namespace loom::markdown
