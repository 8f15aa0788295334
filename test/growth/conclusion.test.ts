import { expect, it } from 'vitest';
import { conclusionsOf } from '../model/conclusions-of';

it('takes time in proportion to the text', () => {
  for (const unit of [
    'the request is not medically necessary ',
    'necessity is not ',
    'that the not ',
    '"',
    'as being ',
    'is medicallx necessarx ',
    'is not, therefore, ',
  ]) {
    const started = performance.now();
    conclusionsOf(unit.repeat(100_000 / unit.length));
    expect(performance.now() - started, unit).toBeLessThan(2000);
  }
});
