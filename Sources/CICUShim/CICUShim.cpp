#include "CICUShim.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

namespace {

const dateline_icu_buffer none = {nullptr, 0};

dateline_icu_buffer copyOut(const char *bytes, size_t count) {
  auto *out = static_cast<uint8_t *>(std::malloc(count == 0 ? 1 : count));
  if (!out) return none;
  std::memcpy(out, bytes, count);
  return {out, count};
}

dateline_icu_buffer copyOut(const std::string &s) { return copyOut(s.data(), s.size()); }

icu::StringPiece piece(const uint8_t *utf8, size_t count) {
  return icu::StringPiece(reinterpret_cast<const char *>(utf8), static_cast<int32_t>(count));
}

// ICU counts in int32_t; larger input is refused rather than truncated.
bool tooLong(size_t count) { return count > static_cast<size_t>(INT32_MAX) / 4; }

}  // namespace

extern "C" {

void dateline_icu_free(dateline_icu_buffer buffer) { std::free(buffer.bytes); }

int dateline_icu_is_nfc(const uint8_t *utf8, size_t count) {
  if (tooLong(count)) return -1;
  UErrorCode status = U_ZERO_ERROR;
  const auto *nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return -1;
  bool is = nfc->isNormalizedUTF8(piece(utf8, count), status);
  return U_FAILURE(status) ? -1 : is;
}

dateline_icu_buffer dateline_icu_nfc(const uint8_t *utf8, size_t count) {
  if (tooLong(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  const auto *nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return none;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  nfc->normalizeUTF8(0, piece(utf8, count), sink, nullptr, status);
  return U_FAILURE(status) ? none : copyOut(out);
}

dateline_icu_buffer dateline_icu_nfc_changes(
    const uint8_t *utf8, size_t count, dateline_icu_change **changes, size_t *change_count) {
  *changes = nullptr;
  *change_count = 0;
  if (tooLong(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  const auto *nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return none;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  icu::Edits edits;
  nfc->normalizeUTF8(0, piece(utf8, count), sink, &edits, status);
  if (U_FAILURE(status) || edits.copyErrorTo(status)) return none;
  std::vector<dateline_icu_change> found;
  int32_t unchanged = 0;
  auto each = edits.getFineIterator();
  while (each.next(status)) {
    if (!each.hasChange()) {
      unchanged += each.oldLength();
      continue;
    }
    found.push_back({unchanged, each.oldLength(), each.newLength()});
    unchanged = 0;
  }
  if (U_FAILURE(status)) return none;
  auto *copy = static_cast<dateline_icu_change *>(std::malloc((found.size() + 1) * sizeof(dateline_icu_change)));
  if (!copy) return none;
  std::memcpy(copy, found.data(), found.size() * sizeof(dateline_icu_change));
  *changes = copy;
  *change_count = found.size();
  return copyOut(out);
}

dateline_icu_buffer dateline_icu_fold_case(const uint8_t *utf8, size_t count) {
  if (tooLong(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, piece(utf8, count), sink, nullptr, status);
  return U_FAILURE(status) ? none : copyOut(out);
}

dateline_icu_buffer dateline_icu_map_case(
    const uint8_t *utf8, size_t count, const char *locale, int upper) {
  if (tooLong(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  if (upper)
    icu::CaseMap::utf8ToUpper(locale, 0, piece(utf8, count), sink, nullptr, status);
  else
    icu::CaseMap::utf8ToLower(locale, 0, piece(utf8, count), sink, nullptr, status);
  return U_FAILURE(status) ? none : copyOut(out);
}

dateline_icu_buffer dateline_icu_title_case(
    const uint8_t *utf8, size_t count, const char *locale) {
  if (tooLong(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(count));
  icu::CaseMap::utf8ToTitle(
      locale, U_TITLECASE_WHOLE_STRING, nullptr, piece(utf8, count), sink, nullptr, status);
  return U_FAILURE(status) ? none : copyOut(out);
}

dateline_icu_buffer dateline_icu_transliterate(
    const uint8_t *utf8, size_t count, const char *transform) {
  if (tooLong(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> t(icu::Transliterator::createInstance(
      icu::UnicodeString::fromUTF8(transform), UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !t) return none;
  auto text = icu::UnicodeString::fromUTF8(piece(utf8, count));
  t->transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return copyOut(out);
}

dateline_icu_buffer dateline_icu_to_utf8(
    const uint8_t *bytes, size_t count, const char *encoding, size_t *replaced, size_t *first) {
  if (replaced) *replaced = 0;
  if (first) *first = 0;
  if (tooLong(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding, &status), ucnv_close);
  if (U_FAILURE(status)) return none;
  std::string out;
  out.reserve(count + count / 2);
  UChar chunk[4096];
  const char *source = reinterpret_cast<const char *>(bytes);
  const char *limit = source + count;
  bool done = false;
  while (!done) {
    UChar *target = chunk;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(from.get(), &target, chunk + 4095, &source, limit, nullptr, true, &status);
    if (status != U_BUFFER_OVERFLOW_ERROR) done = true;
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return none;
    int32_t units = static_cast<int32_t>(target - chunk);
    // A surrogate pair may be cut at the end of the chunk: fetch its second half.
    if (!done && units > 0 && U16_IS_LEAD(chunk[units - 1])) {
      UChar *more = chunk + units;
      status = U_ZERO_ERROR;
      ucnv_toUnicode(from.get(), &more, chunk + units + 1, &source, limit, nullptr, true, &status);
      units = static_cast<int32_t>(more - chunk);
    }
    for (int32_t i = 0; i < units; ++i) {
      if (chunk[i] != 0xFFFD || !replaced) continue;
      if (*replaced == 0 && first) {
        std::string before;
        icu::UnicodeString(chunk, i).toUTF8String(before);
        *first = out.size() + before.size();
      }
      ++*replaced;
    }
    icu::UnicodeString(false, chunk, units).toUTF8String(out);
  }
  return copyOut(out);
}

int dateline_icu_knows_encoding(const char *encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *c = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return 0;
  ucnv_close(c);
  return 1;
}

int dateline_icu_detect_encoding(
    const uint8_t *bytes, size_t count, char *name, size_t capacity) {
  if (capacity > 0) name[0] = 0;
  if (tooLong(count) || capacity == 0) return 0;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(
      ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return 0;
  ucsdet_setText(
      detector.get(), reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count), &status);
  const UCharsetMatch *match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return 0;
  const char *found = ucsdet_getName(match, &status);
  int32_t confidence = ucsdet_getConfidence(match, &status);
  if (U_FAILURE(status) || !found) return 0;
  std::strncpy(name, found, capacity - 1);
  name[capacity - 1] = 0;
  return confidence;
}

long dateline_icu_boundaries(
    const uint8_t *utf8, size_t count, const char *locale, char kind, int32_t **boundaries) {
  *boundaries = nullptr;
  if (tooLong(count)) return -1;
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale where(locale);
  std::unique_ptr<icu::BreakIterator> iterator(
      kind == 's'   ? icu::BreakIterator::createSentenceInstance(where, status)
      : kind == 'w' ? icu::BreakIterator::createWordInstance(where, status)
                    : icu::BreakIterator::createCharacterInstance(where, status));
  if (U_FAILURE(status) || !iterator) return -1;
  UText *text = utext_openUTF8(
      nullptr, reinterpret_cast<const char *>(utf8), static_cast<int64_t>(count), &status);
  if (U_FAILURE(status)) return -1;
  iterator->setText(text, status);
  size_t capacity = 64, found = 0;
  auto *out = static_cast<int32_t *>(std::malloc(capacity * sizeof(int32_t)));
  if (U_SUCCESS(status) && out) {
    for (int32_t at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next()) {
      if (found == capacity) {
        capacity *= 2;
        auto *grown = static_cast<int32_t *>(std::realloc(out, capacity * sizeof(int32_t)));
        if (!grown) break;
        out = grown;
      }
      out[found++] = at;
    }
  }
  iterator.reset();
  utext_close(text);
  if (U_FAILURE(status) || !out) {
    std::free(out);
    return -1;
  }
  *boundaries = out;
  return static_cast<long>(found);
}

dateline_icu_buffer dateline_icu_sort_key(
    const uint8_t *utf8, size_t count, const char *locale) {
  if (tooLong(count)) return none;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale(locale), status));
  if (U_FAILURE(status) || !collator) return none;
  auto text = icu::UnicodeString::fromUTF8(piece(utf8, count));
  int32_t needed = collator->getSortKey(text, nullptr, 0);
  std::string key(static_cast<size_t>(needed), '\0');
  collator->getSortKey(text, reinterpret_cast<uint8_t *>(&key[0]), needed);
  return copyOut(key);
}

int dateline_icu_category(uint32_t codePoint) {
  return u_charType(static_cast<UChar32>(codePoint));
}

const char *dateline_icu_version(void) { return U_ICU_VERSION; }

}  // extern "C"
