// Every time and size that the watcher keeps to.
#pragma once

#include <chrono>
#include <cstddef>

namespace loom::watch {

/// A file that was written or made but not yet closed is looked at this long after its last event, ...
inline constexpr std::chrono::milliseconds kWritingSettle{15};
/// ... or this long after its first one when the writer never pauses.
inline constexpr std::chrono::milliseconds kWritingWaitMax{100};

/// A name that vanished is held back this long, since editors save by rename and the name comes back. Longer
/// than two renames by two processes take, shorter than anyone notices.
inline constexpr std::chrono::milliseconds kGoneHold{10};
/// Names that vanish one after the other are delivered together, at most this long after the first.
inline constexpr std::chrono::milliseconds kGoneWaitMax{100};

/// A file that is renamed so soon after it was made is the temporary file of a save, not a page that moves.
inline constexpr std::chrono::milliseconds kTemporaryNameAge{1000};

/// Up to this many paths are delivered as soon as the queue is empty.
inline constexpr std::size_t kSingleSavePaths = 4;
/// More than that are a burst: it is delivered when nothing came for the pause, or the burst is older than
/// its limit.
inline constexpr std::chrono::milliseconds kSmallBurstPause{1};
inline constexpr std::chrono::milliseconds kSmallBurstMax{5};
inline constexpr std::size_t kSmallBurstPaths = 32;
inline constexpr std::chrono::milliseconds kLargeBurstPause{5};
inline constexpr std::chrono::milliseconds kLargeBurstMax{100};
inline constexpr std::size_t kLargeBurstPaths = 500;
/// A checkout of thousands of files takes longer than 100 ms, and a rebuild in its middle only delays its
/// end.
inline constexpr std::chrono::milliseconds kHugeBurstMax{400};

/// Changes without an event (mmap, hard links, lower layers of an overlay) are found by a rescan this often.
inline constexpr std::chrono::seconds kSafetyRescan{30};
/// How often folders without events are compared with the disk; a scan takes at most a tenth of the time.
inline constexpr std::chrono::milliseconds kPollInterval{300};
inline constexpr int kPollIntervalPerScan = 10;
/// How often a root that is missing is looked for, should its parent folder be gone too.
inline constexpr std::chrono::milliseconds kMissingRootInterval{200};

/// Folders inside folders, and links to folders inside one another, that are followed.
inline constexpr std::size_t kFolderDepthMax = 128;
inline constexpr std::size_t kLinkDepthMax = 8;
/// Bytes taken from the kernel's queue by one read.
inline constexpr std::size_t kReadBufferBytes = 64 * 1024;
/// Reads before what was read is handed on, so that a program that writes without end cannot hold the thread.
inline constexpr std::size_t kReadsPerDrain = 32;

}  // namespace loom::watch
