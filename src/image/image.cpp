#include "image/image.hpp"

#include <fmt/format.h>

#include "image/fields.hpp"

namespace caveat {
namespace {

constexpr std::string_view magic = "caveat image 1\n\n";

/// What stands before the rules.
struct Header {
  std::uint64_t layout = 0;
  std::uint64_t size = 0;  ///< bytes of the rules
  std::uint64_t checksum = 0;
};
constexpr std::size_t header_size = magic.size() + sizeof(Header);

std::uint64_t layout_now() {
  Layout layout{mixed(0, static_cast<std::uint64_t>(std::endian::native))};
  RuleSet rules;
  pass(layout, rules);
  return layout.hash;
}

/// Eight bytes at a time: each byte counts, and so does its place.
std::uint64_t checksum_of(std::string_view bytes) {
  std::uint64_t hash = bytes.size();
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), 8);
    hash = mixed(hash, word);
  }
  for (const char byte : bytes) hash = mixed(hash, static_cast<unsigned char>(byte));
  return hash;
}

/// Empty where the header fits what follows it.
std::string objection(const Header& header, std::string_view rules) {
  if (header.layout != layout_now()) return "it was made for another layout";
  if (header.size != rules.size())
    return fmt::format("it has {} bytes of {}", rules.size(), header.size);
  return header.checksum == checksum_of(rules) ? "" : "its checksum is wrong";
}

std::string objection(std::string_view bytes) {
  if (bytes.empty()) return "it is empty";
  if (bytes.size() < header_size || !bytes.starts_with(magic)) return "it has no header";
  Header header;
  std::memcpy(&header, bytes.data() + magic.size(), sizeof header);
  return objection(header, bytes.substr(header_size));
}

}  // namespace

std::string image_of(const RuleSet& rules) {
  RuleSet copy = rules;  // the walk is one for reading and writing, and takes what it may change
  Writer writer;
  pass(writer, copy);
  const Header header{layout_now(), writer.bytes.size(), checksum_of(writer.bytes)};
  std::string image{magic};
  image.append(reinterpret_cast<const char*>(&header), sizeof header);
  return image + writer.bytes;
}

RuleSetPtr read_image(std::string_view bytes, std::string& mistake) {
  mistake = objection(bytes);
  if (!mistake.empty()) return nullptr;
  Reader reader{bytes.substr(header_size)};
  auto rules = std::make_unique<RuleSet>();
  pass(reader, *rules);
  if (!reader.broken && reader.bytes.empty()) return RuleSetPtr(rules.release());
  mistake = "it does not hold what its header says";
  return nullptr;
}

}  // namespace caveat
