// The keyboard of the whole window. Keys that an input method is using are never taken.
import { availableCommands, type Command } from './commands.ts';
import { isCovered } from './panes.ts';
import { state } from './store.ts';

const ALIASES: Readonly<Record<string, string>> = {
  'Ctrl++': 'Ctrl+=',
  'Ctrl+Shift++': 'Ctrl+=',
  'Ctrl+G': 'Ctrl+K',
  'Ctrl+H': 'Ctrl+F',
  F12: 'Ctrl+Shift+S',
};

/** A key press as it is written in the commands: “Ctrl+Shift+S”. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const name = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
  return ALIASES[name] ?? name;
}

/** The command of a key press, or undefined where the focused field should have it. */
function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return undefined;
  const name = keyName(event);
  const command = commands.find(({ keys }) => keys === name);
  return command?.textFirst && isTextField(event.target) ? undefined : command;
}

/** The text editor is not among them: what it undoes itself never gets here, and when it has nothing left the program undoes. */
const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea');

/** Starts listening; gives the function that stops. */
export function watchKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const command = commandFor(event, availableCommands(state()));
    if (!command) return;
    event.preventDefault();
    // what lies under a dialog stays as it is
    if (command.overDialogs || !isCovered()) command.run();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
