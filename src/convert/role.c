/* The names of roles, as --explain and programs see them. */
#include "thresh/reader.h"

const char *
thresh_role_name(thresh_role role) {
    switch (role) {
    case THRESH_ROLE_BLANK: return "blank";
    case THRESH_ROLE_TOPIC: return "topic";
    case THRESH_ROLE_TABLE_NUMBER: return "table_number";
    case THRESH_ROLE_TITLE: return "title";
    case THRESH_ROLE_HEADER: return "header";
    case THRESH_ROLE_REPEATED_HEADER: return "repeated_header";
    case THRESH_ROLE_DATA: return "data";
    case THRESH_ROLE_GROUP: return "group";
    case THRESH_ROLE_NOTE: return "note";
    case THRESH_ROLE_SOURCE: return "source";
    case THRESH_ROLE_LEGEND: return "legend";
    case THRESH_ROLE_PAGE_FURNITURE: return "page_furniture";
    case THRESH_ROLE_REJECTED: return "rejected";
    case THRESH_ROLE_SKIPPED: return "skipped";
    }
    return "unknown";
}
