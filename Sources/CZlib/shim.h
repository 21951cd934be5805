#ifndef KOLL_CZLIB_SHIM_H
#define KOLL_CZLIB_SHIM_H

#include <zlib.h>

#endif
