import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  type Ask,
  askAbout,
  type CitationSuggestion,
  composeExample,
  readLetter,
  resolutionOf,
  suggestCitations,
  toPlainText,
} from '../../server/src/core/index';

type Form = '2014' | '2015';

function analyzed(form: Form, item: string, reviewerGuideline?: string): Ask {
  const text = composeExample({ form }).replace('Norco 10/325mg #60: Upheld', `${item}: Upheld`);
  const letter = readLetter(text, builtinForms);
  if (reviewerGuideline === undefined) return askAbout(letter, builtinLibrary);
  const span = letter.blocks[0]?.fields.reviewerGuideline.body.span ?? { start: 0, end: 0 };
  const cited = `${text.slice(0, span.start)}${reviewerGuideline}${text.slice(span.end)}`;
  return askAbout(readLetter(cited, builtinForms), builtinLibrary);
}

function suggestions(form: Form, item: string): readonly CitationSuggestion[] {
  const ask = analyzed(form, item);
  const [block] = ask.letter.blocks;
  return block ? suggestCitations(ask, block) : [];
}

function suggest(form: Form, item: string): string[] {
  return suggestions(form, item).map(({ parts }) => toPlainText(parts));
}

const outside = {
  '2014': 'The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation',
  '2015':
    'The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation',
};

describe('the first citation suggested', () => {
  it.each([
    [
      '2014',
      'Soma 350mg #90',
      'Decision based on MTUS Chronic Pain Treatment Guidelines Carisoprodol (Soma) Page(s): 29.',
    ],
    [
      '2014',
      'Norco 10/325mg #60',
      'Decision based on MTUS Chronic Pain Treatment Guidelines Hydrocodone (Vicodin, Lortab) Page(s): [pages].',
    ],
    ['2014', 'Ambien 10mg #30', `${outside['2014']} Official Disability Guidelines (ODG) Pain, Insomnia treatment.`],
    [
      '2015',
      'Norco 10/325mg #60',
      'Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.',
    ],
    [
      '2014',
      'MRI of the right knee',
      'Decision based on MTUS ACOEM Practice Guidelines, Chapter 13 Knee Complaints, Special Studies Page(s): [pages].',
    ],
    [
      '2014',
      'Cyclobenzaprine 7.5mg #60',
      'Decision based on MTUS Chronic Pain Treatment Guidelines Cyclobenzaprine (Flexeril) Page(s): [pages].',
    ],
    ['2014', 'Acupuncture 6 sessions', 'Decision based on MTUS Acupuncture Treatment Guidelines.'],
    ['2015', 'MRI of the right knee', 'Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.'],
    [
      '2015',
      'MRI of the lumbar spine',
      'Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.',
    ],
    ['2015', 'Acupuncture 6 sessions', 'Decision based on MTUS Acupuncture Treatment 2007.'],
    [
      '2015',
      'Functional capacity evaluation',
      'Decision based on MTUS General Approaches 2004, Section(s): Cornerstones of Disability Prevention and Management.',
    ],
  ] as const)('%s: %s', (form, item, first) => {
    expect(suggest(form, item)[0]).toBe(first);
  });
});

it('never suggests an edition that was not in force', () => {
  expect(suggest('2015', 'Soma 350mg #90').join()).not.toContain('2009');
  expect(suggest('2014', 'Soma 350mg #90').join()).not.toContain('2016');
});

it('suggests outside sources after the MTUS, and nothing for an item nobody knows', () => {
  const kinds = suggest('2015', 'Naproxen 550mg #60').map((text) => text.includes('Non-MTUS'));
  expect(kinds).toEqual([...kinds].sort());
  expect(suggest('2015', 'Xyzzy device')).toEqual([]);
});

it('joins the pages seen of a topic where they overlap or follow upon each other', () => {
  expect(suggest('2014', 'Soma 350mg #90')).toContain(
    'Decision based on MTUS Chronic Pain Treatment Guidelines Muscle relaxants (for pain) Page(s): 63-65.',
  );
});

it('names for a body part its own chapters first, and those of no other part', () => {
  const cited = suggest('2015', 'PRP injection to the left foot').join('\n');
  expect(cited.indexOf('Ankle & Foot, PRP')).toBeLessThan(cited.indexOf('Knee & Leg, Platelet-rich plasma'));
  expect(suggest('2015', 'X-ray of the left shoulder').join()).not.toContain('Low Back');
});

it('offers the guidelines about a body part where it knows nothing about the treatment', () => {
  expect(suggest('2015', 'Xyzzy device for the left knee')).toEqual([
    'Decision based on MTUS Knee Complaints 2004, Section(s): [section].',
    `${outside['2015']} Official Disability Guidelines (ODG) Knee & Leg.`,
  ]);
});

it('keeps the places that the packs name for a treatment of one region, whatever they are about', () => {
  expect(suggest('2015', 'EMG of the left upper extremity')).toContain(
    'Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Special Studies.',
  );
});

describe.each(['2014', '2015'] as const)('what is suggested in the form of %s', (form) => {
  const items = [
    'Soma 350mg #90',
    'Norco 10/325mg #60',
    'Ambien 10mg #30',
    'Naproxen 550mg #60',
    'MRI of the right knee',
  ];
  const others = ['Acupuncture 6 sessions', 'Functional capacity evaluation', 'Physical therapy for the right elbow'];
  it.each([...items, ...others, 'Postoperative physical therapy 12 visits'])('is read as it was meant: %s', (item) => {
    for (const { id, title, parts } of suggestions(form, item)) {
      const ask = analyzed(form, item, toPlainText(parts));
      const citation = ask.letter.blocks[0]?.fields.reviewerGuideline.statements
        .flatMap((each) => each.citations)
        .at(-1);
      const read = citation && ask(resolutionOf, citation);
      const topics = read?.topics.map(({ topic }) => topic.id) ?? [];
      const ids = [read?.guideline?.id, ...(read?.chapters.map((chapter) => chapter.id) ?? []), ...topics];
      expect(ids, title).toContain(id);
    }
  });
});

describe('of a letter of today', () => {
  const suggestOn = (day: string, item: string): string[] => {
    const header = `Case Number:    CM22-0999999
Date Assigned:  06/16/2022      Date of Injury:  11/18/2015
Decision Date:  07/06/2022      UR Denial Date:  ${day}
Priority:       Standard        Application      06/09/2022
                                Received:`;
    const text = composeExample({ form: '2015', header }).replace('Norco 10/325mg #60: Upheld', `${item}: Upheld`);
    const ask = askAbout(readLetter(text, builtinForms), builtinLibrary);
    const [block] = ask.letter.blocks;
    return block ? suggestCitations(ask, block).map(({ parts }) => toPlainText(parts)) : [];
  };

  it.each([
    ['05/12/2022', 'MRI of the lumbar spine', 'Decision based on MTUS Low Back Disorders 2021, Section(s): [section].'],
    ['05/12/2021', 'MRI of the lumbar spine', 'Decision based on MTUS Low Back Disorders 2019, Section(s): [section].'],
    ['05/12/2022', 'MRI of the right knee', 'Decision based on MTUS Knee Disorders 2020, Section(s): [section].'],
  ])('on %s, %s is cited by the effective year', (day, item, citation) => {
    expect(suggestOn(day, item)[0]).toBe(citation);
  });

  it('an opioid by the guideline that replaced the one of 2016', () => {
    expect(suggestOn('05/12/2022', 'Norco 10/325mg #60')).toContain(
      'Decision based on MTUS Opioids Guideline 2017, Section(s): [section].',
    );
  });

  it('ODG by its topic', () => {
    expect(suggestOn('05/12/2022', 'Ambien 10mg #30')).toContain(
      `${outside['2015']} Official Disability Guidelines (ODG) Pain, Insomnia treatment.`,
    );
  });
});
