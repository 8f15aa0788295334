import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import { isShown } from '../../library/confidence';
import type { AdoptedVersion, GuidelineEntry, IsoDate } from '../../library/entries';
import { editionsOfGuideline } from '../../library/guideline-index';
import type { Edition, Library } from '../../library/types';
import { type Inline, type Line, lineOf } from '../hover/card';
import { pathOf } from '../pages/page-id';
import { publicLink } from './sources';
import { capitalize, dateInWords, doubtAbout, pagesInWords, periodInWords, requestInWords, sentence } from './words';

/** As short as a reader knows it: `Low Back Complaints 2004`, else its title. */
export function shortTitle({ citedTitle, year, title }: GuidelineEntry): string {
  if (citedTitle === undefined) return title;
  return year === undefined ? citedTitle : `${citedTitle} ${year}`;
}

export function guidelineLink(guideline: GuidelineEntry): Inline {
  return { text: shortTitle(guideline), page: pathOf({ kind: 'guideline', id: guideline.id }) };
}

/** Whose guideline it is, and whether it is part of the MTUS. */
export function publisherLine(guideline: GuidelineEntry): Line {
  const { kind, publisher, section, versions } = guideline;
  if (kind === 'non-mtus') return [`Outside of the MTUS. Published by ${sentence(publisher)}`];
  if (versions?.every(({ effectiveFrom }) => !effectiveFrom)) {
    return [
      `Part of the MTUS${section ? ` (${section})` : ''} once adopted; the day is not known. Published by ${sentence(publisher)}`,
    ];
  }
  return [`Part of the MTUS${section ? ` (${section})` : ''}. Published by ${sentence(publisher)}`];
}

/** When the edition is in force, and whether it was when this letter's treatment was requested; texts whose adoption is not known. */
export function inForceLines(ask: Ask, edition: Edition): Line[] {
  return [...ownDays(ask, edition), ...unknownAdoptions(ask.library, edition)];
}

function ownDays(ask: Ask, edition: Edition): Line[] {
  const { guideline, version, from, to } = edition;
  if (from === null && to === null) {
    const isUnknown = version !== undefined || guideline.kind !== 'non-mtus';
    return isUnknown ? lineOf({ strong: 'In force:' }, ` adoption date not known${textOf(version)}`) : [];
  }
  const period = `${periodInWords(from, to)}${textOf(version)}`;
  const doubt = doubtAbout(version ?? guideline, 'effectiveFrom');
  const requestDate = ask(dateOfRequest);
  if (!requestDate) return lineOf({ strong: 'In force:' }, ` ${period}${doubt}`);
  const request = requestInWords(ask);
  if (isWithin(requestDate.iso, from, to)) {
    return lineOf({ strong: 'In force' }, ` ${request}: ${period}${doubt}`);
  }
  const then = guideline.family ? ask.library.editionInForce(guideline.family, requestDate.iso) : undefined;
  return lineOf(
    { strong: 'Not in force' },
    ` ${request}: in force ${period}${doubt}`,
    ...(then && then !== edition
      ? ['. In force then: ', guidelineLink(then.guideline), then.version ? `, ${versionInWords(then.version)}` : '']
      : []),
  );
}

function textOf(version: AdoptedVersion | undefined): string {
  return version ? ` (${versionInWords(version)})` : '';
}

/** Texts of which the library does not know whether they have replaced this edition. */
function unknownAdoptions(library: Library, { guideline, version, from, to }: Edition): Line[] {
  if (from === null || to !== null) return [];
  const others = editionsOf(library, guideline).flatMap((each) =>
    each.guideline === guideline && each.from === null && each.version !== version ? (each.version ?? []) : [],
  );
  return others.map((other) => [
    { strong: 'Adoption not known:' },
    ` ${versionInWords(other)}${other.note ? `; ${other.note}` : ''}`,
  ]);
}

/** A day within a period whose ends may be no more than a year or month. */
export function isWithin(day: IsoDate, from: IsoDate | null, to: IsoDate | null): boolean {
  return (from === null || from <= day) && (to === null || day <= `${to}~`);
}

/** The version of a guideline that was in force when treatment was requested, else its last one. */
export function editionFor(ask: Ask, guideline: GuidelineEntry): Edition {
  const own = editionsOf(ask.library, guideline).filter((edition) => edition.guideline.id === guideline.id);
  const day = ask(dateOfRequest)?.iso;
  const then =
    day === undefined ? undefined : own.findLast(({ from, to }) => (from ?? to) !== null && isWithin(day, from, to));
  const known = own.filter(({ from }) => from !== null);
  const [first] = editionsOfGuideline(guideline);
  return then ?? known.at(-1) ?? own.at(-1) ?? first ?? { guideline, years: [], from: null, to: null };
}

function editionsOf(library: Library, guideline: GuidelineEntry): readonly Edition[] {
  return guideline.family ? library.editionsOf(guideline.family) : editionsOfGuideline(guideline);
}

/** All editions in order, each with its days; for a page, which knows no letter. */
export function editionLines(library: Library, guideline: GuidelineEntry): Line[] {
  const editions = editionsOf(library, guideline);
  return editions.flatMap(({ guideline: each, version, from, to }) => {
    const period = periodInWords(from, to);
    if (period === '' && editions.length === 1) return [];
    const published = version ? `, ${versionInWords(version)}` : '';
    const name: Inline = each.id === guideline.id ? shortTitle(each) : guidelineLink(each);
    return [
      [
        name,
        `${published}: ${period === '' ? 'adoption date not known' : `in force ${period}`}`,
        doubtAbout(version ?? each, 'effectiveFrom'),
      ],
    ];
  });
}

/** `text of February 24, 2016`, `version 8`. */
export function versionInWords({ published, number }: AdoptedVersion): string {
  if (number !== undefined) return `version ${number}`;
  return published === null ? 'a text whose own date is not known' : `text of ${dateInWords(published)}`;
}

/** How it is cited, its pages, what else is to be known. */
export function guidelineNotes(guideline: GuidelineEntry): Line[] {
  const { citationStyle, pages, adaptedFrom, note } = guideline;
  return [
    ...(citationStyle ? lineOf({ strong: 'Cited by:' }, ` ${citationStyle}`) : []),
    ...(pages && isShown(guideline, 'pages')
      ? lineOf({ strong: 'Extent:' }, ` ${pagesInWords(pages)}${doubtAbout(guideline, 'pages')}`)
      : []),
    ...(adaptedFrom ? lineOf({ strong: 'Adapted from:' }, ` ${adaptedFrom}`) : []),
    ...(note ? lineOf({ strong: 'Note:' }, ` ${capitalize(note)}`) : []),
  ];
}

/** The official public page, where the pack has one. */
export function officialLines(guideline: GuidelineEntry): Line[] {
  const { address } = guideline;
  if (!address || !isShown(guideline, 'address')) return [];
  return lineOf({ strong: 'Official page:' }, ' ', publicLink(address), doubtAbout(guideline, 'address'));
}
