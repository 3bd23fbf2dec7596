#include "text/category.hpp"

#include <utf8proc.h>

namespace caveat {
namespace {

utf8proc_category_t general_category(char32_t value) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(value));
}

/// Invisible characters (Cf) mostly stand inside words; these two are used as spaces.
Category category_of_format(char32_t value) {
  return value == 0x200B || value == 0xFEFF ? Category::space : Category::joiner;
}

Category category_of_number(char32_t value) {
  return value >= 0x2080 && value <= 0x2089 ? Category::letter : Category::other;
}

}  // namespace

Category category_of(char32_t value) {
  if (value < 0x80) return ascii_categories[value];
  switch (general_category(value)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
      return Category::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return Category::mark;
    case UTF8PROC_CATEGORY_ND:
      return Category::digit;
    case UTF8PROC_CATEGORY_NO:
      return category_of_number(value);
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return Category::space;
    case UTF8PROC_CATEGORY_CF:
      return category_of_format(value);
    default:
      return Category::other;
  }
}

bool is_upper(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z';
  const auto category = general_category(value);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t value) {
  if (value < 0x80) return value >= 'a' && value <= 'z';
  return general_category(value) == UTF8PROC_CATEGORY_LL;
}

}  // namespace caveat
