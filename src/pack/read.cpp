#include "pack/read.hpp"

#include <algorithm>

#include "pack/suggest.hpp"

namespace caveat {
namespace {

enum class Times : bool { once, many };

struct TableKind {
  const char* name;
  Times times;
  void (*read)(Fields, Pack&);
};

constexpr TableKind table_kinds[] = {
    {"pack", Times::once, read_head},
    {"language", Times::once, read_language},
    {"inflection", Times::once, read_inflection},
    {"productions", Times::once, read_productions},
    {"scope", Times::many, read_scope},
    {"sentence", Times::many, read_sentence},
    {"frame", Times::many, read_frame},
    {"concept", Times::many, read_concept},
    {"claim", Times::many, read_claim},
    {"statement", Times::many, read_statement},
    {"evidence", Times::many, read_evidence},
    {"term", Times::many, read_term},
    {"fact", Times::many, read_fact},
    {"caveat", Times::many, read_caveat},
    {"rule", Times::many, read_rule},
    {"override", Times::many, read_override},
    {"provision", Times::many, read_provision},
};

std::string title_of(const TableKind& kind) {
  const std::string name = kind.name;
  return kind.times == Times::many ? "[[" + name + "]]" : "[" + name + "]";
}

bool holds_tables(const TomlValue& value) {
  return value.kind == TomlKind::table || (value.kind == TomlKind::array && !value.items.empty() &&
                                           value.items.front().kind == TomlKind::table);
}

void report_unknown(const TomlMember& member, Problems& problems) {
  const std::string name = '"' + member.key.value + '"';
  if (!holds_tables(member.value)) {
    report(problems, member.key.origin, "unknown-key", "the key " + name + " stands in no table");
    return;
  }
  std::vector<std::string> names;
  for (const TableKind& kind : table_kinds) names.emplace_back(kind.name);
  report(problems, member.key.origin, "unknown-table",
         "unknown table " + name + did_you_mean(member.key.value, names));
}

/// A table in the wrong brackets is reported and read all the same.
void read_kind(const TableKind& kind, const TomlValue& value, Pack& pack, Problems& problems) {
  const std::string title = title_of(kind);
  const bool many = value.kind == TomlKind::array;
  if (many != (kind.times == Times::many) || !(many || holds_tables(value)))
    report_kind(value, '"' + std::string(kind.name) + '"', "written as " + title, problems);
  if (value.kind == TomlKind::table) kind.read({value, title, problems}, pack);
  for (const TomlValue& item : value.items) {
    if (item.kind == TomlKind::table)
      kind.read({item, title, problems}, pack);
    else
      report_kind(item, title, "a table", problems);
  }
}

}  // namespace

void read_tables(const TomlValue& root, HasHead has_head, Pack& pack, Problems& problems) {
  for (const TomlMember& member : root.members) {
    const auto* const kind =
        std::find_if(std::begin(table_kinds), std::end(table_kinds),
                     [&](const TableKind& k) { return member.key.value == k.name; });
    if (kind == std::end(table_kinds))
      report_unknown(member, problems);
    else if (kind->read == read_head && has_head == HasHead::no)
      report(problems, member.key.origin, "unknown-table",
             "[pack] belongs in pack.toml; this file is a part of the pack of its folder");
    else
      read_kind(*kind, member.value, pack, problems);
  }
}

}  // namespace caveat
