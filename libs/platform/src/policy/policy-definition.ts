import type { DocumentProblem, Result } from '@switchyard/domain';

/** What a service knows of one policy that an operator may set. */
export interface PolicyDefinition<Policy extends object> {
  /** Out of JSON, with every problem named by its path. */
  readonly parse: (document: unknown) => Result<Policy, readonly DocumentProblem[]>;
  /** What holds while nobody has set a version. */
  readonly standard: Policy;
  /** The same as it is written in JSON. */
  readonly standardDocument: object;
}

export type PolicyDefinitions = Readonly<Record<string, PolicyDefinition<object>>>;

export function definePolicy<Policy extends object>(
  parse: (document: unknown) => Result<Policy, readonly DocumentProblem[]>,
  standard: Policy,
  standardDocument: object = standard,
): PolicyDefinition<Policy> {
  return { parse, standard, standardDocument };
}
