import { describe, expect, it } from 'vitest';
import { drawMark, type MarkOutcome, type MarkState } from '../../client/src/mark-icons';

const outcomes: readonly MarkOutcome[] = ['upheld', 'overturned', 'undecided'];
const states: readonly MarkState[] = ['complete', 'warnings', 'errors'];
/** What is left of an icon when its colors are taken away. */
const shapeOf = (svg: string): string => svg.replace(/#[0-9a-f]{3,6}/g, '');

describe('the icons', () => {
  it('differ by shape for each outcome and state, not by color alone', () => {
    const shapes = outcomes.flatMap((outcome) => states.map((state) => shapeOf(drawMark(outcome, state, 'light'))));
    expect(new Set(shapes).size).toBe(9);
  });

  it('have the same shapes in both themes', () => {
    for (const outcome of outcomes) {
      for (const state of states) {
        expect(shapeOf(drawMark(outcome, state, 'dark'))).toBe(shapeOf(drawMark(outcome, state, 'light')));
      }
    }
  });

  it('are small, and survive the way into an address', () => {
    for (const outcome of outcomes) {
      const svg = drawMark(outcome, 'errors', 'dark');
      expect(svg.length).toBeLessThan(1200);
      expect(Buffer.from(btoa(svg), 'base64').toString()).toBe(svg);
    }
  });
});
