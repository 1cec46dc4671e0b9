#pragma once

/// toml++ as the project uses it: compiled once (toml.cpp), without exceptions.
#define TOML_HEADER_ONLY 0
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>
