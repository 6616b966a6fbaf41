// ICU for Swift. ICU renames its functions by version with macros, which Swift cannot see: each one we use is wrapped
// under its own name with `newsroom_` before it, and does nothing else unless it says so.
#pragma once
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utext.h>

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
static inline const char *newsroom_u_unicode_version(void) { return U_UNICODE_VERSION; }
