/** The formats for rendering, which are also file endings. The first is the default. */
export const renderFormats = ['docx', 'html', 'pdf'] as const;

export type RenderFormat = (typeof renderFormats)[number];
