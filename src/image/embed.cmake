# Compiles the packs of rules/ while caveat is built, and puts what they became into the binary.
# Where that cannot be done (the tool must run here, the assembler must know ELF), caveat reads the
# TOML at every start and is otherwise the same.
#
# rules/*.toml ─► caveat_packs (the TOML, for explain and its like) ─► caveat_compile_packs
#   ─► packs.image ─► caveat_image

# Makes the library caveat_image; call from the top CMakeLists.txt.
function(embed_image)
  set(can_run_tool OFF)
  if(CMAKE_EXECUTABLE_FORMAT STREQUAL "ELF" AND NOT CMAKE_CROSSCOMPILING)
    set(can_run_tool ON)
  endif()
  option(CAVEAT_IMAGE "Compile the packs when caveat is built" ${can_run_tool})

  add_library(caveat_image STATIC src/image/embedded.cpp)
  target_link_libraries(caveat_image PUBLIC caveat_core)
  caveat_warnings(caveat_image)
  if(NOT CAVEAT_IMAGE)
    return()
  endif()

  add_executable(caveat_compile_packs src/image/compile_packs.cpp)
  target_link_libraries(caveat_compile_packs PRIVATE caveat_core caveat_packs)
  caveat_warnings(caveat_compile_packs)

  set(image ${CMAKE_CURRENT_BINARY_DIR}/packs.image)
  add_custom_command(OUTPUT ${image} COMMAND caveat_compile_packs ${image}
    DEPENDS caveat_compile_packs COMMENT "Compiling rules/" VERBATIM)
  set_source_files_properties(src/image/embedded.S PROPERTIES
    OBJECT_DEPENDS ${image} COMPILE_DEFINITIONS "CAVEAT_IMAGE=\"${image}\"")
  set_source_files_properties(src/image/embedded.cpp PROPERTIES COMPILE_DEFINITIONS CAVEAT_IMAGE)
  target_sources(caveat_image PRIVATE src/image/embedded.S)
endfunction()
