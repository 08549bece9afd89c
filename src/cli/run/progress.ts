import { enCount, viNumber } from '../../diagnostics/wording.ts';
import type { Context } from '../context.ts';
import { type Output, widthOf } from '../io/io.ts';

/** Milliseconds before the bar appears; short runs show none. */
const progressDelayMs = 500;
/** Milliseconds between redraws. */
const redrawMs = 100;
/** Columns of the bar itself. */
const barWidth = 20;

/** A progress bar on a terminal's last line; nothing in a pipe. */
export type Progress = ReturnType<typeof progressBar>;

export function progressBar(total: number, { io, say }: Context) {
  const isShown = total > 1 && io.stderr.isTTY === true;
  const start = Date.now();
  let [done, findings, drawn, isOnScreen] = [0, 0, 0, false];

  const clear = () => {
    if (isOnScreen) io.stderr.write('\r\u001b[K');
    isOnScreen = false;
  };
  /** As many parts as fit. @param seconds since the start */
  const line = (seconds: number): string => {
    const rate = done / seconds;
    const filled = Math.floor((done / total) * barWidth);
    const parts = [
      `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done}/${total}`,
      say({ vi: `${viNumber(findings)} vấn đề`, en: enCount(findings, 'finding') }),
      say({ vi: `${rate.toFixed(0)} tệp/giây`, en: `${rate.toFixed(0)} files/s` }),
      say(timeLeft((total - done) / rate)),
    ];
    const width = widthOf(io.stderr) - 1;
    while (parts.length > 1 && parts.join(' · ').length > width) parts.pop();
    return parts.join(' · ').slice(0, width);
  };

  return {
    advance(found: number): void {
      done += 1;
      findings += found;
      if (!isShown) return;
      const now = Date.now();
      if (now - start < progressDelayMs || now - drawn < redrawMs) return;
      drawn = now;
      io.stderr.write(`\r\u001b[K${line((now - start) / 1000)}`);
      isOnScreen = true;
    },
    /** Wraps an output that may be the same terminal: the bar is cleared before text is written to it. */
    beside(output: Output): Output {
      if (!isShown) return output;
      const write: Output['write'] = (chunk) => {
        clear();
        return output.write(chunk);
      };
      return Object.create(output, { write: { value: write } });
    },
    end: clear,
  };
}

function timeLeft(seconds: number) {
  const [amount, vi, en] = seconds < 90 ? [seconds, 'giây', 's'] : [seconds / 60, 'phút', 'min'];
  return { vi: `còn ${Math.ceil(amount)} ${vi}`, en: `${Math.ceil(amount)} ${en} left` };
}
