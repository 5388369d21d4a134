// The bridge: what the window gets as `window.desktop`. The only file with ipcRenderer; names outside the contract do not pass.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type DesktopApi, eventNames, type Events, requestNames } from '../../shared/ipc/contract.ts';

const desktop = {
  request(name, ...args) {
    if (!Object.hasOwn(requestNames, name)) throw new Error(`unknown request: ${name}`);
    // main answers each request with the reply that the contract promises for it
    return ipcRenderer.invoke(name, ...args) as ReturnType<typeof this.request<typeof name>>;
  },
  on(name, listener) {
    if (!Object.hasOwn(eventNames, name)) throw new Error(`unknown event: ${name}`);
    const heard = (_event: unknown, payload: Events[typeof name]): void => listener(payload);
    ipcRenderer.on(name, heard);
    return () => {
      ipcRenderer.off(name, heard);
    };
  },
  pathOf(file) {
    return file instanceof File ? webUtils.getPathForFile(file) : '';
  },
} satisfies DesktopApi;

contextBridge.exposeInMainWorld('desktop', desktop);
