#include "format/html_tree.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace caveat {
namespace {

constexpr std::size_t chunk_size = 64 * 1024;

/// In front of every piece of memory: which class of sizes it is of.
constexpr std::size_t header = sizeof(std::uint64_t);

/// Steps of 8 bytes up to this size, then powers of two.
constexpr std::size_t fine_limit = 1024;
constexpr std::size_t fine_classes = fine_limit / 8;

std::size_t class_of(std::size_t size) {
  if (size <= fine_limit) return (std::max(size, header) + 7) / 8 - 1;
  const auto power = static_cast<std::size_t>(std::bit_width(size - 1));
  return std::min(fine_classes + power - 11, Arena::class_count - 1);
}

std::size_t size_of_class(std::size_t index) {
  return index < fine_classes ? (index + 1) * 8 : std::size_t{1} << (index - fine_classes + 11);
}

char* take_from_chunk(Arena& arena, std::size_t size) {
  if (size > arena.left) {
    arena.left = std::max(size, chunk_size);
    arena.chunks.push_back(std::make_unique_for_overwrite<char[]>(arena.left));
    arena.next = arena.chunks.back().get();
  }
  char* memory = arena.next;
  arena.next += size;
  arena.left -= size;
  return memory;
}

void* allocate(void* user, std::size_t size) {
  Arena& arena = *static_cast<Arena*>(user);
  const std::size_t index = class_of(size);
  void*& free = arena.free[index];
  if (free != nullptr) {
    void* memory = free;
    std::memcpy(&free, memory, sizeof free);
    return memory;
  }
  char* memory = take_from_chunk(arena, header + size_of_class(index));
  const std::uint64_t number = index;
  std::memcpy(memory, &number, header);
  return memory + header;
}

void release(void* user, void* memory) {
  if (memory == nullptr) return;
  Arena& arena = *static_cast<Arena*>(user);
  std::uint64_t index = 0;
  std::memcpy(&index, static_cast<char*>(memory) - header, header);
  std::memcpy(memory, &arena.free[index], sizeof(void*));
  arena.free[index] = memory;
}

}  // namespace

const GumboNode* parse_html(std::string_view bytes, Arena& arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = &arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, bytes.data(), bytes.size())->document;
}

}  // namespace caveat
