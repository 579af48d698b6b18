import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from './address.ts';

/** All that the screens get from the machine: two functions. */
contextBridge.exposeInMainWorld('thuocSo', {
  invoke: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, input),
  onEvent: (listener: (event: unknown) => void): void => {
    ipcRenderer.on(eventChannel, (_, event: unknown) => {
      listener(event);
    });
  },
});
