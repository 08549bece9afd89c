/** Reads CSV as RFC 4180 has it, without a byte order mark; throws where it is none. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text;
  while (rest !== '') {
    const [, quoted, plain = '', end = ''] =
      /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/.exec(rest) ?? fail(rest);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    rest = rest.slice((quoted === undefined ? plain.length : quoted.length + 2) + end.length);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function fail(rest: string): never {
  throw new Error(`No CSV: ${JSON.stringify(rest.slice(0, 40))}`);
}
