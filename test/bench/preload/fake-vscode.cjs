// Loaded into a process before the client: stands for the module `vscode`, which is there in an editor only.
const Module = require('node:module');

const anything = new Proxy(class {}, {
  get: (target, key) => (key in target ? target[key] : anything),
  apply: () => anything,
});
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? anything : load(request, ...rest));
