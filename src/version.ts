import description from '../package.json' with { type: 'json' };

/** The version of bieu2. */
export const { version } = description;
