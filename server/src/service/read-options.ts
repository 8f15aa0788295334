import { builtinFormEntries } from '../builtin/forms';
import { createHouseLibrary } from '../builtin/house-library';
import { formSchema } from '../builtin/schemas';
import {
  type CheckOptions,
  type Config,
  checkSchema,
  createFormSet,
  type FormEntry,
  type FormSet,
  type Library,
  type RuleSettings,
  readConfig,
  resolverOf,
  resolveSettings,
  rules,
  type SettingsLayer,
  withChosenForm,
} from '../core/index';
import type { FormData, OptionFinding, PackData, ServiceOptions } from './options';

/** Reads the options of a service. `findings` lists what was ignored. */
export function readOptions({ packs = [], forms = [], settings = {} }: ServiceOptions): Required<
  Pick<CheckOptions, 'forms' | 'library' | 'settings'>
> & {
  readonly findings: readonly OptionFinding[];
} {
  const findings: OptionFinding[] = [];
  const report = (source: string, pointer: string, message: string): void => {
    findings.push({ source, pointer, message });
  };
  const library = readPacks(packs, report);
  const known = readForms(forms, report);
  const config = readConfig({ name: 'settings', content: settings }, { rules, forms: known.forms });
  return {
    library,
    forms: withChosenForm(known, config.form),
    settings: toRuleSettings(config, report),
    findings,
  };
}

type Report = (source: string, pointer: string, message: string) => void;

function readPacks(packs: readonly PackData[], report: Report): Library {
  const house = packs.map(({ name, content }) => ({ path: name, content }));
  const { library, problems } = createHouseLibrary(house);
  for (const { pack, pointer, message } of problems) report(pack, pointer, `${message}.`);
  return library;
}

/** An invalid form is left out, and so is one that extends it. */
function readForms(forms: readonly FormData[], report: Report): FormSet {
  const known = [...builtinFormEntries];
  for (const form of forms) {
    const problems = checkSchema(form, formSchema, resolverOf(formSchema));
    for (const { pointer, message } of problems) report(form.id, pointer, `${message}.`);
    const isTaken = known.some(({ id }) => id === form.id);
    if (isTaken) report(form.id, '/id', `There is a form ${form.id} already.`);
    const hasBase = known.some(({ id }) => id === form.extends);
    if (!hasBase) report(form.id, '/extends', `There is no form "${form.extends}" to extend.`);
    if (problems.length === 0 && !isTaken && hasBase) known.push(form as FormEntry);
  }
  return createFormSet(known);
}

function toRuleSettings(config: Config, report: Report): RuleSettings {
  for (const { pointer, message } of config.findings) report('settings', pointer, message);
  const layers: SettingsLayer[] = [];
  for (const extension of config.extends) {
    if ('preset' in extension) layers.push({ preset: extension.preset, name: extension.preset });
    else report('settings', extension.pointer, `There is no preset "${extension.path}".`);
  }
  return resolveSettings([...layers, { config }], rules);
}
