// What preview serves before the first build that succeeds: every page is the list of the author's mistakes,
// with status 500. Built once per publication.
#pragma once

#include <memory>

#include "base/diagnostics.h"
#include "snapshot/snapshot.h"

namespace loom::server {

/// A site of that one page, which carries the live-reload script and so heals by itself. Every byte of the
/// diagnostics is escaped. The page is capped at kFailurePageDiagnosticsMax mistakes.
std::shared_ptr<const snapshot::Snapshot> build_failure_site(const base::Diagnostics& diagnostics);

}  // namespace loom::server
