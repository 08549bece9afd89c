/** What `bieu2 summary --format` takes, with the ends of the names of files in it. */
export const summaryFormats = {
  text: /\.txt$/i,
  json: /\.json$/i,
  csv: /\.csv$/i,
  md: /\.(?:md|markdown)$/i,
  html: /\.html?$/i,
  xlsx: /\.xlsx$/i,
} as const;

export type SummaryFormat = keyof typeof summaryFormats;

const isFormat = (name: string): name is SummaryFormat => Object.hasOwn(summaryFormats, name);

/** Their names, in order. */
export const summaryFormatNames: readonly SummaryFormat[] = Object.keys(summaryFormats).filter(isFormat);
