import { Zip, ZipDeflate } from 'fflate';
import type { Sheet } from '../sheet/sheet.ts';
import { contentHash, partDigest, propertiesPart, recordHash } from './content-hash.ts';
import { rowTagOf } from './placeholders.ts';
import type { Template } from './read-template.ts';
import { writeSegments } from './segment.ts';
import { zipTime } from './zip-time.ts';

/** About as many characters of XML are gathered before they are compressed: enough to lose no speed. */
const chunkLength = 1 << 16;

/**
 * Gives the .docx of a sheet. Rows are written and compressed as they come, so that memory grows with the
 * compressed file only. The same template and sheet give the same bytes.
 */
export function fillTemplate(template: Template, sheet: Sheet): Uint8Array {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    written.push(chunk);
  });
  const digests = new Map<string, string>();
  const encoder = new TextEncoder();
  const write = (name: string, pieces: Iterable<string | Uint8Array>) => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = zipTime();
    zip.add(entry);
    const digest = partDigest();
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
      digest.add(bytes);
      entry.push(bytes, false);
    }
    entry.push(new Uint8Array(0), true);
    digests.set(name, digest.hex());
  };

  for (const [name, content] of template.copied) write(name, [content]);
  for (const [name, segments] of template.filled) write(name, [writeSegments(segments, sheet)]);
  write(template.document.name, documentXml(template, sheet));
  write(propertiesPart, [recordHash(template.properties, contentHash(digests))]);
  zip.end();
  return concat(written);
}

function* documentXml({ document, rows }: Template, sheet: Sheet): Generator<string> {
  let xml = writeSegments(document.above, sheet);
  for (const row of sheet.rows) {
    xml += writeSegments(rows[rowTagOf(row)], row);
    if (xml.length < chunkLength) continue;
    yield xml;
    xml = '';
  }
  yield xml + writeSegments(document.below, sheet);
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
