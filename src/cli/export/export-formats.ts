/** What `bieu2 export --format` takes, with the ends of the names of files in it. */
export const exportFormats = {
  csv: /\.csv$/i,
  xlsx: /\.xlsx$/i,
  json: /\.json$/i,
  jsonl: /\.(?:jsonl|ndjson)$/i,
} as const;

export type ExportFormat = keyof typeof exportFormats;

const isFormat = (name: string): name is ExportFormat => Object.hasOwn(exportFormats, name);

/** Their names, in order. */
export const exportFormatNames: readonly ExportFormat[] = Object.keys(exportFormats).filter(isFormat);
