import picomatch from 'picomatch/posix.js';

/**
 * Makes a test of paths: whether one of the patterns names the path, or a folder that it is in. `*`, `?` and `[ab]`
 * match within a name, `**` over folders, `{a,b}` either one; parentheses match themselves, since names of copies have
 * them: “Biểu (1)”. Letters compare equal composed or decomposed; macOS decomposes them.
 *
 * @param patterns with `/`, and relative to the same folder as the paths
 */
export const globMatcher = (patterns: readonly string[]) =>
  matcher(
    patterns
      .map((pattern) => pattern.replace(/^\.?\/?$|\/$/, ''))
      .flatMap((pattern) => (pattern === '' ? '**' : [pattern, `${pattern}/**`])),
    true,
  );

/**
 * The same of one pattern as shells expand it: no path below what matches, hidden names only where the dot is given.
 *
 * @param nocase as on Windows
 */
export const shellMatcher = (pattern: string, nocase: boolean) => matcher([pattern], false, nocase);

function matcher(patterns: readonly string[], dot: boolean, nocase = false): (path: string) => boolean {
  const isMatch = picomatch(
    patterns.map((pattern) =>
      pattern.normalize().replace(/\\.|[()|]/gs, (found) => (found.length > 1 ? found : `\\${found}`)),
    ),
    { dot, nocase, nonegate: true, posix: true },
  );
  return (path) => isMatch(path.normalize());
}
