import type { Form, FormEntry, FormSet } from './form';

/** Completes the entries. The fallback is the form `unknown`. Throws on a missing or circular base: shipped data is at fault. */
export function createFormSet(entries: readonly FormEntry[]): FormSet {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const complete = (id: string, seen: readonly string[] = []): Form => {
    const entry = byId.get(id);
    if (!entry || seen.includes(id)) throw new Error(`form ${id}: ${entry ? 'extends itself' : 'not found'}`);
    const base = entry.extends === undefined ? {} : complete(entry.extends, [...seen, id]);
    return { ...base, ...entry } as Form;
  };
  const forms = entries.filter((entry) => entry.id !== 'unknown').map((entry) => complete(entry.id));
  return { forms, fallback: complete('unknown') };
}

/** The same forms with one of them chosen; none where the id is undefined or that of no form. */
export function withChosenForm({ forms, fallback }: FormSet, id: string | undefined): FormSet {
  const chosen = forms.find((form) => form.id === id);
  return { forms, fallback, ...(chosen && { chosen }) };
}
