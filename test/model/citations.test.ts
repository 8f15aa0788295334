import { describe, expect, it } from 'vitest';
import { builtinForms } from '../../server/src/builtin/forms';
import type { Citation } from '../../server/src/core/model/citations';
import { readStatements } from '../../server/src/core/model/statements';
import { readText } from '../../server/src/core/text/reading';

const byReviewer = (text: string) =>
  readStatements(readText(text, { start: 0, end: text.length }), 'reviewer', builtinForms.fallback);
const citationsIn = (text: string) => byReviewer(text).flatMap((statement) => statement.citations);

/** Title, year, then the parts in their order: `T` topic, `P` page, `S` section. */
function shown({ title, year, parts }: Citation): string {
  const marks = { topic: 'T', page: 'P', section: 'S' };
  return [title, ...(year ? [String(year)] : []), ...parts.map(({ kind, text }) => `${marks[kind]} ${text}`)].join(
    ' | ',
  );
}

describe('a guideline field', () => {
  it.each([
    ['Decision based on MTUS Opioid Treatment 2016.', ['mtus']],
    ['Decision based on Non-MTUS Citation ODG Pain.', ['non-mtus']],
    ['Decision based on Non-\nMTUS Citation ODG Pain.', ['non-mtus']],
    ['Decision based on MTUS Knee Complaints 2004. Decision based on Non-MTUS Citation ODG.', ['mtus', 'non-mtus']],
    [
      'The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation ODG.',
      ['outside-mtus', 'non-mtus'],
    ],
    [
      'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ODG.',
      ['outside-mtus', 'non-mtus'],
    ],
    ['The Expert Reviewer did not cite any medical evidence for its decision.', ['cites-nothing']],
    ['See the rationale.', ['free']],
    ['Knee chapter. Decision based on MTUS Knee Complaints 2004.', ['free', 'mtus']],
    ['', []],
  ])('is told into its standard sentences: %s', (text, kinds) => {
    const statements = byReviewer(text);
    expect(statements.map((statement) => statement.kind)).toEqual(kinds);
    expect(statements.some((statement) => statement.damaged)).toBe(false);
  });

  it.each([
    ['Decision based on Non-MTUS Official Disability Guidelines, Knee.', ['non-mtus']],
    ['Decision based on Citation Official Disability Guidelines, Knee.', ['non-mtus']],
    ['Decision based on Official Disability Guidelines, Knee.', ['free']],
    ['Decision based MTUS Knee Complaints 2004.', ['mtus']],
    ['Decison based on MTUS Knee Complaints 2004.', ['mtus']],
    ['Decision based on MTSU Knee Complaints 2004.', ['mtus']],
    ['Decision based on MTUS Knee Complaints 2004. Decision on Non-MTUS Citation ODG Knee.', ['mtus', 'non-mtus']],
    ['The Expert Reviewer did cite any medical evidence for its decision.', ['cites-nothing']],
    ['Expert Reviewer did not base their decision on the MTUS.', ['outside-mtus']],
    ['The Expert Reviewer based their decision on recommendation(s) outside the MTUS Guidelines.', ['outside-mtus']],
  ])('is told so where a standard sentence is damaged: %s', (text, kinds) => {
    const statements = byReviewer(text);
    expect(statements.map((statement) => statement.kind)).toEqual(kinds);
    expect(statements.at(-1)?.damaged).toBe(true);
  });

  it('takes no other sentence about a party for a standing one', () => {
    const [statement, ...more] = byReviewer('The Claims Administrator guideline was reviewed. Knee chapter.');
    expect([statement?.kind, more]).toEqual(['free', []]);
  });
});

describe('citations by year and section', () => {
  it.each([
    ['Chronic Pain Medical Treatment 2016.', ['Chronic Pain Medical Treatment | 2016']],
    [
      'Knee Complaints 2004, Section(s): Special Studies, Initial Care.',
      ['Knee Complaints | 2004 | S Special Studies | S Initial Care'],
    ],
    [
      'Forearm, Wrist, and Hand Complaints 2004, Section(s): Initial Care, and Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand.',
      [
        'Forearm, Wrist, and Hand Complaints | 2004 | S Initial Care',
        'Postsurgical Treatment | 2009 | S Forearm, Wrist, & Hand',
      ],
    ],
    [
      'Shoulder Complaints 2004 and Low Back Complaints 2004, and Knee Complaints 2004, Section(s): Summary.',
      ['Shoulder Complaints | 2004', 'Low Back Complaints | 2004', 'Knee Complaints | 2004 | S Summary'],
    ],
    [
      'Chronic Pain Medical Treatment 2016 Guidelines, Section(s): TENS, chronic pain (nerve stimulation, transcutaneous).',
      ['Chronic Pain Medical Treatment | 2016 | S TENS, chronic pain (nerve stimulation, transcutaneous)'],
    ],
    [
      'Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk, NSAIDs, specific drug list & adverse effects, Naproxen.',
      [
        'Chronic Pain Medical Treatment | 2016 | S NSAIDs, GI symptoms & cardiovascular risk | S NSAIDs, specific drug list & adverse effects | S Naproxen',
      ],
    ],
    [
      'Opioid Treatment 2016, Section(s): 3.3.1.1 Screening for Adverse Events, Prior to Treatment: Misuse, 4.1 Tapering Opioids: Indications.',
      [
        'Opioid Treatment | 2016 | S 3.3.1.1 Screening for Adverse Events, Prior to Treatment: Misuse | S 4.1 Tapering Opioids: Indications',
      ],
    ],
    [
      'Elbow Complaints 2007, Section(s): 326, Diagnostic Criteria.',
      ['Elbow Complaints | 2007 | S 326 | S Diagnostic Criteria'],
    ],
    ['Acupuncture Treatment 2007.', ['Acupuncture Treatment | 2007']],
    ['Knee Complaints 2004Section(s): Summary.', ['Knee Complaints | 2004 | S Summary']],
  ])('%s', (text, citations) => {
    expect(citationsIn(`Decision based on MTUS ${text}`).map(shown)).toEqual(citations);
  });

  it('point to title, year and sections in the source, over line ends', () => {
    const source = 'Decision based on MTUS Low Back\nComplaints 2004, Section(s): Special\nStudies.';
    const [citation] = citationsIn(source);
    const at = (span: { start: number; end: number } | undefined) => span && source.slice(span.start, span.end);
    expect([at(citation?.titleSpan), at(citation?.yearSpan), at(citation?.parts[0]?.span)]).toEqual([
      'Low Back\nComplaints',
      '2004',
      'Special\nStudies',
    ]);
  });
});

describe('citations by page', () => {
  const title = 'Chronic Pain Treatment Guidelines';
  it.each([
    [`${title} Opioids.`, `${title} | T Opioids`],
    [
      `${title} Page 63, muscle relaxants; Page 60, medication trials.`,
      `${title} | P 63 | T muscle relaxants | P 60 | T medication trials`,
    ],
    [`${title} Pages 77-81, Opioid management`, `${title} | P 77-81 | T Opioid management`],
    [`${title} Page(s): 29, 65.`, `${title} | P 29 | P 65`],
    [`${title} Weaning of medications Page(s): 63-65; 124.`, `${title} | T Weaning of medications | P 63-65 | P 124`],
    [
      `${title} Muscle relaxants (for pain); and MTUS Definitions, page 1 Page(s): 63-64.`,
      `${title} | T Muscle relaxants (for pain) | T MTUS Definitions | P 1 | P 63-64`,
    ],
    [`${title} Back pain - acute exacerbations pg. 68.`, `${title} | T Back pain - acute exacerbations | P 68`],
    [
      `${title} steps to avoid misuse/addictionPage 80, indications.`,
      `${title} | T steps to avoid misuse/addiction | P 80 | T indications`,
    ],
    [`${title}, OPIOIDS, 79-81.`, `${title} | T OPIOIDS | P 79-81`],
    [
      'ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): 303-305.',
      'ACOEM Practice Guidelines | T Chapter 12 Low Back Complaints | P 303-305',
    ],
  ])('%s', (text, citation) => {
    expect(citationsIn(`Decision based on MTUS ${text}`).map(shown)).toEqual([citation]);
  });

  it('keep a second title apart from the topics', () => {
    const [citation] = citationsIn(
      `Decision based on MTUS ${title} Chronic Pain Medical Treatment Guidelines, Opioids p 80.`,
    );
    expect(citation?.secondTitle?.text).toBe('Chronic Pain Medical Treatment Guidelines');
    expect(citation && shown(citation)).toBe(`${title} | T Opioids | P 80`);
  });

  it('take no topic that ends in Guidelines for a second title', () => {
    const [citation] = citationsIn(`Decision based on MTUS ${title} Physical Medicine Guidelines Page(s): 98.`);
    expect(citation?.secondTitle).toBeUndefined();
    expect(citation && shown(citation)).toBe(`${title} | T Physical Medicine Guidelines | P 98`);
  });
});

describe('citations outside of the MTUS', () => {
  const odg = 'Official Disability Guidelines';
  it.each([
    [`${odg} (ODG).`, [`${odg} (ODG)`]],
    [`${odg} (ODG) Pain chapter, Insomnia treatment.`, [`${odg} (ODG) | T Pain chapter | T Insomnia treatment`]],
    [`${odg} (ODG). pain chapter. updated June, 2014.`, [`${odg} (ODG) | 2014 | T pain chapter`]],
    [`${odg} - Knee chapter - MRI.`, [`${odg} | T Knee chapter | T MRI`]],
    [`${odg}: Elbow (Acute & Chronic) Injections.`, [`${odg} | T Elbow (Acute & Chronic) | T Injections`]],
    [`${odg} (ODG) 2015 Hip Chapter: X-ray.`, [`${odg} (ODG) | 2015 | T Hip Chapter | T X-ray`]],
    [`${odg}, Forearm, Wrist & Hand, Splints.`, [`${odg} | T Forearm, Wrist & Hand | T Splints`]],
    [`${odg} (ODG) Knee/MR arthrography.`, [`${odg} (ODG) | T Knee | T MR arthrography`]],
    ['ODG Chiropractic guidelines.', ['ODG | T Chiropractic guidelines']],
    [
      `${odg} (ODG) Low Back, Traction and Other Medical Treatment Guidelines www.example.org/traction.html.`,
      [`${odg} (ODG) | T Low Back | T Traction`, 'www.example.org/traction.html'],
    ],
    [`ACOEM guidelines and the ${odg}.`, ['ACOEM guidelines', odg]],
    [
      'ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Knee Disorders, pg. 88.',
      ['ACOEM Occupational Medicine Practice Guidelines, 3rd ed. | T Knee Disorders | P 88'],
    ],
    [
      'MTUS: CHRONIC PAIN MEDICAL TREATMENT GUIDELINES, OPIOIDS, 79-81.',
      ['CHRONIC PAIN MEDICAL TREATMENT GUIDELINES | T OPIOIDS | P 79-81'],
    ],
    ['Doe J. Gait after sprains. J Example Med. 2011;4(2):17-21.', ['Doe J | 2011']],
    ['Low Back (Hyperstimulation analgesia).', ['Low Back (Hyperstimulation analgesia)']],
  ])('%s', (text, citations) => {
    expect(citationsIn(`Decision based on Non-MTUS Citation ${text}`).map(shown)).toEqual(citations);
  });
});
