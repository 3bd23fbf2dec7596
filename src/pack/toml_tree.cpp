#include "pack/toml_tree.hpp"

#include <algorithm>
#include <optional>
#include <sstream>
#include <toml.hpp>

#include "pack/toml_complaint.hpp"
#include "text/toml_bytes.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

using Toml = toml::basic_value<toml::discard_comments>;

/// A file, or one table of it when the file as a whole is malformed.
struct Part {
  std::string_view bytes;
  std::uint32_t source = 0;
  std::uint32_t start = 0;  ///< of `bytes` in the source
};

Origin origin_of(const Part& part, Span span) {
  return {part.source, {part.start + span.begin, part.start + span.end}};
}

std::string_view slice(const Part& part, Span span) {
  return part.bytes.substr(span.begin, size(span));
}

Text text_of(const Part& part, Span span) {
  return {std::string(slice(part, span)), origin_of(part, span)};
}

/// location() has the same place as line and column, but counts the lines from the start of the
/// file and copies one for each value; the region has the iterators. toml11 ends a file in LF.
Span region_of(const Part& part, const Toml& value) {
  const auto* region = dynamic_cast<const toml::detail::region*>(toml::detail::get_region(value));
  if (region == nullptr) return {};
  const auto clamped = [&](auto at) {
    const auto offset = static_cast<std::size_t>(at - region->begin());
    return static_cast<std::uint32_t>(std::min(offset, part.bytes.size()));
  };
  return {clamped(region->first()), clamped(region->last())};
}

TomlKind kind_of(const Toml& value) {
  switch (value.type()) {
    case toml::value_t::string:
      return TomlKind::string;
    case toml::value_t::integer:
      return TomlKind::integer;
    case toml::value_t::floating:
      return TomlKind::number;
    case toml::value_t::boolean:
      return TomlKind::boolean;
    case toml::value_t::local_date:
      return TomlKind::date;
    case toml::value_t::array:
      return TomlKind::array;
    case toml::value_t::table:
      return TomlKind::table;
    default:
      return TomlKind::time;
  }
}

/// How many keys lead to a table: from the root, as a [header] counts them, and to the table that
/// a dotted key starts from.
struct Depth {
  std::uint32_t keys = 0;
  std::uint32_t dotted_from = 0;
};

bool has_header(const Part& part, const Toml& value) {
  const Span region = region_of(part, value);
  if (value.is_table()) return !empty(region) && part.bytes[region.begin] == '[';
  return value.is_array() && !value.as_array().empty() && value.as_array().front().is_table() &&
         has_header(part, value.as_array().front());
}

bool has_dotted_key(const Part& part, const Toml& value) {
  const Span region = region_of(part, value);
  return value.is_table() && !empty(region) && part.bytes[region.begin] != '[' &&
         part.bytes[region.begin] != '{';
}

Span key_of(const Part& part, const Toml& value, Depth parent) {
  const Span region = region_of(part, value);
  if (has_header(part, value)) return key_within(part.bytes, region, parent.keys);
  if (has_dotted_key(part, value))
    return key_within(part.bytes, region, parent.keys - parent.dotted_from);
  return key_before(part.bytes, region.begin);
}

TomlValue convert(const Part& part, const Toml& value, Depth depth);

void add_members(const Part& part, const Toml& table, Depth depth, TomlValue& out) {
  for (const auto& [key, value] : table.as_table()) {
    Depth below{depth.keys + 1, depth.keys + 1};
    if (has_dotted_key(part, value)) below.dotted_from = depth.dotted_from;
    TomlMember member{{key, origin_of(part, key_of(part, value, depth))},
                      convert(part, value, below)};
    out.members.push_back(std::move(member));
  }
  std::sort(out.members.begin(), out.members.end(), [](const auto& a, const auto& b) {
    return a.key.origin.span.begin < b.key.origin.span.begin;
  });
}

TomlValue convert(const Part& part, const Toml& value, Depth depth) {
  const Span region = region_of(part, value);
  TomlValue out;
  out.kind = kind_of(value);
  out.origin = origin_of(part, region);
  if (value.is_string())
    out.text = {value.as_string().str, origin_of(part, inside_quotes(part.bytes, region))};
  else
    out.text = text_of(part, region);
  if (value.is_integer()) out.number = value.as_integer();
  if (value.is_boolean()) out.number = value.as_boolean() ? 1 : 0;
  if (value.is_array())
    for (const Toml& item : value.as_array()) out.items.push_back(convert(part, item, depth));
  if (value.is_table()) add_members(part, value, depth, out);
  return out;
}

/// A place of toml11's in the part; past its text it moves back to the end of the text. One byte
/// becomes the whole character; a line end stays uncovered.
Span span_of(const Part& part, const Source& lines, const TomlRemark& remark) {
  const std::size_t last = part.bytes.find_last_not_of(" \t\r\n");
  const auto end = static_cast<std::uint32_t>(last == part.bytes.npos ? 0 : last + 1);
  const std::size_t row = std::min<std::size_t>(remark.line - 1, lines.line_starts.size() - 1);
  const std::uint32_t begin = std::min(lines.line_starts[row] + remark.column - 1, end);
  if (begin == end || part.bytes[begin] == '\n' || part.bytes[begin] == '\r') return {begin, begin};
  const std::uint32_t length = std::max(remark.length, decode(part.bytes, begin).length);
  return {begin, std::min(begin + length, end)};
}

Diagnostic complain(const Part& part, std::string_view what) {
  const TomlComplaint complaint = read_complaint(what);
  const Source lines = make_source("", std::string(part.bytes));
  Problems made;
  Diagnostic& diagnostic =
      report(made, origin_of(part, {}), "malformed-toml", "malformed TOML: " + complaint.title);
  for (const TomlRemark& remark : complaint.remarks) {
    const Span span = origin_of(part, span_of(part, lines, remark)).span;
    if (&remark != &complaint.remarks.back()) {
      diagnostic.notes.push_back({remark.text, span});
      continue;
    }
    diagnostic.span = span;
    if (remark.text != "here") diagnostic.message += ": " + remark.text;
  }
  // Only inside braces does a key stand at the end of a line; what a key may hold is no help there.
  if (empty(diagnostic.span) && complaint.title.starts_with("an invalid key"))
    diagnostic.notes.push_back({"an inline table { ... } stands on one line", std::nullopt});
  else
    for (const std::string& hint : complaint.hints)
      diagnostic.notes.push_back({hint, std::nullopt});
  return std::move(diagnostic);
}

/// Fills `root`, or says what is wrong.
std::optional<Diagnostic> read_part(const Part& part, TomlValue& root) {
  if (const auto deep = nested_too_deep(part.bytes)) {
    Problems made;
    return report(made, origin_of(part, {*deep, *deep + 1}), "malformed-toml",
                  "more than " + std::to_string(max_nested) + " brackets or dots deep");
  }
  try {
    std::istringstream stream{std::string(part.bytes)};
    root = convert(part, toml::parse<toml::discard_comments>(stream, "pack"), {});
    return std::nullopt;
  } catch (const std::exception& error) {
    return complain(part, error.what());
  }
}

/// The tables of a file: each a header line and all up to the next one.
std::vector<Part> tables_of(const Source& source, std::uint32_t index) {
  std::vector<std::uint32_t> starts{0};
  for (std::uint32_t line = 1; line <= source.line_starts.size(); ++line)
    if (const Span span = line_span(source, line);
        span.begin > 0 && is_table_header(slice(source, span)))
      starts.push_back(span.begin);
  starts.push_back(static_cast<std::uint32_t>(source.bytes.size()));
  std::vector<Part> parts;
  for (std::size_t i = 0; i + 1 < starts.size(); ++i)
    parts.push_back({std::string_view(source.bytes).substr(starts[i], starts[i + 1] - starts[i]),
                     index, starts[i]});
  return parts;
}

/// As if the tables stood in one file: [[a]] after [[a]], and [a.b] into the last [[a]].
void merge(TomlValue& into, TomlValue from) {
  if (into.kind == TomlKind::array && !into.items.empty() && from.kind == TomlKind::table)
    return merge(into.items.back(), std::move(from));
  if (into.kind != from.kind) return;
  for (TomlValue& item : from.items) into.items.push_back(std::move(item));
  for (TomlMember& member : from.members) {
    const auto same = std::find_if(into.members.begin(), into.members.end(),
                                   [&](const auto& m) { return m.key.value == member.key.value; });
    if (same == into.members.end())
      into.members.push_back(std::move(member));
    else
      merge(same->value, std::move(member.value));
  }
}

}  // namespace

TomlValue read_toml(const Source& source, std::uint32_t index, Problems& problems) {
  TomlValue root;
  std::optional<Diagnostic> trouble = read_part({source.bytes, index, 0}, root);
  if (!trouble) return root;
  bool found = false;
  for (const Part& part : tables_of(source, index)) {
    TomlValue table;
    const std::optional<Diagnostic> here = read_part(part, table);
    if (here) problems.push_back({index, *here});
    found = found || here;
    merge(root, std::move(table));
  }
  // Each table may be right and the file wrong: one of them stands in it twice.
  if (!found) problems.push_back({index, std::move(*trouble)});
  return root;
}

}  // namespace caveat
