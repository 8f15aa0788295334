// What holds of every text: the fuzzer looks for one that breaks it, and the kept ones are tests.
import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import {
  applyEdits,
  askAbout,
  fixAllSafe,
  formatLetter,
  lintLetter,
  type Problem,
  readLetter,
  rules,
} from '../../server/src/core/index';
import { type DecodedLetter, DecodeError, decodeLetter, encodeLetter } from '../../server/src/workspace/decode';
import { readSoundly } from '../properties/invariants';

const mostRounds = 10;

/** Throws an Error that says what a text breaks. */
export function checkText(text: string): void {
  readSoundly(text, 97);
  const problems = check(text);
  fixesEnd(text, problems);
  formatsOnce(text);
  survivesBytes(text);
}

function check(text: string): readonly Problem[] {
  const { problems, failures } = lintLetter(askAbout(readLetter(text, builtinForms), builtinLibrary), rules);
  const [failure] = failures;
  if (failure) throw new Error(`${failure.rule.code} fails: ${failure.error}`, { cause: failure.error });
  for (const { span, code } of problems) {
    if (!(0 <= span.start && span.start <= span.end && span.end <= text.length))
      throw new Error(`${code} is outside the text`);
  }
  return problems;
}

function fixesEnd(text: string, problems: readonly Problem[]): void {
  let fixed = text;
  let left = problems;
  for (let round = 0; round < mostRounds; round++) {
    const fix = fixAllSafe(left);
    if (!fix) return;
    const next = applyEdits(fixed, fix.edits);
    if (next === fixed) throw new Error(`${fix.title} changes nothing`);
    fixed = next;
    left = check(fixed);
  }
  throw new Error('safe fixes have no end');
}

function formatsOnce(text: string): void {
  const format = (each: string): string =>
    applyEdits(each, formatLetter(readLetter(each, builtinForms), builtinForms, 90));
  const once = format(text);
  if (once.replace(/\s/g, '') !== text.replace(/\s/g, '')) throw new Error('formatting changes words');
  if (format(once) !== once) throw new Error('formatting twice differs');
}

/** UTF-8 with what no UTF-8 can be, decoded and encoded, is the same bytes, unless it is refused by name. */
function survivesBytes(text: string): void {
  const bytes = encodeLetter(text, 'utf-8');
  if (!bytes || /[\0-\x08\x0e-\x1f\x7f]/.test(text) || bytes.length < 4 || text.startsWith('\ufeff')) return;
  const decoded = decodeOrRefuse(bytes);
  if (!decoded) return;
  const again = encodeLetter(decoded.text, decoded.encoding);
  if (!again || Buffer.compare(Buffer.from(again), Buffer.from(bytes)) !== 0) throw new Error('bytes are lost');
}

/** Undefined where the bytes are refused: so few of them are UTF-8 that they are no text. */
function decodeOrRefuse(bytes: Uint8Array): DecodedLetter | undefined {
  try {
    return decodeLetter(bytes, 'text');
  } catch (error) {
    if (error instanceof DecodeError) return undefined;
    throw error;
  }
}
