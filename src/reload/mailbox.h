// What others ask of the reload thread. Any thread posts; the reload thread takes all at once.
#pragma once

#include <mutex>

#include "base/unique_fd.h"

namespace loom::reload {

struct Requests {
  bool stop = false;
  /// Look at the whole folder again and rebuild.
  bool rebuild = false;
};

class Mailbox {
 public:
  Mailbox();

  void post_stop();
  void post_rebuild();
  /// Reload thread: what was posted since the last time; the descriptor is quiet afterwards.
  Requests take();
  /// Readable while something is posted.
  int wake_fd() const { return wake_.get(); }

 private:
  void post(bool Requests::*request);

  base::UniqueFd wake_;
  std::mutex mutex_;
  Requests posted_;
};

}  // namespace loom::reload
