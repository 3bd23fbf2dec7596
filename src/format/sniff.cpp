// A wrong guess at plain text loses little: the marks of Markdown stay in what is read, and most
// claims are found all the same. A wrong guess at HTML loses the line ends, and with them the
// paragraphs. So HTML must begin as a page does, or be made of block elements and nothing else;
// text with tags in it, and text with marks that nobody sets by accident, is Markdown. Lists,
// underlined headings and lines that begin with ">" are known to plain text too and tell nothing.
#include <algorithm>
#include <array>

#include "format/format.hpp"

namespace caveat {
namespace {

constexpr std::size_t looked_at = 64 * 1024;
constexpr unsigned enough = 2;  ///< points that make Markdown: one sure mark or two that may be

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_punctuation(char c) {
  return c > ' ' && c <= '~' && !is_letter(c) && !is_digit(c);
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// `word` is in lower case.
bool starts_with(std::string_view text, std::string_view word) {
  return std::ranges::equal(text.substr(0, word.size()), word, {}, lower);
}

std::string_view from(std::string_view text, std::size_t at) {
  return text.substr(std::min(at, text.size()));
}

std::string_view without_space(std::string_view text) {
  return from(text, text.find_first_not_of(" \t\r\n"));
}

// --- Tags

struct TagName {
  std::string_view name;
  bool block;
};

constexpr std::array<TagName, 48> tag_names = {{
    {"p", true},          {"div", true},    {"h1", true},      {"h2", true},      {"h3", true},
    {"h4", true},         {"h5", true},     {"h6", true},      {"ul", true},      {"ol", true},
    {"li", true},         {"table", true},  {"thead", true},   {"tbody", true},   {"tr", true},
    {"td", true},         {"th", true},     {"section", true}, {"article", true}, {"main", true},
    {"header", true},     {"footer", true}, {"nav", true},     {"aside", true},   {"figure", true},
    {"figcaption", true}, {"dl", true},     {"dt", true},      {"dd", true},      {"pre", true},
    {"blockquote", true}, {"title", true},  {"style", true},   {"script", true},  {"form", true},
    {"a", false},         {"b", false},     {"i", false},      {"em", false},     {"strong", false},
    {"span", false},      {"sup", false},   {"sub", false},    {"u", false},      {"mark", false},
    {"small", false},     {"code", false},  {"font", false},
}};

struct Tag {
  const TagName* name = nullptr;  ///< null if it is none that we know
  bool closing = false;
  std::size_t length = 1;
};

/// At a "<". No "<" stands inside a tag.
Tag read_tag(std::string_view text) {
  const bool closing = text.substr(1, 1) == "/";
  const std::string_view rest = text.substr(closing ? 2 : 1);
  const auto end =
      std::ranges::find_if_not(rest, [](char c) { return is_letter(c) || is_digit(c); });
  const auto name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  const std::size_t bracket = text.find_first_of("<>", 1);
  if (end == rest.end() || bracket == text.npos || text[bracket] != '>') return {};
  if (!is_space(*end) && *end != '>' && *end != '/') return {};
  const auto* row = std::ranges::find_if(tag_names, [&](const TagName& known) {
    return known.name.size() == name.size() && starts_with(name, known.name);
  });
  return {row == tag_names.end() ? nullptr : row, closing, bracket + 1};
}

/// What the tags of a text say of it.
struct Tags {
  bool block_first = false;  ///< nothing stands before the first tag, which is a block's
  bool loose = false;        ///< text stands outside of blocks
  bool block_closed = false;
  bool paired = false;  ///< a start tag of any name, and an end tag of the same later
};

struct Open {
  std::array<bool, tag_names.size()> seen = {};
  long blocks = 0;
};

void count(const Tag& tag, Open& open, Tags& tags) {
  bool& seen = open.seen[static_cast<std::size_t>(tag.name - tag_names.data())];
  if (tag.closing && seen) tags.paired = true;
  if (tag.closing && seen && tag.name->block) tags.block_closed = true;
  if (!tag.closing) seen = true;
  if (tag.name->block) open.blocks += tag.closing ? -1 : 1;
}

std::size_t comment_length(std::string_view text) {
  if (!text.starts_with("<!--")) return 0;
  const std::size_t end = text.find("-->", 4);
  return end == text.npos ? text.size() : end + 3;
}

Tags read_tags(std::string_view text) {
  Tags tags;
  Open open;
  const auto note_text = [&](std::string_view between) {
    if (open.blocks <= 0 && !without_space(between).empty()) tags.loose = true;
  };
  bool first = true;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('<'), text.size());
    note_text(text.substr(0, at));
    text.remove_prefix(at);
    if (text.empty()) break;
    if (const std::size_t comment = comment_length(text); comment > 0) {
      text.remove_prefix(comment);
      continue;
    }
    const Tag tag = read_tag(text);
    if (first) tags.block_first = !tags.loose && tag.name != nullptr && tag.name->block;
    first = false;
    if (tag.name != nullptr) {
      count(tag, open, tags);
    } else if (tag.length == 1) {
      note_text("<");
    }
    text.remove_prefix(tag.length);
  }
  return tags;
}

/// "<!DOCTYPE html>", "<html>", "<head>" or "<body>", after comments and "<?xml …?>".
bool begins_page(std::string_view text) {
  for (;;) {
    text = without_space(text);
    if (text.starts_with("<?")) {
      text = from(text, text.find('>'));
      text = from(text, 1);
    } else if (const std::size_t comment = comment_length(text); comment > 0) {
      text.remove_prefix(comment);
    } else {
      break;
    }
  }
  constexpr std::array<std::string_view, 4> openings = {"<!doctype html", "<html", "<head",
                                                        "<body"};
  return std::ranges::any_of(openings, [&](std::string_view opening) {
    if (!starts_with(text, opening)) return false;
    const auto rest = text.substr(opening.size(), 1);
    return rest == ">" || (!rest.empty() && is_space(rest[0]));
  });
}

// --- Marks of Markdown

bool opens(std::string_view line, std::size_t at, std::size_t length) {
  const bool before = at == 0 || is_space(line[at - 1]) || is_punctuation(line[at - 1]);
  const auto next = from(line, at + length).substr(0, 1);
  return before && !next.empty() && !is_space(next[0]) && next[0] != line[at];
}

bool closes(std::string_view line, std::size_t at, std::size_t length) {
  const auto next = from(line, at + length).substr(0, 1);
  const bool after = next.empty() || is_space(next[0]) || is_punctuation(next[0]);
  return after && at > 0 && !is_space(line[at - 1]);
}

/// Whether `mark` stands around words within the line: "**may**", not "safe* and *natural".
bool has_pair(std::string_view line, std::string_view mark) {
  bool open = false;
  for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, at + mark.size())) {
    if (open && closes(line, at, mark.size())) return true;
    open = open || opens(line, at, mark.size());
  }
  return false;
}

/// "https://…", "/trials.html", "#dose"; not "[2](Reed 2020)", a source.
bool is_target(std::string_view text) {
  const std::size_t end = text.find_first_of(" )[]");
  if (end == text.npos || text.substr(0, end).find_first_of("/.#:") == text.npos) return false;
  return text[end] == ')' || text.substr(end, 2) == " \"";
}

/// "[trial](https://…)", images too.
bool has_link(std::string_view line) {
  const std::size_t open = line.find('[');
  for (std::size_t at = line.find("](", open); at < line.size(); at = line.find("](", at + 2)) {
    if (is_target(line.substr(at + 2))) return true;
  }
  return false;
}

/// "[1]: https://…", "[^1]: Smith 2020".
bool is_definition(std::string_view line) {
  const std::size_t end = line.find("]: ");
  if (!line.starts_with("[") || end == line.npos || end < 2) return false;
  const auto target = line.substr(end + 3);
  return line[1] == '^' || target.starts_with("http") || target.starts_with("/") ||
         target.starts_with("<");
}

/// "## Dose", with a blank, for a hashtag has none.
bool is_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks < 1 || marks > 6 || marks == line.size() || !is_space(line[marks])) return false;
  return !without_space(line.substr(marks)).empty();
}

/// "|---|:--:|".
bool is_table_rule(std::string_view line) {
  return line.find('|') != line.npos && line.find("--") != line.npos &&
         line.find_first_not_of("|:- \t\r") == line.npos;
}

unsigned points_of(std::string_view line) {
  line = from(line, line.find_first_not_of(" \t>"));
  if (line.empty()) return 0;
  if (line.starts_with("```") || is_heading(line) || is_definition(line) || is_table_rule(line)) {
    return enough;
  }
  if (has_link(line) || has_pair(line, "**") || has_pair(line, "__")) return enough;
  unsigned points = 0;
  for (const std::string_view mark : {"*", "_", "`"}) points += has_pair(line, mark) ? 1 : 0;
  return points;
}

/// "---" or "+++" with a key in the next line, and the same mark below: front matter.
bool begins_with_front_matter(std::string_view text) {
  const std::string_view fence = text.substr(0, 3);
  if (fence != "---" && fence != "+++") return false;
  const std::size_t line = text.find('\n');
  if (line == text.npos || !without_space(text.substr(3, line - 3)).empty()) return false;
  const auto rest = without_space(text.substr(line));
  const auto key = std::ranges::find_if_not(
      rest, [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
  const auto length = static_cast<std::size_t>(key - rest.begin());
  const bool named = length > 0 && rest.substr(length).find_first_of(":=") <= 1;
  return named && rest.find(fence == "---" ? "\n---" : "\n+++") != rest.npos;
}

bool is_markdown(std::string_view text, const Tags& tags) {
  if (begins_with_front_matter(text)) return true;
  unsigned points = tags.paired || tags.block_first ? enough : 0;
  while (!text.empty() && points < enough) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    points += points_of(text.substr(0, end));
    text = from(text, end + 1);
  }
  return points >= enough;
}

/// Made of block elements, without a mark of Markdown.
bool is_fragment(std::string_view text, const Tags& tags) {
  return tags.block_first && tags.block_closed && !tags.loose && !is_markdown(text, {});
}

}  // namespace

const Format& sniff_format(std::string_view bytes) {
  std::string_view text = bytes.substr(0, looked_at);
  if (text.starts_with("\uFEFF")) text.remove_prefix(3);
  const Tags tags = read_tags(text);
  if (begins_page(text) || is_fragment(text, tags)) return *format_named("html");
  return *format_named(is_markdown(text, tags) ? "markdown" : "plain");
}

}  // namespace caveat
