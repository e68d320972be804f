#include "encodings/converter.h"

#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>

namespace fihris::indexer::encodings {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

bool has_shapes(const icu::UnicodeString& text) {
  for (int32_t i = 0; i < text.length(); ++i) {
    if (text[i] >= 0xFE70 && text[i] <= 0xFEFC) return true;
  }
  return false;
}

// The letters of shaped ones. A shadda that stands alone is a space and a shadda to Unicode; in a
// code page it belongs to the letter before.
icu::UnicodeString unshaped(const icu::UnicodeString& text) {
  constexpr char16_t kShadda = 0x0651;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* forms = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); ++i) {
    if (text[i] == 0xFE7C || text[i] == 0xFE7D) {
      out += kShadda;
    } else if (text[i] >= 0xFE70 && text[i] <= 0xFEFC) {
      out += forms->normalize(icu::UnicodeString(text[i]), status);
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string icu_name(const std::string& encoding) {
  return encoding == "cp720" || encoding == "CP720" ? "ibm-720" : encoding;
}

}  // namespace

struct Converter::Impl {
  explicit Impl(const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    if (!encoding.empty()) converter.reset(ucnv_open(icu_name(encoding).c_str(), &status));
    shapes = converter != nullptr && is_same(encoding, "cp864");
  }

  // Half of a character beyond U+FFFF waits for the other half.
  void flush(bool last, std::string& out) {
    const int32_t size = pending.length();
    const bool cut = !last && size > 0 && U16_IS_LEAD(pending[size - 1]);
    const icu::UnicodeString whole(pending, 0, cut ? size - 1 : size);
    pending.remove(0, whole.length());
    (shapes && has_shapes(whole) ? unshaped(whole) : whole).toUTF8String(out);
  }

  std::unique_ptr<UConverter, CloseConverter> converter;
  bool shapes = false;
  icu::UnicodeString pending;
};

Converter::Converter(const std::string& encoding) : impl_(std::make_unique<Impl>(encoding)) {}
Converter::~Converter() = default;
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;

bool Converter::is_open() const { return impl_->converter != nullptr; }

void Converter::append(std::string_view bytes, bool last, std::string& out) {
  std::array<char16_t, 8192> units{};
  const char* source = bytes.data();
  const char* end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    char16_t* target = units.data();
    ucnv_toUnicode(impl_->converter.get(), &target, units.data() + units.size(), &source, end,
                   nullptr, static_cast<UBool>(last), &status);
    impl_->pending.append(units.data(), static_cast<int32_t>(target - units.data()));
    impl_->flush(false, out);
  }
  if (last) impl_->flush(true, out);
}

std::string convert(std::string_view bytes, const std::string& encoding) {
  Converter converter(encoding);
  std::string text;
  if (converter.is_open()) converter.append(bytes, true, text);
  return text;
}

bool is_known(const std::string& encoding) { return Converter(encoding).is_open(); }

bool is_same(const std::string& a, const std::string& b) {
  const auto canonical = [](const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(
        name.empty() ? nullptr : ucnv_open(icu_name(name).c_str(), &status));
    return converter == nullptr ? name : std::string(ucnv_getName(converter.get(), &status));
  };
  return canonical(a) == canonical(b);
}

}  // namespace fihris::indexer::encodings
