#include "pack/fields.hpp"

#include <algorithm>

#include "diagnostic/quoted.hpp"
#include "pack/suggest.hpp"

namespace caveat {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

const TomlMember* find_member(const TomlValue& table, std::string_view key) {
  for (const TomlMember& member : table.members)
    if (member.key.value == key) return &member;
  return nullptr;
}

const char* name_of(TomlKind kind) {
  static constexpr const char* names[] = {"a string", "an integer", "a number", "true or false",
                                          "a date",   "a time",     "an array", "a table"};
  return names[static_cast<std::size_t>(kind)];
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What may stand between the brackets of a report and in a suppression comment.
void check_name(const Text& name, Problems& problems) {
  const std::string& value = name.value;
  const bool good = !value.empty() && (is_letter(value[0]) || is_digit(value[0])) &&
                    std::all_of(value.begin(), value.end(), [](char c) {
                      return is_letter(c) || is_digit(c) || c == '-' || c == '_';
                    });
  if (!good)
    report(problems, name.origin, "bad-name",
           quoted(value) + " is no name; use letters, digits and hyphens");
}

void check_not_empty(const TomlValue& value, std::string_view key, Problems& problems) {
  if (value.text.value.find_first_not_of(" \t\r\n") == std::string::npos)
    report(problems, value.origin, "missing-key", quoted(key) + " is empty");
}

}  // namespace

const TomlValue* find_field(Fields& fields, std::string_view key, Need need) {
  fields.asked.emplace_back(key);
  const TomlMember* member = find_member(fields.table, key);
  if (member != nullptr) return &member->value;
  if (need == Need::required)
    report(fields.problems, fields.table.origin, "missing-key",
           fields.title + " has no " + quoted(key));
  return nullptr;
}

const TomlValue* find_kind(Fields& fields, std::string_view key, Need need, TomlKind kind) {
  const TomlValue* value = find_field(fields, key, need);
  if (value == nullptr || value->kind == kind) return value;
  report_kind(*value, quoted(key), name_of(kind), fields.problems);
  return nullptr;
}

void refuse_others(Fields& fields) {
  for (const TomlMember& member : fields.table.members) {
    const std::string& key = member.key.value;
    if (std::find(fields.asked.begin(), fields.asked.end(), key) != fields.asked.end()) continue;
    Diagnostic& diagnostic = report(
        fields.problems, member.key.origin, "unknown-key",
        "unknown key " + quoted(key) + " in " + fields.title + did_you_mean(key, fields.asked));
    diagnostic.notes.push_back({fields.title + " takes " + joined(fields.asked), std::nullopt});
  }
}

void report_kind(const TomlValue& value, std::string_view what, std::string_view wanted,
                 Problems& problems) {
  report(problems, value.origin, "wrong-type",
         std::string(what) + " must be " + std::string(wanted) + ", not " + name_of(value.kind));
}

void report_word(const Text& word, std::string_view key, const std::vector<std::string>& allowed,
                 Problems& problems) {
  Diagnostic& diagnostic = report(problems, word.origin, "unknown-word",
                                  "unknown word " + quoted(word.value) + " for " + quoted(key) +
                                      did_you_mean(word.value, allowed));
  diagnostic.notes.push_back({"it is one of " + joined(allowed), std::nullopt});
}

void check_pattern_name(const Text& name, Problems& problems) {
  const std::string& value = name.value;
  const bool good = !value.empty() && value[0] >= 'a' && value[0] <= 'z' &&
                    value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == value.npos;
  if (!good)
    report(problems, name.origin, "bad-name",
           quoted(value) + " cannot stand in a pattern; use a-z, 0-9 and hyphens, a letter first");
}

Text read_text(Fields& fields, std::string_view key, Need need) {
  const TomlValue* value = find_kind(fields, key, need, TomlKind::string);
  if (value == nullptr) return {};
  if (need == Need::required) check_not_empty(*value, key, fields.problems);
  return value->text;
}

std::vector<Text> read_texts(Fields& fields, std::string_view key, Need need) {
  std::vector<Text> texts;
  const TomlValue* value = find_field(fields, key, need);
  if (value == nullptr) return texts;
  for (const TomlValue* item : items_of(*value, TomlKind::string, quoted(key), fields.problems))
    texts.push_back(item->text);
  return texts;
}

Text read_name(Fields& fields, std::string_view key) {
  const TomlValue* value = find_kind(fields, key, Need::required, TomlKind::string);
  if (value == nullptr) return {};
  check_name(value->text, fields.problems);
  return value->text;
}

std::vector<Text> read_names(Fields& fields, std::string_view key) {
  std::vector<Text> names = read_texts(fields, key, Need::optional);
  for (const Text& name : names) check_name(name, fields.problems);
  return names;
}

std::vector<Text> read_examples(Fields& fields, std::string_view key, std::size_t least) {
  std::vector<Text> examples = read_texts(fields, key, Need::optional);
  if (examples.size() >= least) return examples;
  const TomlMember* member = find_member(fields.table, key);
  const std::string count = member == nullptr ? "no" : std::to_string(examples.size());
  report(fields.problems, member == nullptr ? fields.table.origin : member->key.origin,
         "too-few-examples",
         fields.title + " has " + count + ' ' + quoted(key) + "; it needs at least " +
             std::to_string(least));
  return examples;
}

bool read_flag(Fields& fields, std::string_view key, bool otherwise) {
  const TomlValue* value = find_kind(fields, key, Need::optional, TomlKind::boolean);
  return value == nullptr ? otherwise : value->number != 0;
}

std::uint32_t read_count(Fields& fields, std::string_view key, std::uint32_t most) {
  const TomlValue* value = find_kind(fields, key, Need::optional, TomlKind::integer);
  if (value == nullptr) return 0;
  if (value->number >= 0 && value->number <= most) return static_cast<std::uint32_t>(value->number);
  report(fields.problems, value->origin, "wrong-type",
         quoted(key) + " must be from 0 to " + std::to_string(most));
  return 0;
}

Citation read_citation(Fields& fields, Need need) {
  const TomlValue* table = find_kind(fields, "source", need, TomlKind::table);
  if (table == nullptr) return {};
  Fields source{*table, "\"source\"", fields.problems};
  Citation citation;
  citation.title = read_text(source, "title", Need::required).value;
  citation.year = static_cast<int>(read_count(source, "year", 9999));
  citation.url = read_text(source, "url", Need::optional).value;
  refuse_others(source);
  return citation;
}

namespace {

std::string read_date(Fields& fields, std::string_view key) {
  const TomlValue* date = find_field(fields, key, Need::optional);
  if (date == nullptr) return "";
  if (date->kind == TomlKind::date) return date->text.value;
  report_kind(*date, quoted(key), "a date such as 2026-06-01, without quotes", fields.problems);
  return "";
}

}  // namespace

Review read_review(Fields& fields) {
  return {read_flag(fields, "verified", true), read_date(fields, "reviewed"),
          read_date(fields, "review-by")};
}

std::vector<const TomlValue*> items_of(const TomlValue& value, TomlKind kind, std::string_view what,
                                       Problems& problems) {
  std::vector<const TomlValue*> items;
  if (value.kind != TomlKind::array) report_kind(value, what, "an array", problems);
  if (value.kind == kind && kind != TomlKind::array) items.push_back(&value);
  for (const TomlValue& item : value.items) {
    if (item.kind == kind)
      items.push_back(&item);
    else
      report_kind(item, "each of " + std::string(what), name_of(kind), problems);
  }
  return items;
}

}  // namespace caveat
