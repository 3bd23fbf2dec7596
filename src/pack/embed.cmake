# Writes the packs of rules/ into a .cpp that implements pack/embedded.hpp, so that one binary
# runs with nothing beside it. The bytes go in as string literals of \x escapes: exact whatever
# the TOML holds, and g++ reads them much faster than an array of numbers. The work is done when
# the library is built, by this same file in script mode, and only if a TOML changed, came or went.

# Sets `out` to the generated file; call from the top CMakeLists.txt.
function(embed_packs out)
  set(root ${CMAKE_CURRENT_SOURCE_DIR})
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${root} ${root}/rules/*.toml)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/embedded_packs.txt)
  set(cpp ${CMAKE_CURRENT_BINARY_DIR}/embedded_packs.cpp)
  file(CONFIGURE OUTPUT ${list} CONTENT "${files}" @ONLY)  # touched only when the list changes
  set(script ${root}/src/pack/embed.cmake)
  list(TRANSFORM files PREPEND ${root}/ OUTPUT_VARIABLE inputs)
  add_custom_command(OUTPUT ${cpp}
    COMMAND ${CMAKE_COMMAND} -DROOT=${root} -DLIST=${list} -DOUT=${cpp} -P ${script}
    DEPENDS ${inputs} ${list} ${script}
    COMMENT "Embedding rules/" VERBATIM)
  set(${out} ${cpp} PARENT_SCOPE)
endfunction()

# Appends one `{path, bytes}` to `rows`, 2,048 bytes a literal.
function(append_row path)
  file(READ ${ROOT}/${path} hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR bytes "${digits} / 2")
  string(REGEX REPLACE "(..)" "\\\\x\\1" escaped "${hex}")
  math(EXPR escaped_length "${bytes} * 4")
  set(literals "")
  set(at 0)
  while(at LESS escaped_length)
    string(SUBSTRING "${escaped}" ${at} 8192 part)
    string(APPEND literals "     \"${part}\"\n")
    math(EXPR at "${at} + 8192")
  endwhile()
  if(bytes EQUAL 0)
    set(literals "     \"\"\n")
  endif()
  string(APPEND rows "    {\"${path}\", {\n${literals}     , ${bytes}}},\n")
  set(rows "${rows}" PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ ${LIST} files)
  set(rows "")
  foreach(path IN LISTS files)
    append_row(${path})
  endforeach()
  list(LENGTH files count)
  file(WRITE ${OUT} "// Generated from rules/ by src/pack/embed.cmake.
#include \"pack/embedded.hpp\"

#include <array>

namespace caveat {
namespace {
constexpr std::array<EmbeddedFile, ${count}> files = {{
${rows}}};
}  // namespace

std::span<const EmbeddedFile> embedded_packs() {
  return files;
}

}  // namespace caveat
")
endif()
