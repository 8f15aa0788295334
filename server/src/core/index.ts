/** The only entry to the core for the other rooms: text and data in, plain objects out. */

export { isAncillary } from './analysis/ancillary';
export { askAbout } from './analysis/ask';
export { caseDates } from './analysis/case-dates';
export { caseSummary } from './analysis/case-summary';
export { type CitationSuggestion, suggestCitations } from './analysis/citation-suggestions';
export { composeRationale } from './analysis/compose';
export { conceptsIn } from './analysis/concepts';
export { conclusionOf, conclusionsOf } from './analysis/conclusions';
export { type Coverage, coverageOf } from './analysis/coverage';
export { saidIn } from './analysis/cue-index';
export { datesIn } from './analysis/date-mentions';
export type { Ask, Fact, TextFact } from './analysis/fact';
export { mentionsIn } from './analysis/item-mentions';
export { type ElementState, isLacking, type Ledger, type LedgerElement, ledgerOf } from './analysis/ledger';
export { measuresIn } from './analysis/measures';
export { misspelledDrugsIn, namesMeantIn } from './analysis/misspelled-drugs';
export { namesIn } from './analysis/names';
export { patient } from './analysis/patient';
export { phrasesIn } from './analysis/phrases';
export { dateOfRequest } from './analysis/request-date';
export { resolutionOf } from './analysis/resolved-citations';
export { restatementsOf } from './analysis/restatements';
export { decisionsOfReview } from './analysis/review-decisions';
export { runningText } from './analysis/running-text';
export { sentencesIn } from './analysis/sentences';
export { subjectOf } from './analysis/subjects';
export { templateSentence } from './analysis/template-sentence';
export { createTextMemory, type TextMemory } from './analysis/text-memory';
export { type UndecidedItem, undecidedItems } from './analysis/undecided-items';
export { type FixAll, fixAllOfKind, fixAllSafe, type QuickFix, quickFixesOf } from './features/actions';
export { type BlockState, isOpenPoint, problemsByBlock, stateOf, summaryOf } from './features/block-state';
export { completionsAt } from './features/completion';
export type {
  Completion,
  CompletionKind,
  CompletionSubject,
  Completions,
} from './features/completion/completion';
export { documentationOf } from './features/completion/documentation';
export { nextSentence } from './features/completion/next-sentence';
export { type Definition, definitionAt } from './features/definition';
export { determinationOf } from './features/determination';
export type { DeterminationEntry, DeterminationSign } from './features/determination-entry';
export { type PublicLink, publicLinksOf } from './features/document-links';
export { explainRule, explainRuleAsText, ruleIndex } from './features/explain';
export { foldsOf } from './features/folding';
export { type FormSnippet, formSnippets, sharedSnippets } from './features/form-snippets';
export { type Highlight, highlightsAt } from './features/highlight';
export { hoverAt } from './features/hover';
export type { Card, CardDocument, Hover, HoverContext } from './features/hover/card';
export { type LineAddress, type PageAddress, toDocument, toMarkdown, toPlainCard } from './features/hover/render';
export { type InlayHint, inlayHintsOf } from './features/inlay-hints';
export { type Lens, lensesOf } from './features/lens';
export {
  indexLetter,
  type LetterIndex,
  type LetterSymbol,
  type Mention,
  mentionsOfPages,
} from './features/letter-index';
export { linkedItemAt } from './features/linked';
export { composeBlock, composeBlockIn, composeNewLetter, type NewItem, type NewLetter } from './features/new-letter';
export { type OutlineEntry, type OutlineKind, outlineOf } from './features/outline';
export { lookUp } from './features/pages/look-up';
export { hasPage, pageCard, pageCards, pageDocument } from './features/pages/page';
export { guidancePage, isSamePage, type PageId, type PageKind, pageAt, pathOf } from './features/pages/page-id';
export { type PageLink, pageLinksIn } from './features/pages/page-links';
export { type Criterion, type FoundPage, type PlaceCard, placeCard, searchPages } from './features/place-card';
export { type PrintedParagraph, printedLetter } from './features/preview';
export { insertChoices, type RationaleChoice, rationaleChoices } from './features/rationale-choices';
export { type RedactedLetter, redactLetter } from './features/redact';
export { type RenameTarget, renameItem, renameTargetAt, whyNoItem } from './features/rename';
export { ruleGroups } from './features/rule-groups';
export { selectionsAt } from './features/selection';
export { sentenceAt } from './features/sentence-at';
export { changesInWords, changesSince, readSavedCheck } from './features/signing/saved-check';
export { type SigningCheck, type SigningContext, signingCheckOf } from './features/signing/signing-check';
export type { SigningMarks } from './features/signing/signing-marks';
export { signingDocument, signingPage, signingRecord } from './features/signing/signing-page';
export { templateFrom } from './features/template-from';
export {
  type Token,
  type TokenModifier,
  type TokenType,
  tokenModifiers,
  tokensOf,
  tokenTypes,
} from './features/tokens';
export { createDictionary, type Dictionary, type NearWord } from './language/dictionary';
export type { Language } from './language/language';
export type { Sentence, Word } from './language/sentence';
export type { PartOfSpeech, TaggedWord, Tagger } from './language/tagger';
export type * from './library/citation';
export { confidenceOf, doubtInWords, isShown } from './library/confidence';
export { type BuiltTables, createLibrary } from './library/create-library';
export type * from './library/entries';
export type { ConceptId } from './library/lexicon/generated/concept-id';
export type { ConceptMatches, Lexicon } from './library/lexicon/lexicon';
export type { Tokens } from './library/lexicon/tokens';
export { resolveCitation } from './library/resolve';
export { checkSchema, type JsonSchema, resolverOf } from './library/schema-check';
export * from './library/types';
export { type PackSchemas, soundPart } from './library/validate-pack';
export { type CheckedLetter, type CheckOptions, checkLetter } from './lint/check-letter';
export { configKeys } from './lint/config-keys';
export { type ConfigFinding, createFindings, type Locate } from './lint/findings';
export type { LintResult, OnRule, RuleFailure } from './lint/lint';
export { lintLetter } from './lint/lint';
export { isPreset, type Preset, presets } from './lint/presets';
export {
  type Config,
  type ConfigSource,
  type Extension,
  type Nameable,
  readConfig,
} from './lint/read-config';
export { type ResolvedSettings, resolveSettings, type SettingsLayer, type TracedValue } from './lint/resolve-settings';
export { defaultSettings, type RuleSettings, usesLanguage } from './lint/settings';
export {
  namesOf,
  ruleNamed,
  type Suppressed,
  type Suppression,
  suppress,
  suppressionFor,
  unusedIn,
} from './lint/suppress';
export {
  addSuppression,
  readSuppressions,
  type SuppressionFile,
  type SuppressionList,
  writeSuppressions,
} from './lint/suppression-file';
export { blockAround } from './model/block-places';
export { readLetter } from './model/build';
export type { Citation, CitedPart } from './model/citations';
export type { Conclusion } from './model/conclusion';
export { type DateMention, findDates } from './model/dates';
export { formatLetter } from './model/format';
export type { Item, Request } from './model/item';
export type { Layout } from './model/layout';
export * from './model/letter';
export type { Measure } from './model/measures';
export type { FieldStatement } from './model/statements';
export type { Fix, FixEdit } from './problem/fix';
export { type FixKind, isSafe, type SafeKind, safeKinds } from './problem/fix-kind';
export type { Finding, Problem, RelatedPlace } from './problem/problem';
export { type Severity, severities } from './problem/severity';
export { composeExample, type Example, shownPart } from './rules/example';
export { rules } from './rules/index';
export type { OptionSpec, Rule } from './rules/rule';
export type { FieldKind, FormEntry, HeaderKey, SectionKind } from './syntax/form';
export { createFormSet, withChosenForm } from './syntax/form-set';
export { childOf, childrenOf, leaves, type NodeKind, pathAt, type SyntaxNode } from './syntax/tree';
export { countUpTo } from './text/ascending';
export { applyEdits, areDisjoint, type TextEdit } from './text/edit';
export { hashOf } from './text/fingerprint';
export { once } from './text/once';
export { findOpenSentences, findOpenTexts, type OpenText } from './text/open-text';
export { type Reading, readText, toReadingOffset, toSourceOffset, toSourceSpan } from './text/reading';
export { shorten } from './text/shorten';
export { type SnippetChoice, type SnippetPart, toPlainText, toSnippet } from './text/snippet';
export {
  createSourceText,
  lineAt,
  lineSpan,
  offsetAt,
  type Position,
  positionAt,
  type SourceText,
} from './text/source-text';
export { contains, firstFrom, isEmpty, overlaps, type Span, touches } from './text/span';
export { fromWindows1252, toWindows1252 } from './text/windows-1252';
export { wrapWords } from './text/wrap-words';
