#include "pack/load.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>

#include "pack/change_concepts.hpp"
#include "pack/check_names.hpp"
#include "pack/drop_unusable.hpp"
#include "pack/order_packs.hpp"
#include "pack/read.hpp"
#include "pack/toml_tree.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

/// What could be read of a file.
struct File {
  TomlValue root;
  bool is_text = true;
  bool well_formed = true;
};

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

void report_not_text(const Source& source, std::uint32_t index, Span bad, Problems& problems) {
  std::array<char, 8> hex{};
  std::snprintf(hex.data(), hex.size(), "0x%02x",
                static_cast<unsigned>(static_cast<unsigned char>(source.bytes[bad.begin])));
  report(problems, {index, bad}, "not-utf8",
         "this file is not UTF-8: byte " + std::string(hex.data()) + " at offset " +
             std::to_string(bad.begin));
}

File read_file(const Source& source, std::uint32_t index, Problems& problems) {
  File file;
  const std::size_t before = problems.size();
  const std::vector<Span> bad = invalid_utf8(source.bytes);
  file.is_text = bad.empty();
  if (file.is_text)
    file.root = read_toml(source, index, problems);
  else
    report_not_text(source, index, bad.front(), problems);
  file.well_formed = problems.size() == before;
  return file;
}

/// The files of each pack, the one with [pack] first.
std::vector<std::vector<std::uint32_t>> group_files(const std::vector<Source>& sources) {
  std::map<std::string_view, std::optional<std::size_t>> pack_of_folder;
  for (const Source& source : sources)
    if (file_name(source.path) == "pack.toml") pack_of_folder[folder_of(source.path)];
  std::vector<std::vector<std::uint32_t>> packs;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const auto folder = pack_of_folder.find(folder_of(sources[i].path));
    if (folder == pack_of_folder.end()) {
      packs.push_back({i});
      continue;
    }
    if (!folder->second) {
      folder->second = packs.size();
      packs.emplace_back();
    }
    auto& pack = packs[*folder->second];
    pack.insert(file_name(sources[i].path) == "pack.toml" ? pack.begin() : pack.end(), i);
  }
  return packs;
}

/// Of a pack that does not say its name: that of its folder or file.
std::string name_of_path(std::string_view path) {
  if (file_name(path) == "pack.toml") return std::string(file_name(folder_of(path)));
  const std::string_view name = file_name(path);
  return std::string(name.substr(0, name.rfind('.')));
}

Pack read_pack(const std::vector<Source>& sources, const std::vector<File>& files,
               const std::vector<std::uint32_t>& parts, Problems& problems) {
  Pack pack;
  const std::uint32_t head = parts.front();
  for (const std::uint32_t part : parts)
    read_tables(files[part].root, part == head ? HasHead::yes : HasHead::no, pack, problems);
  const auto& members = files[head].root.members;
  const bool has_head = std::any_of(members.begin(), members.end(),
                                    [](const TomlMember& m) { return m.key.value == "pack"; });
  if (!has_head && files[head].well_formed)
    report(problems, {head, {}}, "missing-key",
           "this file has no [pack], nor has its folder a pack.toml");
  if (pack.name.value.empty()) pack.name = {name_of_path(sources[head].path), {head, {}}};
  return pack;
}

void sort_by_place(Problems& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const auto& a, const auto& b) {
    if (a.source != b.source) return a.source < b.source;
    return a.diagnostic.span.begin < b.diagnostic.span.begin;
  });
}

}  // namespace

PackSet load_packs(std::vector<PackFile> files, std::vector<PackDiagnostic>& diagnostics) {
  PackSet set;
  Problems problems;
  for (PackFile& file : files)
    set.sources.push_back(make_source(std::move(file.path), std::move(file.bytes)));

  // Bytes to trees of TOML.
  std::vector<File> trees;
  for (std::uint32_t i = 0; i < set.sources.size(); ++i)
    trees.push_back(read_file(set.sources[i], i, problems));
  const AllRead files_read = problems.empty() ? AllRead::yes : AllRead::no;

  // Trees to packs; a file that is not text is none.
  for (const std::vector<std::uint32_t>& parts : group_files(set.sources))
    if (parts.size() > 1 || trees[parts.front()].is_text)
      set.packs.push_back(read_pack(set.sources, trees, parts, problems));

  // Packs against each other.
  std::vector<AllRead> all_read(set.packs.size(), files_read);
  order_packs(set, all_read, problems);
  change_concepts(set, all_read, problems);
  check_names(set, all_read, problems);

  // What is left works.
  drop_unusable(set, problems);
  sort_by_place(problems);
  for (PackDiagnostic& problem : problems) diagnostics.push_back(std::move(problem));
  return set;
}

}  // namespace caveat
