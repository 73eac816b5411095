/** The process of one Lambda: loads the handler, then handles one event after the other until the machine is gone. */
import { performance } from 'node:perf_hooks';
import { loadHandler } from './handler-module.ts';
import type { Handler } from './handler-module.ts';
import type { FromProcess, FunctionError, ToProcess } from './messages.ts';

const [folder = '', name = ''] = process.argv.slice(2);

// A killed machine closes the channel: no process may outlive it.
process.on('disconnect', () => process.exit(0));
// Ctrl-C in a terminal reaches every process; the machine alone decides when what is under way has ended.
process.on('SIGINT', () => undefined);

const say = (message: FromProcess, then?: () => void) => void process.send?.(message, undefined, {}, then);

const describe = (error: unknown): FunctionError => {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
};

const contextOf = ({ requestId, functionArn, remainingMs }: ToProcess) => {
  const deadline = performance.now() + remainingMs;
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: process.env['AWS_LAMBDA_FUNCTION_VERSION'],
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    invokedFunctionArn: functionArn,
    logGroupName: process.env['AWS_LAMBDA_LOG_GROUP_NAME'],
    logStreamName: process.env['AWS_LAMBDA_LOG_STREAM_NAME'],
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
  };
};

const handle = async (handler: Handler, message: ToProcess): Promise<FromProcess> => {
  try {
    const event: unknown = JSON.parse(message.event);
    const result = await handler(event, contextOf(message));
    return { kind: 'returned', payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'failed', error: describe(error) };
  }
};

try {
  const handler = await loadHandler(folder, name);
  process.on('message', (message: ToProcess) => void handle(handler, message).then((answer) => say(answer)));
  say({ kind: 'ready' });
} catch (error) {
  console.error(error);
  say({ kind: 'init-failed', error: describe(error) }, () => process.exit(1));
}
