/** Whether a file is read as JSON: by its name; all others are YAML. */
export const isJson = (file: string) => /\.json$/i.test(file);
