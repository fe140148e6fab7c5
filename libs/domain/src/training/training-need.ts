/** A fault that quality found in somebody's work. */
export interface NeedFinding {
  readonly findingId: string;
  readonly staffNumber: string;
  readonly topic: string;
}

export interface FoundNeed {
  readonly topic: string;
  readonly staffNumbers: readonly string[];
  readonly findingIds: readonly string[];
}

/** Topics with at least `from` findings, the most findings first (§14: analysis → special training; §15: quarterly needs review). */
export function needsOf(findings: readonly NeedFinding[], from: number): readonly FoundNeed[] {
  const once = [...new Map(findings.map((finding) => [finding.findingId, finding])).values()];
  const topics = [...new Set(once.map(({ topic }) => topic))];
  return topics
    .map((topic) => {
      const own = once.filter((finding) => finding.topic === topic);
      return {
        topic,
        staffNumbers: [...new Set(own.map(({ staffNumber }) => staffNumber))].sort(),
        findingIds: own.map(({ findingId }) => findingId).sort(),
      };
    })
    .filter(({ findingIds }) => findingIds.length >= from)
    .sort(
      (one, other) => other.findingIds.length - one.findingIds.length || (one.topic < other.topic ? -1 : 1),
    );
}
