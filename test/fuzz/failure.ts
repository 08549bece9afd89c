/** What went wrong with an input. */
export interface Failure {
  /** Tells faults apart: the sentence and the function of the program, without figures. */
  readonly signature: string;
  /** As it is shown. */
  readonly reason: string;
}

export function failureOf(error: unknown): Failure {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const [sentence = ''] = message.split('\n');
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at .*\/(?:src|test)\//.test(line) && !line.includes('node_modules'));
  const [, inner = ''] = /^\s+at (.*?) ?\(?[^ (]*$/.exec(frames[0] ?? '') ?? [];
  return {
    signature: `${sentence.slice(0, 80).replace(/\d+/g, '#')} ${inner}`,
    reason: [message.slice(0, 2000), ...frames.slice(0, 6)].join('\n'),
  };
}
