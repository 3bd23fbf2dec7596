#include "lint/variant.hpp"

#include "text/utf8.hpp"

namespace caveat {
namespace {

/// {s}: the sentence with its stop; {c}: as a clause, its first letter small and without its stop.
struct Shape {
  const char* name;
  const char* format;
  bool kept;
  const char* text;
};

constexpr Shape shapes[] = {
    {"asked", "plain", false, "Is it true that {c}?"},
    {"negated", "plain", false, "It is not true that {c}."},
    {"myth", "plain", false, "Myth: {s}"},
    {"refuted", "plain", false, "It is a myth that {c}."},
    {"quoted", "plain", false, "Sellers claim that {c}, but that is false."},
    {"in bold", "markdown", true, "**{s}**"},
    {"in a list", "markdown", true, "- {s}"},
    {"in a heading", "markdown", true, "## {s}"},
    {"in html", "html", true, "<ul><li><em>{s}</em></li></ul>"},
};

bool is_stop(char c) {
  return c == '.' || c == '!';
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// One sentence, plain: what a clause of a longer one can hold.
bool is_simple(std::string_view sentence) {
  if (sentence.find_first_of("\n?<>*_#") != sentence.npos) return false;
  for (std::size_t at = 0; at + 1 < sentence.size(); ++at) {
    const bool ends = is_stop(sentence[at]) || sentence[at] == ':' || sentence[at] == ';';
    if (ends && sentence[at + 1] == ' ') return false;
  }
  return true;
}

/// "Kratom is safe." -> "kratom is safe"; "FDA approves it" and "I take it" keep their capitals.
std::string clause_of(std::string_view sentence) {
  while (!sentence.empty() && is_stop(sentence.back())) sentence.remove_suffix(1);
  std::string clause(sentence);
  const bool word = clause.size() > 1 && is_upper(clause[0]) && !is_upper(clause[1]);
  if (word && clause[1] != ' ' && clause[1] != '\'')
    clause[0] = static_cast<char>(clause[0] - 'A' + 'a');
  return clause;
}

std::string filled(std::string_view shape, std::string_view sentence) {
  std::string text(shape);
  const auto at = text.find('{');
  const bool whole = text.substr(at, 3) == "{s}";
  return text.replace(at, 3, whole ? std::string(sentence) : clause_of(sentence));
}

}  // namespace

std::vector<Variant> variants_of(std::string_view sentence) {
  std::vector<Variant> variants;
  if (!is_simple(sentence)) return variants;
  for (const Shape& shape : shapes) {
    variants.push_back({shape.name, shape.format, shape.kept, filled(shape.text, sentence)});
  }
  return variants;
}

const std::vector<std::string>& silencing_variants() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> silencing;
    for (const Shape& shape : shapes) {
      if (!shape.kept) silencing.emplace_back(shape.name);
    }
    return silencing;
  }();
  return names;
}

}  // namespace caveat
