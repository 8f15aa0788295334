// Accidents in which a block speaks of something other than its item: a rationale, a citation or a conclusion of another block, and
// the other side, part, half or strength of the item.
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, type DecisionBlock, isAncillary, type Letter } from '../../server/src/core/index';
import { conclusionIn, type Defect, edited, type Planted, pickBlock, type Random, replaced, sourceOf } from './defect';

/** What a rationale about a treatment says, and how items of that kind are headed. */
interface Subject {
  readonly item: RegExp;
  readonly sentences: readonly string[];
  /** How the item may be called in a conclusion. */
  readonly names: readonly string[];
  /** Topics of the MTUS of 2016 that are about it. */
  readonly topics: readonly string[];
}

const subjects: readonly Subject[] = [
  {
    item: /physical therap|physiotherap|\bPT\b|occupational therap/i,
    sentences: [
      'The MTUS supports more visits only where earlier ones brought a gain in function. The injured worker finished nine visits and still cannot lift a pan.',
      'Additional sessions need functional improvement from those already completed. Ten sessions were completed, and the provider records no gain.',
    ],
    names: ['eight more visits of physical therapy', 'physical therapy twice a week for four weeks', 'aquatic therapy'],
    topics: ['Physical medicine treatment'],
  },
  {
    item: /acupunct/i,
    sentences: [
      'Acupuncture may be used when pain medication is reduced or not tolerated, for three to six treatments at first. The injured worker tolerates her tablets well.',
    ],
    names: ['acupuncture, six visits', 'six sessions of acupuncture'],
    topics: [],
  },
  {
    item: /chiropract|manipulat|manual therap/i,
    sentences: [
      'Manipulation is recommended for six visits over two weeks, and further care needs proof of gain. The injured worker had eleven adjustments without any.',
    ],
    names: ['chiropractic care twice a week for three weeks', 'chiropractic manipulation'],
    topics: ['Manual therapy & manipulation'],
  },
  {
    item: /\bMRI\b|magnetic resonance|\bCT\b|x-?ray|radiograph|ultrasound of/i,
    sentences: [
      'Imaging is indicated where red flags are present or surgery is planned. The injured worker has normal strength and no red flag, and plain films were normal.',
      'Special studies are not needed before a month of conservative care has failed. The injured worker was seen for the first time two weeks ago.',
    ],
    names: ['an MRI of the thoracic spine', 'MRI of the pelvis', 'CT scan of the head'],
    topics: [],
  },
  {
    item: /\bEMG|\bNC[VS]\b|electromyogra|nerve conduction|electrodiagnos/i,
    sentences: [
      'Electrodiagnostic studies help to find subtle nerve dysfunction where symptoms last more than three or four weeks. The injured worker has no numbness.',
    ],
    names: ['electrodiagnostic studies of the legs', 'the nerve conduction study'],
    topics: ['Electrodiagnostic testing (EMG/NCS)'],
  },
  {
    item: /epidural|\bESI\b/i,
    sentences: [
      'An epidural steroid injection requires radiculopathy that examination and imaging both show. The injured worker has no dermatomal loss.',
    ],
    names: ['a lumbar epidural steroid injection', 'the epidural steroid injection at L5-S1'],
    topics: ['Epidural steroid injections (ESIs)'],
  },
  {
    item: /\bTENS\b|H-wave|interferential|stimulat/i,
    sentences: [
      'A TENS unit may be tried for one month beside a program of restoration. The injured worker has not had such a trial.',
    ],
    names: ['a TENS unit for purchase', 'the H-wave device'],
    topics: ['TENS, chronic pain (transcutaneous electrical nerve stimulation)'],
  },
  {
    item: /urine|drug (?:screen|test)|toxicolog/i,
    sentences: [
      'Drug testing is recommended to look for the use of illegal drugs before a trial of opioids. The injured worker takes no opioid.',
    ],
    names: ['the urine drug screen', 'a urine toxicology test'],
    topics: [],
  },
  {
    item: /\bsurg|arthroscop|release|decompress|fusion|repair|laminectom|discectom/i,
    sentences: [
      'Surgery is considered where imaging shows a lesion that is known to benefit from repair. The injured worker has no such lesion on the film.',
    ],
    names: ['arthroscopic surgery', 'the carpal tunnel release'],
    topics: [],
  },
  {
    item: /consult|referral|evaluat(?:e|ion)/i,
    sentences: [
      'A referral is proper where the diagnosis is uncertain or the course of care may benefit from other expertise. The injured worker has a plain strain.',
    ],
    names: ['a consultation with a pain specialist', 'the orthopedic consultation'],
    topics: [],
  },
  {
    item: /home health|home care|home aide/i,
    sentences: [
      'Home health services are for patients who are homebound and need skilled care. The injured worker drives herself to work.',
    ],
    names: ['home health care for four weeks'],
    topics: ['Home health services'],
  },
  {
    item: /functional capacity|\bFCE\b/i,
    sentences: [
      'A functional capacity evaluation is of use when attempts to return to work have failed. The injured worker has not tried to return.',
    ],
    names: ['a functional capacity evaluation'],
    topics: [],
  },
  {
    item: /norco|percocet|tramadol|ultram|hydrocodone|oxycodone|morphine|opana|nucynta/i,
    sentences: [
      'Opioids may go on where the patient has returned to work and pain and function have improved. The injured worker remains off work with pain of eight.',
    ],
    names: ['Nucynta 50mg #60', 'Percocet 5/325mg #90'],
    topics: ['Tramadol (Ultram)'],
  },
  {
    item: /flexeril|cyclobenzaprine|tizanidine|zanaflex|soma\b|carisoprodol|baclofen|robaxin|methocarbamol|skelaxin|metaxalone|norflex|orphenadrine/i,
    sentences: [
      'Muscle relaxants are an option for short courses in acute flares. The injured worker has had them for a year and has no spasm.',
    ],
    names: ['Robaxin 750mg #60', 'Zanaflex 4mg #90'],
    topics: ['Muscle relaxants (for pain)'],
  },
  {
    item: /naproxen|ibuprofen|motrin|celebrex|celecoxib|diclofenac|etodolac|mobic|meloxicam|nabumetone|relafen|anaprox/i,
    sentences: [
      'NSAIDs are recommended at the lowest dose for the shortest time. The injured worker has had them for two years without relief.',
    ],
    names: ['Mobic 15mg #30', 'Relafen 500mg #60'],
    topics: ['NSAIDs (non-steroidal anti-inflammatory drugs)'],
  },
  {
    item: /omeprazole|prilosec|pantoprazole|protonix|nexium|lansoprazole|rabeprazole/i,
    sentences: [
      'Proton pump inhibitors are for patients at risk of gastrointestinal events. The injured worker has no history of ulcer and takes no aspirin.',
    ],
    names: ['Protonix 40mg #30', 'Nexium 40mg #30'],
    topics: ['NSAIDs, GI symptoms & cardiovascular risk'],
  },
];

const isAbout =
  (text: string) =>
  ({ item }: Subject): boolean =>
    item.test(text);

/** A block with one plain subject, and that subject. */
function pickSubject(
  letter: Letter,
  random: Random,
  suits: (block: DecisionBlock, subject: Subject) => boolean = () => true,
): { readonly block: DecisionBlock; readonly own: Subject } | undefined {
  const ask = askAbout(letter, builtinLibrary);
  const subjectsOf = (block: DecisionBlock): readonly Subject[] =>
    subjects.filter(isAbout(block.heading.item.reading.text));
  const block = pickBlock(letter, random, (candidate) => {
    const [own, ...more] = subjectsOf(candidate);
    return (
      own !== undefined &&
      more.length === 0 &&
      candidate.fields.rationale.state === 'present' &&
      !ask(isAncillary, candidate) &&
      suits(candidate, own)
    );
  });
  const own = block && subjectsOf(block)[0];
  return block && own && { block, own };
}

function verdictOf(block: DecisionBlock): string {
  return block.heading.outcome.value === 'Overturned' ? 'is medically necessary' : 'is not medically necessary';
}

/** Frames of a conclusion; `{}` is the item, `{is}` what is decided. */
const frames: readonly string[] = [
  'The request for {} {is}.',
  'Therefore, the request for {} {is}.',
  'The request for "{}" {is}.',
  'As such, {} {is}.',
  'Therefore, the requested {} {is} at this time.',
  'Based on the above, the request for {} {is}.',
  'Given the above, the current request for {} {is}.',
  'For these reasons, {} {is} and appropriate.',
  'Thus, {} {is}.',
  'The medical necessity of {} has {not}been established.',
  'Medical necessity for {} is {not}established.',
];

function concludedOn(random: Random, block: DecisionBlock, item: string): string {
  const isGranted = block.heading.outcome.value === 'Overturned';
  const sentence = (random.pick(frames) ?? '{}')
    .replace('{is}', verdictOf(block))
    .replace('{not}', isGranted ? '' : 'not ');
  const filled = sentence.replace('{}', item);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** Puts another conclusion in the place of the block's. */
function withConclusion(letter: Letter, random: Random, block: DecisionBlock, item: string): Planted | undefined {
  const conclusion = conclusionIn(letter, block);
  return conclusion && replaced(letter, conclusion.span, concludedOn(random, block, item), block);
}

const own = (letter: Letter, block: DecisionBlock): string => {
  const conclusion = conclusionIn(letter, block);
  return conclusion ? sourceOf(letter, conclusion.span).replace(/\s+/g, ' ') : '';
};

/** One way to turn an item into another that it may be confused with; undefined where it cannot. */
type Turn = readonly [RegExp, (found: string) => string];

function turned(text: string, turns: readonly Turn[], random: Random): string | undefined {
  const fitting = turns.filter(([pattern]) => pattern.test(text));
  const turn = random.pick(fitting);
  return turn && text.replace(turn[0], turn[1]);
}

const swap = (pairs: readonly (readonly [string, string])[]): Turn[] =>
  pairs.flatMap(([a, b]): Turn[] => [
    [new RegExp(`\\b${a}\\b`, 'i'), () => b],
    [new RegExp(`\\b${b}\\b`, 'i'), () => a],
  ]);

const parts = swap([
  ['lumbar spine', 'cervical spine'],
  ['low back', 'neck'],
  ['knee', 'shoulder'],
  ['wrist', 'ankle'],
  ['elbow', 'hip'],
  ['foot', 'hand'],
]);
const extremities = swap([
  ['upper extremities', 'lower extremities'],
  ['upper extremity', 'lower extremity'],
]);
const sides = swap([['left', 'right']]);
const halves: readonly Turn[] = [
  [/\bEMG\b(?!\s*[/(-]|\s+and)/, () => 'NCS'],
  [/\bNC[SV]\b/, () => 'EMG'],
];

/** The item of a block with one thing changed, in a conclusion of its own. */
function turnedConclusion(
  kind: string,
  codes: readonly string[],
  turns: readonly Turn[],
  suits: (text: string) => boolean = () => true,
  gloss: (item: string) => string = (item) => item,
): Defect {
  const turn = (block: DecisionBlock, random: Random): string | undefined => {
    const { text } = block.heading.item.disputed;
    return suits(text) && text.length < 120 ? turned(text, turns, random) : undefined;
  };
  return {
    kind,
    codes,
    plant(letter, random) {
      const block = pickBlock(
        letter,
        random,
        (candidate) => turn(candidate, random) !== undefined && own(letter, candidate) !== '',
      );
      const item = block && turn(block, random);
      return block && item ? withConclusion(letter, random, block, gloss(item)) : undefined;
    },
  };
}

const isTwoItems =
  /\band\b.*\b(?:of|MRI|EMG|NC[SV])\b|\b(?:left|right)\b.*\b(?:left|right)\b|bilateral|\+|EMG.*NC|NC.*EMG/i;

/** The block's item, with another strength behind the letters of its salt and form. */
function otherStrength(letter: Letter, random: Random): Planted | undefined {
  const block = pickBlock(letter, random, ({ heading }) =>
    /^(?:tramadol|venlafaxine|cyclobenzaprine|tizanidine|metformin|bupropion|oxycodone|duloxetine|hydrocodone)\b/i.test(
      heading.item.text,
    ),
  );
  const conclusion = conclusionIn(letter, block);
  if (!block || !conclusion) return undefined;
  const drug = /^\w+/.exec(block.heading.item.text)?.[0] ?? '';
  const form = random.pick(['HCL ER', 'HCl ER', 'HCL SR', 'hydrochloride ER', 'ER', 'HCL']) ?? '';
  const [one, other] = random.pick([
    ['100mg', '150mg'],
    ['37.5mg', '75mg'],
    ['50 mg', '100 mg'],
  ]) ?? ['', ''];
  return edited(
    letter,
    [
      { span: block.heading.item.span, newText: `${drug} ${form} ${one} #60` },
      { span: conclusion.span, newText: concludedOn(random, block, `${drug} ${form} ${other} #60`) },
    ],
    block,
  );
}

/** The rationale of another block of the letter in place of the block's own. */
function rationaleOfAnother(letter: Letter, random: Random): Planted | undefined {
  const found = pickSubject(letter, random);
  if (!found) return undefined;
  const { block, own: subject } = found;
  const other = random.pick(
    letter.blocks.filter(({ fields, heading }) => {
      const about = subjects.filter(isAbout(heading.item.reading.text));
      const { text } = fields.rationale.body;
      return (
        about.length === 1 &&
        about[0] !== subject &&
        fields.rationale.state === 'present' &&
        heading.outcome.value === block.heading.outcome.value &&
        !subject.item.test(text) &&
        subjects.filter(isAbout(text)).includes(about[0] as Subject)
      );
    }),
  );
  return (
    other &&
    replaced(letter, block.fields.rationale.body.span, sourceOf(letter, other.fields.rationale.body.span), block)
  );
}

/** A rationale that recites and applies what is asked of another treatment, and concludes on "the request". */
function foreignRationale(letter: Letter, random: Random, isDrug: boolean): Planted | undefined {
  const drugsFrom = subjects.findIndex(isAbout('norco'));
  const found = pickSubject(letter, random, (_, subject) => subjects.indexOf(subject) >= drugsFrom === isDrug);
  if (!found) return undefined;
  const { block, own: subject } = found;
  const other = random.pick(
    subjects.filter((each) => each !== subject && !each.sentences.some((text) => subject.item.test(text))),
  );
  const text = other && random.pick(other.sentences);
  const end = random.pick([
    `Therefore, the request ${verdictOf(block)}.`,
    `The request ${verdictOf(block)}.`,
    `As such, this request ${verdictOf(block)}.`,
    `Medical necessity has ${block.heading.outcome.value === 'Overturned' ? '' : 'not '}been established.`,
  ]);
  return text ? replaced(letter, block.fields.rationale.body.span, `${text} ${end}`, block) : undefined;
}

/** A citation of the MTUS of 2016 about another subject, under the reviewer's label. */
function foreignTopic(letter: Letter, random: Random, isDrug: boolean): Planted | undefined {
  const drugsFrom = subjects.findIndex(isAbout('norco'));
  const found = pickSubject(
    letter,
    random,
    ({ fields }, subject) =>
      subjects.indexOf(subject) >= drugsFrom === isDrug &&
      /\b2016, Section\(s\)|Complaints 2004/.test(fields.reviewerGuideline.body.text),
  );
  if (!found) return undefined;
  const { block, own: subject } = found;
  const topic = random.pick(
    subjects
      .filter((each) => each !== subject && !subject.topics.some((own) => each.topics.includes(own)))
      .flatMap((each) => each.topics),
  );
  const text = `Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): ${topic}.`;
  return topic === undefined ? undefined : replaced(letter, block.fields.reviewerGuideline.body.span, text, block);
}

/** The reviewer's citations of two blocks about different things changed places. */
function citationOfAnother(letter: Letter, random: Random): Planted | undefined {
  const found = pickSubject(letter, random);
  if (!found) return undefined;
  const { block, own: subject } = found;
  const other = random.pick(
    subjects
      .filter((each) => each !== subject && each.topics.length > 0)
      .flatMap((each) =>
        letter.blocks.filter(
          ({ heading, fields }) =>
            each.item.test(heading.item.reading.text) &&
            each.topics.some((topic) => fields.reviewerGuideline.body.text.endsWith(`2016, Section(s): ${topic}.`)),
        ),
      ),
  );
  return (
    other &&
    replaced(
      letter,
      block.fields.reviewerGuideline.body.span,
      sourceOf(letter, other.fields.reviewerGuideline.body.span),
      block,
    )
  );
}

export const itemAccidents: readonly Defect[] = [
  { kind: 'rationale of another treatment', codes: ['IMR304'], plant: (l, r) => foreignRationale(l, r, false) },
  { kind: 'rationale of another drug', codes: ['IMR304'], plant: (l, r) => foreignRationale(l, r, true) },
  { kind: 'rationale of another block', codes: ['IMR304', 'IMR311'], plant: rationaleOfAnother },
  { kind: 'topic about something else for a treatment', codes: ['IMR216'], plant: (l, r) => foreignTopic(l, r, false) },
  { kind: 'topic about something else for a drug', codes: ['IMR216'], plant: (l, r) => foreignTopic(l, r, true) },
  { kind: 'citation of another block', codes: ['IMR216', 'IMR208'], plant: citationOfAnother },
  {
    kind: 'conclusion on another treatment or drug',
    codes: ['IMR311'],
    plant(letter, random) {
      const found = pickSubject(letter, random, (block) => own(letter, block) !== '');
      if (!found) return undefined;
      const other = random.pick(subjects.filter((each) => each !== found.own));
      const item = other && random.pick(other.names);
      return item && !found.own.item.test(item) ? withConclusion(letter, random, found.block, item) : undefined;
    },
  },
  turnedConclusion(
    'conclusion on another part of the body',
    ['IMR311'],
    parts,
    (text) => !isTwoItems.test(text) && /MRI|CT|x-?ray|therap|acupunct|chiropract|inject|EMG|NC[VS]/i.test(text),
  ),
  turnedConclusion(
    'conclusion on another part, with a gloss',
    ['IMR311'],
    parts,
    (text) => /\bMRI\b/.test(text) && !/\(/.test(text) && !isTwoItems.test(text),
    (text) => text.replace(/\bMRI\b/, 'MRI (magnetic resonance imaging)'),
  ),
  turnedConclusion('conclusion on the other extremity', ['IMR311'], extremities, (text) => !/\band\b/.test(text)),
  turnedConclusion(
    'conclusion on the other half of a nerve test',
    ['IMR311'],
    halves,
    (text) => !/EMG.*NC|NC.*EMG|electromyo|nerve/i.test(text),
  ),
  turnedConclusion(
    'conclusion on the other side',
    ['IMR311', 'IMR414', 'IMR402'],
    sides,
    (text) => !isTwoItems.test(text),
  ),
  { kind: 'another strength behind the form of a drug', codes: ['IMR402', 'IMR311', 'IMR505'], plant: otherStrength },
];
