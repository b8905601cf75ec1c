// Every limit of the network layer, with its unit.
#pragma once

#include <chrono>
#include <cstddef>

namespace loom::net {

/// Events taken from the kernel in one turn of the loop.
inline constexpr std::size_t kEventsPerTurn = 256;
/// Connections accepted in one turn; the rest waits in the kernel until the next.
inline constexpr std::size_t kAcceptsPerTurn = 256;
/// How long accepting rests when the process or the system has no descriptor left.
inline constexpr std::chrono::milliseconds kAcceptPause{100};
/// A line about a failing accept is written at most this often.
inline constexpr std::chrono::seconds kAcceptLogInterval{10};
/// While timers run, the loop wakes at least this often, so that a paused process shows as a longer step.
inline constexpr std::chrono::milliseconds kWaitMax{1000};
/// The loop's clock advances by no more than this in one turn: after SIGSTOP, or a suspended machine, peers
/// get a turn to be heard before their timers run out.
inline constexpr std::chrono::milliseconds kClockStepMax{1500};
/// The kernel keeps a connection that has sent nothing for this long before the listener hears of it.
inline constexpr std::chrono::seconds kDeferAccept{5};
/// Unsent bytes that the kernel queues for one connection before it reports the socket as full.
inline constexpr int kNotSentLowWaterBytes = 64 * 1024;
/// Views handed to one sendmsg.
inline constexpr std::size_t kGatheredPartsMax = 8;

}  // namespace loom::net
