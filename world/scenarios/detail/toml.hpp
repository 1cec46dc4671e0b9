#pragma once

/// toml++ as this folder uses it: compiled once (detail/toml.cpp), without exceptions.
#define TOML_HEADER_ONLY 0
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>
