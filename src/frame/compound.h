/* Headings that name two things in one cell, as flat files and databases print
 * them, to two levels of headings:
 *
 *     Region | Persons 2018 | Males 2018 | Persons 2019 | Males 2019
 *     -> 2018: Persons, Males; 2019: Persons, Males
 *
 *     Estimate!!Total | Margin of Error!!Total | Estimate!!Total!!Male | ...
 *     -> Estimate: Total; Margin of Error: Total; Estimate: Total: Male; ...
 */
#ifndef THR_FRAME_COMPOUND_H
#define THR_FRAME_COMPOUND_H

#include "model/table.h"
#include "scan/report.h"

/* Split the headings of a header of one line, if all of them are of one such
 * form and each part of one kind stands with each of the other, once. Where
 * each is a year and the same word in parentheses, that is the unit. Fails
 * with THRESH_E_MEMORY. */
thresh_result thr_compound_split(thresh_table *table, thr_report *report,
                                 thresh_error *err);

#endif
