import {
  ErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver-protocol/node';
import { isMap } from '../diagnostics/plain-value.ts';

/**
 * Answers the requests that the protocol forbids: any before `initialize`, a second `initialize`, any after `shutdown`, and
 * those of a document without its URI or with a position that is not one. Notifications before `initialize` are dropped.
 */
export function messageOrder(writer: MessageWriter): MessageStrategy {
  let state: 'new' | 'initialized' | 'shutdown' = 'new';
  return {
    handleMessage(message, next) {
      if (Message.isRequest(message)) {
        const error = errorOf(message, state);
        if (error) return writer.write({ jsonrpc: '2.0', id: message.id, error } as ResponseMessage);
        if (message.method === 'initialize') state = 'initialized';
        if (message.method === 'shutdown') state = 'shutdown';
      } else if (state === 'new' && Message.isNotification(message) && message.method !== 'exit') return;
      return next(message);
    },
  };
}

function errorOf(
  { method, params }: RequestMessage,
  state: 'new' | 'initialized' | 'shutdown',
): ResponseMessage['error'] {
  if (state === 'shutdown') return { code: ErrorCodes.InvalidRequest, message: 'the server is shut down' };
  const isFirst = method === 'initialize';
  if (state === 'new' && !isFirst)
    return { code: ErrorCodes.ServerNotInitialized, message: 'expected “initialize” first' };
  if (state === 'initialized' && isFirst)
    return { code: ErrorCodes.InvalidRequest, message: 'the server is initialized already' };
  if (isFirst ? isMap(params) && isMap(params.capabilities) : isOfDocument(method, params)) return undefined;
  return { code: ErrorCodes.InvalidParams, message: `wrong parameters of “${method}”` };
}

/** Whether a method with a document has its URI, and one with a place both numbers. */
function isOfDocument(method: string, params: unknown): boolean {
  if (!/^textDocument\/(?:hover|codeAction|documentSymbol)$/.test(method)) return true;
  if (!isMap(params) || !isMap(params.textDocument) || typeof params.textDocument.uri !== 'string')
    return false;
  if (method === 'textDocument/hover') return isPosition(params.position);
  if (method !== 'textDocument/codeAction') return true;
  const { range, context } = params;
  return isMap(range) && isPosition(range.start) && isPosition(range.end) && isMap(context);
}

const isPosition = (value: unknown): boolean =>
  isMap(value) && Number.isInteger(value.line) && Number.isInteger(value.character);
