/**
 * A small fictional letter that shows a rule, as parts over a letter without faults. `^^^` under a line marks the span of the
 * finding expected there (one `^` marks an empty span; of a span over several lines, its first line is marked).
 */
export interface Example {
  readonly form?: '2014' | '2015';
  readonly header?: string;
  readonly howMade?: string;
  readonly summary?: string;
  /** All decision blocks, from the first heading on. */
  readonly blocks?: string;
  /** The letter whole, where parts will not do. */
  readonly whole?: string;
}

const header = `Case Number:    CM17-0999999
Date Assigned:  01/18/2017      Date of Injury:  11/18/2016
Decision Date:  02/10/2017      UR Denial Date:  12/07/2016
Priority:       Standard        Application      01/16/2017
                                Received:`;

const affiliation = `MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator.`;

const experience = `He/she has been in active clinical practice for more than five years and is currently working at
least 24 hours a week in active practice. The expert reviewer was selected based on his/her
clinical experience, education, background, and expertise in the same or similar specialties that
evaluate and/or treat the medical condition and disputed items/services. He/she is familiar with
governing laws and regulations, including the strength of evidence hierarchy that applies to
Independent Medical Review determinations.`;

const howMade2014 = `${affiliation} The expert
reviewer is Board Certified in Physical Medicine and is licensed to practice in California.
${experience}`;

const howMade2015 = `${affiliation} ${experience.replace('items/services', 'items/Service')}

The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Physical Medicine & Rehabilitation`;

const summary2014 = `The injured worker is a 44 year old female with a date of injury of 11/18/2013. She has low back
pain and takes Norco 10/325mg #60. Utilization review on 3/10/14 denied Norco 10/325mg #60.`;

const summary2015 = `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has low back
pain and has taken Norco 10/325mg #60 for a month. Utilization review on 12/07/2016 denied Norco 10/325mg #60.`;

const rationale = `Decision rationale: The MTUS asks for lasting gains in pain and function before an opioid is
continued. The injured worker has taken Norco for a month, and the records show no change in pain or
in daily activities, no drug screen and no treatment agreement. If it has been taken regularly it should be weaned rather than
stopped at once. The request for Norco 10/325mg #60 is not medically necessary.`;

const blocks2014 = `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines
Opioids.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Opioids Page(s):
78-80.

${rationale}`;

const blocks2015 = `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for
Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.

${rationale}`;

/** The whole letter of an example, markers included. */
export function composeExample(example: Example): string {
  if (example.whole !== undefined) return example.whole;
  const old = example.form === '2014';
  const parts = [
    ...(old && example.header === undefined ? [] : [example.header ?? header]),
    'HOW THE IMR FINAL DETERMINATION WAS MADE',
    example.howMade ?? (old ? howMade2014 : howMade2015),
    'CLINICAL CASE SUMMARY',
    `The expert reviewer developed the following clinical case summary based on a review of the\ncase file, including all medical records:`,
    example.summary ?? (old ? summary2014 : summary2015),
    'IMR ISSUES, DECISIONS AND RATIONALES',
    'The Final Determination was based on decisions for the disputed items/services set forth below:',
    example.blocks ?? (old ? blocks2014 : blocks2015),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The parts an example states itself, for a documentation page. */
export function shownPart(example: Example): string {
  return (
    example.whole ?? [example.header, example.howMade, example.summary, example.blocks].filter(Boolean).join('\n\n')
  );
}
