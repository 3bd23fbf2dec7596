# docs/pack.schema.json as C++: `caveat schema` prints it. It is the one that editors read and tests
# check, so that no second one can differ from it.
set(SCHEMA_FILE ${CMAKE_CURRENT_LIST_DIR}/../../docs/pack.schema.json)

# embed_schema(<variable for the path of the source>)
function(embed_schema source)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${SCHEMA_FILE})
  file(READ ${SCHEMA_FILE} SCHEMA)
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/schema_text.cpp @ONLY CONTENT
"// Generated from docs/pack.schema.json by src/cli/embed_schema.cmake.
#include \"cli/schema.hpp\"

namespace caveat {

std::string_view pack_schema() {
  return R\"schema(@SCHEMA@)schema\";
}

}  // namespace caveat
")
  set(${source} ${PROJECT_BINARY_DIR}/schema_text.cpp PARENT_SCOPE)
endfunction()
