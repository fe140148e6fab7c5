/** What §1 names: the centre's departments and their groups, the posts with what they may do, some skills. */
export const ORGANISATION_SEED = [
  {
    statement: `insert into department (code, name_zh, name_en)
      select code, zh, en from jsonb_to_recordset($1::jsonb) as seed (code text, zh text, en text)`,
    rows: [
      { code: 'operations', zh: '运营管理部', en: 'Operations' },
      { code: 'quality', zh: '质量管理部', en: 'Quality' },
      { code: 'support', zh: '技术支持部', en: 'Technical support' },
      { code: 'data', zh: '数据分析部', en: 'Data analysis' },
    ],
  },
  {
    statement: `insert into staff_group (code, name_zh, name_en, department_code)
      select code, zh, en, department from jsonb_to_recordset($1::jsonb)
        as seed (code text, zh text, en text, department text)`,
    rows: [
      { code: 'telephone', zh: '话务组', en: 'Telephone', department: 'operations' },
      { code: 'online', zh: '在线组', en: 'Online', department: 'operations' },
      { code: 'call-back', zh: '回访组', en: 'Call-backs', department: 'operations' },
      { code: 'inspection', zh: '质检组', en: 'Inspection', department: 'quality' },
      { code: 'training', zh: '培训组', en: 'Training', department: 'quality' },
      { code: 'process', zh: '流程优化组', en: 'Processes', department: 'quality' },
      { code: 'maintenance', zh: '运维组', en: 'Operation of systems', department: 'support' },
      { code: 'data-keeping', zh: '数据组', en: 'Data keeping', department: 'support' },
      { code: 'knowledge', zh: '知识库组', en: 'Knowledge base', department: 'support' },
      { code: 'reports', zh: '报表组', en: 'Reports', department: 'data' },
      { code: 'insight', zh: '洞察组', en: 'Insight', department: 'data' },
      { code: 'forecast', zh: '预测组', en: 'Forecast', department: 'data' },
    ],
  },
  {
    statement: `insert into post (code, name_zh, name_en, role_kind, tier, roles)
      select code, zh, en, kind, tier, roles from jsonb_to_recordset($1::jsonb)
        as seed (code text, zh text, en text, kind text, tier text, roles text[])`,
    rows: [
      post('agent', '客服专员', 'Agent', 'agent', 'agent', 'agent'),
      post('senior-agent', '高级客服专员', 'Senior agent', 'agent', 'senior', 'agent'),
      post('group-leader', '班组长', 'Group leader', 'group-leader', 'supervisor', 'group-leader'),
      post('shift-leader', '值班长', 'Shift leader', 'shift-leader', 'supervisor', 'shift-leader'),
      post(
        'operations-supervisor',
        '运营主管',
        'Operations supervisor',
        'operations',
        'supervisor',
        'shift-leader',
      ),
      post('head', '主管', 'Head of the centre', 'head', 'head', 'head'),
      post('director', '主任', 'Director', 'director', 'head', 'director'),
      post('quality-supervisor', '质检主管', 'Quality supervisor', 'quality', 'supervisor', 'quality'),
      post('quality-inspector', '质检专员', 'Quality inspector', 'quality', 'agent', 'quality'),
      post('training-supervisor', '培训主管', 'Training supervisor', 'training', 'supervisor', 'trainer'),
      post('trainer', '培训师', 'Trainer', 'training', 'agent', 'trainer'),
      post('hr-administrator', '人力资源管理员', 'HR administrator', 'hr', 'agent', 'hr'),
      post('data-analyst', '数据分析专员', 'Data analyst', 'data', 'agent', 'viewer'),
      post('data-head', '数据分析主管', 'Head of data analysis', 'data', 'head', 'viewer'),
      post('technician', '技术支持专员', 'Technician', 'support', 'agent', 'viewer'),
      post('technical-supervisor', '技术支持主管', 'Technical supervisor', 'support', 'supervisor', 'viewer'),
      post('system-administrator', '系统管理员', 'System administrator', 'administrator', 'agent', 'admin'),
      post('campaigner', '外呼专员', 'Campaigner', 'campaign', 'agent', 'campaign'),
      post('complaint-handler', '投诉责任人', 'Complaint handler', 'agent', 'senior', 'agent'),
      post('field-inspector', '监督员', 'Field inspector', 'inspector', 'agent', 'viewer'),
      post('interface-person', '接口人', 'Interface person', 'interface-person', 'agent', 'viewer'),
    ],
  },
  {
    statement: `insert into skill (code, name_zh, name_en, kind)
      select code, zh, en, kind from jsonb_to_recordset($1::jsonb)
        as seed (code text, zh text, en text, kind text)`,
    rows: [
      { code: 'billing', zh: '电费', en: 'Bills', kind: 'business' },
      { code: 'outage', zh: '停电报修', en: 'Outages', kind: 'business' },
      { code: 'application', zh: '业扩报装', en: 'Applications', kind: 'business' },
      { code: 'complaint', zh: '投诉处理', en: 'Complaints', kind: 'business' },
      { code: 'cantonese', zh: '粤语', en: 'Cantonese', kind: 'dialect' },
      { code: 'wu', zh: '吴语', en: 'Wu', kind: 'dialect' },
      { code: 'min-nan', zh: '闽南语', en: 'Southern Min', kind: 'dialect' },
      { code: 'english', zh: '英语', en: 'English', kind: 'language' },
    ],
  },
] as const;

function post(code: string, zh: string, en: string, kind: string, tier: string, ...roles: string[]) {
  return { code, zh, en, kind, tier, roles };
}
