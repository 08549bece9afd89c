import type { RenderStyle } from '../render.ts';
import type { RenderFormat } from '../render-formats.ts';
import { loadTemplate } from './load-template.ts';

/** What gives a form its look in a format: out of what `--template` names. @throws UserError where it cannot */
export async function loadStyle(to: RenderFormat, nameOrFile: string, cwd: string): Promise<RenderStyle> {
  if (to === 'docx') return { to, template: await loadTemplate(nameOrFile, cwd) };
  const { loadLook } = await import('./load-look.ts');
  return { to, look: loadLook(nameOrFile, cwd) };
}
