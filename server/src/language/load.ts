import type { Tagger } from '../core/index';

let loading: Promise<Tagger> | undefined;

/**
 * Loads the tagger when it is first asked for, once a process. The module is a bundle of its own beside the one that asks, because its
 * model has 4 MB that nothing else needs. Rejects where that file is missing; a later call tries again.
 */
export function loadTagger(): Promise<Tagger> {
  loading ??= import('./wink-tagger').then(({ createTagger }) => createTagger());
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
