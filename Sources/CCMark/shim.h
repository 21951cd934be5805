#ifndef KOLL_CCMARK_SHIM_H
#define KOLL_CCMARK_SHIM_H

#include <cmark.h>

#endif
