/** How often something was the matter in a period, and in the one of the same length before it. */
export interface TopicCount {
  readonly kind: string;
  /** Category of content; absent for what nobody has classified. */
  readonly topic?: string;
  readonly areaCode?: string;
  readonly count: number;
  readonly before: number;
}

export interface HotTopicRule {
  /** Fewer than so many are no topic. */
  readonly atLeast: number;
  /** Hot from so many times the period before; 1.5 is half as much again. */
  readonly growth: number;
}

/** No document gives a number (§20 "hot complaints"): ten, and half as many again as before [ours]. */
export const STANDARD_HOT_TOPIC_RULE: HotTopicRule = { atLeast: 10, growth: 1.5 };

export interface HotTopic extends TopicCount {
  /** Change against the period before, per cent; absent where there was nothing before. */
  readonly changePercent?: number;
}

/**
 * Topics that grew out of proportion, the steepest growth first: what is new, then by how many more there are. What is not
 * classified is no topic.
 */
export function hotTopics(counts: readonly TopicCount[], rule: HotTopicRule): HotTopic[] {
  return counts
    .filter(
      ({ topic, count, before }) =>
        topic !== undefined && count >= rule.atLeast && count >= before * rule.growth,
    )
    .sort((one, other) => other.count - other.before - (one.count - one.before) || compare(one, other))
    .map((topic) => ({ ...topic, ...changeOf(topic.count, topic.before) }));
}

/** Change in per cent, rounded; nothing to compare with gives none. */
export function changeOf(count: number, before: number): { changePercent?: number } {
  return before === 0 ? {} : { changePercent: Math.round((100 * (count - before)) / before) };
}

/** Part of a whole in per cent, to a tenth; of nothing there is none. */
export function percentOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((1000 * part) / whole) / 10;
}

function compare(one: TopicCount, other: TopicCount): number {
  const key = ({ kind, topic = '', areaCode = '' }: TopicCount) => `${kind} ${topic} ${areaCode}`;
  return key(one) < key(other) ? -1 : 1;
}
