/* Tables of every shape. See shapes.h. */
#include "shapes.h"

#include <stddef.h>

const char shape_text[] =
    "[Topic](#);;;;;\n"
    "3;;;;;\n"
    "Persons in Norway,;;;;;\n"
    "by region, sex and age. 2007;;;;;\n"
    "\n"
    "Region \xC2\xB9;Sex;Total;Age;;\n"
    ";;;Young;Old;\n"
    ";;;To 19;20 to 66;Above\n"
    "Oslo 1);Males;1 000;500;\"300\";200\n"
    "\"The\nrest\";Males;1,5*;-;..;few\n"
    ";Females;2,5;1;\"x\"\"y\";0\n"
    "\n"
    "Region \xC2\xB9;Sex;Total;Age;;\n"
    ";;;Young;Old;\n"
    ";;;To 19;20 to 66;Above\n"
    "\"open;Males;7;1;2;4\n"
    "\n"
    "1) Note;;;;;\n"
    "that goes on;;;;;\n"
    "Source: Office;;;;;\n"
    "\n"
    "Persons in Sweden, by region, sex and age. 2007;;;;;\n"
    "\n"
    "Region;Sex;Total;Age;;\n"
    ";;;Young;Old;\n"
    ";;;To 19;20 to 66;Above\n"
    "Lund;Males;2,5;1,5;1;\n";

const char *const shapes[] = {
    /* cut-ins in cut-ins, labels over two lines, a note in columns */
    "Age;A;B\n(1);(2);(3)\nOslo\nMen\n0-17 and\nless;1;2\n18-66;3;4\nWomen\n"
    "0-17 and;5;6\nless\n18-66;7;8\n\n\xC2\xB9;Raised;note\n",
    "Age;A;B\nOslo\nMen\n0-17;1;2\n18+;3;4\nWomen\n0-17;5;6\n18+;7;8\nLund\n"
    "Men\n0-17;1;2\n18+;3;4\n",
    /* filled down, with texts as values; in lines of their own */
    "Land;Sex;A;B\nOslo;Men;1;2\n;Women;3;4\nLund;Men;few;4\n;Women;few;x\n",
    "City;Sex;A\nOslo\n;Men;1\n;Women;2\nLund\n;Men;3\n;Women;4\n",
    /* one label a row, and one row with two */
    "Post;;C\nTenured;;30\n;Male;18\n;Female;12\nOther;;7\n;Male;4\n"
    ";Female;3\n",
    /* several keys in a label */
    "unit,geo\\time;2006;20071\nYR,NO;1;2\nYR,SE;3;4\nMO,NO;5;6\n",
    /* side by side */
    "Land;D;Land;D\nNorway;1;Sweden;2\nFinland;3;Iceland;4\n",
    /* a list of records, and one with a code beside each name */
    "Sex;Age;Year;N\nM;y;1;5\nM;y;2;6\nM;o;1;7\nM;o;2;8\nF;y;1;9\nF;y;2;5\n"
    "F;o;1;6\nF;o;2;8\n",
    "Code;Land;A;B\n1;Total;30;50\n1.1;North;10;20\n1.2;South;20;30\n",
    NULL,
};
