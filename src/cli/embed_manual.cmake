# docs/caveat.1 as C++: `caveat --generate=man` prints it with the parts that come from the tables of
# commands and flags, so that prose is written there and nowhere else.
set(MANUAL_FILE ${CMAKE_CURRENT_LIST_DIR}/../../docs/caveat.1)

# embed_manual(<variable for the path of the source>)
function(embed_manual source)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${MANUAL_FILE})
  file(READ ${MANUAL_FILE} MANUAL)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/manual_text.cpp @ONLY CONTENT
"// Generated from docs/caveat.1 by src/cli/embed_manual.cmake.
#include \"cli/manual.hpp\"

namespace caveat {

std::string_view manual_prose() {
  return R\"manual(@MANUAL@)manual\";
}

}  // namespace caveat
")
  set(${source} ${PROJECT_BINARY_DIR}/manual_text.cpp PARENT_SCOPE)
endfunction()
