import type { Environment } from './load-config';

/** A copy of the process's environment, for code that passes a changed one on. */
export function readEnvironment(): Environment {
  return { ...process.env };
}
