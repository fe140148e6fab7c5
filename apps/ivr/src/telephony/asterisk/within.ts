/** Something that was waited for did not come in time. */
export class TimedOut extends Error {
  constructor(
    readonly what: string,
    readonly timeoutMs: number,
  ) {
    super(`${what} did not come within ${timeoutMs} ms`);
    this.name = 'TimedOut';
  }
}

/** Waits for `work` at most `timeoutMs`; what it does afterwards is nobody's concern. @throws TimedOut */
export async function within<T>(what: string, timeoutMs: number, work: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOut(what, timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
