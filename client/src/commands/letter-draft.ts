// Answers to the questions for a new letter, kept after a cancellation until a letter is written.
import * as vscode from 'vscode';
import type { Outcome } from './outcomes';

export interface LetterDraft {
  form?: string;
  specialty?: string;
  reviewDate?: string;
  /** In the order of the questions. An item whose outcome was not asked yet has none. */
  readonly items: { item: string; outcome?: Outcome }[];
}

interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  /** Returns what is wrong with an answer. Undefined if nothing is. */
  readonly refuse?: (text: string) => string | undefined;
}

/** Asks for a line of text, starting with what was typed before. `keep` receives every change. Undefined on Escape. */
export async function askText(
  { refuse, ...question }: TextQuestion,
  before: string | undefined,
  keep: (text: string) => void,
): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    ...question,
    ...(before ? { value: before } : {}),
    validateInput: (text) => {
      keep(text);
      return refuse?.(text);
    },
  });
  if (answer === undefined) return undefined;
  keep(answer);
  return answer.trim();
}

/** Returns `MM/DD/YYYY` for a date typed with one or two digits for month and day. Undefined if there is no such day. */
export function readDate(text: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === '' || date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  return `${month.padStart(2, '0')}/${day.padStart(2, '0')}/${year}`;
}
