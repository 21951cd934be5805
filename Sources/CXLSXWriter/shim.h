#ifndef KOLL_CXLSXWRITER_SHIM_H
#define KOLL_CXLSXWRITER_SHIM_H

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

/* Gives the calling thread the C locale and returns the one that it had; NULL when that failed.
   The library prints numbers with the thread's decimal mark: a comma would spoil the file. */
static inline locale_t koll_enter_c_locale(void) {
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  return plain ? uselocale(plain) : (locale_t)0;
}

/* Gives the calling thread back the locale that it had. */
static inline void koll_leave_c_locale(locale_t former) {
  locale_t plain = uselocale(former);
  freelocale(plain);
}

/* The format of all cells that have none of their own: the first that the library makes.
   Column widths are counted in the digits of its font. */
static inline lxw_format *koll_default_format(lxw_workbook *workbook) {
  return workbook->formats ? STAILQ_FIRST(workbook->formats) : NULL;
}

/* Puts the sheet's name between apostrophes wherever the library writes it into a reference.
   By itself it leaves 2021 and A1 bare, which a spreadsheet program takes for something else.
   The name must hold no apostrophe. Returns 0 when memory ran out. */
static inline int koll_always_quote_name(lxw_worksheet *sheet) {
  size_t length = strlen(sheet->name);
  char *quoted = (char *)malloc(length + 3);
  if (!quoted) return 0;
  quoted[0] = '\'';
  memcpy(quoted + 1, sheet->name, length);
  quoted[length + 1] = '\'';
  quoted[length + 2] = '\0';
  free(sheet->quoted_name);
  sheet->quoted_name = quoted;
  return 1;
}

/* How many different strings the cells hold so far. */
static inline unsigned koll_distinct_strings(const lxw_workbook *workbook) {
  return workbook->sst->unique_count;
}

/* How many bytes those strings have, before the library escapes them for XML. */
static inline size_t koll_distinct_string_bytes(const lxw_workbook *workbook) {
  struct sst_element *element;
  size_t bytes = 0;
  STAILQ_FOREACH(element, workbook->sst->order_list, sst_order_pointers) {
    bytes += strlen(element->string);
  }
  return bytes;
}

#endif
