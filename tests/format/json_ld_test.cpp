// What is shown of the data that pages hold for search engines. Each row is a script, its dump, and
// the bytes that the blocks stand for.
#include "format/json_ld.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "format/dump.hpp"
#include "format/write.hpp"

namespace {

struct Row {
  const char* script;
  const char* printed;
  const char* places;
};

/// Its places are tested inside a page, so that a script is only a part of a file.
template <std::size_t count>
void check_json_ld(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.script);
    const std::string page = "<script>" + std::string(row.script) + "</script>";
    const caveat::Source source = caveat::make_source("page.html", page);
    caveat::Run run;
    const auto file = view(source, run);
    caveat::Passage script;
    append(script, file, {8, static_cast<std::uint32_t>(page.size() - 9)});
    caveat::Blocks blocks;
    append_json_ld(view(script), blocks);
    CHECK(dump(blocks) == row.printed);
    CHECK(dump_places(source, blocks) == row.places);
  }
}

}  // namespace

TEST_CASE("headlines and descriptions for search engines are shown") {
  const Row rows[] = {
      {R"({"@type": "Article", "headline": "Kratom", "description": "Of a root", "name": "X"})",
       "heading 1 [Kratom]\ndescription [Of a root]\n", "[Kratom]\n[Of a root]\n"},
      {R"({"@graph": [{"abstract": "Of a root"}, {"author": {"alternativeHeadline": "A"}}]})",
       "description [Of a root]\nheading 1 [A]\n", "[Of a root]\n[A]\n"},
      {R"([{"description": ["Of a root", "Of sleep"]}])",
       "description [Of a root]\ndescription [Of sleep]\n", "[Of a root]\n[Of sleep]\n"},
      {R"({"description": {"@value": "Of a root", "@language": "en"}})",
       "description [Of a root]\n", "[Of a root]\n"},
      {R"({"description": 5, "headline": null, "abstract": {"x": "y"}, "keywords": "a"})", "", ""},
      {R"({"description": "", "headline": " "})", "", ""},
      {R"({"url": "description", "headline": "A"})", "heading 1 [A]\n", "[A]\n"},
      {"", "", ""},
      {"  ", "", ""},
      {"\"description\"", "", ""},
  };
  check_json_ld(rows);
}

TEST_CASE("the questions and answers of an FAQ are shown, names of other things are not") {
  const Row rows[] = {
      {R"({"mainEntity": [{"@type": "Question", "name": "Is it safe?",
           "acceptedAnswer": {"@type": "Answer", "text": "It is not."}}], "name": "Shop"})",
       "paragraph [Is it safe?]\nparagraph [It is not.]\n", "[Is it safe?]\n[It is not.]\n"},
      {R"({"name": "Is it safe?", "acceptedAnswer": [{"text": "No."}], "@type": ["Question"]})",
       "paragraph [Is it safe?]\nparagraph [No.]\n", "[Is it safe?]\n[No.]\n"},
      {R"({"@type": "Person", "name": "A. Reed", "text": "Not an answer"})", "", ""},
      {R"({"suggestedAnswer": {"text": "It may be."}})", "", ""},
  };
  check_json_ld(rows);
}

TEST_CASE("a JSON string is shown as it is meant, and points at how it is written") {
  const Row rows[] = {
      {R"({"headline": "It\u2019s \"kratom\" \ud83c\udf3f \/ caf\u00e9"})",
       "heading 1 [It\u2019s \"kratom\" \U0001F33F / caf\u00E9]\n",
       "[It\\u2019s \\\"kratom\\\" \\ud83c\\udf3f \\/ caf\\u00e9]\n"},
      {R"({"headline": "\u00a0Kratom\t"})", "heading 1 [Kratom]\n", "[Kratom]\n"},
      {R"({"description": "It is.\n\nIt was.\r\n\r\nSo?\nNo."})",
       "description [It is.]\ndescription [It was.]\ndescription [So?][No.]\n",
       "[It is.]\n[It was.]\n[So?\\nNo.]\n"},
      {R"({"h\u0065adline": "A\\", "description": "\\"})", "heading 1 [A\\]\ndescription [\\]\n",
       "[A\\\\]\n[\\\\]\n"},
  };
  check_json_ld(rows);
}

TEST_CASE("HTML and entities in a JSON string are read as such") {
  const Row rows[] = {
      {R"({"acceptedAnswer": {"text": "<p>Krat<b>om<\/b> is a <a href=\"x\">root<\/a>.<\/p>No."}})",
       "paragraph [Kratom is a root.]\nparagraph [No.]\n",
       "[Krat<b>om<\\/b> is a <a href=\\\"x\\\">root<\\/a>.]\n[No.]\n"},
      {R"({"headline": "Sleep &amp; rest", "description": "The root&#8217;s leaf & stem"})",
       "heading 1 [Sleep & rest]\ndescription [The root\u2019s leaf & stem]\n",
       "[Sleep &amp; rest]\n[The root&#8217;s leaf & stem]\n"},
      {R"({"description": "Less (p < 0.05), <em>much<\/em> less"})",
       "description [Less (p < 0.05), much less]\n", "[Less (p < 0.05), <em>much<\\/em> less]\n"},
  };
  check_json_ld(rows);
}

TEST_CASE("malformed JSON shows what stands before the mistake") {
  const Row rows[] = {
      {R"({"headline": "A", "description": "B" "abstract": "C"})",
       "heading 1 [A]\ndescription [B]\n", "[A]\n[B]\n"},
      {R"({"headline": "A", "description": "B)", "heading 1 [A]\n", "[A]\n"},
      {R"({"headline": "A", "description": "\ud800 B"})", "heading 1 [A]\n", "[A]\n"},
      {R"({headline: "A"})", "", ""},
      {"{\"headline\": \"A\nB\tC\"}", "heading 1 [A][B\tC]\n", "[A\nB\tC]\n"},
      {"{\"headline\": \"caf\xE9\"}", "heading 1 [caf\xE9]\n", "[caf\xE9]\n"},
      {"<!-- {\"headline\": \"A\"} -->", "heading 1 [A]\n", "[A]\n"},
      {"\n//<![CDATA[\n{\"headline\": \"A\"}\n//]]>\n", "heading 1 [A]\n", "[A]\n"},
  };
  check_json_ld(rows);
}

TEST_CASE("what is shown of a JSON string is what it says") {
  static const char* const pieces[] = {"Kratom", " ", "\u00E9", "\u2019", "\U0001F33F", "\"",
                                       "\\",     "/", "\n",     "\t",     "\x01",       "u00e9"};
  std::mt19937 random(20260107);
  for (int i = 0; i < 5000; ++i) {
    std::string says = "A";
    for (auto left = random() % 12; left > 0; --left) says += pieces[random() % std::size(pieces)];
    if (says.find("\n") != says.npos) says.erase(says.find("\n") + 1, says.npos);
    says += "Z";
    const bool ascii = random() % 2 == 0;
    const std::string script =
        nlohmann::json{{"description", says}, {"x", {says, says}}}.dump(-1, ' ', ascii);
    const caveat::Source source = caveat::make_source("page.html", script);
    caveat::Run run;
    caveat::Blocks blocks;
    append_json_ld(view(source, run), blocks);
    CAPTURE(script);
    CHECK(blocks.passage.text == says);
    const std::string written = nlohmann::json(says).dump(-1, ' ', ascii);
    CHECK(dump_places(source, blocks) == "[" + written.substr(1, written.size() - 2) + "]\n");
  }
}

TEST_CASE("JSON that is nested without end is read without end") {
  std::string deep = "{\"headline\": \"A\", \"x\": ";
  for (int i = 0; i < 100000; ++i) deep += i % 2 == 0 ? "[" : "{\"description\": ";
  const caveat::Source source = caveat::make_source("page.html", deep);
  caveat::Run run;
  caveat::Blocks blocks;
  append_json_ld(view(source, run), blocks);
  CHECK(dump(blocks) == "heading 1 [A]\n");
}
