// The program with its window: puts the parts together once the app is ready.
import { join } from 'node:path';
import { app, shell } from 'electron';
import { createBroker } from './broker.ts';
import { closeCarefully } from './closing.ts';
import { offerContextMenu } from './context-menu.ts';
import { createDialogs } from './dialogs.ts';
import { createExportGuard } from './export-guard.ts';
import { givenFile } from './given-file.ts';
import { guardPages, guardSession } from './guard-session.ts';
import { createHandlers } from './handlers.ts';
import { listenToWindow } from './ipc.ts';
import { knownFiles } from './known-files.ts';
import { openLog, traceOf } from './log.ts';
import { openedCopies } from './opened-copies.ts';
import { type MenuPorts, setMenu } from './menu.ts';
import { bundlePlaces } from './places.ts';
import { createPrinter } from './print-pdf.ts';
import { printed } from './printed.ts';
import { createReader } from './reader.ts';
import { recentDocuments } from './recent.ts';
import { keptSettings } from './settings.ts';
import { serveBundle } from './serve-bundle.ts';
import { type MainWindow, openMainWindow } from './window.ts';

export async function runWindow(): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  const userData = app.getPath('userData');
  const logs = join(userData, 'logs');
  const log = openLog(logs);
  process.on('uncaughtException', (error) => log(`main: ${traceOf(error)}`));
  process.on('unhandledRejection', (error) => log(`main: ${traceOf(error)}`));

  let main: MainWindow | null = null;
  let pageReady = false;
  let given = givenFile(process.argv, process.cwd());
  const give = (path: string | null): void => {
    if (path === null) return;
    if (pageReady) main?.send('file:given', { path });
    else given = path;
  };
  app.on('second-instance', (_event, argv, folder) => {
    main?.show();
    give(givenFile(argv, folder));
  });
  app.on('window-all-closed', () => app.quit());
  guardPages();
  await app.whenReady();

  guardSession((url) => log(`request refused: ${url}`));
  const bundle = serveBundle(bundlePlaces());
  const print = createPrinter(bundle);
  const reader = createReader();
  const recent = recentDocuments(join(userData, 'recent.json'));
  const dialogs = createDialogs(() => main?.window ?? null, join(userData, 'folder.json'), app.getPath('documents'));
  const standardBackups = join(userData, 'backups');
  const settings = keptSettings(join(userData, 'settings.json'), userData, standardBackups);
  const broker = createBroker({
    log,
    backups: () => settings.dataFolder(),
    standardBackups,
    author: () => settings.author(),
    backupFailed: () => main?.send('backup:failed', { folder: settings.dataFolder() }),
    restarted: (message) => main?.send('engine:restarted', { message }),
    progress: (progress) => main?.send('work:progress', progress),
    answer: async (ask) =>
      ask.what === 'read'
        ? { read: await reader.read(ask.path, ask.wishes) }
        : { pdf: await printed(print(ask.html), log) },
  });
  const exports = createExportGuard(dialogs, () => broker.call('cancelExport'));
  const copies = openedCopies(app.getPath('temp'));
  app.on('will-quit', () => broker.end());
  app.on('quit', () => copies.removeAll());

  const menuPorts: MenuPorts = {
    command: (command) => main?.send('menu:command', command),
    openFile: give,
    openLogs: () => void shell.openPath(logs),
  };
  const updateMenu = (): void => setMenu(menuPorts, recent.list());
  updateMenu();

  let closing: ReturnType<typeof closeCarefully> | null = null;
  const handlers = createHandlers({
    broker,
    dialogs,
    reader,
    recent,
    bundle,
    folders: { program: userData, logs },
    settings,
    files: knownFiles(),
    copies,
    exports,
    recentChanged: updateMenu,
    documentClosed: () => closing?.documentClosed(),
    pageReady() {
      pageReady = true;
      const waiting = given;
      given = null;
      give(waiting);
    },
  });
  listenToWindow(handlers, log);
  main = openMainWindow(log);
  const { window } = main;
  offerContextMenu(window);
  window.on('closed', () => app.quit()); // a page that still prints out of sight is not waited for
  window.webContents.on('did-start-loading', () => {
    pageReady = false;
  });
  closing = closeCarefully({
    window,
    dialogs,
    documentOpen: () => broker.documentPath() !== null,
    busy: () => broker.busy(),
    mayLeave: () => exports.mayLeave(),
    askPage: () => main?.send('menu:command', 'close'),
    pageTitle: async () => String(await window.webContents.executeJavaScript('document.title')),
  });
}
