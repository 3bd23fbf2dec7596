#include "config/glob.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace caveat {
namespace {

using Kind = GlobStep::Kind;

/// A glob as it is read; `at` is in `text`.
struct Reader {
  std::string_view text;
  std::size_t at = 0;
  GlobMistake& mistake;
};

bool ended(const Reader& reader) {
  return reader.at >= reader.text.size();
}

std::string_view rest(const Reader& reader) {
  return reader.text.substr(std::min(reader.at, reader.text.size()));
}

/// Keeps the first mistake and goes to the end.
void refuse(Reader& reader, std::size_t from, std::size_t to, std::string message) {
  if (reader.mistake.message.empty())
    reader.mistake = {std::move(message),
                      {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}};
  reader.at = reader.text.size();
}

char32_t next(Reader& reader) {
  const CodePoint point = decode(reader.text, static_cast<std::uint32_t>(reader.at));
  reader.at += std::max<std::size_t>(point.length, 1);
  return point.value;
}

/// The character at hand, or the one behind a backslash.
char32_t next_plain(Reader& reader) {
  if (reader.text[reader.at] == '\\' && ++reader.at == reader.text.size()) {
    refuse(reader, reader.at - 1, reader.at, "a glob does not end in '\\'");
    return 0;
  }
  return next(reader);
}

void read_range(Reader& reader, GlobStep& step) {
  const std::size_t from = reader.at;
  const char32_t first = next_plain(reader);
  char32_t last = first;
  const std::string_view behind = rest(reader);
  const bool is_range = behind.size() > 1 && behind[0] == '-' && behind[1] != ']';
  if (is_range) {
    ++reader.at;
    last = next_plain(reader);
  }
  if (last < first) refuse(reader, from, reader.at, "this range ends before it begins");
  if (first == U'/' || last == U'/') refuse(reader, from, reader.at, "no '/' stands in brackets");
  step.ranges.emplace_back(first, last);
}

/// From behind its '['; a ']' that comes first is one of the characters.
GlobStep read_set(Reader& reader) {
  const std::size_t open = reader.at - 1;
  GlobStep step{Kind::set, {}};
  if (!ended(reader) && (reader.text[reader.at] == '!' || reader.text[reader.at] == '^')) {
    step.kind = Kind::other_than;
    ++reader.at;
  }
  do {
    if (rest(reader).starts_with("[:"))
      refuse(reader, reader.at, reader.at + 2, "a glob has no classes such as [:alpha:]");
    if (ended(reader)) {
      refuse(reader, open, open + 1, "this '[' has no ']'; '\\[' is the bracket itself");
      return step;
    }
    read_range(reader, step);
  } while (ended(reader) || reader.text[reader.at] != ']');
  ++reader.at;
  return step;
}

GlobStep read_step(Reader& reader) {
  const std::size_t from = reader.at;
  switch (reader.text[from]) {
    case '*':
      ++reader.at;
      return {Kind::star, {}};
    case '?':
      ++reader.at;
      return {Kind::any, {}};
    case '[':
      ++reader.at;
      return read_set(reader);
    case '{':
      refuse(reader, from, from + 1, "a glob has no {a,b}; write two, or '\\{' for the brace");
      return {};
    default:
      const char32_t one = next_plain(reader);
      return {Kind::one, {{one, one}}};
  }
}

/// Up to the next '/' or the end.
GlobPart read_part(Reader& reader) {
  GlobPart part;
  const std::size_t from = reader.at;
  while (!ended(reader) && reader.text[reader.at] != '/') {
    GlobStep step = read_step(reader);
    const bool again =
        step.kind == Kind::star && !part.steps.empty() && part.steps.back().kind == Kind::star;
    if (!again) part.steps.push_back(std::move(step));
  }
  const std::string_view name = reader.text.substr(from, reader.at - from);
  part.deep = name == "**";
  if (name == "." || name == "..")
    refuse(reader, from, reader.at, "a glob starts from the folder of this file, and stays in it");
  if (name.empty()) refuse(reader, from, reader.at, "a glob has a name between two '/'");
  return part;
}

void refuse_whole(Reader& reader) {
  const std::size_t size = reader.text.size();
  if (reader.text.find_first_not_of('/') == std::string_view::npos)
    refuse(reader, 0, size, "this glob names nothing");
  else if (size > longest_glob)
    refuse(reader, 0, size, "a glob is at most " + std::to_string(longest_glob) + " bytes long");
  else if (reader.text[0] == '!')
    refuse(reader, 0, 1, "a glob takes nothing back; '\\!' is the mark itself");
}

bool has(const GlobStep& step, char32_t value) {
  return std::ranges::any_of(step.ranges, [&](const auto& range) {
    return range.first <= value && value <= range.second;
  });
}

bool takes(const GlobStep& step, char32_t value) {
  if (step.kind == Kind::any) return true;
  return has(step, value) == (step.kind != Kind::other_than);
}

/// Wild cards over a row of things: what does not fit is tried again one further behind the last
/// wild card, and behind no other, since whatever an earlier one could take the last one can.
template <typename IsWild, typename Fits>
bool match_row(std::size_t wanted, std::size_t given, IsWild is_wild, Fits fits) {
  constexpr std::size_t none = ~std::size_t{0};
  std::size_t at = 0;
  std::size_t here = 0;
  std::size_t wild = none;
  std::size_t taken = 0;  // up to here by `wild`
  while (here < given || at < wanted) {
    if (at < wanted && is_wild(at)) {
      wild = at++;
      taken = here;
    } else if (at < wanted && here < given && fits(at, here)) {
      ++at;
      ++here;
    } else if (wild != none && taken < given) {
      at = wild + 1;
      here = ++taken;
    } else {
      return false;
    }
  }
  return true;
}

bool matches_name(const GlobPart& part, std::string_view name) {
  std::u32string letters;
  for (std::uint32_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    letters += point.value;
    at += std::max(point.length, 1U);
  }
  return match_row(
      part.steps.size(), letters.size(),
      [&](std::size_t at) { return part.steps[at].kind == Kind::star; },
      [&](std::size_t at, std::size_t here) { return takes(part.steps[at], letters[here]); });
}

std::vector<std::string_view> names_in(std::string_view path) {
  std::vector<std::string_view> names;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    names.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return names;
}

/// "a/**" is all that lies in a, and not a itself.
bool matches_path(const Glob& glob, const std::vector<std::string_view>& names) {
  const std::size_t wanted = glob.parts.size();
  const bool inside = glob.parts.back().deep && wanted > 1;
  return match_row(
      wanted + (inside ? 1 : 0), names.size(),
      [&](std::size_t at) { return at < wanted && glob.parts[at].deep; },
      [&](std::size_t at, std::size_t here) {
        return at == wanted || matches_name(glob.parts[at], names[here]);
      });
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace

std::optional<Glob> make_glob(std::string_view text, GlobMistake& mistake) {
  mistake = {};
  Reader reader{text, 0, mistake};
  refuse_whole(reader);
  Glob glob;
  if (text.starts_with('/') && !ended(reader)) ++reader.at;
  while (!ended(reader)) {
    glob.parts.push_back(read_part(reader));
    if (ended(reader)) break;
    ++reader.at;  // the '/'
    glob.folders_only = ended(reader);
  }
  if (!mistake.message.empty()) return std::nullopt;
  glob.anchored = text.starts_with('/') || glob.parts.size() > 1;
  return glob;
}

bool matches(const Glob& glob, std::string_view path, bool is_folder) {
  if (path.empty() || (glob.folders_only && !is_folder)) return false;
  const auto names = names_in(path);
  if (glob.anchored) return matches_path(glob, names);
  return glob.parts.front().deep || matches_name(glob.parts.front(), names.back());
}

bool covers(const Glob& glob, std::string_view path, bool is_folder) {
  for (; !path.empty(); path = folder_of(path), is_folder = true)
    if (matches(glob, path, is_folder)) return true;
  return false;
}

}  // namespace caveat
