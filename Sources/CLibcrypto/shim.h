#ifndef KOLL_CLIBCRYPTO_SHIM_H
#define KOLL_CLIBCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
