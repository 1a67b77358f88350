// The layout of samples/immigration-2007.txt, by hand, and, with "quoted", the
// same as CSV with quotes.
'use strict';
const fs = require('node:fs');

const quoted = process.argv[2] === 'quoted';
const BLOCK = 1 << 16;

// CSV without line ends in cells, which is enough here.
function cut(line) {
    if (!line.includes('"')) return line.split(',');
    const cells = [];
    for (let at = 0; at <= line.length;) {
        if (line[at] !== '"') {
            let end = line.indexOf(',', at);
            if (end < 0) end = line.length;
            cells.push(line.slice(at, end));
            at = end + 1;
            continue;
        }
        let end = line.indexOf('"', ++at);
        while (line[end + 1] === '"') end = line.indexOf('"', end + 2);
        cells.push(line.slice(at, end).replaceAll('""', '"'));
        at = end + 2;
    }
    return cells;
}

let names = [];
let out = 'citizenship,region,year,value,status,notes,is_total\n';

function take(line) {
    const cells = quoted ? cut(line) : line.split('\t');
    if (cells.length < 2 || cells[0] === 'Citizenship') return;
    if (cells[0] === '') {
        cells[1] = 'Total';
        names = cells.map((name) => `,${name},2007,`);
        return;
    }
    let label = cells[0];
    let note = '';
    if (label.endsWith(' ¹')) {
        label = label.slice(0, -2);
        note = '1';
    }
    if (quoted) label = `"${label.replaceAll('"', '""')}"`;
    let text = '';
    for (let i = 1; i < cells.length; i++) {
        const value = cells[i];
        if (value === '-') text += `${label}${names[i]}0,nil,${note},\n`;
        else {
            const number = value.replace(quoted ? ',' : ' ', '');
            text += `${label}${names[i]}${number},,${note},\n`;
        }
    }
    out += text;
}

function drain() {
    const bytes = Buffer.from(out);
    for (let done = 0; done < bytes.length;)
        done += fs.writeSync(1, bytes, done);
    out = '';
}

const block = Buffer.alloc(BLOCK);
let rest = Buffer.alloc(0);
for (let n; (n = fs.readSync(0, block, 0, BLOCK)) > 0;) {
    const bytes = Buffer.concat([rest, block.subarray(0, n)]);
    const end = bytes.lastIndexOf(10) + 1;
    for (const line of bytes.toString('utf8', 0, end).split('\n')) take(line);
    rest = bytes.subarray(end);
    drain();
}
