/* The workbook of the benchmark "workbook", written straight on libxlsxwriter: the same cells, looks
   and formulas, so that scripts/compare-workbooks finds the same bytes in every part of both files.

   Usage: workbook small|large FILE.xlsx */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { STATED = 7, COLUMNS = 11 };
enum { LABELS, MONEY, CHANGE, SHARE, SHARE_NEAR_ZERO, KINDS };
enum { ITEM, SUBTOTAL, TOTAL, ROLES };

static const char *titles[COLUMNS] = {
  "Budget period", "Utfall period", "Avvikelse period", "Avvikelse %", "Budget helår",
  "Prognos helår", "Avvikelse helår", "Fg prognos", "Bokslut fg år", "Skillnad", "Plan",
};
static const int kinds[COLUMNS] = {
  MONEY, MONEY, CHANGE, SHARE, MONEY, MONEY, CHANGE, MONEY, MONEY, CHANGE, MONEY,
};
static const char *patterns[KINDS] = {
  NULL, "#,##0.00;[Red]-#,##0.00", "+#,##0.00;[Red]-#,##0.00;#,##0.00",
  "+#,##0.0\"\u00a0\"%;[Red]-#,##0.0\"\u00a0\"%;#,##0.0\"\u00a0\"%",
  "#,##0.0\"\u00a0\"%",
};

static int sheets = 12, groups = 165, areas = 100, columns = COLUMNS;
static const double header_height = 30.5;

static lxw_workbook *workbook;
static lxw_format *formats[ROLES][KINDS];

static void fail(const char *what, lxw_error error) {
  fprintf(stderr, "workbook: %s: %s\n", what, lxw_strerror(error));
  exit(74);
}

static void check(lxw_error error, const char *what) {
  if (error) fail(what, error);
}

static lxw_format *plain(double points) {
  lxw_format *format = workbook_add_format(workbook);
  format_set_font_name(format, "Arial");
  format_set_font_size(format, points);
  return format;
}

/* The look of a kind of cells in a kind of rows, made when it is met for the first time. */
static lxw_format *look(int role, int kind) {
  if (formats[role][kind]) return formats[role][kind];
  lxw_format *format = plain(11);
  if (role != ITEM) format_set_bold(format);
  if (patterns[kind]) format_set_num_format(format, patterns[kind]);
  format_set_align(format, kind == LABELS ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
  if (kind == LABELS && role == ITEM) format_set_indent(format, 1);
  if (role != ITEM) format_set_top(format, LXW_BORDER_THIN);
  format_set_bottom(format, role == TOTAL ? LXW_BORDER_MEDIUM : LXW_BORDER_HAIR);
  if (role != TOTAL) format_set_bottom_color(format, 0xBFBFBF);
  return formats[role][kind] = format;
}

static lxw_format *header_look(int is_label) {
  lxw_format *format = plain(11);
  format_set_bold(format);
  format_set_align(format, is_label ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
  format_set_text_wrap(format);
  format_set_bottom(format, LXW_BORDER_THIN);
  format_set_bg_color(format, 0xEDEDED);
  return format;
}

static void state(int64_t *figures, int sheet, int row) {
  for (int column = 0; column < STATED; column++)
    figures[column] =
      ((int64_t)sheet * 1299709 + (int64_t)row * 7919 + (int64_t)column * 104729) % 100000007 + 1;
}

/* What the columns show of the stated figures; the share is no money. */
static double shown(const int64_t *s, int column) {
  const int64_t ore[COLUMNS] = {
    s[0], s[1], s[0] - s[1], 0, s[2], s[3], s[2] - s[3], s[4], s[5], s[4] - s[5], s[6],
  };
  return column == 3 ? (double)(s[0] - s[1]) / (double)s[0] : (double)ore[column] / 100;
}

/* The formula of a column with an expression; `row` is counted from 1. */
static int expression(char *text, int column, unsigned row) {
  const char *deviation = "=IF(COUNT(%c%u,%c%u)<2,\"–\",%c%u-%c%u)";
  const char *share = "=IF(COUNT(B%u,C%u)<2,\"–\",IF(ABS(B%u)=0,\"–\",(B%u-C%u)/ABS(B%u)))";
  char a = (char)('B' + column - 2), b = (char)(a + 1);
  if (kinds[column] == CHANGE) return sprintf(text, deviation, a, row, b, row, a, row, b, row);
  if (kinds[column] == SHARE) return sprintf(text, share, row, row, row, row, row, row);
  return 0;
}

/* The sum of a group's rows, or of all groups' sums. */
static void sum(char *text, int role, int column, unsigned header) {
  char letter = (char)('B' + column), *end = text;
  static char cells[8000];
  char *place = cells;
  for (int group = 0; group < (role == TOTAL ? groups : 0); group++)
    place += sprintf(place, "%s%c%u", group ? "," : "", letter, header + 1 + group * (areas + 1));
  if (role == SUBTOTAL)
    sprintf(place, "%c%u:%c%u", letter, header + 1, letter, header + areas);
  end += sprintf(end, "=IF(COUNT(%s)=0,\"–\",SUM(%s))", cells, cells);
}

static void write_row(
  lxw_worksheet *sheet, unsigned row, int role, const char *label, const int64_t *figures,
  unsigned header
) {
  char formula[16384];
  check(worksheet_write_string(sheet, row, 0, label, look(role, LABELS)), label);
  for (int column = 0; column < columns; column++) {
    double number = shown(figures, column);
    int is_zero = kinds[column] == SHARE && number != 0 && number > -0.0005 && number < 0.0005;
    lxw_format *format = look(role, is_zero ? SHARE_NEAR_ZERO : kinds[column]);
    lxw_error error;
    if (expression(formula, column, row + 1)) {
      error = worksheet_write_formula_num(sheet, row, column + 1, formula, format, number);
    } else if (role != ITEM) {
      sum(formula, role, column, header);
      error = worksheet_write_formula_num(sheet, row, column + 1, formula, format, number);
    } else {
      error = worksheet_write_number(sheet, row, column + 1, number, format);
    }
    check(error, label);
  }
}

static void add(int64_t *sum, const int64_t *figures) {
  for (int column = 0; column < STATED; column++) sum[column] += figures[column];
}

static unsigned write_groups(lxw_worksheet *sheet, int number, unsigned first) {
  int64_t total[STATED] = {0};
  lxw_row_col_options below = {.level = 1};
  char label[64];
  unsigned row = first;
  for (int group = 0; group < groups; group++) {
    int64_t sums[STATED] = {0}, figures[STATED];
    for (int area = 0; area < areas; area++) {
      state(figures, number, group * areas + area);
      add(sums, figures);
    }
    add(total, sums);
    sprintf(label, "Nämnd %d", group + 1);
    write_row(sheet, row, SUBTOTAL, label, sums, row + 1);
    row++;
    for (int area = 0; area < areas; area++, row++) {
      state(figures, number, group * areas + area);
      sprintf(label, "Enhet %d.%d", group + 1, area + 1);
      check(worksheet_set_row_opt(sheet, row, LXW_DEF_ROW_HEIGHT, NULL, &below), label);
      write_row(sheet, row, ITEM, label, figures, 0);
    }
  }
  write_row(sheet, row, TOTAL, "Totalt", total, first);
  return row;
}

/* As wide as the texts of the large workbook need, in digits. */
static double width(int column) {
  static const double widths[COLUMNS + 1] = {
    15.28515625, 17.140625, 17.140625, 15.5703125, 16.85546875, 17.140625, 17.140625, 15.5703125,
    17.140625, 17.140625, 15.5703125, 17.140625,
  };
  return widths[column] - 5.0 / 7.0;
}

static lxw_format *line_look(double points, int is_bold) {
  lxw_format *format = plain(points);
  if (is_bold) format_set_bold(format);
  format_set_align(format, LXW_ALIGN_LEFT);
  return format;
}

static void write_sheet(int number) {
  static lxw_format *title, *heading, *unit, *labels, *headers;
  char name[16];
  sprintf(name, "Blad %d", number + 1);
  lxw_worksheet *sheet = workbook_add_worksheet(workbook, name);
  if (!sheet) fail(name, LXW_ERROR_PARAMETER_VALIDATION);
  for (int column = 0; column <= columns; column++)
    check(worksheet_set_column(sheet, column, column, width(column), NULL), name);
  unsigned row = 0;
  if (!title) title = line_look(16, 1);
  if (number == 0) {
    worksheet_activate(sheet);
    check(worksheet_write_string(sheet, row++, 0, "Uppföljning", title), name);
    check(worksheet_write_string(sheet, row++, 0, "Provköping", line_look(12, 0)), name);
    row++;
    heading = line_look(13, 1);
  }
  check(worksheet_write_string(sheet, row++, 0, name, number ? title : heading), name);
  row++;
  if (!unit) unit = line_look(10, 0);
  check(worksheet_write_string(sheet, row++, 0, "Belopp i kr", unit), name);
  worksheet_outline_settings(sheet, 1, 0, 1, 0);
  if (!labels) labels = header_look(1);
  unsigned header = row++;
  check(worksheet_set_row(sheet, header, header_height, NULL), name);
  check(worksheet_write_string(sheet, header, 0, "Område", labels), name);
  if (!headers) headers = header_look(0);
  for (int column = 0; column < columns; column++)
    check(worksheet_write_string(sheet, header, column + 1, titles[column], headers), name);
  unsigned last = write_groups(sheet, number, row);
  worksheet_freeze_panes(sheet, row, columns > 5 ? 1 : 0);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, 0.6, 0.6, 0.8, 0.8);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  check(worksheet_print_area(sheet, 0, 0, last, columns > 5 ? columns : 7), name);
  check(worksheet_repeat_rows(sheet, header, header), name);
  check(
    worksheet_set_header(sheet, "&L&9&\"Arial,Regular\"Uppföljning&R&9&\"Arial,Regular\"&A"), name
  );
  check(
    worksheet_set_footer(
      sheet, "&L&9&\"Arial,Regular\"Provköping&R&9&\"Arial,Regular\"Sida &P av &N"
    ),
    name
  );
}

int main(int count, char **arguments) {
  if (count == 3 && strcmp(arguments[1], "small") == 0) {
    sheets = 1, groups = 3, areas = 2, columns = 5;
  } else if (count != 3 || strcmp(arguments[1], "large") != 0) {
    fputs("usage: workbook small|large FILE.xlsx\n", stderr);
    return 64;
  }
  lxw_workbook_options options = {.constant_memory = 0};
  workbook = workbook_new_opt(arguments[2], &options);
  if (!workbook) fail("workbook", LXW_ERROR_MEMORY_MALLOC_FAILED);
  lxw_format *body = STAILQ_FIRST(workbook->formats);
  format_set_font_name(body, "Arial");
  format_set_font_size(body, 11);
  lxw_doc_properties properties = {
    .title = "Uppföljning", .subject = "", .author = "Provköping", .comments = "Koll",
    .created = 1609502400,
  };
  check(workbook_set_properties(workbook, &properties), "properties");
  for (int sheet = 0; sheet < sheets; sheet++) write_sheet(sheet);
  check(workbook_close(workbook), "closing");
  return 0;
}
