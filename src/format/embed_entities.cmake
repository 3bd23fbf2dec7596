# Writes the names of src/format/entities.txt into a .cpp that implements format/entity_table.hpp.
# As src/pack/embed.cmake does for packs: at build time, by this same file in script mode.

# Sets `out` to the generated file; call from the top CMakeLists.txt.
function(embed_entities out)
  set(names ${CMAKE_CURRENT_SOURCE_DIR}/src/format/entities.txt)
  set(script ${CMAKE_CURRENT_SOURCE_DIR}/src/format/embed_entities.cmake)
  set(cpp ${CMAKE_CURRENT_BINARY_DIR}/embedded_entities.cpp)
  add_custom_command(OUTPUT ${cpp}
    COMMAND ${CMAKE_COMMAND} -DNAMES=${names} -DOUT=${cpp} -P ${script}
    DEPENDS ${names} ${script}
    COMMENT "Embedding src/format/entities.txt" VERBATIM)
  set(${out} ${cpp} PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  file(STRINGS ${NAMES} lines REGEX "^[A-Za-z]")
  set(rows "")
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "^([A-Za-z0-9]+) ([0-9A-F]+) ?([0-9A-F]*) ?(bare)?$")
      message(FATAL_ERROR "${NAMES}: ${line}")
    endif()
    set(bare false)
    if(CMAKE_MATCH_4)
      set(bare true)
    endif()
    string(APPEND rows "    {\"${CMAKE_MATCH_1}\", 0x${CMAKE_MATCH_2}, 0x0${CMAKE_MATCH_3}, ${bare}},\n")
  endforeach()
  list(LENGTH lines count)
  file(WRITE ${OUT} "// Generated from src/format/entities.txt by src/format/embed_entities.cmake.
#include \"format/entity_table.hpp\"

#include <array>

namespace caveat {
namespace {
constexpr std::array<NamedEntity, ${count}> entities = {{
${rows}}};
}  // namespace

std::span<const NamedEntity> named_entities() {
  return entities;
}

}  // namespace caveat
")
endif()
