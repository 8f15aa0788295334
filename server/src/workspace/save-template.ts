import { parseDocument } from 'yaml';
import { builtinSchemas } from '../builtin/schemas';
import { type Library, soundPart } from '../core/index';
import type { FileSystem } from './file-system';
import { type NewContent, textToChange } from './new-content';
import { parentOf, resolvePath } from './paths';
import type { WorkspaceSettings } from './settings';

/** A template as a person saves it. */
export interface OwnTemplate {
  readonly title: string;
  /** With places and names in braces. */
  readonly text: string;
  /** Id of the class of request it is for; null for any. */
  readonly class: string | null;
  /** Null: for either outcome. */
  readonly outcome: 'Upheld' | 'Overturned' | null;
}

/** Where templates of a person's own are kept, below the folder of the configuration. */
const packPath = '.imr/templates.yaml';

/**
 * Returns the team's own pack with a template more: beside the configuration that counts, or else beside the letter. Returns words for
 * the person where that is not possible: a broken file, or a text that a pack may not hold.
 */
export async function addTemplate(
  files: FileSystem,
  settings: WorkspaceSettings,
  template: OwnTemplate,
): Promise<NewContent | string> {
  const path = resolvePath(folderOf(settings), packPath);
  const before = await textToChange(files, path, settings.root);
  const text = before === undefined ? undefined : withTemplate(before, entryOf(template, settings.library));
  if (before === undefined || text === undefined) return `${packPath} is broken: repair it first.`;
  const [mistake] = newMistakes(path, before, text);
  return mistake === undefined ? { path, before, text } : `This text cannot be a template: ${mistake}.`;
}

/** Returns the configuration with that pack in its list; undefined where it is broken. */
export async function namePack(files: FileSystem, settings: WorkspaceSettings): Promise<NewContent | undefined> {
  const folder = folderOf(settings);
  const path = settings.configPath ?? resolvePath(folder, '.imr.yaml');
  const before = await textToChange(files, path, settings.root);
  const text = before === undefined ? undefined : withPack(before, `./${packPath}`);
  return before === undefined || text === undefined ? undefined : { path, before, text };
}

function folderOf({ configPath, letterPath }: WorkspaceSettings): string {
  return parentOf(configPath ?? letterPath) ?? '';
}

function entryOf(
  { title, text, class: own, outcome }: OwnTemplate,
  library: Library,
): Readonly<Record<string, string>> {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const stem = ['own', ...words].join('-').slice(0, 60).replace(/-$/, '');
  let id = stem;
  for (let n = 2; library.template(id); n++) id = `${stem}-${n}`;
  const key = outcome === null ? 'text' : outcome.toLowerCase();
  return { id, ...(own !== null && { class: own }), title, [key]: text };
}

/** The pack's text with one entry more, comments and order kept; undefined for a broken one. */
function withTemplate(before: string, entry: Readonly<Record<string, string>>): string | undefined {
  const document = parseDocument(before || 'version: 1\nkind: templates\ntemplates: []\n');
  const content: unknown = document.toJS();
  if (document.errors.length > 0 || typeof content !== 'object' || content === null) return undefined;
  const { templates } = content as { readonly templates?: unknown };
  if (templates !== undefined && !Array.isArray(templates)) return undefined;
  if (templates === undefined || templates.length === 0) document.set('templates', document.createNode([entry]));
  else document.addIn(['templates'], document.createNode(entry));
  return document.toString({ lineWidth: 140 });
}

/** What packs are checked for, of the new text alone: mistakes that were there before stay the pack's own. */
function newMistakes(path: string, before: string, text: string): string[] {
  const mistakes = (of: string): string[] =>
    of === '' ? [] : soundPart(path, parseDocument(of).toJS(), builtinSchemas).problems.map(({ message }) => message);
  const known = new Set(mistakes(before));
  return mistakes(text).filter((message) => !known.has(message));
}

/** The configuration with the pack in its list; the same text where it is in it already, undefined for a broken one. */
function withPack(before: string, pack: string): string | undefined {
  const document = parseDocument(before);
  const content: unknown = document.toJS() ?? {};
  if (document.errors.length > 0 || typeof content !== 'object' || Array.isArray(content)) return undefined;
  const packs: unknown = (content as { packs?: unknown }).packs ?? [];
  if (!Array.isArray(packs)) return undefined;
  if (packs.includes(pack)) return before;
  if (/^\s*\{/.test(before)) return `${JSON.stringify({ ...content, packs: [...packs, pack] }, null, 2)}\n`;
  if (packs.length === 0) document.set('packs', document.createNode([pack], { flow: true }));
  else document.addIn(['packs'], pack);
  return document.toString({ lineWidth: 0 });
}
