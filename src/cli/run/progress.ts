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
export class Progress {
  readonly #total: number;
  readonly #context: Context;
  readonly #isShown: boolean;
  readonly #start = Date.now();
  #done = 0;
  #findings = 0;
  #drawn = 0;
  #isOnScreen = false;

  constructor(total: number, context: Context) {
    this.#total = total;
    this.#context = context;
    this.#isShown = total > 1 && context.io.stderr.isTTY === true;
  }

  /** One more file is done. */
  advance(findings: number): void {
    this.#done += 1;
    this.#findings += findings;
    if (!this.#isShown) return;
    const now = Date.now();
    if (now - this.#start < progressDelayMs || now - this.#drawn < redrawMs) return;
    this.#drawn = now;
    this.#context.io.stderr.write(`\r\u001b[K${this.#line((now - this.#start) / 1000)}`);
    this.#isOnScreen = true;
  }

  /** Wraps an output that may be the same terminal: the bar is cleared before text is written to it. */
  beside(output: Output): Output {
    if (!this.#isShown) return output;
    return {
      write: (chunk) => {
        this.#clear();
        return output.write(chunk);
      },
      ...(output.isTTY !== undefined && { isTTY: output.isTTY }),
      ...(output.columns !== undefined && { columns: output.columns }),
      get failure() {
        return output.failure;
      },
    };
  }

  end(): void {
    this.#clear();
  }

  #clear(): void {
    if (!this.#isOnScreen) return;
    this.#isOnScreen = false;
    this.#context.io.stderr.write('\r\u001b[K');
  }

  /** As many parts as fit. @param seconds since the start */
  #line(seconds: number): string {
    const { say, io } = this.#context;
    const rate = this.#done / seconds;
    const filled = Math.floor((this.#done / this.#total) * barWidth);
    const parts = [
      `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${this.#done}/${this.#total}`,
      say({ vi: `${viNumber(this.#findings)} vấn đề`, en: enCount(this.#findings, 'finding') }),
      say({ vi: `${rate.toFixed(0)} tệp/giây`, en: `${rate.toFixed(0)} files/s` }),
      say(timeLeft((this.#total - this.#done) / rate)),
    ];
    const width = widthOf(io.stderr) - 1;
    while (parts.length > 1 && parts.join(' · ').length > width) parts.pop();
    return parts.join(' · ').slice(0, width);
  }
}

function timeLeft(seconds: number) {
  const [amount, vi, en] = seconds < 90 ? [seconds, 'giây', 's'] : [seconds / 60, 'phút', 'min'];
  return { vi: `còn ${Math.ceil(amount)} ${vi}`, en: `${Math.ceil(amount)} ${en} left` };
}
