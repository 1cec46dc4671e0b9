// Nothing: a target needs a source to compile precompiled.hpp for.
