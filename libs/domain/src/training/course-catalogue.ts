/** A course as the catalogue describes it. */
export interface CatalogueCourse {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly topics: readonly string[];
}

/** The courses that the product comes with (§15, S2 L419–468; the last three: art. 10(7)); their topics are the documents' words. */
export const COURSE_CATALOGUE: readonly CatalogueCourse[] = [
  {
    code: '04',
    titleZh: '电话礼仪与声音形象',
    titleEn: 'Telephone manners and voice',
    topics: ['电话礼仪', '礼仪用语', '声音形象的培训与实施'],
  },
  {
    code: '05',
    titleZh: '呼入电话的操作流程',
    titleEn: 'Handling inbound calls',
    topics: [
      '受理来话的必备常识',
      '建立良好印象的关键步骤',
      '有效倾听客户的办法',
      '确认信息',
      '总结和重复',
      '客户异议处理',
      '化解客户的拒绝',
      '核实客户的信息',
      '结束通话',
      '通话后的工作处理',
    ],
  },
  {
    code: '06',
    titleZh: '外呼电话的操作流程',
    titleEn: 'Handling outbound calls',
    topics: [
      '呼出电话的操作',
      '呼出电话前需要准备的工作',
      '自我介绍的方法推荐',
      '应对客户态度的不同方法',
      '沟通气氛的营造',
      '进行产品/服务推荐的时机把握',
      '客户信息的深度挖掘',
      '目标筛选和确定',
      '核实确认',
      '呼出电话的结束通话时的方式',
      '通话后的工作处理',
    ],
  },
  {
    code: '07',
    titleZh: '有效处理客户抱怨及投诉',
    titleEn: 'Handling grievances and complaints',
    topics: [
      '投诉的定义',
      '引发客户投诉的原因',
      '引起处理顾客投诉产生障碍的服务方式',
      '有效处理客户投诉的重要性',
      '处理客户投诉的原则',
      '处理客户投诉的方法和步骤',
      '投诉客户的类型分析与应对方法',
      '处理客户投诉时需要注意问题',
      '疑难投诉的客户心理分析',
      '疑难客户的投诉处理技巧',
      '处理疑难客户投诉的心态准备和调节',
      '疑难客户投诉电话的结束方法',
      '正确看待客户的抱怨',
      '抱怨客户的心理分析',
      '与抱怨客户的沟通技巧',
      '抱怨客户电话的结束方法',
    ],
  },
  {
    code: '08',
    titleZh: '客服人员的服务礼仪',
    titleEn: 'Service manners',
    topics: [
      '客户服务人员的素质要求',
      '服务用语的标准',
      '行为规范的标准',
      '服务用语和行为规范',
      '客户服务人员日常行为的礼仪及形象',
    ],
  },
  {
    code: 'power-law',
    titleZh: '电力法律法规',
    titleEn: 'Power law',
    topics: ['电力法律法规'],
  },
  {
    code: 'energy-charge',
    titleZh: '电量电费计算',
    titleEn: 'Energy and charge calculation',
    topics: ['电量计算', '电费计算'],
  },
  {
    code: 'application',
    titleZh: '业扩报装流程',
    titleEn: 'Application process',
    topics: ['业扩报装流程'],
  },
];
