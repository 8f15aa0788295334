/** In so many steps a limit is waited for: a machine that sleeps, or a thread that is held up itself, misses one of them at most. */
const steps = 10;

/**
 * Notices a worker that gives no sign of life. A worker is pinged while there is something that it may be busy with; what it
 * works on ends before it answers. An idle one is left alone.
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

  /** The worker was given something to do, or said that it begins with something. */
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

  /** The worker said anything at all. */
  heard(): void {
    this.#quietSteps = 0;
  }

  /** The worker answered; true where it has nothing else to do. */
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
