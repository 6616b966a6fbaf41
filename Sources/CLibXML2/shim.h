// libxml2's HTML reader for Swift.
#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 converts encodings with ICU and would draw in ICU's headers, which Foundation declares otherwise. Nothing
// here converts encodings: texts are UTF-8.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

// The version of the library that is used, which may be newer than its headers: 20914 is 2.9.14.
static inline const char *newsroom_xml_version(void) { return xmlParserVersion; }
