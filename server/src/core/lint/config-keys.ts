/** Type of a key's value: a text or list of texts, a list of texts, a boolean, the id of a form, or severities by rule. */
type ConfigValue = 'text or texts' | 'texts' | 'switch' | 'form' | 'rules';

/** The keys of a configuration, for its reader and for its schema. */
export const configKeys = {
  extends: {
    value: 'text or texts',
    description: 'What this builds upon, the last one on top: recommended, strict, off, or the path of another file.',
  },
  rules: {
    value: 'rules',
    description: 'Severity of single rules, by code or name; an object with "severity" also holds options.',
  },
  language: {
    value: 'switch',
    description: 'Whether to check language: spelling, grammar, doubled words, punctuation. Default: true.',
  },
  words: { value: 'texts', description: 'Words that are spelled right in these letters.' },
  form: { value: 'form', description: 'Form that letters are read as unless they bear the marks of another one.' },
  packs: {
    value: 'text or texts',
    description: 'Packs of your own: guidelines, drugs, treatments, phrases. Paths are relative to this file.',
  },
  files: { value: 'text or texts', description: 'Patterns of the files that are letters; absent: all.' },
  ignore: { value: 'text or texts', description: 'Patterns of files that are left alone.' },
} as const satisfies Readonly<Record<string, { readonly value: ConfigValue; readonly description: string }>>;
