import type { MonthlyScorePolicy } from './monthly-score-policy';
import type { ScoreFacts } from './score-facts';

type Grade = 'lesser' | 'graver';

const matter = (rule: string, grade: Grade, zh: string, en: string) => ({ rule, grade, 'zh-CN': zh, en });

/** Matters that the rule book fines: the lesser 20 yuan (L407–413), the graver 50 (L414–417). */
export const FINED_MATTERS = {
  'unapproved-swap': matter('L407', 'lesser', '私自调班', 'swap without approval'),
  uniform: matter('L408', 'lesser', '未按规定着装', 'uniform'),
  disorder: matter(
    'L409',
    'lesser',
    '值班纪律（喧哗、游戏、私人电话、睡觉）',
    'disorder, games, private calls, sleep',
  ),
  'evening-cleaning': matter('L410', 'lesser', '晚班未做清洁', 'evening cleaning'),
  'password-of-another': matter('L411', 'lesser', '使用他人账号密码（双方）', "another's password (both)"),
  'work-book-missing': matter('L413', 'lesser', '电子工作手册缺失', 'e-workbook missing'),
  'own-software': matter('L415', 'graver', '私装软件引入病毒', 'virus by own software'),
  'serious-matter-not-reported': matter('L416', 'graver', '重大事项未上报', 'serious matter not reported'),
};
export type FinedMatter = keyof typeof FINED_MATTERS;

export interface FineProposal {
  readonly matter: FinedMatter | 'absent';
  readonly rule: string;
  readonly fact: { readonly 'zh-CN': string; readonly en: string };
  readonly amountFen: number;
}

/** Fines are proposed, for somebody to approve (§22): recorded matters, and each day absent or more than 3 hours late (L414). */
export function fineProposals(
  { attendance, items }: ScoreFacts,
  { fines }: MonthlyScorePolicy,
): readonly FineProposal[] {
  const days = attendance.state === 'known' ? Math.ceil(attendance.value.absentDays) : 0;
  const absent: FineProposal = {
    matter: 'absent',
    rule: 'L414',
    fact: {
      'zh-CN': `旷工（含迟到 3 小时以上）${days} 天`,
      en: `absent without leave, or more than 3 hours late, days: ${days}`,
    },
    amountFen: days * fines.absentDay,
  };
  const recorded = items.flatMap(({ kind, category, text }): FineProposal[] => {
    if (kind !== 'fine' || !isFinedMatter(category)) return [];
    const { rule, grade, ...names } = FINED_MATTERS[category];
    const fact = { 'zh-CN': `${names['zh-CN']}：${text}`, en: `${names.en}: ${text}` };
    return [{ matter: category, rule, fact, amountFen: fines[grade] }];
  });
  return days > 0 ? [absent, ...recorded] : recorded;
}

export function isFinedMatter(category: string): category is FinedMatter {
  return Object.hasOwn(FINED_MATTERS, category);
}
