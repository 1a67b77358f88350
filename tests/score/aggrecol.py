#!/usr/bin/env python3
"""Score the sums that thresh finds against annotated ones (AggreCol's form).

usage: aggrecol.py --thresh PATH FILE.jsonl.gz [--list N] [--only NAME]

Each line of FILE is a table: `table_array` with its cells, and
`aggregation_annotations` with aggregator_index, aggregatee_indices and
operator. The cells are given to thresh as tab text. A sum counts as found if
the same cell is the total of the same cells; a total with other parts is both
wrong and missed. On both sides cells without a number are left out of the
parts, and so are sums of fewer than two: a copy is no sum. The annotations
know no differences: "net = in - out" is written as "in = net + out", and so
are those of thresh here.
"""
import argparse
import collections
import gzip
import json
import os
import re
import subprocess
import tempfile


def as_text(cells):
    """Tab text, a record a line."""
    def clean(cell):
        return ' '.join(str(cell).split()) if cell.strip() else cell.replace(
            '\t', ' ').replace('\n', ' ').replace('\r', ' ')
    return '\n'.join('\t'.join(clean(cell) for cell in row)
                     for row in cells) + '\n'


def read(thresh, text):
    with tempfile.NamedTemporaryFile('w', suffix='.tsv', delete=False,
                                     encoding='utf-8') as file:
        file.write(text)
    try:
        done = subprocess.run(
            [thresh, '-q', '--delimiter', 'tab', '-t', 'json', '--columns',
             'line,field', '--set', 'indent=0', file.name],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=60)
    finally:
        os.unlink(file.name)
    return json.loads(done.stdout) if done.returncode == 0 else None


def found_sums(document):
    """{(total cell, frozenset of parts)} over all tables."""
    out = set()
    for table in document['tables']:
        rows = [d for d in table['dimensions'] if d['axis'] == 'rows']
        columns = [d for d in table['dimensions'] if d['axis'] == 'columns']
        places = {}
        for record in table['data']:
            keys = tuple(record[d['name']] for d in rows + columns)
            places.setdefault(keys, (record['line'] - 1, record['field'] - 1))
        fields = [c['field'] - 1 for c in table['columns']]
        lines = sorted({record['line'] - 1 for record in table['data']})
        for one in map(as_sum, table['sums']):
            failed = {(f['line'] - 1, f['field'] - 1) for f in one['failed']}
            out |= cells_of(one, rows, columns, fields, lines, places, failed)
    return out


def as_sum(one):
    """A difference the other way round: its first part is the total."""
    if one['kind'] != 'difference':
        return one
    first, *others = one['parts']
    return {**one, 'total': first, 'parts': [one['total'], *others]}


def cells_of(one, rows, columns, fields, lines, places, failed):
    """The sum of categories as sums of cells."""
    out = set()
    along = next(d for d in rows + columns if d['name'] == one['dimension'])
    shared = rows if along in rows else columns
    members = [one['total']] + one['parts']
    # A code beside each name: no choice of lines, each name has its own row.
    alone = along in rows and len(along['categories']) >= len(lines)
    if along in rows and (len(shared) == 1 or alone):
        at = [along['categories'][m]['line'] - 1 for m in members]
        groups = [[(line, field) for line in at] for field in fields]
    elif len(shared) == 1:
        groups = [[(line, fields[m]) for m in members] for line in lines]
    else:
        index = (rows + columns).index(along)
        labels = [along['categories'][m]['label'] for m in members]
        by_rest = collections.defaultdict(dict)
        for keys, place in places.items():
            rest = keys[:index] + keys[index + 1:]
            by_rest[rest][keys[index]] = place
        groups = [[found.get(label) for label in labels]
                  for found in by_rest.values()]
    for group in groups:
        if group[0] is not None and group[0] not in failed:
            out.add((group[0], frozenset(p for p in group[1:] if p)))
    return out


def annotated_sums(table):
    return {(tuple(one['aggregator_index']),
             frozenset(map(tuple, one['aggregatee_indices'])))
            for one in table['aggregation_annotations']
            if one['operator'] == 'Sum'}


def is_number(cells, place):
    row, field = place
    text = cells[row][field] if field < len(cells[row]) else ''
    return any(c.isdigit() for c in text) and not any(
        c.isalpha() for c in text)


def number(cells, place):
    """The printed number, as far as arithmetic needs it; None if it is not
    clear."""
    text = cells[place[0]][place[1]].strip()
    text = re.sub('[\\s$%*]', '', text)
    negative = text.startswith(('-', '(', '\u2212'))
    text = text.strip('-()\u2212')
    if re.fullmatch(r'\d+,\d{1,2}', text):
        text = text.replace(',', '.')
    try:
        return float(text.replace(',', '')) * (-1 if negative else 1)
    except ValueError:
        return None


def holds(cells, total, parts):
    """Whether it adds up there but for rounding: a sum is claimed only of
    such cells."""
    whole, values = number(cells, total), [number(cells, p) for p in parts]
    if whole is None or None in values:
        return True
    scale = max([abs(v) for v in values] + [abs(whole)])
    return abs(whole - sum(values)) <= max(len(values), 0.02 * scale)


def over_numbers(cells, sums):
    """The sums with the parts that print a number: at least two of them."""
    out = set()
    for total, parts in sums:
        parts = frozenset(p for p in parts if is_number(cells, p))
        if is_number(cells, total) and len(parts) > 1:
            out.add((total, parts))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--thresh', required=True)
    parser.add_argument('--list', type=int, default=0)
    parser.add_argument('--only', default='')
    parser.add_argument('file')
    args = parser.parse_args()
    right = claimed = wanted = unread = 0
    worst = []
    with gzip.open(args.file, 'rt', encoding='utf-8') as file:
        for line in file:
            table = json.loads(line)
            if args.only not in table['file_name']:
                continue
            cells = table['table_array']
            document = read(args.thresh, as_text(cells))
            truth = over_numbers(cells, annotated_sums(table))
            found = set()
            if document is None:
                unread += 1
            else:
                found = {(total, parts) for total, parts in over_numbers(
                    cells, found_sums(document))
                         if holds(cells, total, parts)}
            good = len(found & truth)
            right += good
            claimed += len(found)
            wanted += len(truth)
            worst.append((len(truth) - good, len(found) - good, len(truth),
                          len(found), table['file_name'], table['table_id']))
    print(f'tables not read: {unread}')
    print(f'sums: {right} right, {claimed} claimed, {wanted} annotated')
    print(f'precision {right / max(claimed, 1):.4f}  '
          f'recall {right / max(wanted, 1):.4f}')
    for row in sorted(worst, reverse=True)[:args.list]:
        print('missed %d wrong %d of %d annotated, %d claimed: %s %s' % row)
    if args.list:
        print('most wrong:')
    for row in sorted(worst, key=lambda r: -r[1])[:args.list]:
        print('missed %d wrong %d of %d annotated, %d claimed: %s %s' % row)


if __name__ == '__main__':
    main()
