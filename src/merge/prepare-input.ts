import type { Path, Range } from '../diagnostics/finding.ts';
import { isMap } from '../form/plain-map.ts';
import { blockYaml } from '../source/edit/block-yaml.ts';
import { writeYaml } from '../source/edit/write-yaml.ts';
import { isJson } from '../source/json/is-json.ts';
import { parseText } from '../source/parse-text.ts';
import type { Source } from '../source/source.ts';
import { type FormLayout, layOutForm } from './form-layout.ts';
import type { MergeInput } from './merge.ts';

/** An input as block YAML, line by line. */
export interface PreparedInput {
  readonly source: Source;
  readonly text: string;
  readonly layout: FormLayout;
  /** The text without its values: what follows a `#` in it is a comment. As long as the text. */
  readonly masked: string;
}

/** Groups, their sections and tasks: root, groups, group, areas, area, tasks. */
const formDepth = 6;

/**
 * What means something else in another place: blocks whose value has the blank lines below them (`|+`), anchors
 * and aliases.
 */
const boundToPlace = /[|>]\d?\+\d?[ \t]*(?:#.*)?\r?$|(?:[[{,]|[-:,][ \t])[ \t]*[&*]\S/m;

/** Paths and values stay; only what is laid out otherwise (JSON, brackets, aliases, blank lines that count) is written anew. */
export function prepareInput({ source, form, yaml }: MergeInput): PreparedInput {
  const written = yaml ?? (isJson(source.file) ? writeYaml(source.value) : (source.text ?? ''));
  const asItIs = boundToPlace.test(written) ? undefined : layOut(written, { source, form });
  const prepared = asItIs ?? layOut(blockYaml(inLines(written), formDepth), { source, form });
  if (!prepared) throw new Error(`${source.file} cannot be laid out`);
  return prepared;
}

function layOut(text: string, { source, form }: MergeInput): PreparedInput | undefined {
  const lines = inLines(text);
  const found = lines === source.text ? source : parseText(lines, 'form.yaml');
  const layout = found.value === undefined ? undefined : layOutForm(found, form);
  return layout && { source: found, text: lines, layout, masked: mask(found, lines) };
}

/** With line feeds, after the last line, too. */
const inLines = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?<!\n)$/, '\n');

function mask(source: Source, text: string): string {
  const spans: Range[] = [];
  const visit = (value: unknown, path: Path) => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (isMap(value)) for (const key of Object.keys(value)) visit(value[key], [...path, key]);
    else {
      const span = source.find?.(path)?.value;
      if (span) spans.push(span);
    }
  };
  visit(source.value, []);
  let masked = '';
  let at = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    masked += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, 'x');
    at = end;
  }
  return masked + text.slice(at);
}
