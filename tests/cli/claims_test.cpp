// caveat claims: the inventory of what files claim.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace {

using caveat_test::Folder;
using Json = nlohmann::json;

const std::string page =
    "Kratom for Anxiety\n\nKratom relieves pain.\nIt does not treat depression, and it may lift "
    "mood.\n";

std::string claims(const Folder& folder, const std::string& flags) {
  folder.write("page.txt", page);
  return folder.shell("\"$caveat\" claims " + flags + " page.txt").out;
}

}  // namespace

TEST_CASE("the inventory is a table for people: where, how strongly, of what, in which words") {
  CHECK(claims(Folder(), "") ==
        "page.txt:1:1   probable      author  Kratom  Kratom for Anxiety\n"
        "page.txt:3:8   direct        author  Kratom  relieves pain\n"
        "page.txt:4:13  none, denied  author  Kratom  treat depression\n"
        "page.txt:4:42  possible      author  Kratom  lift mood\n");
}

TEST_CASE("a claim is a record with its parts and their places") {
  const Folder folder;
  const auto json = Json::parse(claims(folder, "--format=json"));
  REQUIRE(json["claims"].size() == 4);
  const auto& claim = json["claims"][1];
  CHECK(claim["file"] == "page.txt");
  CHECK(claim["line"] == 3);
  CHECK(claim["column"] == 8);
  CHECK(claim["text"] == "relieves pain");
  CHECK(claim["intervention"]["text"] == "Kratom");
  CHECK(claim["intervention"]["offset"] == 20);
  CHECK(claim["outcome"]["text"] == "pain");
  CHECK(claim["strength"] == "direct");
  CHECK(claim["level"] == 4);
  CHECK(claim["polarity"] == "positive");
  CHECK(json["claims"][2]["polarity"] == "negative");
}

TEST_CASE("a spreadsheet gets one row a claim, quoted where it must be") {
  CHECK(claims(Folder(), "--format=csv") ==
        "file,line,column,strength,level,polarity,direction,voice,design,certainty,intervention,"
        "effect,outcome,comparator,population,citation\r\n"
        "page.txt,1,1,probable,3,positive,benefit,author,unsaid,,Kratom,Kratom for Anxiety,"
        "Anxiety,,,\r\n"
        "page.txt,3,8,direct,4,positive,benefit,author,unsaid,,Kratom,relieves,pain,,,\r\n"
        "page.txt,4,13,none,0,negative,benefit,author,unsaid,,Kratom,treat,depression,,,\r\n"
        "page.txt,4,42,possible,2,positive,benefit,author,unsaid,,Kratom,lift,mood,,,\r\n");
}

TEST_CASE("a name with a comma stays one field") {
  const Folder folder;
  folder.write("a,\"b\".txt", "Kratom cures pain.\n");
  const auto run = folder.shell("\"$caveat\" claims --format=csv 'a,\"b\".txt'");
  CHECK(run.out.find("\"a,\"\"b\"\".txt\",1,8,absolute,5,positive,benefit,author,unsaid,,Kratom,"
                     "cures,pain,") != std::string::npos);
}

TEST_CASE("per sentence, what claims nothing is told too") {
  const Folder folder;
  folder.write("page.txt", "Tea is a drink. Kratom cures pain.\n");
  const auto run = folder.shell("\"$caveat\" claims --format=jsonl --per-sentence page.txt");
  const auto end = run.out.find('\n');
  const auto first = Json::parse(run.out.substr(0, end));
  const auto second = Json::parse(run.out.substr(end + 1));
  CHECK(first["text"] == "Tea is a drink.");
  CHECK(first["strength"] == "none");
  CHECK(second["file"] == "page.txt");
  CHECK(second["column"] == 17);
  CHECK(second["strength"] == "absolute");
  CHECK(second["claims"].size() >= 1);
}

TEST_CASE("what the inventory cannot do is said") {
  const Folder folder;
  CHECK(folder.shell("\"$caveat\" claims --per-sentence page.txt").exit == 2);
  CHECK(folder.shell("\"$caveat\" claims --format=sarif page.txt").exit == 2);
  CHECK(folder.shell("\"$caveat\" claims").exit == 2);
  const auto missing = folder.shell("\"$caveat\" claims missing.txt");
  CHECK(missing.exit == 2);
  CHECK(missing.err.find("cannot read 'missing.txt'") != std::string::npos);
}
