/** Messages in order of arrival; a reader waits for the next one, with a deadline, and never sleeps. */
export class Inbox<T> {
  readonly #messages: T[] = [];
  readonly #readers: ((message: T) => void)[] = [];

  put(message: T): void {
    const reader = this.#readers.shift();
    if (reader) reader(message);
    else this.#messages.push(message);
  }

  /** How many have arrived and wait to be read. */
  get size(): number {
    return this.#messages.length;
  }

  next(deadline = 5000): Promise<T> {
    if (this.#messages.length > 0) return Promise.resolve(this.#messages.shift() as T);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing arrived within ${deadline} ms`)), deadline);
      this.#readers.push((message) => {
        clearTimeout(timer);
        resolve(message);
      });
    });
  }

  /** The next message that is as asked; those before it are dropped. */
  async find(isWanted: (message: T) => boolean, deadline?: number): Promise<T> {
    for (;;) {
      const message = await this.next(deadline);
      if (isWanted(message)) return message;
    }
  }
}
