// The commands behind the command line. Each prints its own messages and returns the exit code.
#pragma once

#include "cli/command_line.h"

namespace loom::cli {

int run_serve(const ServeCommand& command);
int run_build(const BuildCommand& command);
int run_check(const CheckCommand& command);
int run_new_site(const NewSiteCommand& command);
int run_import(const ImportCommand& command);
int run_new_post(const NewPostCommand& command);

}  // namespace loom::cli
