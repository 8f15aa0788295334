/**
 * What `import 'imr-determinations'` exports. All of it is public; docs/library.md shows examples.
 *
 * @packageDocumentation
 */
export type { CompletionKind, FieldKind, HeaderKey, Outcome, SectionKind, Severity } from './core/index';
export type { CheckedFix, CheckedProblem } from './documents/checked-problem';
export type { ParsedBlock, ParsedCitation, ParsedLetter, ParsedSection, ParsedText } from './documents/parsed-letter';
export type { Place, Range } from './documents/place';
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
