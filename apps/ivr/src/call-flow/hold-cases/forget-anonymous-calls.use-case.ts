import type { CallTraces } from './held-cases.port';

const AT_ONCE = 500;

/**
 * Callers who asked not to be known and left no case behind (they hung up, or went on to a human): they were told that
 * their number is not kept, so that it goes from every record once the call is over, as it does before a case is
 * released (§5). One call's trouble does not stop the others.
 */
export class ForgetAnonymousCalls {
  constructor(private readonly traces: CallTraces) {}

  /** One round. @throws Error with the first reason why a caller is still named; it is tried again in the next */
  async execute(): Promise<void> {
    const problems: string[] = [];
    for (const callId of await this.traces.toForget(AT_ONCE)) {
      const problem = await this.forget(callId).catch((error: unknown) => (error as Error).message);
      if (problem !== undefined) problems.push(problem);
    }
    if (problems.length > 0)
      throw new Error(`${problems.length} callers who asked not to be known are still named: ${problems[0]}`);
  }

  private async forget(callId: string): Promise<string | undefined> {
    await this.traces.forget(callId);
    const standsIn = await this.traces.remaining(callId);
    if (standsIn.length > 0) return `number in ${standsIn.join(', ')}`;
    await this.traces.unlink(callId);
    return undefined;
  }
}
