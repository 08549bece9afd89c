/** The PDF compiler, an optional package, is not installed. */
export class MissingPdfEngine extends Error {
  constructor(options: ErrorOptions) {
    super(
      'PDF needs the optional packages @myriaddreamin/typst-ts-node-compiler and @expo-google-fonts/tinos.',
      options,
    );
    this.name = 'MissingPdfEngine';
  }
}
