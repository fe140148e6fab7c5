import type { PenaltyGroup, PenaltyPolicy } from './penalty-policy';

const CHINESE_DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** How the penalty is computed (art. 18(2)), as one sentence to be said. */
export function penaltyMethod(
  group: PenaltyGroup,
  policy: PenaltyPolicy,
): { readonly 'zh-CN': string; readonly en: string } {
  const { sameYear, laterYears } = policy.perMillePerDay[group];
  if (sameYear === laterYears) {
    return {
      'zh-CN': `自缴费截止日的次日起，每日按欠费金额的千分之${chinese(sameYear)}计算`,
      en: `${sameYear} per mille of the arrears for each day after the due date`,
    };
  }
  return {
    'zh-CN': `自缴费截止日的次日起，当年每日按欠费金额的千分之${chinese(sameYear)}计算，跨年度每日按千分之${chinese(laterYears)}计算`,
    en: `${sameYear} per mille of the arrears for each day after the due date within the year, and ${laterYears} per mille for each day of later years`,
  };
}

const chinese = (perMille: number): string => CHINESE_DIGITS[perMille] ?? String(perMille);
