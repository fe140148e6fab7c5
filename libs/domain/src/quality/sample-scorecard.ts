import type { ScorecardNames, ScorecardAspect, ScorecardItem, ScorecardSection } from './scorecard';

const names = (zh: string, en: string): ScorecardNames => ({ 'zh-CN': zh, en });

interface Worth {
  readonly weight: number;
  readonly aspect: ScorecardAspect;
  readonly courseCode: string;
}

function points(
  code: string,
  called: ScorecardNames,
  criteria: ScorecardNames,
  worth: Worth,
  mayNotApply = false,
): ScorecardItem {
  return { code, names: called, kind: 'points', mayNotApply, criteria, ...worth };
}

function critical(
  code: string,
  called: ScorecardNames,
  criteria: ScorecardNames,
  aspect: ScorecardAspect,
): ScorecardItem {
  return {
    code,
    names: called,
    kind: 'critical',
    mayNotApply: false,
    criteria,
    aspect,
    weight: 0,
    courseCode: '08',
  };
}

/**
 * The sample form of S3 2.2.2: greeting 10, confirmation of the need 20, solution 30, closing 10, with attitude 15 and record 15 added,
 * for the form itself sums to 70 (§14, C15). How a section is split, and the critical items, are [ours].
 */
export const SAMPLE_SCORECARD: {
  readonly names: ScorecardNames;
  readonly sections: readonly ScorecardSection[];
} = {
  names: names('来话质检评分表（样表）', 'Inbound calls (sample form)'),
  sections: [
    {
      code: 'greeting',
      names: names('问候语', 'Greeting'),
      items: [
        points(
          'greeting-active',
          names('主动问候并报工号', 'Greets actively and gives the number'),
          names(
            '按规范用语主动问候、自报工号',
            'Greets first, in the prescribed words, with the staff number (art. 11(2))',
          ),
          { weight: 10, aspect: 'soft', courseCode: '04' },
        ),
      ],
    },
    {
      code: 'need',
      names: names('需求确认', 'Confirmation of the need'),
      items: [
        points(
          'need-restated',
          names('复述客户需求', 'Restates the need'),
          names('复述并得到客户确认', 'Says again what the customer wants and has it confirmed'),
          { weight: 12, aspect: 'technical', courseCode: '05' },
        ),
        points(
          'need-verified',
          names('核实关键信息', 'Verifies the key facts'),
          names('核实户号、地址、联系电话', 'Verifies account, address and telephone'),
          { weight: 8, aspect: 'technical', courseCode: '05' },
          true,
        ),
      ],
    },
    {
      code: 'solution',
      names: names('解决方案', 'Solution'),
      items: [
        points(
          'answer-right',
          names('解答准确完整', 'The answer is right and whole'),
          names('业务解答正确、完整', 'What is told is right and complete'),
          { weight: 20, aspect: 'accuracy', courseCode: '05' },
        ),
        {
          code: 'transfer-right',
          names: names('正确转派，无漏转', 'Hands on where it must, misses none'),
          kind: 'yes-no',
          aspect: 'accuracy',
          weight: 10,
          mayNotApply: true,
          criteria: names(
            '应转办的全部转办且部门正确',
            'All that is for others goes to the right department',
          ),
          courseCode: '05',
        },
      ],
    },
    {
      code: 'closing',
      names: names('结束语', 'Closing'),
      items: [
        points(
          'closing-thanks',
          names('致谢并后挂机', 'Thanks, and hangs up last'),
          names(
            '询问其他需要、致谢，客户挂机后再挂机',
            'Asks for more, thanks, hangs up after the customer (art. 11(3), 11(7))',
          ),
          { weight: 10, aspect: 'soft', courseCode: '04' },
        ),
      ],
    },
    {
      code: 'attitude',
      names: names('服务态度', 'Attitude'),
      items: [
        points(
          'attitude-tone',
          names('语气亲切、耐心倾听', 'Kind and patient'),
          names('不打断、不使用服务忌语', 'Does not interrupt, uses none of the forbidden phrases'),
          { weight: 15, aspect: 'soft', courseCode: '07' },
        ),
      ],
    },
    {
      code: 'record',
      names: names('记录与合规', 'Record and compliance'),
      items: [
        points(
          'record-complete',
          names('工单记录准确', 'The work order is right'),
          names(
            '来电号码、时间、类别、姓名、内容无误',
            'Number, time, type, name and content are right (art. 23(8))',
          ),
          { weight: 10, aspect: 'technical', courseCode: '05' },
          true,
        ),
        points(
          'record-compliance',
          names('信息保密与流程合规', 'Keeps secrets and the process'),
          names('核身后提供信息，不泄露他人资料', 'Tells only after verification, and nothing of others'),
          { weight: 5, aspect: 'technical', courseCode: '08' },
        ),
      ],
    },
    {
      code: 'critical',
      names: names('重大错误', 'Critical errors'),
      items: [
        critical(
          'critical-wrong-business',
          names('业务解答根本错误', 'The business is wholly wrong'),
          names('误导客户造成后果', 'Misleads the customer'),
          'accuracy',
        ),
        critical(
          'critical-rude',
          names('辱骂、推诿或先行挂机', 'Insults, refuses or hangs up on the customer'),
          names('与客户争吵、拒绝受理、无故挂机', 'Quarrels, refuses, hangs up for no reason'),
          'soft',
        ),
      ],
    },
  ],
};
