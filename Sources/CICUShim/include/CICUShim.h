// ICU behind plain C types. Swift sees only this header; the includes of ICU
// stand in the .cpp file, because Foundation carries another ICU whose names
// clash with the system's.
#ifndef DATELINE_CICUSHIM_H
#define DATELINE_CICUSHIM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes made by ICU; free with `dateline_icu_free`. `bytes` is NULL on failure.
typedef struct {
  uint8_t *bytes;
  size_t count;
} dateline_icu_buffer;

void dateline_icu_free(dateline_icu_buffer buffer);

/// 1 if the (valid) UTF-8 is in Normalization Form C, 0 if not, -1 on failure.
int dateline_icu_is_nfc(const uint8_t *utf8, size_t count);
/// The (valid) UTF-8 in Normalization Form C.
dateline_icu_buffer dateline_icu_nfc(const uint8_t *utf8, size_t count);
/// A change made by normalisation: bytes left as they are before it, bytes taken out, bytes put in.
typedef struct {
  int32_t unchanged;
  int32_t old_count;
  int32_t new_count;
} dateline_icu_change;
/// The (valid) UTF-8 in Normalization Form C with the changes in order. Free `changes` with free().
dateline_icu_buffer dateline_icu_nfc_changes(
    const uint8_t *utf8, size_t count, dateline_icu_change **changes, size_t *change_count);
/// The (valid) UTF-8 with Unicode's full case folding, default mappings.
dateline_icu_buffer dateline_icu_fold_case(const uint8_t *utf8, size_t count);
/// The (valid) UTF-8 in upper (`upper` != 0) or lower case, by the rules of `locale`.
dateline_icu_buffer dateline_icu_map_case(const uint8_t *utf8, size_t count, const char *locale, int upper);
/// The (valid) UTF-8 in title case (first letter of the whole only), by the rules of `locale`.
dateline_icu_buffer dateline_icu_title_case(const uint8_t *utf8, size_t count, const char *locale);
/// The (valid) UTF-8 put through an ICU transform such as "Any-Latin; Latin-ASCII".
dateline_icu_buffer dateline_icu_transliterate(const uint8_t *utf8, size_t count, const char *transform);

/// Bytes in `encoding` (an ICU converter name) to UTF-8. Unmappable bytes become U+FFFD and are counted in `replaced`;
/// `first` is the byte offset in the *output* of the first of them.
dateline_icu_buffer dateline_icu_to_utf8(
    const uint8_t *bytes, size_t count, const char *encoding, size_t *replaced, size_t *first);
/// 1 if ICU has a converter of that name.
int dateline_icu_knows_encoding(const char *encoding);
/// What ICU's detector calls the bytes; `name` receives the converter name (empty if none), confidence 0–100 is returned.
int dateline_icu_detect_encoding(const uint8_t *bytes, size_t count, char *name, size_t capacity);

/// Boundaries of (valid) UTF-8 as byte offsets; `kind` 's' sentence, 'w' word, 'g' grapheme. Free `boundaries` with free().
/// Returns the number of boundaries, -1 on failure.
long dateline_icu_boundaries(
    const uint8_t *utf8, size_t count, const char *locale, char kind, int32_t **boundaries);

/// ICU's sort key of (valid) UTF-8 in `locale`.
dateline_icu_buffer dateline_icu_sort_key(const uint8_t *utf8, size_t count, const char *locale);

/// General category of a code point (ICU's numbering), and its script's four-letter code.
int dateline_icu_category(uint32_t codePoint);

/// ICU's version, such as "72.1".
const char *dateline_icu_version(void);

#ifdef __cplusplus
}
#endif
#endif
