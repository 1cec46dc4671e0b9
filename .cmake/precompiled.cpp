// Compiles precompiled.hpp, see there.
