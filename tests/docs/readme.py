#!/usr/bin/env python3
"""Run what README.md shows.

usage: readme.py --thresh PATH --library DIR --cc COMPILER [--flags FLAGS]

Blocks of commands with their output ("$ command" and lines below it, where a
line "..." stands for any lines) are run in a copy of samples/ and compared.
The C program is compiled and run on the sample. The R and Python lines are run
on the CSV of the sample. A README that shows none of them fails.
"""
import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))


def blocks(text, language):
    """The fenced blocks of a language, in order."""
    found, inside = [], None
    for line in text.splitlines(keepends=True):
        if not line.startswith('```'):
            if inside is not None:
                found[-1][1].append(line)
        elif inside is None:
            inside = line.strip().lstrip('`')
            found.append((inside, []))
        else:
            inside = None
    return [''.join(lines) for name, lines in found if name == language]


def commands(block):
    """[(command, shown lines)] of a block that starts with a command."""
    found = []
    for line in block.splitlines():
        if line.startswith('$ '):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def matches(shown, actual):
    """Whether `actual` lines are those shown, "..." standing for any."""
    pattern = ''.join('(?:.*\n)*?' if line == '...' else re.escape(line) + '\n'
                      for line in shown)
    if shown and shown[-1] != '...':
        pattern += '(?:.*\n)*?' if '...' in shown else ''
    return re.fullmatch(pattern, ''.join(line + '\n' for line in actual))


def run(command, folder, path):
    done = subprocess.run(['sh', '-c', command], cwd=folder,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=dict(os.environ, PATH=path, LC_ALL='C.UTF-8'))
    return done.stdout.decode().splitlines()


def check_commands(text, folder, path):
    count = 0
    for block in blocks(text, ''):
        for command, shown in commands(block):
            # On a terminal the summary is there without being asked for.
            actual = run(command.replace('thresh --check',
                                         'thresh -v --check'), folder, path)
            count += 1
            if shown and not matches(shown, actual):
                sys.exit(f'{command}\nshown:\n' + '\n'.join(shown)
                         + '\nprinted:\n' + '\n'.join(actual[:20]))
    return count


def check_program(text, folder, args):
    source, = blocks(text, 'c')
    with open(os.path.join(folder, 'program.c'), 'w') as file:
        file.write(source)
    subprocess.run([args.cc, *shlex.split(args.flags), '-Wall', '-Wextra', '-Werror', '-I',
                    os.path.join(ROOT, 'include'), 'program.c', '-o',
                    'program', '-L', args.library, '-lthresh',
                    '-Wl,-rpath,' + args.library], cwd=folder, check=True)
    lines = run('./program samples/immigration-2007.txt', folder,
                os.environ['PATH'])
    if len(lines) != 78 or lines[0] != 'Total: 61774':
        sys.exit('the C program printed ' + repr(lines[:3]))


def check_scripts(text, folder, path):
    run('thresh samples/immigration-2007.txt -o table.csv', folder, path)
    python, = blocks(text, 'python')
    r, = blocks(text, 'r')
    for command, wanted in (
            (['/usr/bin/python3', '-c', 'import pandas as pd; print('
              + python.strip() + '.loc["Total", "Total"])'], '61774'),
            (['Rscript', '-e', 'cat((' + r.strip()
              + ')["Total", "Total"])'], '61774')):
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE,
                              check=True)
        if done.stdout.decode().strip() != wanted:
            sys.exit(f'{command} printed {done.stdout!r}')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--thresh', required=True)
    parser.add_argument('--library', required=True)
    parser.add_argument('--cc', required=True)
    parser.add_argument('--flags', default='')
    args = parser.parse_args()
    with open(os.path.join(ROOT, 'README.md'), encoding='utf-8') as file:
        text = file.read()
    path = os.path.dirname(args.thresh) + os.pathsep + os.environ['PATH']
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(ROOT, 'samples'),
                        os.path.join(folder, 'samples'))
        count = check_commands(text, folder, path)
        check_program(text, folder, args)
        check_scripts(text, folder, path)
    if count == 0:
        sys.exit('README.md shows no command with its output')
    print(f'{count} commands, a C program, a line of Python and one of R')


if __name__ == '__main__':
    main()
