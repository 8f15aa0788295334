import { expect, it } from 'vitest';
import { outcomeItems } from '../../client/src/commands/outcomes';

it('the first answer to the question for an outcome, which Enter takes, decides nothing', () => {
  expect(outcomeItems.map(({ outcome }) => outcome)).toEqual([null, 'Upheld', 'Overturned']);
});
