#include "cli/baseline_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/files.hpp"
#include "cli/output.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint64_t largest_baseline = std::uint64_t{256} << 20;  ///< bytes

fs::path folder_of(const Settings& settings) {
  return (fs::path(settings.folder) / settings.baseline).parent_path().lexically_normal();
}

std::optional<std::uint64_t> identity_of(const Json& value) {
  if (!value.is_string()) return std::nullopt;
  const auto& text = value.get_ref<const std::string&>();
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_entry(const Json& json) {
  return json.is_object() && json.contains("file") && json["file"].is_string() &&
         json.contains("rule") && json["rule"].is_string() && json.contains("identity") &&
         identity_of(json["identity"]) && json.contains("count") &&
         json["count"].is_number_unsigned() && json["count"] > 0U;
}

BaselineEntry entry_of(const Json& json) {
  return {json["file"], json["rule"], *identity_of(json["identity"]), json["count"],
          json.value("words", "")};
}

/// Nothing where it is no baseline of a version that we know.
std::optional<std::vector<BaselineEntry>> entries_in(std::string_view bytes) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object() || json.value("version", 0) != 1 || !json.contains("entries") ||
      !json["entries"].is_array() || !std::ranges::all_of(json["entries"], is_entry))
    return std::nullopt;
  std::vector<BaselineEntry> entries;
  for (const Json& entry : json["entries"]) entries.push_back(entry_of(entry));
  std::ranges::sort(entries);
  return entries;
}

std::vector<std::string> gone_of(const std::vector<BaselineEntry>& entries,
                                 const fs::path& folder) {
  std::vector<std::string> gone;
  for (const BaselineEntry& entry : entries) {
    std::error_code unknown;
    const bool told = !gone.empty() && gone.back() == entry.file;
    if (!told && !fs::exists(folder / entry.file, unknown)) gone.push_back(entry.file);
  }
  return gone;
}

std::string text_of(const std::vector<BaselineEntry>& entries) {
  std::string text = "{\"version\":1,\"entries\":[";
  std::string_view between = "\n";
  for (const BaselineEntry& entry : entries) {
    const Json json = {{"file", entry.file},
                       {"rule", entry.rule},
                       {"identity", fmt::format("{:016x}", entry.identity)},
                       {"count", entry.count},
                       {"words", entry.words}};
    text += between;
    text += json.dump(-1, ' ', true, Json::error_handler_t::replace);
    between = ",\n";
  }
  return text + "\n]}\n";
}

}  // namespace

std::optional<Baseline> read_baseline(const Settings& settings, std::string& complaint) {
  const auto bytes = read_file(settings.baseline, largest_baseline, complaint);
  if (!bytes) return std::nullopt;
  auto entries = entries_in(*bytes);
  if (!entries) {
    complaint = fmt::format(
        "'{}' is no baseline; --write-baseline writes one, in another file or when this is gone",
        settings.baseline);
    return std::nullopt;
  }
  auto gone = gone_of(*entries, folder_of(settings));
  return Baseline{std::move(*entries), std::move(gone)};
}

std::string name_in_baseline(const Settings& settings, const std::string& path) {
  return path_from(folder_of(settings).string(), settings.folder, path);
}

bool write_baseline(const Settings& settings, const Baseline& before,
                    std::vector<BaselineEntry> entries, std::span<const std::string> linted,
                    std::string& complaint) {
  for (const BaselineEntry& entry : before.entries)
    if (!std::ranges::binary_search(linted, entry.file) &&
        !std::ranges::binary_search(before.gone, entry.file))
      entries.push_back(entry);
  std::ranges::sort(entries);
  const std::string temporary = settings.baseline + ".new";
  Output output = open_output(temporary);
  print(output, text_of(entries));
  if (finish(output) != Exit::clean) {
    std::remove(temporary.c_str());
    complaint = fmt::format("the baseline '{}' stays as it was", settings.baseline);
    return false;
  }
  std::error_code error;
  fs::rename(temporary, settings.baseline, error);
  if (error) complaint = fmt::format("cannot write '{}': {}", settings.baseline, error.message());
  return !error;
}

}  // namespace caveat
