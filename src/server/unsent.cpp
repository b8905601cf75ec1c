#include "server/unsent.h"

#include <algorithm>
#include <array>
#include <sys/stat.h>

#include "base/check.h"
#include "server/limits.h"

namespace loom::server {
namespace {

constexpr std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

bool has_changed(const snapshot::LargeFile& file) {
  struct stat status {};
  if (::fstat(file.fd.get(), &status) != 0) {
    return true;
  }
  const base::FileStamp now{.device = status.st_dev,
                            .inode = status.st_ino,
                            .size_bytes = static_cast<std::uint64_t>(status.st_size),
                            .modified_ns = nanoseconds(status.st_mtim),
                            .changed_ns = nanoseconds(status.st_ctim)};
  return now != file.stamp;
}

void drop_sent(Unsent& unsent, std::size_t sent_bytes) {
  const std::size_t from_text = std::min(sent_bytes, unsent.text.size());
  unsent.text.remove_prefix(from_text);
  unsent.part_sent_bytes += sent_bytes - from_text;
  if (!unsent.parts.empty() && unsent.part_sent_bytes == unsent.parts.front().size_bytes()) {
    unsent.parts = unsent.parts.subspan(1);
    unsent.part_sent_bytes = 0;
  }
}

net::IoResult send_memory(net::Stream& stream, const Unsent& unsent, std::size_t budget_bytes) {
  const std::string_view rest = unsent.parts.front().bytes.substr(unsent.part_sent_bytes);
  const std::array<std::string_view, 2> pieces{unsent.text, rest.substr(0, budget_bytes)};
  return stream.send_gathered(pieces);
}

/// The last bytes of a file are held back until it is known to be unchanged.
net::IoResult send_from_file(net::Stream& stream, const Unsent& unsent, std::size_t budget_bytes) {
  const BodyPart& part = unsent.parts.front();
  const std::uint64_t rest_bytes = part.file_length_bytes - unsent.part_sent_bytes;
  if (rest_bytes <= budget_bytes && has_changed(*part.file)) {
    return {net::IoOutcome::Failed, 0};
  }
  const net::IoResult sent =
      stream.send_file({.fd = part.file->fd.get(),
                        .offset = part.file_offset_bytes + unsent.part_sent_bytes,
                        .size_bytes = std::min<std::uint64_t>(rest_bytes, budget_bytes)});
  const bool is_last = sent.outcome == net::IoOutcome::Bytes && sent.bytes == rest_bytes;
  if (is_last && has_changed(*part.file)) {
    return {net::IoOutcome::Failed, 0};
  }
  return sent;
}

net::IoResult send_once(net::Stream& stream, const Unsent& unsent, std::size_t budget_bytes) {
  if (unsent.parts.empty()) {
    return stream.send(unsent.text);
  }
  if (unsent.parts.front().file == nullptr) {
    return send_memory(stream, unsent, budget_bytes);
  }
  if (!unsent.text.empty()) {
    return stream.send(unsent.text, true);
  }
  return send_from_file(stream, unsent, budget_bytes);
}

}  // namespace

SendOutcome send_some(net::Stream& stream, Unsent& unsent, std::size_t budget_bytes) {
  std::size_t sent_bytes = 0;
  while (!unsent.empty()) {
    if (sent_bytes >= budget_bytes) {
      return SendOutcome::BudgetSpent;
    }
    const net::IoResult sent = send_once(stream, unsent, budget_bytes - sent_bytes);
    if (sent.outcome != net::IoOutcome::Bytes) {
      return sent.outcome == net::IoOutcome::WouldBlock ? SendOutcome::Blocked : SendOutcome::Failed;
    }
    sent_bytes += sent.bytes;
    drop_sent(unsent, sent.bytes);
  }
  return SendOutcome::Done;
}

bool has_changed_file(std::span<const BodyPart> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [](const BodyPart& part) { return part.file != nullptr && has_changed(*part.file); });
}

Backlog::Backlog(Unsent unsent, Response& response)
    : text_(unsent.text), body_(response.body), multipart_(std::move(response.multipart)) {
  if (response.resource != nullptr) {
    pinned_ = *response.resource;
  }
  const std::span<const BodyPart> all =
      multipart_ ? std::span<const BodyPart>(multipart_->parts) : std::span<const BodyPart>(&body_, 1);
  unsent_ = {
      .text = text_, .parts = all.last(unsent.parts.size()), .part_sent_bytes = unsent.part_sent_bytes};
}

void Backlog::append_text(std::string_view text) {
  LOOM_CHECK(unsent_.parts.empty());
  text_.erase(0, text_.size() - unsent_.text.size());
  text_ += text;
  unsent_.text = text_;
}

}  // namespace loom::server
