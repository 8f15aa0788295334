import { defaultSettings } from '../../server/src/protocol/settings';

/** The settings below `imr.` that the client itself reads; `trace.server` belongs to the library. */
const clientKeys = ['detect', 'marks', 'trace.server'];

/** Every setting below `imr.`, as package.json declares them. */
export const settingKeys: readonly string[] = [...clientKeys, ...Object.keys(defaultSettings)];
