// Progress of a long build: a bar that redraws itself on a terminal, a plain line now and then elsewhere,
// nothing for short builds.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace loom::cli {

class Progress {
 public:
  /// `what` is the verb of the line: "rendering".
  Progress(std::string what, bool is_terminal);
  /// Removes the bar.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Any thread.
  void update(std::size_t done_count, std::size_t total_count);

 private:
  void draw(std::size_t done_count, std::size_t total_count);

  std::string what_;
  bool is_terminal_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point next_draw_;
  bool is_drawn_ = false;
};

/// "rendering [=====>    ] 5,120 of 10,000"
std::string progress_bar(const std::string& what, std::size_t done_count, std::size_t total_count);

}  // namespace loom::cli
