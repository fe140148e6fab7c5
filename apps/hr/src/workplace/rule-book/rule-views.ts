import type { OwnRule as OwnRuleView, RuleReceipt, RuleVersionView } from '@switchyard/contracts';
import type { OwnRule, Receipt, RuleVersion } from './rule-book.port';

export function toRuleView({ draftedAt, decidedAt, ...facts }: RuleVersion): RuleVersionView {
  return {
    ...facts,
    draftedAt: draftedAt.toISOString(),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
  };
}

export function toReceipt({ handedOutAt, acknowledgedAt, ...facts }: Receipt): RuleReceipt {
  return {
    ...facts,
    handedOutAt: handedOutAt.toISOString(),
    ...(acknowledgedAt && { acknowledgedAt: acknowledgedAt.toISOString() }),
  };
}

export function toOwnRule({ acknowledgedAt, ...facts }: OwnRule): OwnRuleView {
  return { ...facts, ...(acknowledgedAt && { acknowledgedAt: acknowledgedAt.toISOString() }) };
}
