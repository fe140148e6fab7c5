import { letterTemplate, noticeTemplate } from './built-in-templates';
import { composeNotice, scriptText } from './compose-notice';
import { letterText } from './letter-text';
import type { OutageNotice } from './notice';
import { readNotice } from './read-notice';

const NOTICE: OutageNotice = {
  kind: 'outage-notice',
  accountNo: '5100000001',
  balanceFen: 0,
  occasion: 'announcement',
  area: '秦淮区',
  cause: '线路检修',
  startsAt: '2026-03-02T09:00',
  restorationAt: '2026-03-02T18:30',
};

const said = (change: Partial<OutageNotice> = {}, language: 'zh-CN' | 'en' = 'zh-CN') =>
  scriptText(
    composeNotice(noticeTemplate('outage-notice', language), [{ ...NOTICE, ...change }], { unit: '南京' }),
    ['body'],
  );

describe('a notice of an outage', () => {
  it('begins as prescribed (art. 11(2)) and tells cause, area, time and restoration', () => {
    const script = composeNotice(noticeTemplate('outage-notice', 'zh-CN'), [NOTICE], { unit: '南京' });
    expect(scriptText(script)).toBe(
      '您好！南京供电九五五九八服务热线为您提供停电通知服务。现在不方便接听，请按三。\n' +
        '因线路检修，秦淮区自三月二日九点起停电，预计三月二日十八点三十分恢复供电。给您带来不便，敬请谅解。',
    );
  });

  it.each<[Partial<OutageNotice>, string]>([
    [{ restorationAt: '' }, '因线路检修，秦淮区自三月二日九点起停电，恢复供电的时间尚未确定。'],
    [{ occasion: 'change' }, '因线路检修，秦淮区自三月二日九点起停电，现预计三月二日十八点三十分恢复供电。'],
    [{ occasion: 'cancellation' }, '因线路检修，秦淮区原定三月二日九点开始的停电，已取消。'],
    [
      { occasion: 'restoration' },
      '因线路检修，秦淮区三月二日九点开始的停电，已于三月二日十八点三十分恢复供电。',
    ],
    [
      { occasion: 'restoration', restorationAt: '' },
      '因线路检修，秦淮区三月二日九点开始的停电，已恢复供电。',
    ],
  ])('with %j says %s', (change, expected) => {
    expect(said(change)).toBe(`${expected}给您带来不便，敬请谅解。`);
  });

  it('speaks English', () => {
    expect(said({ area: 'Qinhuai', cause: 'maintenance' }, 'en')).toMatch(
      /^Because of maintenance, the supply of Qinhuai is interrupted from March .*, and is expected back March /,
    );
  });

  it('is written as a letter too', () => {
    const context = { unit: '南京', customerName: '第一医院', dated: '2026-03-01' };
    const { paragraphs } = letterText(letterTemplate('outage-notice', 'zh-CN'), NOTICE, context);
    expect(paragraphs).toContain('停电情况：自2026年3月2日09:00起停电，预计2026年3月2日18:30恢复供电。');
    const english = letterText(letterTemplate('outage-notice', 'en'), NOTICE, context).paragraphs;
    expect(english).toContain(
      'The supply is interrupted from March 2, 2026, 09:00, and is expected back March 2, 2026, 18:30.',
    );
  });

  it('is read from stored data, with every field that is wrong', () => {
    const { kind, accountNo, balanceFen, ...data } = NOTICE;
    expect(readNotice(kind, { accountNo, balanceFen }, data)).toEqual(NOTICE);
    const wrong = {
      ...data,
      occasion: 'party',
      startsAt: '2026-03-02 09:00',
      restorationAt: 'soon',
      cause: '',
    };
    expect(() => readNotice(kind, { accountNo, balanceFen }, wrong)).toThrow(
      /occasion: .*; cause: .*; startsAt: .*; restorationAt: /,
    );
  });
});
