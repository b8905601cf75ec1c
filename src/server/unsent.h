// Sending an answer piece by piece: what is left of its text and body, and the step that sends more of it.
// Loop thread only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "net/stream.h"
#include "server/respond.h"

namespace loom::server {

/// Views of bytes that are still to be sent, in this order. Whoever holds it keeps the bytes alive.
struct Unsent {
  /// Heads, and the small answers before this one.
  std::string_view text;
  std::span<const BodyPart> parts;
  /// Bytes of the first part that are sent.
  std::uint64_t part_sent_bytes = 0;

  bool empty() const { return text.empty() && parts.empty(); }
};

enum class SendOutcome : std::uint8_t {
  Done,
  /// The kernel takes no more; it will say when it does.
  Blocked,
  /// There would be room, but the budget is used up.
  BudgetSpent,
  /// The connection failed, or a file changed under its answer: what was sent must not look complete.
  Failed
};

/// Sends until nothing is left, the kernel is full or `budget_bytes` are spent, and moves `unsent` on.
SendOutcome send_some(net::Stream& stream, Unsent& unsent, std::size_t budget_bytes);

/// Whether a file that `parts` send from is no longer the one that the snapshot describes.
bool has_changed_file(std::span<const BodyPart> parts);

/// What an answer leaves unsent, with everything that keeps it alive. It stays at one address.
class Backlog {
 public:
  /// Takes over the rest of `response`; `unsent` views into it and into a buffer that may be reused after
  /// this. Pins the resource, not the snapshot.
  Backlog(Unsent unsent, Response& response);
  /// Text alone.
  explicit Backlog(std::string_view text) : text_(text), unsent_{.text = text_, .parts = {}} {}
  Backlog(const Backlog&) = delete;
  Backlog& operator=(const Backlog&) = delete;

  Unsent& unsent() { return unsent_; }
  /// Requires: there are no parts.
  void append_text(std::string_view text);

 private:
  std::string text_;
  BodyPart body_;
  std::unique_ptr<const MultipartBody> multipart_;
  snapshot::ResourcePtr pinned_;
  Unsent unsent_;
};

}  // namespace loom::server
