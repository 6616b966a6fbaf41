// ICU for Swift. ICU renames its functions by version with macros, which Swift cannot see: each one we use is wrapped
// under its own name with `newsroom_` before it, and does nothing else unless it says so.
#pragma once
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/utrans.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uregion.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>
#include <unicode/uversion.h>

/// Writes the codes of the countries that a region of UN M49 contains, with a space behind each. Returns their length, or -1.
static inline int32_t newsroom_uregion_countries(const char *code, char *buffer, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const URegion *region = uregion_getRegionFromCode(code, &status);
  if (U_FAILURE(status) || !region) { return -1; }
  UEnumeration *countries = uregion_getContainedRegionsOfType(region, URGN_TERRITORY, &status);
  int32_t length = 0;
  int32_t count = 0;
  const char *country = 0;
  while (U_SUCCESS(status) && countries && (country = uenum_next(countries, &count, &status))) {
    if (length + count + 1 > capacity) { length = -1; break; }
    memcpy(buffer + length, country, (size_t)count);
    buffer[length + count] = ' ';
    length += count + 1;
  }
  uenum_close(countries);
  return U_FAILURE(status) ? -1 : length;
}

static inline int32_t newsroom_u_east_asian_width(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH); }
static inline int32_t newsroom_u_hangul_syllable_type(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
}
static inline int8_t newsroom_u_charType(UChar32 c) { return u_charType(c); }
static inline bool newsroom_u_is_default_ignorable(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
static inline bool newsroom_u_is_emoji_modifier_base(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER_BASE);
}

// Line breaks. The iterator reads UTF-8 in place: the bytes must stay where they are until the next call that sets a text.
static inline UBreakIterator *newsroom_ubrk_open_line(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
  return U_FAILURE(status) ? NULL : iterator;
}
static inline bool newsroom_ubrk_set_utf8(UBreakIterator *iterator, const char *bytes, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, bytes, count, &status);
  ubrk_setUText(iterator, &text, &status);
  utext_close(&text);
  return U_SUCCESS(status);
}
static inline int32_t newsroom_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline void newsroom_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }

// The first character of a compatibility decomposition: é gives e. The character itself where it has none.
static inline UChar32 newsroom_unorm_compatible_base(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKDInstance(&status);
  UChar units[32];
  int32_t count = U_FAILURE(status) ? -1 : unorm2_getDecomposition(normalizer, c, units, 32, &status);
  if (U_FAILURE(status) || count <= 0) return c;
  UChar32 base;
  U16_GET(units, 0, 0, count, base);
  return base;
}

// The bidirectional algorithm. The text is not copied: it must stay where it is while the paragraphs are used.
static inline UBiDi *newsroom_ubidi_open(void) { return ubidi_open(); }
static inline void newsroom_ubidi_close(UBiDi *bidi) {
  if (bidi) ubidi_close(bidi);
}
static inline bool newsroom_ubidi_set_paragraphs(UBiDi *bidi, const UChar *text, int32_t count, UBiDiLevel level) {
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi, text, count, level, NULL, &status);
  return U_SUCCESS(status);
}
static inline bool newsroom_ubidi_set_line(const UBiDi *paragraphs, int32_t start, int32_t end, UBiDi *line) {
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setLine(paragraphs, start, end, line, &status);
  return U_SUCCESS(status);
}
static inline UBiDiLevel newsroom_ubidi_paragraph_level(const UBiDi *bidi, int32_t offset) {
  UErrorCode status = U_ZERO_ERROR;
  UBiDiLevel level = 0;
  ubidi_getParagraph(bidi, offset, NULL, NULL, &level, &status);
  return level;
}
static inline const UBiDiLevel *newsroom_ubidi_levels(UBiDi *bidi) {
  UErrorCode status = U_ZERO_ERROR;
  const UBiDiLevel *levels = ubidi_getLevels(bidi, &status);
  return U_FAILURE(status) ? NULL : levels;
}
static inline int32_t newsroom_ubidi_count_runs(UBiDi *bidi) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = ubidi_countRuns(bidi, &status);
  return U_FAILURE(status) ? 0 : count;
}
static inline bool newsroom_ubidi_is_right_to_left_run(UBiDi *bidi, int32_t index, int32_t *start, int32_t *count) {
  return ubidi_getVisualRun(bidi, index, start, count) == UBIDI_RTL;
}
static inline UChar32 newsroom_u_charMirror(UChar32 c) { return u_charMirror(c); }
// 1 for a strong character from left to right, -1 for one from right to left, 0 for any other.
static inline int newsroom_u_strong_direction(UChar32 c) {
  UCharDirection direction = u_charDirection(c);
  if (direction == U_LEFT_TO_RIGHT) return 1;
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC ? -1 : 0;
}

// Transliteration: text in any script as ASCII letters in lower case. A transliterator may be shared by threads.
static inline void *newsroom_utrans_open(const UChar *rules, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator = utrans_openU(rules, count, UTRANS_FORWARD, NULL, 0, NULL, &status);
  return U_FAILURE(status) ? NULL : (void *)transliterator;
}
// Changes `text` in place; returns the new count, or -1 where `capacity` is too small.
static inline int32_t newsroom_utrans_convert(const void *transliterator, UChar *text, int32_t count, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = count, limit = count;
  utrans_transUChars((const UTransliterator *)transliterator, text, &length, capacity, 0, &limit, &status);
  return U_FAILURE(status) ? -1 : length;
}

// Collation: keys that compare, byte by byte, as a locale orders names.
static inline UCollator *newsroom_ucol_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &status);
  return U_FAILURE(status) ? NULL : collator;
}
static inline const char *newsroom_ucol_actual_locale(const UCollator *collator) {
  UErrorCode status = U_ZERO_ERROR;
  const char *name = ucol_getLocaleByType(collator, ULOC_ACTUAL_LOCALE, &status);
  return U_FAILURE(status) ? NULL : name;
}
static inline int32_t newsroom_ucol_get_sort_key(
    const UCollator *collator, const UChar *text, int32_t count, uint8_t *key, int32_t capacity) {
  return ucol_getSortKey(collator, text, count, key, capacity);
}
static inline void newsroom_ucol_close(UCollator *collator) { ucol_close(collator); }

// What a BCP 47 tag means, in English: how many units were written, 0 where the tag is none.
static inline int32_t newsroom_uloc_display(
    int32_t (*display)(const char *, const char *, UChar *, int32_t, UErrorCode *), const char *tag, UChar *name,
    int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  int32_t parsed = 0;
  uloc_forLanguageTag(tag, locale, sizeof locale, &parsed, &status);
  if (U_FAILURE(status) || (size_t)parsed != strlen(tag)) return 0;
  int32_t count = display(locale, "en", name, capacity, &status);
  return U_FAILURE(status) || count > capacity ? 0 : count;
}
static inline int32_t newsroom_uloc_display_country(const char *tag, UChar *name, int32_t capacity) {
  return newsroom_uloc_display(uloc_getDisplayCountry, tag, name, capacity);
}
static inline int32_t newsroom_uloc_display_language(const char *tag, UChar *name, int32_t capacity) {
  return newsroom_uloc_display(uloc_getDisplayName, tag, name, capacity);
}

// The version of the library that is used, which may be newer than its headers: U_MAX_VERSION_STRING_LENGTH characters.
static inline void newsroom_u_get_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, text);
}
