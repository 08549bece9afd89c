import type { Command } from 'commander';
import { userError } from './user-error.ts';

/**
 * An empty name is a variable of a script that was not set, never the current folder.
 *
 * @throws UserError where an argument or the value of an option is empty, or `--stdin-filename` names nothing
 */
export function refuseEmptyWords(command: Command): void {
  const values: Readonly<Record<string, unknown>> = command.opts();
  const option = command.options.find((one) =>
    [values[one.attributeName()]].flat().some((value) => typeof value === 'string' && value.trim() === ''),
  );
  if (option) throw emptyOption({ option: option.long ?? option.flags });
  if (command.args.includes('')) throw emptyArgument();
  if (values.stdinFilename !== undefined && !command.args.includes('-')) throw stdinFilenameAlone();
}

const emptyArgument = userError(
  'Có một tên tệp để trống. Hãy kiểm tra biến trong lệnh; thư mục hiện tại là “.”.',
  'One of the names is empty. Check the variables in the command; the current directory is “.”.',
);

const emptyOption = userError(
  'Giá trị của {option} để trống. Hãy kiểm tra biến trong lệnh, hoặc bỏ tùy chọn này.',
  'The value of {option} is empty. Check the variables in the command, or leave the option out.',
);

const stdinFilenameAlone = userError(
  '“--stdin-filename” đặt tên cho đầu vào chuẩn: hãy thêm - vào lệnh, hoặc bỏ tùy chọn này.',
  '“--stdin-filename” is the name of standard input: add - to the command, or leave the option out.',
);
