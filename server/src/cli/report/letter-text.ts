import { type Ask, type Citation, conclusionOf, type DecisionBlock } from '../../core/index';
import type { Colors } from '../terminal';
import { printable } from './printable';

/** Describes a letter for people: its form, case, and decisions. */
export function describeLetter(path: string, ask: Ask, colors: Colors): string {
  const { form, header, blocks } = ask.letter;
  const facts = [
    `form ${form.id}`,
    ...(header?.fields.caseNumber ? [`case ${printable(header.fields.caseNumber.text)}`] : []),
  ];
  const count = `${blocks.length} ${blocks.length === 1 ? 'decision' : 'decisions'}`;
  const lines = [
    `${colors.bold(printable(path))}: ${[...facts, count].join(', ')}`,
    ...blocks.flatMap((block) => describeBlock(ask, block, colors)),
  ];
  return lines.join('\n');
}

function describeBlock(ask: Ask, block: DecisionBlock, colors: Colors): string[] {
  const { item, outcome } = block.heading;
  const word = outcome.value ?? (outcome.text === '' ? 'no outcome' : `unknown outcome "${printable(outcome.text)}"`);
  const conclusion = ask(conclusionOf, block);
  const necessity = conclusion?.necessary ? 'medically necessary' : 'not medically necessary';
  const verdict = conclusion === null ? 'not stated' : necessity;
  return [
    `  ${colors.bold(`${block.index + 1}. ${printable(item.text) || '(no item)'}`)}: ${word}`,
    ...(['claims-administrator', 'reviewer'] as const).map(
      (by) => `     ${names[by]}: ${citationsBy(by, block.citations)}`,
    ),
    `     conclusion: ${verdict}`,
  ];
}

const names = { 'claims-administrator': 'claims administrator', reviewer: 'reviewer' };

function citationsBy(by: Citation['by'], citations: readonly Citation[]): string {
  const texts = citations.filter((citation) => citation.by === by).map(({ text }) => printable(text));
  return texts.length === 0 ? 'no citation' : texts.join('; ');
}
