// Which rules owe a repair: the catalogue's column of fixes. What is not named here owes none.
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/index';

const promised = [
  ...['IMR101', 'IMR102', 'IMR103', 'IMR104', 'IMR105', 'IMR106', 'IMR107', 'IMR108', 'IMR109', 'IMR110', 'IMR112'],
  ...['IMR201', 'IMR202', 'IMR203', 'IMR204', 'IMR205', 'IMR206', 'IMR207', 'IMR208', 'IMR209', 'IMR210', 'IMR211'],
  ...['IMR213', 'IMR214', 'IMR216', 'IMR217', 'IMR218'],
  ...['IMR301', 'IMR302', 'IMR303', 'IMR307', 'IMR308', 'IMR309', 'IMR311'],
  ...['IMR402', 'IMR404', 'IMR411', 'IMR412'],
  ...['IMR501', 'IMR502', 'IMR503', 'IMR504', 'IMR506', 'IMR507', 'IMR508'],
  ...['IMR601', 'IMR602'],
  ...['IMR901', 'IMR903'],
];

describe('the catalogue of fixes', () => {
  it.each(promised)('%s offers one', (code) => {
    const rule = rules.find((each) => each.code === code);
    expect(rule, 'no such rule').toBeDefined();
    // That the examples of a rule yield the fix it states is tested with the rules.
    expect(rule?.fix).toMatch(/^(?:safe|review)$/);
  });
});
