// Letters for the command line's tests, with the findings each one has.
import { composeExample } from '../../server/src/core/index';

const unconcluded = `Decision rationale: The MTUS asks for lasting gains in pain and function before an opioid is
continued. The injured worker has taken Norco for a month, the records show no change, and nothing speaks of weaning.`;

const blocks = (rationale: string): string => `Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016, Section(s): 3.3.9 Opioids for
Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment.

${rationale}`;

/** A letter of 2015 without a fault. */
export const soundLetter = composeExample({});

/** Its rationale says nowhere whether the request is medically necessary: one error, IMR301. */
export const unconcludedLetter = composeExample({ blocks: blocks(unconcluded) });

/** No letter, though it speaks of one. */
export const note = 'Please read the clinical case summary of the letter.\nIt was upheld.\n';
