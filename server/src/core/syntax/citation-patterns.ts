import { phraseSource } from '../text/phrase-pattern';
import type { CitationWording } from './form';

/** What citations of a form are cut by. */
export interface CitationPatterns {
  /** Words before a title that are no part of it. */
  readonly leadIn: RegExp;
  /** Titles of guidelines without their year. */
  readonly known: RegExp;
  /** Titles of guidelines of the MTUS. */
  readonly mtus: RegExp;
  /** A title with the publisher's date, its groups: `Opioids Guideline (ACOEM April 20, 2017)`, `… dated June 30, 2017`. */
  readonly publisherDated: RegExp;
  /** What a second title may be; a topic that ends in "Guidelines" is none. */
  readonly second: RegExp;
  /** Two titles before one year: `Chronic Pain Treatment Guidelines Chronic Pain Medical Treatment 2016`. */
  readonly firstOfTwo: RegExp;
  /** Global: before a source named in full; glued to a topic, its name alone tells. */
  readonly beforeSource: RegExp;
  /** Names that hold a comma, `|` standing where they must not be cut. */
  readonly uncut: RegExp;
  /** Global: what stands between topics of the MTUS, where a dash stands inside a name, and of other sources. */
  readonly betweenTopics: { readonly mtus: RegExp; readonly others: RegExp };
}

const year = '(?:19|20)\\d\\d';
const monthDay =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\\d{1,2}, )?';
const edition = '(?:,? (?:\\d(?:st|nd|rd|th)|First|Second|Third) ed(?:ition|\\.)?)?';

export function compileCitations(wording: CitationWording): CitationPatterns {
  const { leadIns, schedule, scheduleItself, mtusDated, complaints, conditions, plain, generic, sources } = wording;
  const mtus = phraseSource(wording.mtus);
  const dated = phraseSource(mtusDated);
  const others = `${phraseSource(wording.others)}${edition}(?![A-Za-z])`;
  const bodyPart = `(?!and )(?:[A-Z][A-Za-z-]{1,12},? (?:(?:and|&) )?){1,5}${phraseSource(complaints)}|${phraseSource(conditions)}`;
  const anyMtus = `(?:${mtus}|${dated}|${bodyPart})`;
  const lead = `^[\\s,;:.<>–-]{0,6}(?:and )?(?:the )?(?:${phraseSource(leadIns)} ?)?(?:Section 9792[\\d.]{1,6} )?`;
  return {
    leadIn: new RegExp(
      `${lead}(?:${phraseSource(schedule)}(?!:? ?(?:${phraseSource(scheduleItself)}|\\/))[:,]? ?(?=[A-Z(]))?`,
      'i',
    ),
    known: new RegExp(
      `^(?:${mtus}|${others}|${dated}(?: Guidelines?)?|${bodyPart}|${phraseSource(plain)}|(?:[A-Z][A-Za-z’'()&-]{1,20},? ){0,6}${phraseSource(generic)}${edition})(?![a-z])`,
      'i',
    ),
    mtus: new RegExp(`^${anyMtus}`, 'i'),
    publisherDated: new RegExp(
      `^(?<title>[A-Z][^;]{2,110}?)[.,]? \\(?${phraseSource(wording.publisherDates)} (?<date>(?:${monthDay})?${year})\\)?`,
      'i',
    ),
    second: new RegExp(`^[ ,]{1,2}(?:${anyMtus},? ${year}(?: Guidelines?)?|${mtus}|${others})(?![a-z])`, 'i'),
    firstOfTwo: new RegExp(`^${anyMtus}(?=,? ${anyMtus}$)`, 'i'),
    beforeSource: new RegExp(
      `(?:(?:[,;.]| and|, and) (?:the )?|(?<![Gg]uidelines?|Citation|the|and|\\()[ ](?=${phraseSource(sources.slice(0, 1))}))(?=${phraseSource(sources)})`,
      'g',
    ),
    ...compileTopics(wording),
  };
}

function compileTopics(wording: CitationWording): Pick<CitationPatterns, 'uncut' | 'betweenTopics'> {
  const { uncut, topicEnds, bodyParts, preface, chapterNotes } = wording;
  const notes = `${anyOf(chapterNotes)}|updated [\\w/, ]{3,20}`;
  const others = [
    '[;:]|, | [-–] |\\. ',
    `(?<=${anyOf(topicEnds)}) ?\\/ ?`,
    `(?<=${anyOf(bodyParts)})\\/(?=[A-Z])`,
    `\\/(?=${anyOf(preface)})`,
    `(?<=\\((?:${notes})\\)) (?=[A-Z](?!hapter))`,
  ];
  return {
    uncut: new RegExp(anyOf(uncut), 'i'),
    betweenTopics: { mtus: /[;:]|, |\. /g, others: new RegExp(others.join('|'), 'g') },
  };
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => word.replace(/[^\w ]/g, '\\$&')).join('|');
}
