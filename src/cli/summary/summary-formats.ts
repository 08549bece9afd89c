/** What `bieu2 summary --format` takes, with the ends of the names of files in it. */
export const summaryFormats = {
  text: /\.txt$/i,
  xlsx: /\.xlsx$/i,
  html: /\.html?$/i,
  json: /\.json$/i,
} as const;

export type SummaryFormat = keyof typeof summaryFormats;

const isFormat = (name: string): name is SummaryFormat => Object.hasOwn(summaryFormats, name);

/** Their names, in order. */
export const summaryFormatNames: readonly SummaryFormat[] = Object.keys(summaryFormats).filter(isFormat);
