import type { Language } from '../core/index';

let loading: Promise<Language> | undefined;

/**
 * Loads tagger and dictionary when they are first asked for, once a process. Their module is a bundle of its own beside the one that
 * asks, because it has 4 MB that nothing else needs. Rejects where that file is missing; a later call tries again.
 */
export function loadLanguage(): Promise<Language> {
  loading ??= import('./create-language').then(({ createLanguage }) => createLanguage());
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
