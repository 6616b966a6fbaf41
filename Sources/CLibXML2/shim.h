// libxml2's HTML reader for Swift.
#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
