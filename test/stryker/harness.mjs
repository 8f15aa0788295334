// As much of Vitest as the parser's and the model's tests ask for, with Vitest's own assertions.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
);
setState({ assertionCalls: 0 }, expect);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: true, configurable: true });

let tests = [];
let path = [];

function it(name, run) {
  tests.push({ id: `${[...path, name].join(' > ')} #${tests.length}`, run });
}

function describe(name, define) {
  path = [...path, name];
  define();
  path = path.slice(0, -1);
}

const withEach = (make) =>
  Object.assign(make, {
    each: (rows) => (name, run) => {
      for (const row of rows) make(name, () => run(...(Array.isArray(row) ? row : [row])));
    },
  });

/** What `vitest.mjs` gives to the tests. */
globalThis.mutationTests = { describe: withEach(describe), it: withEach(it), expect };

/** The tests that are defined while `load` runs. */
export function collectTests(load) {
  tests = [];
  path = [];
  load();
  return tests;
}
