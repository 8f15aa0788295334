// User settings of every editor that this project starts itself.

/** The letter and nothing else: no welcome page, chat, telemetry, updates or recommendations. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
};

/** What the suite adds, so that pictures and timings are the same on each run. */
export const suiteSettings = {
  ...quietSettings,
  'git.enabled': false,
  // VS Code in the browser saves by itself unless told not to; the samples would carry over what a test has changed.
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'editor.cursorBlinking': 'solid',
  'editor.fontFamily': 'monospace',
};

/** Makes VS Code run the extension's browser form in its web worker, although the folder is on a server. */
export const webWorkerSettings = {
  'extensions.webWorker': true,
  'remote.extensionKind': { 'imr-determinations.imr-determinations': ['web'] },
};
