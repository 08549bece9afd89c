import { createContext, Script } from 'node:vm';

/**
 * Gives what runs a piece of work and ends it after a time, even within a regular expression.
 *
 * @param limitMs milliseconds @param onTimeout gives what is thrown then
 */
export function timeLimit(limitMs: number, onTimeout: () => Error): <Result>(work: () => Result) => Result {
  const context = createContext({ work: () => {} });
  const script = new Script('work()');
  return <Result>(work: () => Result): Result => {
    const done: Result[] = [];
    context.work = () => {
      done.push(work());
    };
    try {
      script.runInContext(context, { timeout: limitMs });
    } catch (error) {
      // Of the context's own class Error.
      if (typeof error !== 'object' || error === null || !('code' in error)) throw error;
      throw error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? onTimeout() : error;
    }
    const [result] = done;
    return result as Result;
  };
}
