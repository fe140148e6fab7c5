import type {
  AccountView,
  CustomerKind,
  LifeCycle,
  ListFlag,
  StandingChange,
  StandingField,
  TierSource,
  ValueTier,
} from '@switchyard/contracts';
import { tableColumn } from '@switchyard/platform';

const KINDS: Readonly<Record<CustomerKind, string>> = {
  resident: '居民',
  organisation: '单位',
  'sole-trader': '个体工商户',
};
const TIERS: Readonly<Record<ValueTier, string>> = { high: '高', mid: '中', ordinary: '普通' };
const LISTS: Readonly<Record<ListFlag, string>> = { red: '红名单', normal: '正常', black: '黑名单' };
const STAGES: Readonly<Record<LifeCycle, string>> = {
  identification: '识别',
  growth: '成长',
  stability: '稳定',
  warning: '预警',
};
const SOURCES: Readonly<Record<TierSource, string>> = {
  told: '系统告知',
  policy: '规则计算',
  manual: '人工设定',
};
const FIELDS: Readonly<Record<StandingField, string>> = {
  'value-tier': '价值等级',
  'list-flag': '名单标识',
  important: '重要客户',
  'life-cycle': '生命周期',
};

/** Titles as the import of customers reads them: what was taken out can be handed in again. */
export const ACCOUNT_COLUMNS = [
  tableColumn<AccountView>('text', '户号', 'account no', ({ accountNo }) => accountNo),
  tableColumn<AccountView>('text', '户名', 'name', ({ name }) => name),
  tableColumn<AccountView>('own', '客户类型', 'kind', ({ kind }, language) =>
    language === 'en' ? kind : KINDS[kind],
  ),
  tableColumn<AccountView>('own', '绑定电话', 'phones', ({ phones }) => phones.join(';')),
  tableColumn<AccountView>('text', '用电地址', 'address', ({ address }) => address),
  tableColumn<AccountView>('own', '区域代码', 'area code', ({ areaCode }) => areaCode),
  tableColumn<AccountView>('own', '价值等级', 'value tier', ({ valueTier }, language) =>
    language === 'en' ? valueTier : TIERS[valueTier],
  ),
  tableColumn<AccountView>('own', '名单标识', 'list flag', ({ listFlag }, language) =>
    language === 'en' ? listFlag : LISTS[listFlag],
  ),
  tableColumn<AccountView>('own', '重要客户', 'important', ({ important }, language) =>
    language === 'en' ? (important ? 'yes' : 'no') : important ? '是' : '否',
  ),
  tableColumn<AccountView>('own', '开户日期', 'customer since', ({ customerSince }) => customerSince),
  tableColumn<AccountView>('number', '信用分', 'credit score', ({ creditScore }) => creditScore),
  tableColumn<AccountView>('own', '生命周期', 'life cycle', ({ lifeCycle }, language) =>
    lifeCycle === undefined ? '' : language === 'en' ? lifeCycle : STAGES[lifeCycle],
  ),
  tableColumn<AccountView>('own', '更新时间', 'updated at', ({ updatedAt }) => updatedAt),
];

export const STANDING_COLUMNS = [
  tableColumn<StandingChange>('own', '时间', 'at', ({ at }) => at),
  tableColumn<StandingChange>('text', '户号', 'account no', ({ accountNo }) => accountNo),
  tableColumn<StandingChange>('own', '项目', 'field', ({ field }, language) =>
    language === 'en' ? field : FIELDS[field],
  ),
  tableColumn<StandingChange>('own', '原值', 'before', ({ before }) => before),
  tableColumn<StandingChange>('own', '新值', 'after', ({ after }) => after),
  tableColumn<StandingChange>('own', '来源', 'source', ({ source }, language) =>
    language === 'en' ? source : SOURCES[source],
  ),
  tableColumn<StandingChange>('own', '操作人', 'actor', ({ actor }) => actor),
  tableColumn<StandingChange>('text', '原因', 'reason', ({ reason }) => reason),
  tableColumn<StandingChange>('own', '依据', 'evidence', ({ evidence }) =>
    evidence === undefined ? '' : JSON.stringify(evidence),
  ),
];
