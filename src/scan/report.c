/* Telling the listener, and keeping the tally. See report.h. */
#include "scan/report.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/str.h"

/* Where the tally counts the cells of a line. */
static uint64_t *
counter(thresh_tally *tally, thresh_role role) {
    switch (role) {
    case THRESH_ROLE_TOPIC:
    case THRESH_ROLE_TABLE_NUMBER:
    case THRESH_ROLE_TITLE: return &tally->captions;
    case THRESH_ROLE_HEADER:
    case THRESH_ROLE_DATA:
    case THRESH_ROLE_GROUP: return &tally->labels;
    case THRESH_ROLE_NOTE:
    case THRESH_ROLE_SOURCE:
    case THRESH_ROLE_LEGEND: return &tally->notes;
    case THRESH_ROLE_REPEATED_HEADER:
    case THRESH_ROLE_PAGE_FURNITURE: return &tally->furniture;
    case THRESH_ROLE_BLANK:
    case THRESH_ROLE_SKIPPED:
    case THRESH_ROLE_REJECTED: break;
    }
    return &tally->rejected;
}

static void
count_cells(thr_report *report, thresh_role role, size_t cells) {
    report->tally.cells += cells;
    *counter(&report->tally, role) += cells;
}

void
thr_report_row(thr_report *report, size_t cells) {
    count_cells(report, THRESH_ROLE_DATA, cells);
}

void
thr_report_line(thr_report *report, const thr_record *record, thresh_role role,
                const char *reason) {
    if (record->furniture > 0) {
        role = THRESH_ROLE_PAGE_FURNITURE;
        reason = "it heads each page";
    } else if (record->rule && role == THRESH_ROLE_BLANK) {
        reason = "a rule";
    }
    count_cells(report, role, record->filled + record->furniture);
    const thresh_listener *listener = report->listener;
    if (listener == NULL || listener->line == NULL)
        return;
    thresh_line line = {.place = thr_record_place(record, 0),
                        .role = role,
                        .text = thr_buf_view(&record->text),
                        .reason = thr_str(reason)};
    listener->line(listener->ctx, &line);
}

void
thr_report_values(thr_report *report, size_t observations, size_t rejected) {
    report->tally.labels -= observations + rejected;
    report->tally.observations += observations;
    report->tally.rejected += rejected;
}

void
thr_report_decision(const thr_report *report, const char *what,
                    thresh_str value, const char *reason) {
    thr_report_doubt(report, what, value, reason, (thresh_str){NULL, 0});
}

void
thr_report_doubt(const thr_report *report, const char *what, thresh_str value,
                 const char *reason, thresh_str hint) {
    const thresh_listener *listener = report->listener;
    if (listener == NULL || listener->decision == NULL)
        return;
    thresh_decision decision = {what, value, thr_str(reason), hint};
    listener->decision(listener->ctx, &decision);
}

void
thr_report_warning(const thr_report *report, const thresh_place *place,
                   const char *format, ...) {
    const thresh_listener *listener = report->listener;
    if (listener == NULL || listener->warning == NULL)
        return;
    thresh_error warning;
    va_list args;
    va_start(args, format);
    thr_error_fill(&warning, THRESH_OK, place, format, args);
    va_end(args);
    listener->warning(listener->ctx, &warning);
}

void
thr_report_dialect(const thr_report *report, const thr_dialect *dialect) {
    const char *name = thr_dialect_name(dialect->delimiter);
    const char *rival = thr_dialect_name(dialect->rival);
    char hint[32] = "";
    if (dialect->rival != 0)
        (void)snprintf(hint, sizeof hint, "--delimiter %s", rival);
    thr_report_doubt(report, "delimiter", thr_str(name), dialect->reason,
                     thr_str(hint));
    if (dialect->rival != 0)
        thr_report_warning(report, &(thresh_place){.line = 1, .column = 1},
                           "%s cuts the lines as evenly as %s, and into more "
                           "cells; they are cut at each %s, and --delimiter "
                           "%s gives the other reading",
                           rival, name, name, rival);
}
