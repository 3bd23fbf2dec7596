// Reading the keys of one table. A reader asks for each key it knows, by type, and at the end
// refuses the others; so what a table takes is written once, in its reader. A mistake is reported
// here, and the field then has its default.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"
#include "pack/problem.hpp"
#include "pack/toml_tree.hpp"
#include "pack/words.hpp"

namespace caveat {

enum class Need : bool { optional, required };

struct Fields {
  const TomlValue& table;
  std::string title;  ///< "[[rule]]", for messages
  Problems& problems;
  std::vector<std::string> asked = {};
};

/// The value of `key`, or null; required and missing is pack/missing-key.
const TomlValue* find_field(Fields& fields, std::string_view key, Need need);

/// The same, where any other kind of value is pack/wrong-type.
const TomlValue* find_kind(Fields& fields, std::string_view key, Need need, TomlKind kind);

/// Reports every key that nobody asked for.
void refuse_others(Fields& fields);

Text read_text(Fields& fields, std::string_view key, Need need);
std::vector<Text> read_texts(Fields& fields, std::string_view key, Need need);

/// As read_text and read_texts, for what others refer to by name.
Text read_name(Fields& fields, std::string_view key);
std::vector<Text> read_names(Fields& fields, std::string_view key);

/// Adds pack/bad-name unless `name` can stand in a pattern: lower-case letters, digits and
/// hyphens, a letter first.
void check_pattern_name(const Text& name, Problems& problems);

/// flags and allows, `least` of each.
std::vector<Text> read_examples(Fields& fields, std::string_view key, std::size_t least);

bool read_flag(Fields& fields, std::string_view key, bool otherwise);

/// 0 to `most`; 0 when it is not given.
std::uint32_t read_count(Fields& fields, std::string_view key, std::uint32_t most);

Citation read_citation(Fields& fields, Need need);
Review read_review(Fields& fields);

/// The elements of an array, each of which must be one of `kind`; others are reported and left
/// out. A lone value is reported and taken as an array of one.
std::vector<const TomlValue*> items_of(const TomlValue& value, TomlKind kind, std::string_view what,
                                       Problems& problems);

void report_kind(const TomlValue& value, std::string_view what, std::string_view wanted,
                 Problems& problems);
void report_word(const Text& word, std::string_view key, const std::vector<std::string>& allowed,
                 Problems& problems);

template <typename Value>
std::optional<Value> read_word(Fields& fields, std::string_view key, Need need,
                               std::span<const Word<Value>> words) {
  const TomlValue* text = find_kind(fields, key, need, TomlKind::string);
  if (text == nullptr) return std::nullopt;
  const std::optional<Value> value = value_named<Value>(words, text->text.value);
  if (!value) report_word(text->text, key, names_of<Value>(words), fields.problems);
  return value;
}

}  // namespace caveat
