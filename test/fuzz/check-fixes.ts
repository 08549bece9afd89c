import assert from 'node:assert/strict';
import type { Path } from '../../src/diagnostics/finding.ts';
import { jsonPointer } from '../../src/diagnostics/plain-value.ts';
import { fixSource } from '../../src/fix.ts';
import { renderForm } from '../../src/render.ts';
import type { FoundFix } from '../../src/sound-fixes.ts';
import { parseText } from '../../src/source/parse-text.ts';
import { validateSource } from '../../src/validate.ts';
import { shippedTemplate } from '../word/template/shipped-template.ts';

/** Fixes add no error, keep a form printable, are made once, and change only what they say. */
export async function checkFixes(bytes: Uint8Array, file: string): Promise<void> {
  const before = parseText(bytes, file);
  const { source: after, fixes } = fixSource(before, { language: 'en' });
  const again = fixSource(parseText(after.text ?? '', file), { language: 'en' });
  assert.equal(again.source.text, after.text, 'fixing again changes nothing');
  const [old, fresh] = [before, after].map((source) => validateSource(source, { language: 'en' }));
  assert.ok(old && fresh);
  const [oldErrors, freshErrors] = [old, fresh].map(({ report }) =>
    report.diagnostics.filter(({ severity }) => severity === 'error'),
  );
  assert.ok(oldErrors && freshErrors);

  // Syntax and shape hide what is in them: only there may errors come to light.
  if (oldErrors.every(({ rule }) => rule !== 'syntax' && rule !== 'form-shape')) {
    const placeOf = ({ rule, path }: { rule: string; path: Path }) => `${rule} ${jsonPointer(path)}`;
    const known = new Set(oldErrors.map(placeOf));
    assert.deepEqual(
      freshErrors.map(placeOf).filter((place) => !known.has(place)),
      [],
      'no new error',
    );
  }
  if (old.form) {
    assert.ok(fresh.form, 'a form stays a form');
    const draft = oldErrors.length > 0;
    assert.ok(draft || freshErrors.length === 0, 'what could be rendered still can');
    await renderForm(fresh.form, { template: shippedTemplate, draft });
  }
  if (before.value === undefined) return;
  const places = fixes.flatMap(placesOf).map(jsonPointer);
  const unsaid = differingPlaces(before.value, after.value, []).filter((place) =>
    places.every((said) => !`${place}/`.startsWith(`${said}/`)),
  );
  assert.deepEqual(unsaid, [], 'only what a fix is about has changed');
}

/** Where a fix changes the value: a key that comes, goes or has another name changes the map that it is in. */
function placesOf({ changes }: FoundFix): Path[] {
  return changes.flatMap((change) => {
    if (!('path' in change)) return [];
    return [
      change.kind === 'replace' || change.kind === 'set' || change.kind === 'quote'
        ? change.path
        : change.path.slice(0, -1),
    ];
  });
}

function differingPlaces(before: unknown, after: unknown, path: Path): string[] {
  const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after)) {
    return Object.is(before, after) ? [] : [jsonPointer(path)];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differingPlaces(Reflect.get(before, key), Reflect.get(after, key), [...path, key]),
  );
}
