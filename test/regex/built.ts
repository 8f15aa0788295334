// The regular expressions that the sources build while they run: the constructor is watched while the whole core is used.
import { vi } from 'vitest';
import type { Pattern } from './literals';

let known: Promise<readonly (Pattern & { readonly file: string })[]> | undefined;

/** Those built by files of `server/src`, by loading the core with its packs and using it on a letter of each rule. */
export function builtPatterns(): Promise<readonly (Pattern & { readonly file: string })[]> {
  known ??= watch();
  return known;
}

async function watch(): Promise<readonly (Pattern & { readonly file: string })[]> {
  const built = new Map<string, Pattern & { readonly file: string }>();
  const original = globalThis.RegExp;
  const note = (expression: RegExp): RegExp => {
    const file = /server\/src\/[\w/.-]+/.exec(new Error().stack ?? '')?.[0];
    const { source, flags } = expression;
    if (file) built.set(`/${source}/${flags}`, { source, flags, file });
    return expression;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args, newTarget) => note(Reflect.construct(target, args, newTarget)),
    apply: (target, self, args) => note(Reflect.apply(target, self, args)),
  });
  try {
    vi.resetModules();
    await use();
  } finally {
    globalThis.RegExp = original;
    vi.resetModules();
  }
  return [...built.values()];
}

async function use(): Promise<void> {
  const core = await import('../../server/src/core/index');
  const { builtinForms } = await import('../../server/src/builtin/forms');
  const { builtinLibrary } = await import('../../server/src/builtin/library');
  for (const { examples } of core.rules) {
    for (const example of [...examples.bad, ...examples.good]) {
      const letter = core.readLetter(core.composeExample(example), builtinForms);
      const ask = core.askAbout(letter, builtinLibrary);
      for (const { fixes = [] } of core.lintLetter(ask, core.rules).problems) fixes.map(({ edits }) => edits.length);
      core.tokensOf(ask);
      core.outlineOf(ask, []);
    }
  }
}
