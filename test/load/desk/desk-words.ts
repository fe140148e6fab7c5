export const KINDS = [
  'fault',
  'fault',
  'fault',
  'query',
  'query',
  'consultation',
  'complaint',
  'application',
  'suggestion',
] as const;

export const DEPARTMENTS = [
  'centre',
  'business',
  'repair',
  'metering',
  'billing-centre',
  'expert-group',
] as const;

const WHO = ['客户', '居民', '单位联系人', '个体工商户', '物业'];
const WHERE = [
  '城东小区',
  '解放路商铺',
  '开发区厂房',
  '河西村',
  '火车站广场',
  '中学宿舍',
  '地铁工地',
  '农贸市场',
];
const WHAT = [
  '反映停电后电表没有恢复',
  '询问阶梯电价的计算方法',
  '投诉抄表数字与实际不符',
  '申请更名过户需要的资料',
  '报告电缆外皮破损有火花',
  '询问本月电费为何增加',
  '建议增加自助缴费的网点',
  '反映电压不稳定灯光闪烁',
  '咨询光伏并网的办理流程',
  '询问计划停电的恢复时间',
];
const WISH = ['请尽快处理', '要求书面答复', '希望今天回电', '等待现场查看'];

/** What people say, in some 1,600 ways. */
export const TEXTS: readonly string[] = WHO.flatMap((who) =>
  WHERE.flatMap((where) => WHAT.flatMap((what) => WISH.map((wish) => `${who}${where}${what}，${wish}。`))),
);

/** What somebody looks for in them: found in many, in few, and in none. */
export const SEARCHES = ['阶梯电价', '火花', '河西村 光伏', '抄表 书面答复', '变压器爆炸', '电费'];
