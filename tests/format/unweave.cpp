// Takes markup out of a part of a file, with nothing but string searches: a second opinion that
// shares no code with the readers.
#include <array>
#include <string>
#include <utility>

#include "format/weave.hpp"

namespace caveat::test {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 23> names = {{
    {"amp", "&"},    {"lt", "<"},       {"gt", ">"},    {"quot", "\""},  {"apos", "'"},
    {"rsquo", "’"},  {"lsquo", "‘"},    {"ldquo", "“"}, {"rdquo", "”"},  {"ndash", "–"},
    {"mdash", "—"},  {"hellip", "…"},   {"nbsp", " "},  {"eacute", "é"}, {"micro", "µ"},
    {"frac12", "½"}, {"period", "."},   {"comma", ","}, {"colon", ":"},  {"percnt", "%"},
    {"lpar", "("},   {"shy", "\u00AD"}, {"rpar", ")"},
}};

/// Elements of which nothing is shown.
constexpr std::array<std::string_view, 4> unseen = {"del", "s", "strike", "script"};
constexpr std::array<std::string_view, 3> code = {"code", "kbd", "samp"};
constexpr std::string_view code_shown = "\uFFFC";

void append_utf8(unsigned long value, std::string& out) {
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0 | (value >> 6));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (value >> 12));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  }
}

struct Strip {
  std::string_view text;
  std::size_t at = 0;
  std::string out;

  bool sees(std::string_view what) const { return text.substr(at).starts_with(what); }

  void skip_past(std::string_view what) {
    const auto end = text.find(what, at);
    at = end == text.npos ? text.size() : end + what.size();
  }

  void take_reference() {
    const auto end = text.find(';', at);
    const auto body = text.substr(at + 1, end == text.npos ? 0 : end - at - 1);
    if (body.starts_with("#x") || body.starts_with("#X")) {
      append_utf8(std::stoul(std::string(body.substr(2)), nullptr, 16), out);
    } else if (body.starts_with("#")) {
      append_utf8(std::stoul(std::string(body.substr(1))), out);
    } else {
      for (const auto& [name, shown] : names) out += name == body ? shown : "";
    }
    at = end == text.npos ? text.size() : end + 1;
  }

  void skip_tag() {
    const auto name_end = std::min(text.find_first_of(" >/\n\r", at + 1), text.size());
    const auto name = text.substr(at + 1, name_end - at - 1);
    if (name == "br") out += ' ';
    for (const auto element : unseen) {
      if (name == element) return skip_past("</" + std::string(element) + ">");
    }
    for (const auto element : code) {
      if (name != element) continue;
      out += code_shown;
      return skip_past("</" + std::string(element) + ">");
    }
    for (char quote = 0; at < text.size() && (quote != 0 || text[at] != '>'); ++at) {
      if (text[at] == quote) {
        quote = 0;
      } else if (quote == 0 && (text[at] == '"' || text[at] == '\'')) {
        quote = text[at];
      }
    }
    ++at;
  }

  void skip_angle() {
    if (sees("<!--")) return skip_past("-->");
    skip_tag();
  }

  void end_link() {
    if (sees("](")) return skip_past(sees("](<") ? ">" : "("), end_target();
    if (sees("][")) return ++at, skip_past("]");
    ++at;
  }

  /// The parenthesis of the link; a title may stand in parentheses of its own.
  void end_target() {
    const auto end = text.find(')', at);
    const bool title = text.substr(at, end - at).find(" (") != text.npos;
    skip_past(title ? "))" : ")");
  }

  void skip_code() {
    const auto ticks = text.substr(at, std::min(text.find_first_not_of('`', at), text.size()) - at);
    at += ticks.size();
    skip_past(ticks);
    out += code_shown;
  }

  void end_line() {
    out += ' ';
    at = std::min(text.find_first_not_of("\r\n >", at), text.size());
  }

  void step_markdown() {
    if (sees("\\\n") || sees("\\\r")) return ++at, end_line();
    if (sees("\\")) return out += text[std::min(at + 1, text.size() - 1)], void(at += 2);
    if (sees("~~")) return at += 2, skip_past("~~");
    if (sees("![")) return ++at, skip_past("]"), --at, end_link();
    if (sees("{/*")) return skip_past("*/}");
    if (sees("]")) return end_link();
    if (sees("`")) return skip_code();
    if (sees("\n") || sees("\r")) return end_line();
    if (std::string_view("*_[").find(text[at]) != std::string_view::npos) return void(++at);
    out += text[at++];
  }

  void step(Markup markup) {
    if (text[at] == '&' && text.find(';', at) != text.npos) return take_reference();
    if (text[at] == '<') return skip_angle();
    if (markup != Markup::html) return step_markdown();
    out += text[at++];
  }
};

constexpr std::array<Pair, 20> folds = {{
    {"\u00A0", " "}, {"\r", " "}, {"\n", " "}, {"\t", " "}, {"\u00AD", ""}, {"’", "'"}, {"‘", "'"},
    {"“", "\""},     {"”", "\""}, {"¹", "1"},  {"²", "2"},  {"³", "3"},     {"⁴", "4"}, {"⁵", "5"},
    {"⁶", "6"},      {"⁷", "7"},  {"⁸", "8"},  {"⁹", "9"},  {"⁰", "0"},     {" ", " "},
}};

void append_folded_at(std::string_view text, std::size_t& at, std::string& out) {
  for (const auto& [from, to] : folds) {
    if (!text.substr(at).starts_with(from)) continue;
    at += from.size();
    if (to != " " || (!out.empty() && out.back() != ' ')) out += to;
    return;
  }
  out += text[at++];
}

}  // namespace

std::string unwoven(std::string_view part, Markup markup) {
  Strip strip{part, 0, ""};
  while (strip.at < part.size()) strip.step(markup);
  return strip.out;
}

std::string folded_words(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_folded_at(text, at, out);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace caveat::test
