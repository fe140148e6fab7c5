/**
 * Query codes that ticket has set apart for us: an anonymous caller is told one while still on the line, also when
 * ticket is away, and neither the moment nor the call can be read from it (C5).
 */
export abstract class QueryCodePool {
  /** A code that nobody else gets; undefined when there is none. */
  abstract take(): Promise<string | undefined>;
  abstract add(codes: readonly string[]): Promise<void>;
  abstract count(): Promise<number>;
}
