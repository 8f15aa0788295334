import { describe, expect, it } from 'vitest';
import { builtinLibrary } from '../../server/src/builtin/library';
import { grammarOf } from '../../server/src/core/language/grammar';
import type { Word } from '../../server/src/core/language/sentence';

const grammar = grammarOf(builtinLibrary);
const noun = (text: string): Word => ({
  start: 0,
  end: text.length,
  pos: 'NOUN',
  text,
  lower: text.toLowerCase(),
  isApart: true,
});

describe('the number of a noun', () => {
  it.each([
    ['request', 'singular'],
    ['requests', 'plural'],
    ['diagnosis', 'singular'],
    ['diagnoses', 'plural'],
    ['criteria', 'plural'],
    ['radiculitis', 'singular'],
    ['process', 'singular'],
    ['analgesics', 'plural'],
    ['MRI', 'singular'],
    ['NSAIDs', 'plural'],
    ['NSAIDS', undefined],
    ['series', undefined],
  ])('of "%s" is %s', (text, number) => {
    expect(grammar.numberOf(noun(text))).toBe(number);
  });
});

describe('the form of a verb', () => {
  it.each([
    ['notes', 'third-person', 'note'],
    ['studies', 'third-person', 'study'],
    ['documented', 'past', 'document'],
    ['continued', 'past', 'continue'],
    ['denied', 'past', 'deny'],
    ['underwent', 'past', 'undergo'],
    ['undergone', 'participle', 'undergo'],
    ['need', 'base', 'need'],
    ['focus', 'base', 'focus'],
  ])('"%s" is %s of "%s"', (verb, form, base) => {
    expect([grammar.formOf(verb), grammar.baseOf(verb)]).toEqual([form, base]);
  });

  it('leaves the base open where spelling shows two', () => {
    expect(grammar.baseOf('noted')).toBeUndefined();
  });

  it('is spelled by the rules and the list of irregular verbs', () => {
    expect([grammar.participleOf('undergo'), grammar.participleOf('deny'), grammar.participleOf('note')]).toEqual([
      'undergone',
      'denied',
      'noted',
    ]);
    expect(grammar.participleForPast('underwent')).toBe('undergone');
    expect(grammar.participleForPast('held')).toBeUndefined();
  });
});
