// The worker of the server as it ships, with a rule that no bundle that ships has.
import { type Rule, rules } from '../../../server/src/core/index';
import '../../../server/src/node/worker';
import { poison } from './rule';

// The first message is read after this.
(rules as Rule[]).push(poison);
