/**
 * What `import 'imr-determinations'` exports. All of it is public; docs/library.md shows examples.
 *
 * @packageDocumentation
 */
export type { CompletionKind, FieldKind, HeaderKey, Outcome, SectionKind, Severity } from './core/index';
export type {
  CheckedEdit,
  CheckedFix,
  CheckedProblem,
  ParsedBlock,
  ParsedCitation,
  ParsedConclusion,
  ParsedFile,
  ParsedSection,
  ParsedText,
  Place,
  RelatedText,
} from './documents/generated/documents';
export type { ParsedLetter } from './documents/parsed-letter';
export type { Range } from './documents/place';
export {
  type CardText,
  type CheckResult,
  type CompletionEntry,
  type CompletionResult,
  createLetterService,
  type FixResult,
  type HoverResult,
  type LetterService,
  type LookupEntry,
} from './service/letter-service';
export type {
  FormData,
  OptionFinding,
  PackData,
  Preset,
  RuleSetting,
  ServiceOptions,
  ServiceSettings,
} from './service/options';
