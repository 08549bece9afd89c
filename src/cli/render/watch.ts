import type { FileReport } from '../../diagnostics/finding.ts';
import { configPlaces } from '../check/load-config.ts';
import { type Context, done, type Outcome } from '../context.ts';
import { formNames } from '../files/find-inputs.ts';
import { placesOf, watchFiles } from '../files/watch-files.ts';
import { type UserError, userError, userErrorOf } from '../user-error.ts';
import type { RenderFlags } from './command.ts';

/** What a rendering does differently in watch mode. */
export interface RenderRound {
  /** Whether to render a file or report its findings. */
  readonly isDue: (report: FileReport) => boolean;
  readonly isNews: (error: UserError) => boolean;
  /** Called with the absolute paths of the other files that rendering uses. */
  readonly use: (files: readonly string[]) => void;
}

/**
 * Renders, then renders what changes, until Ctrl-C. If a form has errors now, its findings are reported, and what was
 * rendered before stays.
 *
 * @throws UserError when the first rendering cannot begin
 */
export async function watchRender(
  names: readonly string[],
  flags: RenderFlags,
  { io, note, complain }: Context,
  render: (round: RenderRound) => Promise<Outcome>,
): Promise<Outcome> {
  if (names.includes('-') || flags.output === '-') throw streamsDoNotChange();
  /** The texts of the forms in the latest rendering. */
  let texts = new Map<string, string | undefined>();
  let reported = new Set<string>();
  const others = new Set(configPlaces(flags.config, io));
  const forms = placesOf(names, io.cwd, formNames.text);
  const watch = await watchFiles({ ...forms, files: [...forms.files, ...others] }, io.untilInterrupted());

  const nextRound = (): RenderRound => {
    const [errorsBefore, textsBefore] = [reported, texts];
    reported = new Set();
    texts = new Map();
    return {
      isNews: ({ message }) => {
        reported.add(message);
        return !errorsBefore.has(message);
      },
      isDue: ({ file, text }) => {
        texts.set(file, text);
        return !textsBefore.has(file) || textsBefore.get(file) !== text;
      },
      use: (files) => {
        for (const file of files) others.add(file);
        watch.add(files);
      },
    };
  };
  try {
    await render(nextRound());
    note({
      vi: 'Đang theo dõi; lưu tệp là xuất lại. Nhấn Ctrl-C để dừng.',
      en: 'Watching; forms are rendered again when saved. Ctrl-C ends it.',
    });
    for await (const changed of watch) {
      // A new look or configuration makes every form count as changed.
      if ([...others].some((path) => changed.has(path))) texts.clear();
      const round = nextRound();
      try {
        await render(round);
      } catch (error) {
        const failure = userErrorOf(error);
        if (round.isNews(failure)) complain(failure);
      }
    }
  } finally {
    watch.close();
  }
  return done;
}

const streamsDoNotChange = userError(
  '“--watch” theo dõi tệp, không dùng được với đầu vào hay đầu ra chuẩn (-).',
  '“--watch” watches files; it cannot be used with standard input or output (-).',
);
