/**
 * # thresh - read published statistical tables, write tidy data
 *
 * One include for the whole library. The conventions are in thresh/core.h.
 */
#ifndef THRESH_THRESH_H
#define THRESH_THRESH_H

#include "thresh/core.h"
#include "thresh/reader.h"
#include "thresh/sums.h"
#include "thresh/table.h"
#include "thresh/writer.h"

#endif
