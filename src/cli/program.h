// The whole program behind main(): reads the command line, runs one command, returns the exit code.
#pragma once

namespace loom::cli {

int run_program(int argc, char** argv);

}  // namespace loom::cli
