import { describe, expect, it } from 'vitest';
import {
  type Completion,
  completionsAt,
  composeExample,
  documentationOf,
  type Example,
  toPlainCard,
  toPlainText,
} from '../../server/src/core/index';
import { allLetters, read } from './analyzed';
import { withCursor } from './cursor';

const cited = (field: string) => `

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: ${field}

Decision rationale: `;
const soma = 'Soma 350 mg #90: Upheld';
const mtus = 'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain).';
const done = `${soma}${cited(mtus)}The request for Soma 350 mg #90 is not medically necessary.`;

const at = (example: Example): readonly Completion[] => {
  const { ask, offset } = withCursor(example);
  return completionsAt(ask, offset).items;
};
const inBlocks = (blocks: string) => at({ blocks });
/** The text as it is after the completion whose label begins so, places in brackets, white space single. */
const accept = (example: Example, label: string): string => {
  const { ask, text, offset } = withCursor(example);
  const item = completionsAt(ask, offset).items.find((each) => each.label.startsWith(label));
  if (!item) throw new Error(`no completion "${label}"`);
  const { span, parts } = item;
  return (text.slice(0, span.start) + toPlainText(parts) + text.slice(span.end)).replace(/\s+/g, ' ');
};
const labels = (items: readonly Completion[]) => items.map(({ label }) => label);

describe('behind the colon of an item', () => {
  it.each([
    ['with its space missing', 'Soma 350 mg #90:¦'],
    ['with its space', 'Soma 350 mg #90: ¦'],
    ['in a block that has its fields', `Soma 350 mg #90:¦${cited(mtus)}None.`],
    ['in a new block', `${done}\n\nNorco 5/325mg #30:¦`],
    [
      'of a remaining portion',
      `Norco 5/325mg #60 was the original request. Norco 5/325mg #30 was authorized by the Claims
Administrator. The remaining IMR eligible portion of the original request, Norco 5/325mg #30 is: ¦`,
    ],
  ])('the outcomes, %s', (_, blocks) => {
    expect(labels(inBlocks(blocks))).toEqual(['[Upheld | Overturned]', 'Upheld', 'Overturned']);
  });

  it.each([
    ['half typed', 'Soma 350 mg #90: Up¦'],
    ['in an outcome that stands there', 'Soma 350 mg #90: Over¦turned'],
  ])('the outcomes alone, %s', (_, blocks) => {
    expect(labels(inBlocks(blocks))).toEqual(['Upheld', 'Overturned']);
  });

  it('decides nothing by Enter alone: the first one is the open choice', () => {
    const [first] = inBlocks('Soma 350 mg #90:¦');
    expect(toPlainText(first?.parts ?? [])).toBe(' [Upheld | Overturned]');
  });

  it('has exactly one space before it', () => {
    for (const blocks of ['Soma 350 mg #90:¦', 'Soma 350 mg #90: ¦', 'Soma 350 mg #90: Uph¦']) {
      expect(accept({ blocks }, 'Upheld')).toContain('Soma 350 mg #90: Upheld ');
    }
    expect(accept({ blocks: 'Soma 350 mg #90: Over¦turned' }, 'Upheld')).toMatch(/#90: Upheld $/);
  });
});

describe('in a guideline field', () => {
  const reviewer = (field: string, form?: '2014' | '2015') => ({
    ...(form && { form }),
    blocks: `${soma}${cited(field)}None.`,
  });

  it('citations that fit the item as the form of 2015 writes them, the MTUS first, then the standard sentences', () => {
    const items = at(reviewer('¦'));
    expect(labels(items)).toEqual([
      'Chronic Pain Medical Treatment 2016: Muscle relaxants (for pain)',
      'ODG Pain, Muscle relaxants (for pain)',
      'ODG Pain, Carisoprodol (Soma)',
      'Decision based on MTUS',
      'Decision based on Non-MTUS Citation',
      'The Expert Reviewer did not cite any medical evidence for its decision.',
    ]);
    expect(accept(reviewer('¦'), 'Chronic Pain')).toContain(`MAXIMUS guideline: ${mtus}`);
  });

  it('pages in the form of 2014, with a place where no letter printed one', () => {
    expect(accept(reviewer('¦', '2014'), 'Chronic Pain Medical Treatment 2009: Carisoprodol')).toContain(
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Carisoprodol (Soma) Page(s): 29.',
    );
  });

  it('for the claims administrator in its own sentences', () => {
    const blocks = `${soma}\n\nClaims Administrator guideline: ¦\n\nMAXIMUS guideline: ${mtus}\n\nDecision rationale: None.`;
    expect(accept({ blocks }, 'ODG Pain, Car')).toContain(
      'guideline: The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Pain, Carisoprodol (Soma).',
    );
  });

  it.each([
    'Dec¦',
    'Decision based on MTUS ¦',
    'Decision based on MTUS Chronic Pain Med¦',
    'Decision based on MTUS\nChronic Pain Medical Treatment 2016,\nSection(s): Mus¦',
  ])('goes on with what stands there: %s', (field) => {
    expect(accept(reviewer(field), 'Chronic Pain Medical Treatment 2016: Muscle')).toContain(
      `MAXIMUS guideline: ${mtus}`,
    );
  });

  it('offers nothing that does not go on with it', () => {
    expect(labels(at(reviewer('Decision based on MTUS Chronic Pain Med¦')))).toEqual([
      'Chronic Pain Medical Treatment 2016: Muscle relaxants (for pain)',
    ]);
  });

  it('other sections of the guideline, behind those that fit the item', () => {
    const items = labels(at(reviewer('Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): ¦')));
    expect(items[0]).toBe('Chronic Pain Medical Treatment 2016: Muscle relaxants (for pain)');
    expect(items).toContain('Benzodiazepines');
    expect(
      accept(
        reviewer(
          'Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Muscle relaxants (for pain), Benz¦',
        ),
        'Benzodiazepines',
      ),
    ).toContain('Section(s): Muscle relaxants (for pain), Benzodiazepines ');
  });

  it('chapters and topics of an outside guideline', () => {
    const odg = `The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on
Non-MTUS Citation Official Disability Guidelines (ODG)`;
    expect(labels(at(reviewer(`${odg} ¦`)))).toContain('Fitness for Duty');
    expect(accept(reviewer(`${odg} Pain (Chronic), Bacl¦`), 'Benzodiazepines')).toContain(
      'Pain (Chronic), Benzodiazepines',
    );
  });

  it('the pages of the topics cited, each with how sure it is', () => {
    const field = 'Decision based on MTUS Chronic Pain Treatment Guidelines Opioids, criteria for use Page(s): ¦';
    expect(at(reviewer(field, '2014')).map(({ label, detail }) => [label, detail])).toContainEqual([
      '77-81',
      'Pages 77-81: printed with this topic in published letters',
    ]);
  });
});

describe('in an item', () => {
  it.each([
    ['a generic name', `${done}\n\nCyclob¦`, 'cyclobenzaprine', 'cyclobenzaprine'],
    ['a brand', `${done}\n\nVico¦`, 'Vicodin', 'Vicodin'],
    ['a treatment of two words', 'Physical ther¦', 'physical therapy', 'physical therapy'],
    [
      'in a heading that has its outcome',
      `MRI of the lum¦: Upheld${cited(mtus)}None.`,
      'MRI of the lumbar spine',
      'MRI of the lumbar spine: Upheld',
    ],
    ['a strength that the drug is made in', `${done}\n\nNorco 10¦`, '10/325 mg', 'Norco 10/325 mg'],
  ])('%s', (_, blocks, label, expected) => {
    expect(accept({ blocks }, label)).toContain(expected);
  });

  const summary = `The injured worker takes Zanaflex 4mg, #30 at night and Norco 5/325mg #60 for pain. Norco lowers the pain from 7 to 4.
Utilization review denied a lumbar brace and Zanaflex 4mg, #30 on 12/07/2016.`;

  it.each([
    ['an item in dispute, as the summary states it', 'Zana¦', 'Zanaflex 4mg, #30', 'Zanaflex 4mg, #30'],
    ['a treatment in dispute', 'Lumb¦', 'Lumbar brace', 'Lumbar brace'],
    ['strength and quantity of the summary', 'Norco ¦', 'Norco 5/325mg #60', 'Norco 5/325mg #60'],
    [
      'the quantity of the summary',
      'Retrospective Norco 5/325mg ¦',
      'Norco 5/325mg #60',
      'Retrospective Norco 5/325mg #60',
    ],
  ])('%s, first', (_, typed, label, expected) => {
    const example = { summary, blocks: `${done}\n\n${typed}` };
    expect(labels(at(example))[0]).toBe(label);
    expect(accept(example, label)).toContain(expected);
  });

  it('nothing of the summary that a heading has already, and no amount that is not right behind the name', () => {
    const decided = { summary, blocks: `${done.replaceAll('Soma 350 mg #90', 'Norco 5/325mg #60')}\n\nNorco ¦` };
    expect(labels(at(decided)).filter((label) => label.startsWith('Norco'))).toEqual([]);
  });

  it('asks again as more is typed', () => {
    const { ask, offset } = withCursor({ blocks: `${done}\n\nCyclob¦` });
    expect(completionsAt(ask, offset).isIncomplete).toBe(true);
  });
});

describe('at the start of a line', () => {
  it('the label that is missing there', () => {
    const blocks = `${soma}\n\nClaims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.\n\n¦\n\nDecision rationale: None.`;
    expect(labels(inBlocks(blocks))).toEqual(['MAXIMUS guideline:']);
    expect(labels(inBlocks(blocks.replace('¦', 'max¦')))).toEqual(['MAXIMUS guideline:']);
    expect(accept({ blocks }, 'MAXIMUS')).toContain('2016. MAXIMUS guideline: Decision rationale:');
  });

  it('all labels below a heading alone', () => {
    expect(labels(inBlocks(`${soma}\n\n¦`))).toEqual([
      'Claims Administrator guideline:',
      'MAXIMUS guideline:',
      'Decision rationale:',
    ]);
  });

  it('the section that is missing there, with its standard sentence', () => {
    const whole = composeExample({})
      .replace('CLINICAL CASE SUMMARY', '¦')
      .replace(/The expert reviewer developed[\s\S]*?records:\n/, '');
    expect(labels(at({ whole }))).toEqual(['CLINICAL CASE SUMMARY']);
    expect(accept({ whole }, 'CLINICAL')).toContain(
      'CLINICAL CASE SUMMARY The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records: The injured',
    );
  });

  it('the row that the case header lacks', () => {
    const whole = composeExample({}).replace('Priority:       Standard', '¦');
    expect(labels(at({ whole }))).toEqual(['Priority:']);
  });
});

describe('behind the beginning of a snippet', () => {
  const soma350 = 'Soma 350mg #60: Upheld';

  it('the parts of a letter by their prefixes, each once', () => {
    const items = at({ blocks: `${soma350}\n\nimr-¦` });
    expect(labels(items)).toEqual([...new Set(labels(items))]);
    expect(labels(items)).toEqual(expect.arrayContaining(['imr-block', 'imr-reviewer', 'imr-heading-summary']));
    expect(labels(at({ blocks: `${soma350}\n\nimr-b¦` }))).toEqual(['imr-block']);
  });

  it("as the letter's own form writes them", () => {
    const blocks = `${soma350}\n\nimr-rev¦`;
    expect(accept({ blocks }, 'imr-reviewer')).toContain(
      ' MAXIMUS guideline: Decision based on MTUS [guideline] [year], Section(s): [section].',
    );
    expect(accept({ blocks, form: '2014' }, 'imr-reviewer')).toContain(
      ' MAXIMUS guideline: Decision based on MTUS [guideline] Page(s): [pages].',
    );
  });

  it('set as the letter sets its paragraphs and lines', () => {
    const gaps = at({ blocks: `${soma350}\n\nimr-bl¦` }).map(({ parts }) => toPlainText(parts).match(/\s*\n\s*/g));
    expect(gaps).toEqual([['\n\n', '\n\n', '\n\n', '\n']]);
  });

  it('not without it, nor in a word that only holds it', () => {
    for (const typed of ['im', 'limr-b', 'the IMR'])
      expect(at({ blocks: `${soma350}\n\n${typed}¦` }).filter(({ kind }) => kind === 'snippet')).toEqual([]);
  });
});

describe('in a rationale', () => {
  const rationale = (text: string) => ({ blocks: `${soma}${cited(mtus)}${text}` });

  it('that is empty, the whole of it, the conclusion, and a sentence for each element', () => {
    const items = at(rationale('¦'));
    expect(items.slice(0, 2).map(({ kind, label }) => [kind, label])).toEqual([
      ['rationale', 'Rationale: Muscle relaxants'],
      ['sentence', 'Conclusion'],
    ]);
    expect(items.length).toBeGreaterThan(6);
    expect(accept(rationale('¦'), 'Conclusion')).toMatch(
      /The request for Soma 350 mg #90 is not medically necessary\. $/,
    );
  });

  it('that is half written, what is still missing, with its space before it', () => {
    const written = 'Spasm was found on 3/1/17. The request for Soma 350 mg #90 is not medically necessary.';
    expect(labels(at(rationale(`${written}¦`)))).not.toContain('Conclusion');
    expect(accept(rationale('Spasm was found on 3/1/17.¦'), 'Conclusion')).toContain('3/1/17. The request');
  });

  it('goes on with a sentence that begins so, and with no other', () => {
    expect(labels(at(rationale('Spasm was found. The requ¦')))).toEqual(['Conclusion']);
    expect(accept(rationale('Spasm was found. The requ¦'), 'Conclusion')).toMatch(
      /found\. The request for Soma 350 mg #90 is not medically necessary\. $/,
    );
  });

  it('without an outcome, what decides nothing', () => {
    const blocks = `Soma 350 mg #90:${cited(mtus)}¦`;
    expect(labels(inBlocks(blocks)).slice(0, 2)).toEqual(['Rationale: Muscle relaxants', 'Conclusion']);
    for (const label of ['Rationale', 'Conclusion'])
      expect(accept({ blocks }, label)).toMatch(
        /The request for Soma 350 mg #90 \[is not \| is\] medically necessary\. $/,
      );
  });

  it('follows the layout of the letter', () => {
    const { ask, offset } = withCursor(rationale('¦'));
    const [whole] = completionsAt(ask, offset).items;
    const lines = toPlainText(whole?.parts ?? []).split('\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(125);
  });
});

describe('in prose', () => {
  const prose = (text: string) => ({ blocks: `${soma}${cited(mtus)}${text}` });
  it.each([
    ['in mid-sentence', prose('The MTUS does ¦not recommend it.')],
    ['in a word at the end', prose('The MTUS does not reco¦')],
    ['behind a colon', prose('The guideline names these:¦')],
    ['behind a colon, a drug before it', prose('Of Soma the guideline says this. It adds:¦')],
    ['in a new paragraph of a rationale without conclusion', prose('The MTUS does not recommend it.\n\nCyclob¦')],
    [
      'in the summary',
      { summary: 'The injured worker takes Cyclob¦ at night. Utilization review denied it on 12/07/2016.' },
    ],
    [
      'in an empty line of the summary',
      { summary: 'The injured worker is a 44 year old female.\n\n¦\n\nShe takes Soma.' },
    ],
    ['in the standard text', { howMade: 'MAXIMUS Federal Services sent the complete case file to an exp¦' }],
    ['behind a finished citation', prose('None.').blocks ? { blocks: `${soma}${cited(`${mtus} ¦`)}None.` } : {}],
  ])('nothing: %s', (_, example) => {
    expect(labels(at(example as Example))).toEqual([]);
  });
});

describe('documentation of a completion', () => {
  const documentation = (example: Example, label: string): string => {
    const { ask, offset } = withCursor(example);
    const about = completionsAt(ask, offset).items.find((each) => each.label.startsWith(label))?.about;
    const card = about && documentationOf(ask, about);
    return card ? toPlainCard(card) : '';
  };

  it('tells what the topic says and how sure that is', () => {
    const text = documentation({ blocks: `${soma}${cited('¦')}None.` }, 'Chronic Pain');
    expect(text).toMatch(/^Muscle relaxants \(for pain\)\n\n- In: Chronic Pain Medical Treatment 2016\n- In force/);
    expect(text).toContain(
      'The edition before, Chronic Pain Medical Treatment 2009, says: Muscle relaxants (for pain)',
    );
  });

  it('is the card of a drug', () => {
    expect(documentation({ blocks: `${done}\n\nCyclob¦` }, 'cyclobenzaprine')).toContain('Class: muscle relaxant');
  });

  it('says what an element must say', () => {
    const example = { blocks: `${soma}${cited(mtus)}¦` };
    expect(documentation(example, 'How long')).toMatch(/^Required\n\nHow long the drug has been/);
    expect(documentation(example, 'Rationale')).toMatch(/^What is missing \(Muscle relaxants\)/);
  });
});

describe('at any place of any letter', () => {
  it.each(allLetters())('%s: the edit is in one line, and the cursor in it', (_, text) => {
    const ask = read(text);
    for (let offset = 0; offset <= text.length; offset += 53) {
      for (const { span, label } of completionsAt(ask, offset).items) {
        expect(span.start <= offset && offset <= span.end, label).toBe(true);
        expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
      }
    }
  });
});
