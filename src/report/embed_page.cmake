# src/report/html/page.css and page.js as C++, each with the hash by which the page's own policy
# (CSP) lets it in. Hashed here, where the bytes are known, so that caveat needs no SHA-256.

# base64_of(<variable> <hexadecimal digits of a SHA-256>): 3 digits are 2 letters of 6 bits.
function(base64_of result hex)
  set(letters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(text "")
  foreach(at RANGE 0 60 3)
    string(SUBSTRING ${hex} ${at} 3 digits)
    math(EXPR first "0x${digits} >> 6")
    math(EXPR second "0x${digits} & 63")
    string(SUBSTRING ${letters} ${first} 1 first)
    string(SUBSTRING ${letters} ${second} 1 second)
    string(APPEND text "${first}${second}")
  endforeach()
  string(SUBSTRING ${hex} 63 1 digits)
  math(EXPR last "0x${digits} << 2")
  string(SUBSTRING ${letters} ${last} 1 last)
  set(${result} "${text}${last}=" PARENT_SCOPE)
endfunction()

# embed_page(<variable for the path of the source>)
function(embed_page source)
  set(folder ${PROJECT_SOURCE_DIR}/src/report/html)
  foreach(part css js)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/page.${part})
    file(READ ${folder}/page.${part} TEXT_${part})
    file(SHA256 ${folder}/page.${part} hex)
    base64_of(HASH_${part} ${hex})
  endforeach()
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/html_assets.cpp @ONLY CONTENT
"// Generated from src/report/html/ by src/report/embed_page.cmake.
#include \"report/html.hpp\"

namespace caveat {

PageAsset page_style() {
  return {R\"asset(@TEXT_css@)asset\", \"sha256-@HASH_css@\"};
}

PageAsset page_script() {
  return {R\"asset(@TEXT_js@)asset\", \"sha256-@HASH_js@\"};
}

}  // namespace caveat
")
  set(${source} ${PROJECT_BINARY_DIR}/html_assets.cpp PARENT_SCOPE)
endfunction()
