// ICU for Swift. ICU renames its functions by version with macros, which Swift cannot see: each one we use is wrapped.
#pragma once
#include <unicode/uchar.h>

static inline int32_t newsroom_u_east_asian_width(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH); }
