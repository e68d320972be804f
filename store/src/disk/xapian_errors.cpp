#include "fihris/store/internal/xapian_errors.h"

#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include "fihris/store/internal/files.h"

namespace fihris::store {

namespace {

// The errno behind an error; 0 when unknown. Xapian keeps it to itself and gives out its text only.
int error_number_of(const Xapian::Error& error) {
  const char* text = error.get_error_string();
  if (text == nullptr) return 0;
  constexpr std::array kNumbers{ENOSPC, EDQUOT, EFBIG, EACCES, EPERM, EROFS, EMFILE, ENFILE, EIO};
  for (const int number : kNumbers) {
    if (std::generic_category().message(number) == text) return number;
  }
  return 0;
}

std::string describe(const Xapian::Error& error, const std::filesystem::path& where) {
  std::string message = where.string() + ": " + error.get_msg();
  if (const char* reason = error.get_error_string())
    message.append(" (").append(reason).append(")");
  return message;
}

bool is_any_of(std::string_view type, std::initializer_list<std::string_view> types) {
  for (const std::string_view candidate : types) {
    if (type == candidate) return true;
  }
  return false;
}

}  // namespace

Error translate(const Xapian::Error& error, const std::filesystem::path& where) {
  const std::string message = describe(error, where);
  const std::string_view type = error.get_type();
  if (const int number = error_number_of(error); number != 0) {
    return {ErrorCode::kInputOutput, message, hint_for(number)};
  }
  if (type == "DatabaseLockError") {
    return {ErrorCode::kIndexLocked, message, "Wait until the other writer is done."};
  }
  if (type == "DatabaseVersionError" || type == "FeatureUnavailableError") {
    return {ErrorCode::kIndexIncompatible, message, "Index the articles again with this version."};
  }
  if (type == "DatabaseModifiedError") {
    return {ErrorCode::kInputOutput, message, "The index changed while it was read: ask again."};
  }
  // A DatabaseError without a reason of the system is a block that does not make sense.
  const bool senseless = type == "DatabaseError" && error.get_error_string() == nullptr;
  if (senseless ||
      is_any_of(type, {"DatabaseCorruptError", "DatabaseOpeningError", "DatabaseNotFoundError",
                       "DocNotFoundError", "SerialisationError", "RangeError"})) {
    return {ErrorCode::kIndexDamaged, message,
            "Run `fihris check --db DIR` to see which files are damaged."};
  }
  return {ErrorCode::kInputOutput, message, {}};
}

}  // namespace fihris::store
