import type { FileReport } from '../../diagnostics/diagnostic.ts';
import { watchedPlaces } from '../check/watched-places.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../exit-codes.ts';
import { watchFiles } from '../files/watch-files.ts';
import { UserError } from '../user-error.ts';

/** What distinguishes one rendering from all those before it, while files are watched. */
export interface RenderRound {
  /** Whether a file is to be rendered or its findings reported. */
  readonly isDue: (report: FileReport) => boolean;
  /** Whether an error is to be reported. */
  readonly isNews: (error: UserError) => boolean;
  /** Is given the files of the round, as absolute paths: the forms, and what else they are rendered by. */
  readonly collect: (forms: readonly string[], others: readonly string[]) => void;
  readonly isWatching: boolean;
}

/**
 * Renders, and again what changed, until Ctrl-C. Of a form that now has errors the findings are reported, and what was
 * rendered of it before stays.
 *
 * @param render renders once
 * @throws UserError when already the first rendering cannot be begun
 */
export async function watchRender(
  names: readonly string[],
  flags: { readonly output?: string; readonly config?: string | boolean },
  context: Context,
  render: (round: RenderRound) => Promise<Outcome>,
): Promise<Outcome> {
  const { io, say, complain } = context;
  if (names.includes('-') || flags.output === '-') throw streamsDoNotChange();
  const texts = new Map<string, string | undefined>();
  let told = new Set<string>();
  let inputs: readonly string[] = [];
  let others = watchedPlaces([], flags, io);

  const nextRound = () => {
    const before = told;
    told = new Set();
    const isNews = ({ message }: UserError) => {
      told.add(message);
      return !before.has(message);
    };
    const isDue = ({ file, text }: FileReport) => {
      const isSame = texts.has(file) && texts.get(file) === text;
      texts.set(file, text);
      return !isSame;
    };
    const collect: RenderRound['collect'] = (forms, rest) => {
      inputs = forms;
      others = [...rest, ...watchedPlaces([], flags, io)];
    };
    return {
      isNews,
      render: () => render({ isDue, isNews, collect, isWatching: true }),
    };
  };
  const stopped = io.untilInterrupted();
  let first = Promise.resolve();
  const follow = () => watch.follow([...watchedPlaces(names, flags, io), ...inputs, ...others]);
  const watch = watchFiles(async (changed) => {
    await first;
    // A new folder may be filled while this round lasts.
    follow();
    // A new look or configuration makes every form a new one.
    if (others.some((path) => changed.has(path))) texts.clear();
    const round = nextRound();
    try {
      await round.render();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (round.isNews(error)) complain(error);
    }
    follow();
  });
  try {
    // Watched from the beginning, lest a save be missed meanwhile.
    follow();
    const outcome = nextRound().render();
    first = outcome.then(
      () => {},
      () => {},
    );
    await outcome;
    follow();
    io.stderr.write(
      `${say({ vi: 'Đang theo dõi; lưu tệp là xuất lại. Nhấn Ctrl-C để dừng.', en: 'Watching; forms are rendered again when saved. Ctrl-C ends it.' })}\n`,
    );
    await Promise.race([stopped, watch.broken]);
  } finally {
    watch.close();
  }
  return done;
}

const streamsDoNotChange = () =>
  new UserError({
    vi: '“--watch” theo dõi tệp, không dùng được với đầu vào hay đầu ra chuẩn (-).',
    en: '“--watch” watches files; it does not go with standard input or output (-).',
  });
