// docs/pack.schema.json says what the loader says: the same tables, keys, required keys and words.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "cli/program.hpp"
#include "pack/printed_pack.hpp"

using namespace caveat;
using caveat_test::read_bytes;
using nlohmann::json;

namespace {

using Words = std::set<std::string>;

const std::filesystem::path root = CAVEAT_SOURCE_DIR;

const json& schema() {
  static const json read = json::parse(read_bytes(root / "docs/pack.schema.json"));
  return read;
}

/// What the schema says of one table of this kind.
const json& definition(const std::string& table) {
  return schema()["definitions"][table];
}

bool stands_once(const std::string& table) {
  return !schema()["properties"][table].contains("items");
}

std::string header_of(const std::string& table) {
  return stands_once(table) ? "[" + table + "]\n" : "[[" + table + "]]\n";
}

/// A pack of its own, so that [pack] may be one of its tables.
Loaded load_table(const std::string& table, const std::string& lines) {
  return load({{"x.toml", header_of(table) + lines}});
}

Words split(std::string list) {
  std::ranges::replace(list, ',', ' ');
  std::istringstream in(list);
  return {std::istream_iterator<std::string>(in), {}};
}

/// The words of all notes that begin so: "[[rule]] takes id, category".
Words told(const Loaded& loaded, const std::string& before) {
  Words words;
  for (const PackDiagnostic& problem : loaded.problems)
    for (const Note& note : problem.diagnostic.notes)
      if (const auto at = note.message.find(before); at != std::string::npos)
        words.merge(split(note.message.substr(at + before.size())));
  return words;
}

/// The keys in `[[rule]] has no "id"` and the like.
Words missing(const Loaded& loaded, const std::string& title) {
  Words words;
  for (const PackDiagnostic& problem : loaded.problems) {
    const std::string& said = problem.diagnostic.message;
    const std::string before = title + " has no \"";
    if (said.starts_with(before))
      words.insert(said.substr(before.size(), said.find('"', before.size()) - before.size()));
  }
  return words;
}

Words keys_of(const json& properties) {
  Words keys;
  for (const auto& [key, value] : properties.items()) keys.insert(key);
  return keys;
}

/// Lines after which a table has keys that it has not by itself.
const std::pair<const char*, const char*> forms[] = {
    {"scope", "kind = 'pseudo'\n"},
    {"concept", "terms-add = ['x']\n"},
};

Words keys_that_load(const std::string& table) {
  const std::string title = header_of(table).substr(0, header_of(table).size() - 1);
  const std::string unknown = "zzz-zzz = 1\n";
  Words keys = told(load_table(table, unknown), title + " takes ");
  for (const auto& [name, line] : forms)
    if (table == name) keys.merge(told(load_table(table, line + unknown), title + " takes "));
  return keys;
}

}  // namespace

TEST_CASE("the schema has the tables that the loader reads, and no other") {
  for (const auto& [table, value] : schema()["properties"].items()) {
    CAPTURE(table);
    CHECK(mistakes(load_table(table, "")).find("unknown-table") == std::string::npos);
    CHECK(schema()["definitions"].contains(table));
  }
  Words read;
  const std::string readers = read_bytes(root / "src/pack/read.cpp");
  const std::regex row(R"re(\{"([a-z]+)", Times::)re");
  for (std::sregex_iterator at(readers.begin(), readers.end(), row), end; at != end; ++at)
    read.insert((*at)[1]);
  CHECK(read == keys_of(schema()["properties"]));
  Words described;
  const std::string format = read_bytes(root / "docs/pack-format.md");
  const auto from = format.find("| table | keys |");
  std::istringstream rows(format.substr(from, format.find("\n\n", from) - from));
  for (std::string line; std::getline(rows, line);)
    if (line.starts_with("| `[")) {
      const auto begin = line.find_first_not_of("[", 3);
      described.insert(line.substr(begin, line.find(']') - begin));
    }
  CHECK(described == keys_of(schema()["properties"]));
}

TEST_CASE("the schema has the keys that each table takes, and requires those that it needs") {
  const std::string format = read_bytes(root / "docs/pack-format.md");
  for (const auto& [table, value] : schema()["properties"].items()) {
    if (table == "productions") continue;  // its keys are names
    CAPTURE(table);
    CHECK(keys_of(definition(table)["properties"]) == keys_that_load(table));
    Words required = definition(table).value("required", Words{});
    for (const std::string& key : keys_that_load(table)) {
      CAPTURE(key);
      CHECK(format.find('`' + key + '`') != std::string::npos);
    }
    if (table == "concept") required.merge(Words{"class", "terms"});  // of a new one
    const std::string header = header_of(table);
    CHECK(required == missing(load_table(table, ""), header.substr(0, header.size() - 1)));
  }
  const auto source = load_table("term", "source = { zzz = 1 }\n");
  CHECK(keys_of(definition("source")["properties"]) == told(source, "\"source\" takes "));
  CHECK(Words(definition("source")["required"]) == missing(source, "\"source\""));
}

TEST_CASE("the schema has the words that the loader knows") {
  std::size_t seen = 0;
  for (const auto& [table, value] : schema()["properties"].items()) {
    if (table == "productions") continue;
    for (const auto& [key, property] : definition(table)["properties"].items()) {
      if (!property.contains("enum")) continue;
      CAPTURE(table, key);
      ++seen;
      const auto loaded = load_table(table, key + " = 'zzzzzz'\n");
      CHECK(Words(property["enum"]) == told(loaded, "it is one of "));
    }
  }
  CHECK(seen > 15);
}

TEST_CASE("all packs that ship fit the schema, and a mistake does not") {
  const caveat_test::Folder folder;
  const std::string validate = "python3 '" + (root / "tests/pack/validate.py").string() + "' '" +
                               (root / "docs/pack.schema.json").string() + "' ";
  const auto shipped = folder.shell(validate + "'" CAVEAT_RULES_DIR "'");
  if (shipped.exit == 77 || shipped.exit == 127) {
    WARN("no python3-jsonschema here");
    return;
  }
  CHECK(shipped.exit == 0);
  CHECK(shipped.err == "");
  CHECK(shipped.out.find(':') == std::string::npos);
  CHECK(std::atoi(shipped.out.c_str()) >= 50);

  folder.shell("\"$caveat\" init --pack=house");
  CHECK(folder.shell(validate + "house").out == "2 files\n");

  const char* const wrong[] = {
      "[[concept]]\nid = 'x'\n",
      "[[concept]]\nid = 'x'\nclass = 'y'\nterms = []\n",
      "[[concept]]\nid = 'x'\nclass = 'y'\nterms = ['z']\nterms-add = ['a']\n",
      "[[scope]]\nid = 'x'\ncue = 'y'\nsince = 'z'\n",
      "[[scope]]\nid = 'x'\ncue = 'y'\nkind = 'pseudo'\ncap = 'possible'\n",
      "[[override]]\nrule = 'kratom/efficacy'\n",
      "[[override]]\nrule = 'efficacy'\ndisable = true\n",
      "[[term]]\ncorrect = 'x'\nreviewed = 'today'\nwrogn = ['y']\n",
  };
  for (const char* toml : wrong) {
    CAPTURE(toml);
    folder.write("x.toml", toml);
    CHECK(folder.shell(validate + "x.toml").out.starts_with("x.toml: "));
  }
}

TEST_CASE("caveat schema prints the schema") {
  const auto run = caveat_test::Folder().shell("\"$caveat\" schema");
  CHECK(run.out == read_bytes(root / "docs/pack.schema.json"));
  CHECK(run.exit == 0);
}
