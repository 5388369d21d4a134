// utilityProcess of the stand-in, the child's side: gives process.parentPort, then loads the app's module.
import { EventEmitter } from 'node:events';
import { flushCompileCache, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

interface Message {
  readonly data: unknown;
}

const file = process.env['HOST_UTILITY'];
if (!file || !process.send) throw new Error('stand-in host: this file is started by utilityProcess.fork');
delete process.env['HOST_UTILITY'];
const send = process.send.bind(process);
const port = new EventEmitter();
const early: Message[] = [];
const give = ({ data }: Message): void => void port.emit('message', { data, ports: [] });
process.on('message', (message: Message) => {
  if (port.listenerCount('message') > 0) give(message);
  else early.push(message);
});
port.on('newListener', (name) => {
  if (name === 'message') setImmediate(() => early.splice(0).forEach(give));
});
// the app has gone: a busy child of the real Electron would be ended with it
process.on('disconnect', () => process.exit(0));
Object.assign(process, {
  type: 'utility',
  parentPort: Object.assign(port, { postMessage: (data: unknown) => void send({ data }) }),
});
registerHooks({
  resolve: (name, context, next) => {
    if (/^electron(\/|$)/.test(name))
      throw new Error('stand-in host: "electron" in a utility process is not implemented');
    return next(name, context);
  },
});
try {
  await import(pathToFileURL(file).href);
  flushCompileCache(); // a child is ended by its parent, too suddenly to keep anything then
} catch (error) {
  console.error(error);
  process.exit(1);
}
