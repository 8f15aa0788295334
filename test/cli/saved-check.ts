import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { checkLetter, defaultSettings, rules, signingCheckOf, signingRecord } from '../../server/src/core/index';

/** The record of a letter as the editor saves it, without the checks of language, of which these letters have no finding. */
export function recordOf(text: string, name: string): string {
  const { ask, problems } = checkLetter(text, {
    library: builtinLibrary,
    forms: builtinForms,
    settings: defaultSettings,
  });
  const isOn = (rule: (typeof rules)[number]): boolean => defaultSettings.severityOf(rule) !== null;
  const more = { rules, isOn, failed: [], ignored: [], isLeftOut: false, packs: [], product: 'imr 0' };
  return signingRecord(signingCheckOf(ask, { name, problems, ...more }));
}
