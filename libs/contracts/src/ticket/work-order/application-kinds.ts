/** What a customer can apply for (art. 16): 新装, 增容, 减容, 暂停, 暂换, 迁址, 移表, 暂拆, 更名/过户, 分户, 并户, 销户, 改压, 改类. */
export const APPLICATION_KINDS = [
  'new-supply',
  'capacity-increase',
  'capacity-decrease',
  'suspension',
  'temporary-exchange',
  'relocation',
  'meter-relocation',
  'temporary-removal',
  'transfer',
  'account-split',
  'account-merge',
  'account-closure',
  'voltage-change',
  'category-change',
] as const;
export type ApplicationKind = (typeof APPLICATION_KINDS)[number];
