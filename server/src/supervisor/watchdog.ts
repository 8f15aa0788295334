/** A limit is awaited in this many steps. A machine that sleeps, or a thread that is delayed, misses at most one. */
const steps = 10;

/**
 * Notices a worker that does not respond. A worker is pinged while it may be busy, and it answers only when its work ends. An idle
 * worker is left alone.
 */
export class Watchdog {
  readonly #limit: number;
  readonly #ping: () => void;
  readonly #onQuiet: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #quietSteps = 0;
  #isAwaited = false;
  #isOverdue = false;

  constructor(limit: number, ping: () => void, onQuiet: () => void) {
    this.#limit = limit;
    this.#ping = ping;
    this.#onQuiet = onQuiet;
  }

  /** The worker was given work or announced some. */
  expect(): void {
    if (this.#isAwaited) {
      this.#isOverdue = true;
      return;
    }
    this.#isAwaited = true;
    this.#quietSteps = 0;
    this.#ping();
    if (this.#limit > 0) this.#timer ??= setInterval(() => this.#step(), this.#limit / steps);
  }

  /** The worker sent any message. */
  heard(): void {
    this.#quietSteps = 0;
  }

  /** The worker answered a ping. Returns true if it has nothing else to do. */
  answered(): boolean {
    this.#isAwaited = false;
    if (this.#isOverdue) {
      this.#isOverdue = false;
      this.expect();
      return false;
    }
    this.stop();
    return true;
  }

  /** There is no worker any more. */
  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#isAwaited = false;
    this.#isOverdue = false;
  }

  #step(): void {
    this.#quietSteps++;
    if (this.#quietSteps >= steps) this.#onQuiet();
  }
}
