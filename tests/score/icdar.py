#!/usr/bin/env python3
"""Score what thresh reads of reports as text against their tables' true cells.

usage: icdar.py --thresh PATH FOLDER [--list]

FOLDER holds NAME.txt (pdftotext -layout of the pages) and NAME-str.xml, the
tables of those pages as the ICDAR 2013 competition gives them: cells with rows
and columns, and no word on which are headings. Here a table's headings are the
rows above the first that has a figure (no year, nor four or more that count
on) beside its first column, and a row's label is the nearest text left of the
figure.

Of the figures below headings, it counts those that an observation has (value
and, as far as it goes, text), those with the words of the row's label among
the labels of its row, and of these those with the words of the lowest
heading among the labels of its column. Each observation counts once.
"""
import argparse
import collections
import pathlib
import re
import xml.etree.ElementTree

from expected import number, observed, read, text_of

YEAR = re.compile(r'(1[89]|20)\d\d(\D(1[89]|20)?\d\d)?$')


def figure(text):
    """The number of a cell, or None. Whether parentheses are a minus or set
    a column apart, the truth does not say: signs are not compared."""
    plain = re.sub(r'[\s,$%]', '', text).strip('*')
    enclosed = re.fullmatch(r'\((\d[\d.]*)\)', plain)
    plain = (enclosed[1] if enclosed else plain).lstrip('-\u2013\u2212')
    return number(plain)


def words(texts):
    """The words of texts, where a hyphen parts none: a word may be broken over
    two lines."""
    joined = ' '.join(t or '' for t in texts).lower()
    return set(re.findall('[^\\W_]+', re.sub('[-\u2010-\u2014]', '', joined)))


def has_words(found, wanted):
    """Whether all wanted words are found. The truth has lost blanks at the
    ends of lines ("fallenrollment"): a word may be several in one."""
    def parts(word):
        return word in found or any(
            word.startswith(one) and parts(word[len(one):])
            for one in found if len(one) < len(word))
    return all(parts(word) for word in wanted)


def is_label(text):
    """No figure, nor a range of them beside an estimate, "(1.5\u20132.5)", nor
    a sign for one that is missing."""
    return (figure(text) is None and re.search(r'[^\W\d_]{2}', text) is not None
            or YEAR.match(text) is not None)


def cells_of(region):
    for cell in region.iter('cell'):
        row, col = int(cell.get('start-row')), int(cell.get('start-col'))
        yield (row, int(cell.get('end-row') or row), col,
               int(cell.get('end-col') or col),
               text_of(cell.findtext('content') or ''))


def counts_on(numbers):
    return (len(numbers) > 3 and all(number.isdigit() for number in numbers)
            and all(int(b) == int(a) + 1
                    for a, b in zip(numbers, numbers[1:])))


def wanted_of(region):
    """(number, words of the row, words of the column) of each figure."""
    cells = sorted(cells_of(region))
    rows = collections.defaultdict(list)
    for row, _, col, _, text in cells:
        if col > 0 and figure(text) is not None and not YEAR.match(text):
            rows[row].append(text)
    first = min((row for row, texts in rows.items() if not counts_on(texts)),
                default=None)
    if first is None:
        return
    for row, _, col, _, text in cells:
        if col == 0 or row < first or figure(text) is None:
            continue
        left = [(c2, t) for r, r2, c, c2, t in cells
                if r <= row <= r2 and c2 < col and t and is_label(t)]
        above = [(r, t) for r, _, c, c2, t in cells
                 if r < first and 0 < c <= col <= c2 and t]
        yield (figure(text), words([max(left)[1]] if left else []),
               words([max(above)[1]] if above else []))


def take(found, value, row, col):
    """Whether value, row and column are found; takes what fits best."""
    best, best_at = (False, False, False), None
    for at, (labels, heads) in enumerate(found.get(value, [])):
        right = has_words(labels, row)
        fit = (True, right, right and has_words(heads, col))
        if fit > best:
            best, best_at = fit, at
    if best_at is not None:
        del found[value][best_at]
    return best


def score(thresh, truth):
    source = truth.with_name(truth.name.replace('-str.xml', '.txt'))
    found = collections.defaultdict(list)
    for _, rows, columns, value, text in observed(read(thresh, source)):
        key = (number(str(value).lstrip('-')) if value is not None
               else figure(text or ''))
        found[key].append((words(rows), words(columns)))
    wanted = []
    for region in xml.etree.ElementTree.parse(truth).iter('region'):
        wanted.extend(wanted_of(region))
    fits = [take(found, *one) for one in wanted]
    missed = [one for one, fit in zip(wanted, fits) if not fit[2]]
    return [len(wanted), *(sum(fit[i] for fit in fits) for i in range(3))], \
        missed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--thresh', required=True)
    parser.add_argument('--list', action='store_true')
    parser.add_argument('folder', type=pathlib.Path)
    args = parser.parse_args()
    total = [0, 0, 0, 0]
    for truth in sorted(args.folder.glob('*-str.xml')):
        counts, missed = score(args.thresh, truth)
        total = [a + b for a, b in zip(total, counts)]
        if args.list:
            print(truth.name.split('-str')[0], *counts)
            for value, row, col in missed[:3]:
                print(f'    {value} {sorted(row)} {sorted(col)}'[:150])
    cells, value, row, both = total
    print(f'figures {cells}, read {value / cells:.4f}, with their row '
          f'{row / cells:.4f}, with their column too {both / cells:.4f}')


if __name__ == '__main__':
    main()
