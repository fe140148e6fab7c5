import { CENTRE, type WorkOrderKind } from '../kinds/vocabulary';
import type { RoutingPolicy, RoutingRule } from './routing-policy';

export interface RoutedFacts {
  readonly kind: WorkOrderKind;
  readonly contentCategory?: string;
  readonly areaCode?: string;
}

/** Whether it is about the integrity of staff: a report of misconduct, or content that says so (C3). */
export function isIntegrityMatter(
  policy: RoutingPolicy,
  { kind, contentCategory }: Pick<RoutedFacts, 'kind' | 'contentCategory'>,
): boolean {
  if (kind === 'misconduct-report') return true;
  return policy.categories.some(({ code, integrity }) => integrity && code === contentCategory);
}

/**
 * Department that a work order goes to: discipline inspection for a matter of integrity, else by the rule that names
 * most of it (content before area before kind; of equals the first), else it stays with the centre.
 */
export function routeOf(policy: RoutingPolicy, facts: RoutedFacts): string {
  if (isIntegrityMatter(policy, facts)) return policy.integrityDepartment;
  const best = policy.rules
    .filter((rule) => fits(rule, facts))
    .reduce<RoutingRule | undefined>(
      (found, rule) => (found && weightOf(found) >= weightOf(rule) ? found : rule),
      undefined,
    );
  return best?.department ?? CENTRE;
}

function fits({ kind, category, areaCode }: RoutingRule, facts: RoutedFacts): boolean {
  return (
    (kind === undefined || kind === facts.kind) &&
    (category === undefined || category === facts.contentCategory) &&
    (areaCode === undefined || areaCode === facts.areaCode)
  );
}

const weightOf = ({ kind, category, areaCode }: RoutingRule): number =>
  (category === undefined ? 0 : 4) + (areaCode === undefined ? 0 : 2) + (kind === undefined ? 0 : 1);
