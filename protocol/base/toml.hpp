#pragma once

/// toml++ as the project uses it: compiled once (toml.cpp), without exceptions.
#define TOML_HEADER_ONLY 0
#define TOML_EXCEPTIONS 0
/// Some of its assertions do not hold for a faulty file (a brace after a comma in a list): where
/// they are checked they end the program, and where NDEBUG is set clang takes them for granted.
/// They do nothing here, so that the parser goes on to the error that it gives for such a file
/// anyway.
#define TOML_ASSERT(expr) static_cast<void>(0)
#pragma push_macro("NDEBUG")
#undef NDEBUG
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")
