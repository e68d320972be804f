// A library of precompiled headers needs a source of its own; the headers stand in CMakeLists.txt.
