/** The compiler that PDF is written with is an optional package, and is not installed here. */
export class MissingPdfEngine extends Error {
  constructor(options: ErrorOptions) {
    super(
      'PDF needs the optional packages @myriaddreamin/typst-ts-node-compiler and @expo-google-fonts/tinos.',
      options,
    );
    this.name = 'MissingPdfEngine';
  }
}
