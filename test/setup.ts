// Property tests draw the same cases in every run, so that a run says something about the change and not about its luck. The nightly
// run draws others: IMR_SEED=random, or a number to repeat one.
import fc from 'fast-check';

const given = process.env.IMR_SEED ?? '20261130';
const seed = given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
if (given === 'random') console.log(`IMR_SEED=${seed}`);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
