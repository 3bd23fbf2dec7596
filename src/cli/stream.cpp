// caveat stream: one record a line in, one answer a line out, in order and in constant memory. A
// line that is no record is answered too, so that the lines of both sides can always be paired.
#include <fmt/format.h>

#include <cstring>
#include <exception>
#include <thread>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/lines.hpp"
#include "cli/plan.hpp"
#include "cli/reading_json.hpp"

namespace caveat {

namespace {

using Json = nlohmann::ordered_json;

struct Answer {
  std::string line;
  bool malformed = false;
};

struct Tally {
  std::size_t records = 0;
  std::size_t malformed = 0;
};

std::string written(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Answer refusal(const std::string& why) {
  return {written({{"id", nullptr}, {"error", why}}), true};
}

/// What is wrong with a record; empty if nothing is.
std::string objection(const Json& record) {
  if (!record.is_object()) return "not a JSON object";
  if (!record.contains("id")) return "no \"id\"";
  if (!record.contains("text") || !record["text"].is_string())
    return "no \"text\" that is a string";
  if (!record.contains("format")) return "";
  if (!record["format"].is_string()) return "\"format\" is no string";
  const auto name = record["format"].get<std::string>();
  return format_named(name) == nullptr ? "unknown format \"" + name + '"' : "";
}

/// The diagnostics as the report of a file has them, without its line ends.
std::string diagnostics_json(const Source& source, std::vector<Diagnostic> diagnostics,
                             const Settings& settings) {
  std::string text;
  settings.reporter.file({&source, std::move(diagnostics)}, settings.output_style, text);
  std::erase(text, '\n');
  return text;
}

std::string answer_json(const Json& record, const FilePlan& plan, Desk& desk) {
  const auto format = record.value("format", std::string("plain"));
  const Source source = make_source("<stream>", record["text"].get<std::string>());
  auto reading = read(source, *plan.rules, desk, options_of(plan, *format_named(format)));
  std::string line = "{\"id\":" + written(record["id"]) + ",\"diagnostics\":[";
  line += diagnostics_json(source, std::move(reading.diagnostics), plan.settings);
  line += "],\"sentences\":[";
  std::string_view between;
  for (const SentenceReading& sentence : reading.sentences) {
    line += between;
    line += written(sentence_json(source, sentence));
    between = ",";
  }
  return line + "]}";
}

Answer answer(const InputLine& input, const FilePlan& plan, DeskPtr& desk) {
  if (input.too_long) return refusal("the line is too long, see --max-file-size");
  try {
    const Json record = Json::parse(input.text, nullptr, false);
    if (record.is_discarded()) return refusal("not JSON");
    const std::string why = objection(record);
    if (!why.empty()) return refusal(why);
    return {answer_json(record, plan, *desk), false};
  } catch (const std::exception& error) {
    desk = make_desk();  // its buffers may be half filled
    return refusal(error.what());
  }
}

/// Each thread takes every n-th line; this one is the first.
std::vector<Answer> answer_all(const std::vector<InputLine>& lines, const FilePlan& plan,
                               std::vector<DeskPtr>& desks) {
  std::vector<Answer> answers(lines.size());
  const auto threads = std::min<std::size_t>(desks.size(), (lines.size() + 7) / 8);
  const auto work = [&](std::size_t first) {
    for (auto at = first; at < lines.size(); at += threads)
      answers[at] = answer(lines[at], plan, desks[first]);
  };
  std::vector<std::jthread> others;
  for (std::size_t at = 1; at < threads; ++at) others.emplace_back(work, at);
  work(0);
  return answers;
}

void print_answers(const std::vector<Answer>& answers, Tally& tally, Output& output) {
  std::string text;
  for (const Answer& answer : answers) {
    text += answer.line + '\n';
    tally.malformed += answer.malformed ? 1 : 0;
  }
  tally.records += answers.size();
  print(output, text);
  flush(output);
}

Exit closing(const Lines& lines, const Tally& tally) {
  if (tally.malformed > 0) {
    complain(fmt::format("{} of {} lines held no record", tally.malformed, tally.records));
  }
  if (lines.failure == 0) return Exit::clean;
  complain(fmt::format("cannot read standard input: {}", std::strerror(lines.failure)));
  return Exit::trouble;
}

}  // namespace

Exit run_stream(const Settings& settings, Output& output) {
  Projects projects{settings};
  Selection selection{projects};
  const std::string here = "-";
  const Plans plans = plan_files(std::span(&here, 1), selection);
  const FilePlan& plan = plan_of(plans, here);
  std::vector<DeskPtr> desks(settings.jobs);
  for (DeskPtr& desk : desks) desk = make_desk();
  Lines lines{plan.settings.max_file_size};
  Tally tally;
  while (!lines.over && output.failure == 0) {
    print_answers(answer_all(next_lines(lines), plan, desks), tally, output);
  }
  return worse(plans.exit, closing(lines, tally));
}

}  // namespace caveat
