// malloc_trim, which Glibc in Swift leaves out.
#pragma once
#include <malloc.h>
