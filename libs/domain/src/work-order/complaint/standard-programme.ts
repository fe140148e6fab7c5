import type { ComplaintProgramme } from './complaint-programme';

/** Until the operator names handlers: the shift's handler without authority over money, by the limits of the documents. */
export const STANDARD_COMPLAINT_PROGRAMME: ComplaintProgramme = {
  schemes: [
    {
      code: 'apology',
      names: { 'zh-CN': '书面致歉', en: 'Written apology' },
      mostFen: 0,
    },
    {
      code: 'bill-correction',
      names: { 'zh-CN': '更正并退还电费', en: 'Corrected bill and refund' },
      mostFen: 10_000_000_000,
    },
    {
      code: 'damage',
      names: { 'zh-CN': '赔偿损失', en: 'Compensation of damage' },
      mostFen: 10_000_000_000,
    },
  ],
  rules: [
    {
      department: 'business',
      handler: 'complaint-handler',
      authorityFen: 0,
      periodDays: 2,
      schemes: ['apology', 'bill-correction', 'damage'],
      callBackDays: 1,
      script: {
        'zh-CN': '感谢您的反映，给您带来不便我们深表歉意。您反映的问题我们已经记录，将在规定时间内给您答复。',
        en: 'Thank you for telling us; we are sorry for the trouble. We have taken it down and will reply within the time set.',
      },
    },
  ],
};
