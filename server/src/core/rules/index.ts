// Generated from the files of the rules: run `npm run docs`.
import { administratorWithoutLocator } from './citations/administrator-without-locator';
import { ambiguousLocator } from './citations/ambiguous-locator';
import { chapterOutsideCase } from './citations/chapter-outside-case';
import { citationWithoutLocator } from './citations/citation-without-locator';
import { damagedLabelSentence } from './citations/damaged-label-sentence';
import { editionNotInForce } from './citations/edition-not-in-force';
import { formularyStatus } from './citations/formulary-status';
import { guidelineNotCited } from './citations/guideline-not-cited';
import { missingCitation } from './citations/missing-citation';
import { mtusSilenceUnstated } from './citations/mtus-silence-unstated';
import { mtusUnderNonMtus } from './citations/mtus-under-non-mtus';
import { nonMtusUnderMtus } from './citations/non-mtus-under-mtus';
import { pageAsSection } from './citations/page-as-section';
import { pageOutsideGuideline } from './citations/page-outside-guideline';
import { repeatedTitle } from './citations/repeated-title';
import { reviewerCitesNothing } from './citations/reviewer-cites-nothing';
import { runTogetherCitation } from './citations/run-together-citation';
import { silentYetCited } from './citations/silent-yet-cited';
import { topicDoesNotCoverItem } from './citations/topic-does-not-cover-item';
import { unknownGuideline } from './citations/unknown-guideline';
import { unsuitableSource } from './citations/unsuitable-source';
import { unterminatedCitation } from './citations/unterminated-citation';
import { wrongBodyPart } from './citations/wrong-body-part';
import { ageMismatch } from './consistency/age-mismatch';
import { datesOutOfOrder } from './consistency/dates-out-of-order';
import { deniedThoughModified } from './consistency/denied-though-modified';
import { drugNotInRecord } from './consistency/drug-not-in-record';
import { eventBeforeInjury } from './consistency/event-before-injury';
import { impossibleDate } from './consistency/impossible-date';
import { injuryDateMismatch } from './consistency/injury-date-mismatch';
import { itemMismatch } from './consistency/item-mismatch';
import { itemNotInSummary } from './consistency/item-not-in-summary';
import { longerThanInjury } from './consistency/longer-than-injury';
import { modifiedWithoutPortion } from './consistency/modified-without-portion';
import { numberNotInSummary } from './consistency/number-not-in-summary';
import { partOnlyRequested } from './consistency/part-only-requested';
import { partOutsideCase } from './consistency/part-outside-case';
import { portionArithmetic } from './consistency/portion-arithmetic';
import { qualifierDropped } from './consistency/qualifier-dropped';
import { requestDiffers } from './consistency/request-differs';
import { requestOutOfOrder } from './consistency/request-out-of-order';
import { sexMismatch } from './consistency/sex-mismatch';
import { sideMismatch } from './consistency/side-mismatch';
import { sideNotInSummary } from './consistency/side-not-in-summary';
import { sideWithinSummary } from './consistency/side-within-summary';
import { studyNotInSummary } from './consistency/study-not-in-summary';
import { undecidedItem } from './consistency/undecided-item';
import { urDateMismatch } from './consistency/ur-date-mismatch';
import { urDecisionMissing } from './consistency/ur-decision-missing';
import { urSilentOnItem } from './consistency/ur-silent-on-item';
import { wholeRequestRemains } from './consistency/whole-request-remains';
import { duplicateItem } from './form/duplicate-item';
import { emptyField } from './form/empty-field';
import { headerIncomplete } from './form/header-incomplete';
import { misplacedField } from './form/misplaced-field';
import { missingCredentials } from './form/missing-credentials';
import { missingField } from './form/missing-field';
import { missingLead } from './form/missing-lead';
import { missingOutcome } from './form/missing-outcome';
import { missingSection } from './form/missing-section';
import { misspelledLabel } from './form/misspelled-label';
import { noDecision } from './form/no-decision';
import { unknownOutcome } from './form/unknown-outcome';
import { agreement } from './language/agreement';
import { article } from './language/article';
import { capitalization } from './language/capitalization';
import { extraWord } from './language/extra-word';
import { missingWord } from './language/missing-word';
import { misspelledWord } from './language/misspelled-word';
import { numberForm } from './language/number-form';
import { punctuation } from './language/punctuation';
import { sentenceStructure } from './language/sentence-structure';
import { verbForm } from './language/verb-form';
import { wrongWord } from './language/wrong-word';
import { personalIdentifier } from './privacy/personal-identifier';
import { reviewerNamed } from './privacy/reviewer-named';
import { absoluteNegative } from './rationale/absolute-negative';
import { conclusionChangesScope } from './rationale/conclusion-changes-scope';
import { conclusionContradictsOutcome } from './rationale/conclusion-contradicts-outcome';
import { decidedOnAbsenceOfMtus } from './rationale/decided-on-absence-of-mtus';
import { elementMissing } from './rationale/element-missing';
import { excessNotCounted } from './rationale/excess-not-counted';
import { foreignAdvisory } from './rationale/foreign-advisory';
import { guidelineNotApplied } from './rationale/guideline-not-applied';
import { halfDefinition } from './rationale/half-definition';
import { itemNotNamed } from './rationale/item-not-named';
import { missingConclusion } from './rationale/missing-conclusion';
import { noPatientFacts } from './rationale/no-patient-facts';
import { reasoningContradictsOutcome } from './rationale/reasoning-contradicts-outcome';
import { sourceLeftover } from './rationale/source-leftover';
import { weaningNotAddressed } from './rationale/weaning-not-addressed';
import type { Rule } from './rule';
import { configuration } from './tool/configuration';
import { suppressionWithoutReason } from './tool/suppression-without-reason';
import { unusedSuppression } from './tool/unused-suppression';
import { brokenCharacters } from './wording/broken-characters';
import { doubledWord } from './wording/doubled-word';
import { extractionLeftovers } from './wording/extraction-leftovers';
import { implausibleStrength } from './wording/implausible-strength';
import { knownSlip } from './wording/known-slip';
import { misspelledDrug } from './wording/misspelled-drug';
import { runOn } from './wording/run-on';
import { strayPunctuation } from './wording/stray-punctuation';
import { unfilledPlace } from './wording/unfilled-place';

/** Every rule, in order of codes. */
export const rules: readonly Rule[] = [
  missingSection,
  noDecision,
  missingOutcome,
  unknownOutcome,
  missingField,
  emptyField,
  misplacedField,
  misspelledLabel,
  missingCredentials,
  headerIncomplete,
  duplicateItem,
  missingLead,
  missingCitation,
  citationWithoutLocator,
  nonMtusUnderMtus,
  mtusUnderNonMtus,
  runTogetherCitation,
  unterminatedCitation,
  editionNotInForce,
  wrongBodyPart,
  pageOutsideGuideline,
  reviewerCitesNothing,
  mtusSilenceUnstated,
  silentYetCited,
  repeatedTitle,
  unknownGuideline,
  unsuitableSource,
  topicDoesNotCoverItem,
  ambiguousLocator,
  damagedLabelSentence,
  formularyStatus,
  pageAsSection,
  chapterOutsideCase,
  guidelineNotCited,
  administratorWithoutLocator,
  missingConclusion,
  conclusionContradictsOutcome,
  reasoningContradictsOutcome,
  itemNotNamed,
  noPatientFacts,
  guidelineNotApplied,
  weaningNotAddressed,
  elementMissing,
  halfDefinition,
  absoluteNegative,
  conclusionChangesScope,
  decidedOnAbsenceOfMtus,
  sourceLeftover,
  excessNotCounted,
  foreignAdvisory,
  itemNotInSummary,
  itemMismatch,
  drugNotInRecord,
  undecidedItem,
  injuryDateMismatch,
  urDateMismatch,
  impossibleDate,
  datesOutOfOrder,
  sexMismatch,
  ageMismatch,
  urDecisionMissing,
  modifiedWithoutPortion,
  portionArithmetic,
  sideMismatch,
  eventBeforeInjury,
  requestOutOfOrder,
  partOutsideCase,
  urSilentOnItem,
  numberNotInSummary,
  studyNotInSummary,
  requestDiffers,
  deniedThoughModified,
  wholeRequestRemains,
  qualifierDropped,
  sideNotInSummary,
  partOnlyRequested,
  longerThanInjury,
  sideWithinSummary,
  brokenCharacters,
  doubledWord,
  runOn,
  misspelledDrug,
  implausibleStrength,
  knownSlip,
  strayPunctuation,
  extractionLeftovers,
  unfilledPlace,
  personalIdentifier,
  reviewerNamed,
  misspelledWord,
  article,
  agreement,
  verbForm,
  missingWord,
  extraWord,
  wrongWord,
  punctuation,
  sentenceStructure,
  capitalization,
  numberForm,
  unusedSuppression,
  suppressionWithoutReason,
  configuration,
];
