// Letters read and checked as they ship. Many tests ask about the same letters, and files of a project share their process, so what was
// found is kept by text.
import { builtinForms } from '../server/src/builtin/forms';
import { builtinLibrary } from '../server/src/builtin/library';
import { type Ask, askAbout, type LintResult, lintLetter, readLetter, rules } from '../server/src/core/index';
import { keptByText } from '../server/src/core/text/kept-by-text';
import { language } from './language';

/** In UTF-16 units: all published letters and all of ours. */
const room = (): number => 4_000_000;

/** The facts about a letter. */
export const askOf = keptByText((text): Ask => askAbout(readLetter(text, builtinForms), builtinLibrary), room);

/** What all rules but those about language find in a letter. */
export const foundInStructure = keptByText((text): LintResult => lintLetter(askOf(text), rules), room);

/** What all rules find in a letter. */
export const foundIn = keptByText((text): LintResult => lintLetter(askOf(text), rules, undefined, language), room);
