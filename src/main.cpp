#include "cli/program.h"

int main(int argc, char** argv) {
  return loom::cli::run_program(argc, argv);
}
