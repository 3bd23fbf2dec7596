// Links: URLs, DOIs, e-mail addresses, and names of sites. A link is one token, so that its dots
// end no sentence, and a citation: a sentence that holds one names its source.
#include <algorithm>
#include <array>

#include "prose/scan.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t longest_local_part = 64;  // bytes, RFC 5321
constexpr std::uint32_t longest_domain = 128;     // bytes; half of what RFC 1035 allows

/// What makes "word.word" a site and not two sentences without a space.
constexpr std::array<std::string_view, 8> site_endings = {"com", "org", "net",  "gov",
                                                          "edu", "int", "info", "eu"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool has_prefix(std::string_view text, std::uint32_t at, std::string_view prefix) {
  const auto part = text.substr(at, prefix.size());
  return std::equal(part.begin(), part.end(), prefix.begin(), prefix.end(),
                    [](char a, char b) { return lower(a) == b; });
}

bool is_alphanumeric(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return false;
  const Category category = ascii_categories[static_cast<unsigned char>(text[at])];
  return category == Category::letter || category == Category::digit;
}

bool ends_url(const Glyph& glyph) {
  if (glyph.category == Category::space || !glyph.point.valid) return true;
  if (glyph.point.value >= 0x80) return glyph.category == Category::other;
  return std::string_view("\"<>{}|\\^`").find(static_cast<char>(glyph.point.value)) !=
         std::string_view::npos;
}

/// Without the punctuation of the sentence around it. A closing bracket stays if it is the link's
/// own: "https://example.org/Vitamin_D_(food)".
std::uint32_t trim_url(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto link = text.substr(at, end - at);
  auto open = std::count(link.begin(), link.end(), ')') - std::count(link.begin(), link.end(), '(');
  for (; end > at; --end) {
    const char last = text[end - 1];
    const bool own = last == ')' && open <= 0;
    if (own || std::string_view(".,;:!?'*_])").find(last) == std::string_view::npos) break;
    if (last == ')') --open;
  }
  return end;
}

std::uint32_t url_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end < text.size()) {
    const Glyph glyph = glyph_at(text, end);
    if (ends_url(glyph)) break;
    end += glyph.point.length;
  }
  return trim_url(text, at, end);
}

/// "10.1234/suffix"; 0 if it is none.
std::uint32_t doi_end(std::string_view text, std::uint32_t at) {
  if (!has_prefix(text, at, "10.")) return 0;
  const std::size_t slash = text.find_first_not_of("0123456789", at + 3);
  if (slash == std::string_view::npos || text[slash] != '/') return 0;
  const auto prefix = static_cast<std::uint32_t>(slash) - at - 3;
  const auto suffix = static_cast<std::uint32_t>(slash) + 1;
  if (prefix < 4 || prefix > 9 || !is_alphanumeric(text, suffix)) return 0;
  return url_end(text, at);
}

std::uint32_t marked_doi_end(std::string_view text, std::uint32_t at) {
  return has_prefix(text, at, "doi:") ? doi_end(text, skip_spaces(text, at + 4)) : 0;
}

std::uint32_t web_end(std::string_view text, std::uint32_t at, std::string_view prefix) {
  const auto host = at + static_cast<std::uint32_t>(prefix.size());
  return has_prefix(text, at, prefix) && is_alphanumeric(text, host) ? url_end(text, at) : 0;
}

std::uint32_t skip_label(std::string_view text, std::uint32_t at) {
  while (is_alphanumeric(text, at) || (at < text.size() && text[at] == '-')) ++at;
  return at;
}

bool is_site_ending(std::string_view label) {
  return std::find(site_endings.begin(), site_endings.end(), label) != site_endings.end();
}

}  // namespace

std::uint32_t link_end(std::string_view text, std::uint32_t at) {
  switch (text[at]) {
    case 'h':
    case 'H':
      return std::max(web_end(text, at, "https://"), web_end(text, at, "http://"));
    case 'w':
    case 'W':
      return web_end(text, at, "www.");
    case 'd':
    case 'D':
      return marked_doi_end(text, at);
    case '1':
      return doi_end(text, at);
    default:
      return 0;
  }
}

std::uint32_t email_end(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  const auto is_local = [&](std::uint32_t i) {
    return is_alphanumeric(text, i) ||
           (i < text.size() && std::string_view("._%+-").find(text[i]) != std::string_view::npos);
  };
  while (end - at <= longest_local_part && is_local(end)) ++end;
  if (end == at || end >= text.size() || text[end] != '@') return 0;
  const std::uint32_t domain = end + 1;
  std::uint32_t labels = 0;
  for (end = domain; is_alphanumeric(text, end) && end - domain < longest_domain; ++labels) {
    end = skip_label(text, end);
    if (end >= text.size() || text[end] != '.' || !is_alphanumeric(text, end + 1)) {
      return labels > 0 ? end : 0;
    }
    ++end;
  }
  return 0;
}

std::uint32_t domain_end(std::string_view text, std::uint32_t at) {
  for (std::uint32_t label = at; label - at < longest_domain;) {
    const std::uint32_t end = skip_label(text, label);
    if (end == label) return 0;
    const bool more = end + 1 < text.size() && text[end] == '.' && is_alphanumeric(text, end + 1);
    if (!more) {
      const bool site = label > at && is_site_ending(text.substr(label, end - label));
      if (!site || is_word_part(category_at(text, end))) return 0;
      return end < text.size() && text[end] == '/' ? url_end(text, at) : end;
    }
    label = end + 1;
  }
  return 0;
}

}  // namespace caveat
