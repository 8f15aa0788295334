import { checkPhrase } from '../text/phrase-pattern';
import { checkTemplate } from './check-template';
import { checkPattern } from './construction-pattern';
import type { Pack } from './entries';
import type { JsonSchema, SchemaProblem } from './schema-check';
import { checkSchema, escapePointer, resolverOf } from './schema-check';
import type { PackProblem } from './types';

/** Schemas by file name: `drugs.schema.json`, `common.schema.json`. */
export type PackSchemas = Readonly<Record<string, JsonSchema>>;

export interface CheckedPack {
  readonly path: string;
  /** What of the pack is sound; absent where it is no pack at all. */
  readonly pack?: Pack;
  readonly problems: readonly PackProblem[];
}

/** Checks a pack as it was read and takes out of it whatever is broken, entry by entry. Never throws. */
export function soundPart(path: string, content: unknown, schemas: PackSchemas): CheckedPack {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return broken(path, '', 'a pack is a map with "version", "kind" and lists of entries');
  }
  const { kind, version } = content as { readonly kind?: unknown; readonly version?: unknown };
  const schema = typeof kind === 'string' ? schemas[`${kind}.schema.json`] : undefined;
  if (!schema) return broken(path, '/kind', `"kind" must be one of ${kindsOf(schemas).join(', ')}`);
  if (version !== 1) return broken(path, '/version', '"version" must be 1');
  const found = [
    ...checkSchema(content, schema, resolverOf(schema, schemas)),
    ...phraseProblems(content as Pack),
    ...constructionProblems(content as Pack),
    ...templateProblems(content as Pack),
  ];
  const pack = withDefaultConfidence(
    without(
      content as Pack,
      found.map(({ pointer }) => pointer),
    ),
  );
  return { path, pack, problems: found.map(({ pointer, message }) => ({ pack: path, pointer, message })) };
}

function broken(path: string, pointer: string, message: string): CheckedPack {
  return { path, problems: [{ pack: path, pointer, message }] };
}

function kindsOf(schemas: PackSchemas): string[] {
  return Object.keys(schemas)
    .map((file) => file.replace('.schema.json', ''))
    .filter((kind) => kind !== 'common');
}

function phraseProblems({ phrases }: Pack): SchemaProblem[] {
  if (!Array.isArray(phrases)) return [];
  return phrases.flatMap((phrase: unknown, i) => {
    const pattern = (phrase as { readonly pattern?: unknown } | null)?.pattern;
    const message = typeof pattern === 'string' ? checkPhrase(pattern) : undefined;
    return message ? [{ pointer: `/phrases/${i}/pattern`, message }] : [];
  });
}

function constructionProblems({ constructions }: Pack): SchemaProblem[] {
  if (!Array.isArray(constructions)) return [];
  return constructions.flatMap((construction: unknown, i) => {
    const { pattern, write, message } = (construction ?? {}) as Readonly<Record<string, unknown>>;
    const broken = typeof pattern === 'string' ? checkPattern(pattern) : undefined;
    if (broken) return [{ pointer: `/constructions/${i}/pattern`, message: broken }];
    if (write === undefined && message === undefined)
      return [{ pointer: `/constructions/${i}`, message: 'a construction has "write", "message" or both' }];
    return [];
  });
}

function templateProblems({ templates }: Pack): SchemaProblem[] {
  if (!Array.isArray(templates)) return [];
  return templates.flatMap((template: unknown, i) => {
    if (typeof template !== 'object' || template === null) return [];
    return checkTemplate(template as Record<string, unknown>).map(({ key, message }) => ({
      pointer: ['', 'templates', i, ...key.map(escapePointer)].join('/'),
      message,
    }));
  });
}

/** A team's entries without a confidence are the team's word. */
function withDefaultConfidence(pack: Pack): Pack {
  return { ...pack, confidence: { rest: 'seen', ...pack.confidence } };
}

const entryLists = new Set([
  ...[
    'guidelines',
    'chapters',
    'topicGroups',
    'topics',
    'drugs',
    'treatments',
    'classes',
    'elements',
    'commonElements',
  ],
  ...[
    'conditions',
    'templates',
    'phrases',
    'constructions',
    'bodyParts',
    'drugClasses',
    'abbreviations',
    'sharedNames',
    'timeline',
  ],
  'citationForms',
  'concepts',
]);

/** The pack without the entries, or else the top-level keys, that the pointers lie in. */
function without(pack: Pack, pointers: readonly string[]): Pack {
  const broken = new Set(pointers.map(entryPointer));
  return prune(pack, '', broken) as Pack;
}

/** Cuts a pointer off behind the innermost entry: `/guidelines/0/topics/2/pages` gives `/guidelines/0/topics/2`. */
function entryPointer(pointer: string): string {
  const steps = pointer.split('/');
  for (let i = steps.length - 1; i > 1; i--) {
    if (entryLists.has(steps[i - 1] ?? '') && /^\d+$/.test(steps[i] ?? '')) return steps.slice(0, i + 1).join('/');
  }
  return steps.slice(0, 2).join('/');
}

function prune(value: unknown, pointer: string, broken: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => (broken.has(`${pointer}/${i}`) ? [] : [prune(item, `${pointer}/${i}`, broken)]));
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, item]) => ({ key, item, at: `${pointer}/${escapePointer(key)}` }))
    .filter(({ at }) => !broken.has(at));
  return Object.fromEntries(kept.map(({ key, item, at }) => [key, prune(item, at, broken)]));
}
