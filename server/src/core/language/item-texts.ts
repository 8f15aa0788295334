import { fact } from '../analysis/fact';

/** The disputed items as their headings print them, of two words or more; a sentence may quote one with the heading's capitals. */
export const itemTexts = fact((ask): readonly string[] => {
  const texts = ask.letter.blocks.map(({ heading }) => heading.item.disputed.text.trim());
  return [...new Set(texts)].filter((text) => text.includes(' '));
});
