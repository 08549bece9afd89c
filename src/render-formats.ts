/** What forms are rendered as; each is also the ending of its files. The first is the usual one. */
export const renderFormats = ['docx', 'html', 'pdf'] as const;

export type RenderFormat = (typeof renderFormats)[number];
