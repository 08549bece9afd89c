import type { FileReport } from '../../diagnostics/diagnostic.ts';
import { watchedPlaces } from '../check/watched-places.ts';
import type { Context } from '../context.ts';
import { done, type Outcome } from '../exit-codes.ts';
import { watchFiles } from '../files/watch-files.ts';
import { UserError } from '../user-error.ts';
import { type RenderFlags, type RenderRound, renderAll } from './run.ts';

/**
 * Renders, and again what changed, until Ctrl-C. A form that has become faulty has its findings told, and what was
 * rendered of it before stays.
 *
 * @throws UserError when already the first rendering cannot be begun
 */
export async function watchRender(
  names: readonly string[],
  flags: RenderFlags,
  context: Context,
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
    const meet: RenderRound['meet'] = (forms, rest) => {
      inputs = forms;
      others = [...rest, ...watchedPlaces([], flags, io)];
    };
    return {
      isNews,
      render: () => renderAll(names, flags, context, { isDue, isNews, meet, isWatching: true }),
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
    const { isNews, render } = nextRound();
    try {
      await render();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (isNews(error)) complain(error);
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
