import type { Command } from './command';
import type { OptionName } from './options';

const everywhere: readonly OptionName[] = ['quiet', 'no-color', 'help'];

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    operands: '[PATH…|-]',
    summary: 'find what is missing or wrong',
    formats: ['text', 'unix', 'json', 'ndjson', 'sarif', 'junit', 'github', 'csv', 'html'],
    options: [
      ...['format', 'output', 'stdin-filename', 'min-severity', 'fail-on', 'config', 'no-config', 'print-config'],
      ...['baseline', 'write-baseline', 'only', 'group', 'max-warnings', 'changed', 'watch', 'comments'],
      ...['records', 'timing', 'jobs'],
      ...everywhere,
    ] as const,
  },
  {
    name: 'parse',
    operands: '[PATH…|-]',
    summary: "print the letter's model: header, sections, decisions, citations, conclusions",
    formats: ['json', 'ndjson', 'text'],
    options: ['format', 'output', 'stdin-filename', 'config', 'no-config', ...everywhere],
  },
  {
    name: 'fix',
    operands: '[PATH…|-]',
    summary: 'apply the safe fixes; with -, print the fixed text',
    formats: [],
    options: ['dry-run', 'stdin-filename', 'min-severity', 'config', 'no-config', 'baseline', ...everywhere],
  },
  {
    name: 'convert',
    operands: 'FILE',
    summary: 'convert a Word, PDF, HTML, or email file to text, or with -o letter.docx a letter to a Word document',
    formats: [],
    options: ['output', 'stdin-filename', 'quiet', 'help'],
  },
  {
    name: 'redact',
    operands: 'FILE',
    summary: 'print a letter without what identifies a person, and count what was replaced',
    formats: [],
    options: ['output', 'stdin-filename', 'config', 'no-config', 'quiet', 'help'],
  },
  {
    name: 'verify',
    operands: 'CHECK…',
    summary: 'compare checks saved before signing (letter.check.md) with their letters',
    formats: [],
    options: ['output', 'config', 'no-config', ...everywhere],
  },
  {
    name: 'stats',
    operands: '[PATH…]',
    summary: 'count outcomes, items, guidelines, and findings in many letters',
    formats: ['text', 'json', 'csv'],
    options: [
      ...['format', 'output', 'min-severity', 'config', 'no-config', 'baseline', 'jobs', ...everywhere],
    ] as const,
  },
  {
    name: 'explain',
    operands: '[CODE…]',
    summary: 'explain what a rule requires, why, and how to fix a finding; without CODE, list all rules',
    formats: ['text', 'markdown'],
    options: ['format', 'output', 'help'],
  },
  {
    name: 'lookup',
    operands: 'TERM',
    summary: 'show the card of a drug, treatment, guideline, topic, or abbreviation',
    formats: ['text', 'markdown', 'json'],
    options: ['format', 'output', 'config', 'no-config', 'help'],
  },
  {
    name: 'completions',
    operands: 'SHELL',
    summary: 'print a completion script for bash, zsh, or fish',
    formats: [],
    options: ['output', 'help'],
  },
];
