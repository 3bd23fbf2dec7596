// caveat parse: a sentence as caveat sees it.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/packs.hpp"
#include "cli/parse_json.hpp"
#include "cli/parse_page.hpp"

namespace caveat {

namespace {

/// A sentence that is typed is plain text unless its author says otherwise.
std::optional<Input> read_text(const Settings& settings, std::string& complaint) {
  if (settings.operands == std::vector<std::string>{"-"})
    return read_input("-", settings, complaint);
  const Format* format = settings.format_in;
  return Input{make_source("<text>", fmt::format("{}", fmt::join(settings.operands, " "))),
               format != nullptr ? format : format_named("plain")};
}

void print_json(const std::vector<SentenceFacts>& sentences, Output& output) {
  print(output, "{\"version\":1,\"sentences\":[");
  const char* between = "\n";
  for (const SentenceFacts& sentence : sentences) {
    const auto replace = nlohmann::ordered_json::error_handler_t::replace;
    print(output, between + facts_json(sentence).dump(-1, ' ', false, replace));
    between = ",\n";
  }
  print(output, "\n]}\n");
}

/// A blank line between two.
void print_page(const std::vector<SentenceFacts>& sentences, Color color, Output& output) {
  std::string page;
  for (const SentenceFacts& sentence : sentences) {
    append_sentence(sentence, color, page);
    print(output, page);
    page = "\n";
  }
}

}  // namespace

Exit run_parse(const Settings& settings, Output& output) {
  std::string complaint;
  const std::optional<Input> text = read_text(settings, complaint);
  if (!text) {
    complain(complaint);
    return Exit::trouble;
  }
  const LoadedRules loaded = load_rules(settings);
  const DeskPtr desk = make_desk();
  const LintOptions options = lint_options(settings, text->format);
  const auto sentences = describe(text->source, *loaded.rules, *desk, options);
  if (settings.parse_json)
    print_json(sentences, output);
  else
    print_page(sentences, settings.output_style.color, output);
  return loaded.exit;
}

}  // namespace caveat
