#!/usr/bin/env python3
"""Score what thresh reads against tables that others expected of a file.

usage: expected.py --thresh PATH CORPUS [--list]

CORPUS holds atbench/NAME/{data,gt}.csv and us_treasury_dts/*.txt with
expected/*_tN.csv. Both sides become a multiset of (labels, values), where
labels are a set of texts; a file is exact if the multisets are equal, and a
cell matches if it is in both.

atbench: each value of the expected relation, with the texts of its row and its
column's name. The column called "value" is the one of values; without it those
after the first with numbers in more than half of their filled cells, or else
all after the first. Empty labels are left out on both sides. A text that thresh reads
as an observation is a label of the numbers on its line.
Of thresh, the labels are those of the row, with all their ancestors, and of
the column, its levels joined as printed.

us_treasury_dts: the expected names of columns are made up, so the values of a
row stay together, in order, below the words of its labels (letters and digits
alone). What the file does not print above its rows (dates, surtype, is_total,
"deposit" and "withdrawal") is no label, nor is a total printed below its parts
a label of theirs: the expected tables know headings alone. They are looked for
among all tables of the file, so extra rows do not count there.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess

MADE = {'table', 'date', 'year-month', 'year', 'month', 'day', 'is_total',
        'footnote', 'surtype'}
SORTS = {'deposit', 'withdrawal'}


def text_of(cell):
    return ' '.join(str(cell).split())


def number(cell):
    """The number to 14 digits, since the expected ones are doubles; or None."""
    try:
        plain = str(cell).strip().replace(',', '').strip('$%')
        return f'{float(plain) + 0.0:.14g}'
    except ValueError:
        return None


def words(labels):
    return frozenset(re.findall('[a-z0-9]+', ' '.join(labels).lower()))


def rows_of(path):
    with open(path, newline='', encoding='utf-8-sig') as file:
        return list(csv.reader(file))


def read(thresh, path):
    done = subprocess.run(
        [thresh, '-q', '-t', 'json', '--columns',
         'line,field', '--set', 'indent=0', path], stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return json.loads(done.stdout)['tables'] if done.returncode == 0 else []


def path_of(dimension, record, headings):
    """The labels of a record in a dimension, its ancestors with it: of these,
    only those printed above it where `headings` are asked for."""
    label = record[dimension['name']]
    cats = dimension['categories']
    same = [c for c in cats if c['label'] == label]
    at = next((c for c in same if c['line'] == record['line']),
              same[0] if same else None)
    out = [text_of(label)] if label is not None else []
    while at is not None and at['parent'] is not None:
        at = cats[at['parent']]
        if not headings or at['line'] < record['line']:
            out.append(text_of(at['label']))
    return out


def observed(tables, headings=False):
    """(line, row labels, column labels, value, text) of each observation."""
    for table in tables:
        for record in table['data']:
            by_axis = {'rows': [], 'columns': []}
            for one in table['dimensions']:
                by_axis.setdefault(one['axis'], []).extend(
                    path_of(one, record, headings))
            yield (record['line'], by_axis['rows'], by_axis['columns'],
                   record.get('value'), record.get('text'))


def wanted_cells(path):
    header, *rows = rows_of(path)
    rows = [r + [''] * (len(header) - len(r)) for r in rows]
    values = set()
    for i, name in enumerate(header):
        filled = [r[i] for r in rows if r[i].strip()]
        figures = sum(number(c) is not None for c in filled)
        if i and 2 * figures > len(filled):
            values.add(i)
    if 'value' in header:
        values = {header.index('value')}
    values = values or set(range(1, len(header)))
    out = collections.Counter()
    for row in rows:
        labels = {text_of(c) for i, c in enumerate(row)
                  if i not in values and c.strip()}
        for i in values:
            if row[i].strip():
                name = [] if header[i] == 'value' else [text_of(header[i])]
                out[frozenset(labels.union(name)),
                    number(row[i]) or text_of(row[i])] += 1
    return out


def found_cells(tables):
    seen = list(observed(tables))
    texts = collections.defaultdict(set)
    for line, _, _, value, text in seen:
        if value is None and text:
            texts[line].add(text_of(text))
    figures = {line for line, _, _, value, _ in seen if value is not None}
    out = collections.Counter()
    for line, rows, columns, value, text in seen:
        if value is not None:
            labels = frozenset(texts[line].union(rows, columns))
            out[labels - {''}, number(value)] += 1
        elif text and line not in figures:
            out[frozenset(rows + columns) - {''},
                number(text) or text_of(text)] += 1
    return out


def wanted_rows(path):
    header, *rows = rows_of(path)
    start = header.index('is_total') + 1
    out = collections.Counter()
    for row in rows:
        labels = [c for h, c in zip(header, row) if h not in MADE
                  and c not in SORTS and header.index(h) < start]
        figures = tuple(number(c) for h, c in zip(header[start:], row[start:])
                        if h != 'footnote')
        out[words(labels), figures] += 1
    return out


def found_rows(tables):
    lines = collections.defaultdict(list)
    for line, rows, _, value, _ in observed(tables, headings=True):
        lines[line, words(rows)].append(number(value))
    return collections.Counter((labels, tuple(figures))
                               for (_, labels), figures in lines.items())


def tell(name, wanted, found):
    print(f'{name}: {sum((wanted & found).values())} of '
          f'{sum(wanted.values())}, {sum(found.values())} read')
    for title, rest in (('missed', wanted - found), ('read', found - wanted)):
        for labels, value in list(rest)[:3]:
            print(f'    {title} {sorted(labels)} {value}'[:200])


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--thresh', required=True)
    parser.add_argument('--list', action='store_true')
    parser.add_argument('corpus', type=pathlib.Path)
    args = parser.parse_args()
    scores = collections.defaultdict(list)
    for truth in sorted(args.corpus.glob('atbench/*/gt.csv')):
        wanted = wanted_cells(truth)
        found = found_cells(read(args.thresh, truth.parent / 'data.csv'))
        family = 'atbench ' + truth.parent.name.rsplit('_', 1)[0]
        scores[family].append((wanted, found, wanted == found))
        if args.list and wanted != found:
            tell(truth.parent.name, wanted, found)
    for truth in sorted(args.corpus.glob('us_treasury_dts/expected/*.csv')):
        source = truth.parent.parent / (truth.stem.split('_')[0] + '.txt')
        wanted = wanted_rows(truth)
        found = found_rows(read(args.thresh, source))
        exact = not wanted - found
        scores['us_treasury_dts'].append((wanted, found, exact))
        if args.list and not exact:
            tell(truth.stem, wanted, found)
    for family, files in scores.items():
        right = sum(sum((w & f).values()) for w, f, _ in files)
        total = sum(sum(w.values()) for w, _, _ in files)
        print(f'{family}: {len(files)} tables, '
              f'{sum(e for _, _, e in files)} exact, '
              f'{right} of {total} '
              f'{"rows" if family.startswith("us") else "cells"}')


if __name__ == '__main__':
    main()
