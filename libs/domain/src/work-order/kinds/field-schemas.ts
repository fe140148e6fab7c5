type Schema = Readonly<Record<string, unknown>>;

const text = (maxLength: number, title: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  // Blanks alone say nothing.
  pattern: '\\S',
  title,
});
const word = (words: readonly string[], title: string): Schema => ({ enum: words, title });
const yesNo = (title: string): Schema => ({ type: 'boolean', title });
const INSTANT = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d)$';
const instant = (title: string): Schema => ({ type: 'string', pattern: INSTANT, format: 'date-time', title });

const fields = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** Name, place and symptoms in detail; whose the equipment is (§2.1). The telephone number stands in `phone`. */
export const FAULT_FIELDS = fields(
  {
    name: text(100, '报修人'),
    place: text(500, '故障地点'),
    symptoms: text(2000, '故障现象'),
    customerOwned: yesNo('客户产权设备'),
    priceTold: yesNo('已告知收费标准'),
    electrician: text(200, '介绍的社区电工'),
    danger: yesNo('有人身危险'),
  },
  ['name', 'place', 'symptoms'],
);

/** What is asked for, and by what the caller was identified first (§2.2). */
export const QUERY_FIELDS = fields(
  {
    name: text(100, '姓名'),
    subject: word(['bill', 'payment', 'case-progress', 'customer-data', 'other'], '查询内容'),
    identifiedBy: word(['phone', 'password', 'document', 'not-needed'], '身份核实方式'),
    slip: yesNo('已开查询单'),
  },
  ['subject', 'identifiedBy'],
);

export const CONSULTATION_FIELDS = fields(
  {
    name: text(100, '姓名'),
    subject: word(
      ['law', 'guide', 'outage-plan', 'common-knowledge', 'promise', 'standard', 'price', 'other'],
      '咨询内容',
    ),
  },
  ['subject'],
);

/** Who complains of what, and what would settle it (§2.4). */
export const COMPLAINT_FIELDS = fields(
  {
    name: text(100, '投诉人'),
    against: text(200, '被投诉部门或人员'),
    occurredAt: instant('发生时间'),
    place: text(500, '地点'),
    demand: text(2000, '客户诉求'),
    major: yesNo('重大影响'),
    repeated: yesNo('重复投诉'),
  },
  ['demand'],
);

/** Nothing here names who reports (§5). */
export const MISCONDUCT_FIELDS = fields(
  {
    unit: text(200, '被举报单位'),
    person: text(100, '被举报人'),
    occurredAt: instant('发生时间'),
    place: text(500, '地点'),
    evidence: text(2000, '线索与证据'),
    major: yesNo('重大影响'),
  },
  ['unit'],
);

/** The electronic form (§2.6): the customer's kind decides which papers are asked for. */
export const APPLICATION_FIELDS = fields(
  {
    customerKind: word(['resident', 'organisation', 'sole-trader'], '客户类型'),
    name: text(200, '申请人或单位名称'),
    address: text(500, '用电地址'),
    capacityKva: { type: 'number', minimum: 0, maximum: 1_000_000, title: '申请容量（千伏安）' },
    supplyVoltage: word(['low-voltage', 'high-voltage-single', 'high-voltage-dual'], '电压与电源'),
    contact: text(100, '联系人'),
    papersAt: word(['survey', 'hall'], '资料收取方式'),
    purpose: text(500, '用电用途'),
  },
  ['customerKind', 'name', 'address'],
);

export const SUGGESTION_FIELDS = fields({ name: text(100, '姓名'), subject: text(200, '建议主题') }, []);

/** The slip to the direct superior: time, content, contact, promised reply time (§2.8). */
export const HARD_QUESTION_FIELDS = fields(
  {
    askedAt: instant('提问时间'),
    content: text(2000, '问题内容'),
    contact: text(200, '联系方式'),
    promisedReplyAt: instant('约定回复时间'),
    superior: text(100, '直接上级'),
  },
  ['askedAt', 'content', 'contact', 'promisedReplyAt', 'superior'],
);

export const CALL_BACK_FIELDS = fields(
  { name: text(100, '姓名'), matter: text(200, '回电事由'), preferredAt: instant('客户希望的时间') },
  [],
);
