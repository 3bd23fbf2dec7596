// caveat stream: records through one process, one line in, one line out.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/program.hpp"

namespace {

using caveat_test::Folder;
using caveat_test::Run;
using Json = nlohmann::json;

std::vector<Json> answers(const std::string& out) {
  std::vector<Json> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

Run stream(const Folder& folder, const std::string& input, const std::string& flags = "") {
  folder.write("in.jsonl", input);
  return folder.shell("\"$caveat\" stream $demo " + flags + " < in.jsonl");
}

std::string record(const std::string& id, const std::string& text) {
  return R"({"id": )" + id + R"(, "text": ")" + text + "\"}\n";
}

}  // namespace

TEST_CASE("each record is answered in its place with what was found in it") {
  const Folder folder;
  const auto run = stream(folder, record("1", "It cures.") + record("\"b\"", "It waits.") +
                                      R"({"id": null, "text": "<p>It <b>cur</b>es", )"
                                      R"("format": "html"})");
  REQUIRE(run.exit == 0);
  const auto lines = answers(run.out);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0]["id"] == 1);
  CHECK(lines[0]["diagnostics"][0]["rule"] == "demo/cure");
  CHECK(lines[0]["diagnostics"][0]["offset"] == 3);
  CHECK(lines[1]["id"] == "b");
  CHECK(lines[1]["diagnostics"].empty());
  CHECK(lines[2]["diagnostics"][0]["offset"] == 9);
  CHECK(lines[2]["diagnostics"][0]["length"] == 9);
}

TEST_CASE("each sentence of a record is read, with its place") {
  const Folder folder;
  folder.write("in.jsonl", record("1", "Kratom cures pain. Does it?"));
  const auto run = folder.shell("\"$caveat\" stream < in.jsonl");
  REQUIRE(run.exit == 0);
  const auto sentences = answers(run.out)[0]["sentences"];
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0]["text"] == "Kratom cures pain.");
  CHECK(sentences[0]["strength"] == "absolute");
  CHECK(sentences[0]["level"] == 5);
  CHECK(sentences[0]["polarity"] == "positive");
  CHECK(sentences[0]["claims"][0]["intervention"]["text"] == "Kratom");
  CHECK(sentences[0]["claims"][0]["outcome"]["text"] == "pain");
  CHECK(sentences[1]["offset"] == 19);
  CHECK(sentences[1]["level"] == 0);
}

TEST_CASE("a line that holds no record is answered and counted, and the rest goes on") {
  const Folder folder;
  const auto run = stream(folder,
                          "rubbish\n[1]\n{\"text\": \"x\"}\n{\"id\": 1}\n{\"id\": 1, \"text\": 2}\n"
                          "{\"id\": 1, \"text\": \"x\", \"format\": \"pdf\"}\n\n" +
                              record("7", "It cures."));
  CHECK(run.exit == 0);
  std::string errors;
  const auto lines = answers(run.out);
  REQUIRE(lines.size() == 7);
  for (std::size_t at = 0; at < 6; ++at) {
    CHECK(lines[at]["id"].is_null());
    errors += lines[at]["error"].get<std::string>() + "\n";
  }
  CHECK(errors ==
        "not JSON\nnot a JSON object\nno \"id\"\nno \"text\" that is a string\n"
        "no \"text\" that is a string\nunknown format \"pdf\"\n");
  CHECK(lines[6]["id"] == 7);
  CHECK(run.err == "caveat: 6 of 7 lines held no record\n");
}

TEST_CASE("a line that is too long is refused, and its memory given back") {
  const Folder folder;
  const auto run = stream(folder, record("1", std::string(5000, 'x')) + record("2", "It waits."),
                          "--max-file-size=1K");
  const auto lines = answers(run.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["error"] == "the line is too long, see --max-file-size");
  CHECK(lines[1]["id"] == 2);
}

TEST_CASE("any number of threads gives the same lines in the same order") {
  const Folder folder;
  std::string input;
  for (int at = 0; at < 3000; ++at)
    input += record(std::to_string(at), at % 3 == 0 ? "It cures." : "It waits.");
  const auto one = stream(folder, input, "-j1");
  const auto four = stream(folder, input, "-j4");
  CHECK(one.out == four.out);
  CHECK(answers(one.out).size() == 3000);
}

TEST_CASE("an answer comes before the next question is asked") {
  const Folder folder;
  const auto run = folder.shell(
      "mkfifo in out; \"$caveat\" stream $demo < in > out & exec 3> in 4< out; "
      "echo '{\"id\": 1, \"text\": \"It cures.\"}' >&3; timeout 20 head -c 8 <&4");
  CHECK(run.out == "{\"id\":1,");
}

TEST_CASE("a stream takes no file") {
  const Folder folder;
  const auto run = folder.shell("\"$caveat\" stream a.txt");
  CHECK(run.exit == 2);
  CHECK(run.err.find("takes no operand") != std::string::npos);
}
