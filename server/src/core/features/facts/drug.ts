import type { Ask } from '../../analysis/fact';
import { dateOfRequest } from '../../analysis/request-date';
import { confidenceOf, doubtInWords, isShown } from '../../library/confidence';
import type { DrugEntry, ListedStatus, MmeFactor, Schedule } from '../../library/entries';
import { statusOn } from '../../library/formulary';
import type { Library } from '../../library/types';
import { type Line, lineOf } from '../hover/card';
import { pathOf } from '../pages/page-id';
import { isWithin } from './guideline';
import { capitalize, cut, dateInWords, doubtAbout, enumerate, periodInWords, requestInWords, sentence } from './words';

/** What the library knows of a drug, with a letter also what held at its date. `most`: of brands and of strengths. */
export function drugLines(library: Library, drug: DrugEntry, most: number, ask?: Ask): Line[] {
  const shared = doubtSharedBy(drug);
  const doubt: Doubt = (field) => (shared?.fields.includes(field) ? '' : doubtAbout(drug, field));
  return [
    classLine(library, drug, doubt),
    ...scheduleLines(drug, doubt, ask),
    ...weaningLines(drug, doubt),
    ...namesLine('Strengths:', drug.strengths ?? [], most, doubt('strengths')),
    ...(shared ? [shared.line] : []),
    ...mmeLines(drug.mme),
    ...namesLine('Brands:', drug.brands ?? [], most, doubt('brands')),
    ...formularyLines(library, drug, ask),
  ];
}

/** Words of doubt about one of the drug's fields, to stand behind it. */
type Doubt = (field: DoubtedField) => string;
type DoubtedField = keyof typeof fieldWords;

const fieldWords = {
  class: 'class',
  schedule: 'schedule',
  weaningCaution: 'weaning',
  strengths: 'strengths',
  brands: 'brands',
};

/** The doubt that most facts of the drug share, said once for all of them. */
function doubtSharedBy(drug: DrugEntry): { readonly fields: readonly DoubtedField[]; readonly line: Line } | undefined {
  const given = (Object.keys(fieldWords) as DoubtedField[]).filter(
    (field) => drug[field] !== undefined && drug[field] !== false,
  );
  const fields = given.filter((field) => confidenceOf(drug, field) === 'general');
  if (fields.length < 2) return undefined;
  const words = enumerate(fields.map((field) => fieldWords[field]));
  return { fields, line: [{ strong: `${capitalize(doubtInWords('general'))}:` }, ` ${words}`] };
}

function classLine(library: Library, drug: DrugEntry, doubt: Doubt): Line {
  const [own] = library.classesOf(drug);
  const name = own?.name ?? drug.class;
  return [
    { strong: 'Class:' },
    ' ',
    own ? { text: name, page: pathOf({ kind: 'drug-class', id: own.id }) } : name,
    drug.classDetail ? `, ${drug.classDetail}` : '',
    doubt('class'),
  ];
}

const scheduleWords: Record<Schedule, string> = {
  CI: 'Schedule I',
  CII: 'Schedule II',
  CIII: 'Schedule III',
  CIV: 'Schedule IV',
  CV: 'Schedule V',
  none: 'not scheduled',
};

function scheduleLines(drug: DrugEntry, doubt: Doubt, ask?: Ask): Line[] {
  const { schedule, scheduleHistory = [] } = drug;
  if (schedule === undefined && scheduleHistory.length === 0) return [];
  const history = scheduleHistory.map((period) =>
    `${scheduleWords[period.schedule]} ${periodInWords(period.from, period.to)}`.trimEnd(),
  );
  const day = ask?.(dateOfRequest)?.iso;
  const then = day && scheduleHistory.find(({ from = null, to = null }) => isWithin(day, from, to));
  const text = then && ask ? `${scheduleWords[then.schedule]} ${requestInWords(ask)}; ` : '';
  const all = history.length > 0 ? history.join(', ') : scheduleWords[schedule ?? 'none'];
  return lineOf({ strong: 'Controlled substance:' }, ` ${text}${all}${doubt('schedule')}`);
}

function namesLine(title: string, names: readonly string[], most: number, doubt: string): Line[] {
  const { shown, more } = cut(names, most);
  if (shown.length === 0) return [];
  return lineOf({ strong: title }, ` ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}${doubt}`);
}

function mmeLines(mme: MmeFactor | undefined): Line[] {
  if (!mme || !isShown(mme, 'cdc2022')) return [];
  const { cdc2022, cdc2016, other, unit } = mme;
  const factors = [
    typeof cdc2022 === 'number' ? `${cdc2022} (CDC 2022)` : '',
    cdc2016 ? `${factorInWords(cdc2016)} (CDC 2016)` : '',
    other === undefined ? '' : `${other} (another table)`,
  ].filter((factor) => factor !== '');
  if (factors.length === 0) return [];
  const doubt = doubtAbout(mme, 'cdc2022');
  return lineOf({ strong: 'MME factor:' }, ` ${unit ? `${unit} ` : ''}${factors.join(', ')}${doubt}`);
}

function factorInWords(factor: NonNullable<MmeFactor['cdc2016']>): string {
  if (typeof factor === 'number') return String(factor);
  return factor
    .map((step) => (step.upTo === undefined ? `${step.factor} above` : `${step.factor} up to ${step.upTo} mg a day`))
    .join(', ');
}

/** In force since January 1, 2018 (8 CCR 9792.27.1-9792.27.23). */
const formularyFrom = '2018-01-01';

/** The status on the drug list, always with its version or date; of the class, where the drug's own is not known. */
function formularyLines(library: Library, drug: DrugEntry, ask?: Ask): Line[] {
  const { formulary } = drug;
  if (formulary?.status === 'compounded') {
    const note = formulary.note ? ` ${sentence(formulary.note)}` : '';
    return lineOf({ strong: 'MTUS formulary:' }, ` compounded.${note}`);
  }
  const own = formulary?.versions ?? [];
  const ofClass = library.classesOf(drug).find((each) => each.formulary?.versions);
  const listed = own.length > 0 ? own : (ofClass?.formulary?.versions ?? []);
  const day = ask?.(dateOfRequest)?.iso;
  const then = day === undefined ? listed : statusesFor(listed, day);
  const words = then.map((each) => sentence(statusInWords(each))).join(' ');
  if (listed.length === 0 || (day !== undefined && day < formularyFrom)) return [];
  return lineOf({ strong: 'MTUS formulary:' }, ` ${words === '' ? 'status then not known.' : words}`);
}

/** What held on the day, else what was seen at another time and says so. */
function statusesFor(listed: readonly ListedStatus[], day: string): readonly ListedStatus[] {
  const then = statusOn(listed, day);
  return then ? [then] : listed.filter(({ asOf }) => asOf !== undefined);
}

/** `exempt since November 1, 2020, drug list version 7 (at second hand)`. */
function statusInWords(listed: ListedStatus): string {
  const { status, version, from, to, asOf, note } = listed;
  const when = asOf ? `as of ${dateInWords(asOf)}` : periodInWords(from, to);
  const list = version ? `, drug list version ${version}` : '';
  return `${status} ${when}${list}${doubtAbout(listed, 'status')}${note ? `; ${note}` : ''}`;
}

function weaningLines(drug: DrugEntry, doubt: Doubt): Line[] {
  if (drug.weaningCaution !== true) return [];
  return lineOf(
    { strong: 'Weaning:' },
    ` stopping it abruptly after regular use is hazardous; an Upheld letter says how it is to end${doubt('weaningCaution')}`,
  );
}

/** `Norco: hydrocodone/acetaminophen`, or the generic name alone. */
export function drugTitle(drug: DrugEntry, name = drug.generic): string {
  const isBrand = drug.brands?.some((brand) => brand.toLowerCase() === name.toLowerCase()) ?? false;
  return isBrand ? `${name}: ${drug.generic}` : capitalize(drug.generic);
}
