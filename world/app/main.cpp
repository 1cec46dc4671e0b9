#include <iostream>

#include <CLI/CLI.hpp>

int main(int argc, char** argv) {
  CLI::App app{"A laboratory for bilateral negotiation over a real trade", "monazite"};
  app.set_version_flag("--version", MONAZITE_VERSION);
  CLI11_PARSE(app, argc, argv);
  std::cout << app.help();
  return 0;
}
