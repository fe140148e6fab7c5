import {
  BATCH_KINDS,
  type BatchKind,
  type DialingPolicy,
  type DocumentProblem,
  ok,
  parseDialingPolicy,
  refused,
  type Result,
} from '@switchyard/domain';

export interface VersionToRead {
  readonly name: string;
  /** YYYY-MM-DD */
  readonly validFrom: string;
  readonly document: Readonly<Record<string, unknown>>;
}

/** What a document must fit beside its own form. */
export interface PolicyLimits {
  readonly attemptCaps: ReadonlyMap<BatchKind, number>;
  /** Whether calls go out on the lab's trunk, where nobody's rest is disturbed. */
  readonly trunkIsLab: boolean;
}

/** The policy that a document tells, or everything that is wrong with it, each with the path of its field. */
export function readVersion(
  { name, validFrom, document }: VersionToRead,
  { attemptCaps, trunkIsLab }: PolicyLimits,
): Result<DialingPolicy, readonly DocumentProblem[]> {
  const problems: DocumentProblem[] = [];
  for (const [path, value] of Object.entries({ id: name, validFrom })) {
    if (path in document && document[path] !== value)
      problems.push({ path, problem: `must be ${value}, as the request has it, or be left out` });
  }
  const parsed = parseDialingPolicy({ ...document, id: name, validFrom });
  if (!parsed.ok) return refused([...problems, ...parsed.error]);
  const policy = parsed.value;
  if (policy.labOnly && !trunkIsLab)
    problems.push({ path: 'labOnly', problem: "must be false: calls do not go out on a lab's trunk here" });
  for (const kind of BATCH_KINDS) {
    const cap = attemptCaps.get(kind);
    if (cap !== undefined && policy.attempts[kind].maxCounted > cap)
      problems.push({ path: `attempts.${kind}.maxCounted`, problem: `must be at most ${cap} (§6)` });
  }
  return problems.length > 0 ? refused(problems) : ok(policy);
}
