import { replaceUnprintable } from '../reporters/printable.ts';
import { escapeUnits } from '../reporters/stringify-json.ts';
import type { Write } from '../tables/table.ts';
import type { TaskRow } from './task-rows.ts';

/** In UTF-16 units: rows are written in pieces of about this size. */
const pieceSize = 64 * 1024;

/** Writes tasks as a list in JSON, each on a line of its own. */
export const writeTaskJson = (rows: AsyncIterable<TaskRow>, write: Write<string>): Promise<void> =>
  writeItems(rows, write, { open: '[\n', between: ',\n', close: '\n]\n', empty: '[]\n' });

/** Writes tasks as JSON Lines: an object on each line. */
export const writeTaskLines = (rows: AsyncIterable<TaskRow>, write: Write<string>): Promise<void> =>
  writeItems(rows, write, { open: '', between: '\n', close: '\n', empty: '' });

async function writeItems(
  rows: AsyncIterable<TaskRow>,
  write: Write<string>,
  { open, between, close, empty }: Record<'open' | 'between' | 'close' | 'empty', string>,
): Promise<void> {
  let piece = '';
  let isFirst = true;
  for await (const row of rows) {
    piece += (isFirst ? open : between) + jsonLine(row);
    isFirst = false;
    if (piece.length < pieceSize) continue;
    await write(piece);
    piece = '';
  }
  await write(isFirst ? empty : piece + close);
}

/** Unprintable characters are escaped as `\uXXXX`, as in all JSON of bieu2. */
const jsonLine = (row: TaskRow): string => replaceUnprintable(JSON.stringify(row), escapeUnits);
