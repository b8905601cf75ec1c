// Tested by tests/e2e/cli_test.cpp.
#include "cli/program.h"

#include <iostream>
#include <variant>

#include "base/log.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"

namespace loom::cli {
namespace {

struct Runner {
  int operator()(const Finished& finished) const { return finished.exit_code; }
  int operator()(const ServeCommand& command) const { return run_serve(command); }
  int operator()(const BuildCommand& command) const { return run_build(command); }
  int operator()(const CheckCommand& command) const { return run_check(command); }
  int operator()(const NewSiteCommand& command) const { return run_new_site(command); }
  int operator()(const NewPostCommand& command) const { return run_new_post(command); }
  int operator()(const ImportCommand& command) const { return run_import(command); }
  int operator()(const CompletionCommand& command) const {
    std::cout << command.script;
    return kExitSuccess;
  }
};

}  // namespace

int run_program(int argc, char** argv) {
  base::open_standard_streams();
  return std::visit(Runner{}, parse_command_line(argc, argv));
}

}  // namespace loom::cli
