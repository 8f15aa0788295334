// The browser's worker as it ships, with a rule that no bundle that ships has.
import { scope } from '../../../server/src/browser/scope';
import { type Rule, rules } from '../../../server/src/core/index';
import '../../../server/src/browser/worker';
import { commonActs, poisonRule } from './rule';

// The first message is read after this. A worker that closes itself is gone without a word.
(rules as Rule[]).push(poisonRule({ ...commonActs, exit: () => scope.close() }));
