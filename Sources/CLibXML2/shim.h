// libxml2's HTML reader for Swift.
#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 converts encodings with ICU and would draw in ICU's headers, which Foundation declares otherwise. Nothing
// here converts encodings: texts are UTF-8.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
