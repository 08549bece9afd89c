import description from '../package.json' with { type: 'json' };
import type { Language } from './diagnostics/wording.ts';

export const { version } = description;

/** The fields used from a package.json. */
export interface PackageInfo {
  readonly version: string;
  readonly repository?: string | { readonly url: string };
}

/**
 * The web page of the rules for this version; a rule's id is the anchor. Undefined while
 * package.json names no repository: then no links are printed.
 */
export function rulesPageUrl(
  language: Language,
  { version, repository }: PackageInfo = description,
): string | undefined {
  const url = typeof repository === 'string' ? repository : repository?.url;
  const [, host, path] = /^(?:git\+)?https:\/\/([^/]+)\/(.+?)(?:\.git)?\/?$/.exec(url ?? '') ?? [];
  if (host === undefined) return undefined;
  const files = host.includes('gitlab') ? '-/blob' : 'blob';
  return `https://${host}/${path}/${files}/v${version}/docs/${language === 'vi' ? 'vi/' : ''}rules.md`;
}
