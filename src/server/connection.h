// One client connection as a state machine: reads requests, answers them in order, ends in time. Loop thread
// only. RFC 9112 §9.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "net/stream.h"
#include "server/context.h"
#include "server/live_hub.h"
#include "server/request_reader.h"
#include "server/unsent.h"

namespace loom::server {

class Connection final : public net::Handler, public net::Timer, public LiveStream {
 public:
  /// `context` must outlive it. Requires: `socket` is connected and non-blocking.
  Connection(Context& context, base::UniqueFd socket);

  /// Joins the loop and answers what has come already. A connection that the kernel refuses to watch is
  /// closed.
  void start();
  void on_ready(net::Readiness readiness) override;
  void on_timeout() override;

  /// The server stops: ends at once when no request is under way, else after its answer.
  void drain();
  /// Ends at once; what the kernel has queued is still delivered. The owner is told.
  void close() override;
  /// Sends further text on a live stream; one that is too far behind is closed.
  void push(std::string_view text) override;

  /// Where the owner keeps it.
  std::size_t index = 0;

 private:
  /// What the connection waits for; each has its own deadline.
  enum class Wait : std::uint8_t {
    /// To be decided anew.
    Undecided,
    /// The first byte of the first request.
    FirstByte,
    /// The rest of a request head.
    Head,
    /// The rest of a request body that is thrown away.
    Body,
    /// Room for more bytes of an answer.
    Room,
    /// The next request.
    NextRequest,
    /// The peer's end, after the last answer.
    End,
    /// Something to push; no deadline.
    Publication
  };

  /// Input that is no whole request yet, or must wait to be answered. An idle connection has none.
  struct Input {
    std::string bytes;
    RequestReader reader;
  };

  template <typename Action>
  void guarded(Action action);
  void step();
  bool is_between_requests() const { return !backlog_ && !has_ended_answers_ && !input_; }
  bool advance();

  bool receive();
  bool drop_received();
  void answer_buffered(std::string_view bytes);
  std::size_t answer_requests(RequestReader& reader, std::string_view bytes);
  void keep_rest(std::string_view bytes, std::size_t consumed_bytes);
  bool may_answer() const;

  void answer(const http::Request& request, bool body_is_unread);
  void answer_live(const http::Request& request, const RespondOptions& options);
  void refuse_and_end(int status);
  void deliver(Response& response, Persistence persistence);
  Persistence persistence_of(const http::Request& request, const Response& response) const;

  void flush(Response* response);
  bool send_backlog();
  void end_after_last_answer();
  void reset();
  void leave();

  Wait current_wait() const;
  net::TimerList* deadlines_of(Wait wait);
  void update_deadline();
  void on_deadline(Wait wait);
  void check_progress();

  Context& context_;
  net::Stream stream_;
  net::Token token_ = 0;
  std::unique_ptr<Input> input_;
  std::unique_ptr<Backlog> backlog_;
  std::uint64_t acknowledged_bytes_ = 0;
  std::size_t dropped_bytes_ = 0;
  std::size_t requests_this_turn_ = 0;
  Wait wait_ = Wait::Undecided;
  bool is_readable_ = true;
  bool has_peer_closed_ = false;
  bool needs_more_input_ = true;
  bool has_answered_ = false;
  bool has_ended_answers_ = false;
  bool has_unread_input_ = false;
  bool is_lingering_ = false;
  bool is_live_ = false;
};

}  // namespace loom::server
