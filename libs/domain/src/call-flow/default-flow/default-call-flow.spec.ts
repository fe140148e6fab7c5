import type { FlowEffect } from '../engine/flow-effect';
import type { FlowFacts } from '../engine/flow-state';
import {
  hastyCaller,
  heard,
  SAMPLE_ACCOUNT,
  SAMPLE_DATA,
  scriptedCaller,
  simulateCall,
  type SimulatedCall,
  type SimulatedWorld,
  willingWorld,
} from '../simulate';
import { defaultCallFlow } from './default-call-flow';

const FACTS: FlowFacts = {
  from: '+8613900010001',
  unit: { 'zh-CN': '城关', en: 'Chengguan' },
  workingDay: true,
  minuteOfDay: 600,
  sample: 0.5,
};

function call(
  script: string,
  changes: Partial<SimulatedWorld> = {},
  facts: Partial<FlowFacts> = {},
): SimulatedCall {
  return simulateCall({
    flow: defaultCallFlow(),
    facts: { ...FACTS, ...facts },
    world: willingWorld(changes),
    nextMove: scriptedCaller(script),
  });
}

function effectsOf<Type extends FlowEffect['type']>(of: SimulatedCall, type: Type) {
  return of.effects.filter((effect): effect is Extract<FlowEffect, { type: Type }> => effect.type === type);
}

const asked = (of: SimulatedCall) => effectsOf(of, 'note').flatMap((note) => note.asked ?? []);
const completed = (of: SimulatedCall) => effectsOf(of, 'note').flatMap((note) => note.completed ?? []);
const NOBODY: Partial<SimulatedWorld> = { findCaller: () => [] };

describe('the default call flow greets', () => {
  it('in the prescribed words, and offers English', () => {
    const [greeting, menu] = heard(call('').effects);
    expect(`${greeting}${menu}`).toMatch(
      /^您好，欢迎使用城关供电客户服务热线，自动语音服务请按一，.*人工服务请按零。For English, press eight\.$/,
    );
  });

  it('in English after key 8, and in Chinese after another', () => {
    const texts = heard(call('8 8').effects);
    expect(texts[2]).toMatch(/^For self-service press one\./);
    expect(texts[3]).toMatch(/^自动语音服务请按一/);
  });

  it('in English at the desk for it', () => {
    expect(heard(call('', {}, { entry: 'english' }).effects)[0]).toBe(
      'Hello, welcome to the Chengguan power supply customer service line.',
    );
  });

  it('key customers, and leads them to their queue at once', () => {
    const vip = call('', {}, { entry: 'vip' });
    expect(effectsOf(vip, 'enqueue')).toMatchObject([{ queue: 'vip' }]);
  });

  it('a silent caller three times, offers a human, and says goodbye (T1.1)', () => {
    const silent = call('');
    const texts = heard(silent.effects);
    expect(texts.filter((text) => text.includes('没有收到您的按键'))).toHaveLength(2);
    expect(texts.slice(-2)).toEqual(['人工服务请按零，返回主菜单请按九。', '感谢您的来电，再见！']);
    expect(effectsOf(silent, 'hang-up')).toHaveLength(1);
  });

  it('a caller of wrong keys the same way', () => {
    const texts = heard(call('7 7 7').effects);
    expect(texts.filter((text) => text.includes('您的输入有误'))).toHaveLength(2);
    expect(texts.at(-1)).toBe('感谢您的来电，再见！');
  });
});

describe('a caller who has heard the notice of a missed call', () => {
  it('goes on in the main menu without another greeting (T1.8)', () => {
    const [first, second] = heard(call('', {}, { entry: 'after-notice' }).effects);
    expect(first).toBe('您还可以继续使用其他服务，不需要请挂机。');
    expect(second).toMatch(/^自动语音服务请按一/);
  });
});

describe('the default call flow tells a caller from a bound number', () => {
  it('the latest bill', () => {
    const bill = call('1 1 1 !');
    expect(heard(bill.effects)).toContain(
      '您二零二六年二月的电费账单：抄表日期二零二六年二月二十八日，电表示数一万二千三百四十五点六，' +
        '用电量二百一十二千瓦时，电费一万零三十元三角，上期欠费二十元，应交电费一万零五十元三角。',
    );
    expect(effectsOf(bill, 'identified')).toEqual([
      { type: 'identified', accountNo: SAMPLE_ACCOUNT.accountNo, by: 'phone' },
    ]);
    expect(asked(bill)).toEqual(['bill']);
    expect(completed(bill)).toEqual(['bill']);
  });

  it('the arrears with penalty, method, total and where to pay', () => {
    expect(heard(call('1 1 2 !').effects).join('')).toContain(
      '您有一个月的欠费。二零二六年一月，欠费一百元，截至目前违约金两元零五分。' +
        '违约金计算方法：每日按欠费的千分之一计收。合计应交一百零二元零五分。交费地点：城关供电营业厅，人民路十二号。',
    );
  });

  it.each([
    ['1 1 2 !', 'arrears', '您有两个月的欠费。'],
    ['1 2 !', 'outages', '您所在的区域有两条停电信息。'],
  ] as const)('%s: two of the %s as they are counted: %s', (script, what, told) => {
    const { values, items = [] } = SAMPLE_DATA[what];
    const data = { ...(values && { values }), items: [...items, ...items] };
    const two = call(script, { lookUp: () => ({ result: 'found', data }) });
    expect(heard(two.effects).join('')).toContain(told);
  });

  it('the payments and the own data', () => {
    const texts = heard(call('1 1 3 4 !').effects).join('');
    expect(texts).toContain('二零二六年一月二十日，交费八十元。');
    expect(texts).toContain('户名王芳，居民客户。用电地址：城关人民路十二号。');
  });

  it('in English too, however many there are', () => {
    const texts = heard(call('8 1 1 1 2 !').effects).join(' ');
    expect(texts).toContain('Months in arrears: one.');
    expect(texts).toContain('to be paid ten thousand and fifty yuan and thirty fen.');
    expect(texts).toContain('In total one hundred and two yuan and five fen.');
  });

  it('outages of the own area with the expected restoration', () => {
    const outages = call('1 2 !');
    expect(effectsOf(outages, 'look-up')).toMatchObject([{ what: 'outages', areaCodes: ['A01'] }]);
    expect(heard(outages.effects).join('')).toContain(
      '城关：故障停电，原因：线路故障。三月二日九点开始。预计三月二日十四点三十分恢复供电。',
    );
  });

  it('that there is nothing, and that it cannot be told now', () => {
    const none = call('1 1 1 2 3 !', { lookUp: () => ({ result: 'not-found' }) });
    expect(heard(none.effects).join('')).toMatch(/目前没有您的电费账单.*您目前没有欠费.*没有您的交费记录/s);
    const away = call('1 1 1 !', { lookUp: () => undefined });
    expect(heard(away.effects).join('')).toContain('暂时无法查询');
    expect(completed(away)).toEqual([]);
  });

  it('after asking which account it is, by its last four digits or its number', () => {
    const accounts = [SAMPLE_ACCOUNT, { ...SAMPLE_ACCOUNT, accountNo: '5100987654' }];
    const byTail = call('1 1 7654# 1 !', { findCaller: () => accounts });
    expect(heard(byTail.effects).join('')).toContain('您的号码绑定了两个户号。尾号三四五六。尾号七六五四。');
    const byNumber = call('1 1 5100987654# 1 !', { findCaller: () => accounts });
    for (const one of [byTail, byNumber])
      expect(effectsOf(one, 'look-up')).toMatchObject([{ what: 'bill', accountNo: '5100987654' }]);
  });
});

describe('the default call flow asks an unknown caller', () => {
  it('for account number and password', () => {
    const known = call('1 1 5100123456# 246810# 1 !', NOBODY);
    expect(effectsOf(known, 'identified')).toMatchObject([{ by: 'password' }]);
    expect(effectsOf(known, 'look-up')).toMatchObject([{ what: 'bill', accountNo: '5100123456' }]);
  });

  it('three times at most, and tells nothing', () => {
    const failed = call('1 1 5100123456# 111111# 5100123456# 111111# 5100123456# 111111#', NOBODY);
    expect(effectsOf(failed, 'verify-password')).toHaveLength(3);
    expect(effectsOf(failed, 'look-up')).toHaveLength(0);
    expect(heard(failed.effects).join('')).toContain('身份验证没有通过');
  });

  it('and says so when the account is locked', () => {
    const locked = call('1 1 5100123456# 111111#', {
      ...NOBODY,
      verify: () => ({ result: 'locked', lockedUntil: '2026-03-02T06:30:00Z' }),
    });
    expect(heard(locked.effects).join('')).toContain('已被锁定。锁定至三月二日十四点三十分。');
  });

  it('for the account alone where only outages are asked for, and does not tell where it is', () => {
    const outages = call('1 2 5100123456# !', NOBODY);
    expect(effectsOf(outages, 'look-up')).toMatchObject([{ what: 'outages', accountNo: '5100123456' }]);
    expect(heard(outages.effects).join('')).not.toContain('城关：');
  });

  it('for the account, and says of one that has no outage no more than that: it may be mistyped', () => {
    const none = call('1 2 5100999999# !', { ...NOBODY, lookUp: () => ({ result: 'not-found' }) });
    const texts = heard(none.effects).join('');
    expect(texts).toContain('没有查到与您输入的户号有关的停电信息，如果户号有误，请重新查询。');
    expect(texts).not.toContain('您所在的区域目前没有停电信息');
  });
});

describe('the default call flow says nothing of outages', () => {
  it('to a caller whose account lies in no area that is known', () => {
    const { areaCode: _, ...account } = SAMPLE_ACCOUNT;
    const outages = call('1 1 9 2 !', { findCaller: () => [account] });
    expect(effectsOf(outages, 'look-up')).toEqual([]);
    expect(heard(outages.effects).join('')).toContain('暂时无法查询停电信息');
  });
});

describe('the default call flow takes', () => {
  it('a case by its query code', () => {
    const texts = heard(call('1 3 40718236 !').effects).join('');
    expect(texts).toContain('您的投诉于三月二日九点三十分受理，目前状态：处理中。业务部门正在处理。');
  });

  it('a case by its query code of a caller who is nobody: a code is enough', () => {
    const nobody = call('1 3 40718236 !', NOBODY, { from: undefined });
    expect(heard(nobody.effects).join('')).toContain('您的投诉于');
    expect(effectsOf(nobody, 'identified')).toEqual([]);
  });

  it('another query code after a wrong one, but no more than three: codes are not tried out', () => {
    const tries = call('1 3 00000001 1 00000002 1 00000003 1 40718236 !', {
      lookUp: () => ({ result: 'not-found' }),
    });
    expect(effectsOf(tries, 'look-up')).toHaveLength(3);
    expect(heard(tries.effects).join('')).toContain('暂时无法查询办理进度');
  });

  it('a fault, but first tells of a known outage and does not ask to report it again', () => {
    const known = call('2 !');
    expect(heard(known.effects).join('')).toContain('您不需要再次报修');
    expect(effectsOf(known, 'open-work-order')).toHaveLength(0);
    expect(asked(known)).toEqual(['fault']);
    // One that is planned for later explains no fault of today.
    expect(effectsOf(known, 'look-up')).toMatchObject([{ what: 'outages', currentOnly: true }]);
    expect(effectsOf(call('1 2 !'), 'look-up')).not.toMatchObject([{ currentOnly: true }]);
    const other = call('2 1 #');
    expect(effectsOf(other, 'open-work-order')).toMatchObject([
      { order: 'fault', phone: FACTS.from, recordings: [1], anonymous: false },
    ]);
  });

  it('a fault at once where no outage is known, and tells the query code', () => {
    const fault = call('2 #', { lookUp: () => ({ result: 'not-found' }) });
    expect(heard(fault.effects).join('')).toContain('查询码是四零七一，八二三六');
    expect(completed(fault)).toEqual(['fault']);
  });

  it('a fault of a caller who hangs up instead of pressing hash', () => {
    const fault = call('2 !', { lookUp: () => ({ result: 'not-found' }), recordedSeconds: () => 60 });
    expect(effectsOf(fault, 'open-work-order')).toMatchObject([{ order: 'fault', recordings: [1] }]);
    expect(completed(fault)).toEqual(['fault']);
  });

  it.each([
    ['3 1 1 #', 'complaint'],
    ['3 2 1 #', 'misconduct-report'],
    ['3 3 #', 'suggestion'],
  ])('%s: a %s with the number', (script, order) => {
    expect(effectsOf(call(script), 'open-work-order')).toMatchObject([
      { order, phone: FACTS.from, anonymous: false },
    ]);
  });

  it.each([
    ['3 1 2 #', 'complaint'],
    ['3 2 2 #', 'misconduct-report'],
  ])('%s: an anonymous %s, the number forgotten before anything is recorded (§5)', (script, order) => {
    const anonymous = call(`1 1 9 9 ${script}`);
    const types = anonymous.effects.map(({ type }) => type);
    expect(types.indexOf('forget-caller')).toBeGreaterThan(0);
    expect(types.indexOf('record')).toBeGreaterThan(types.indexOf('forget-caller'));
    const [opened] = effectsOf(anonymous, 'open-work-order');
    expect(opened).toMatchObject({ order, anonymous: true, recordings: [1] });
    expect(JSON.stringify([opened, anonymous.state])).not.toMatch(/13900010001|5100123456/);
  });

  it('an anonymous report, and tells the query code in pieces, twice, and again at the star key (C5)', () => {
    const told = heard(call('3 2 2 # * !').effects).filter((text) => text.includes('请记下查询码'));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('请记下查询码：四零七一，八二三六。再说一遍：四零七一，八二三六。');
    expect(told[1]).toBe(told[0]);
    const english = heard(call('8 3 2 2 # !').effects).join(' ');
    expect(english).toContain('your query code: four zero seven one, eight two three six.');
  });

  it('an anonymous report also when there is no code to tell', () => {
    const taken = call('3 2 2 # !', { openWorkOrder: () => ({ number: '', queryCode: '' }) });
    expect(heard(taken.effects).join('')).toContain('暂时不能提供查询码');
  });

  it('no anonymous report when the number cannot be forgotten', () => {
    const failed = call('3 2 2', { forgetCaller: () => false });
    expect(effectsOf(failed, 'record')).toHaveLength(0);
    expect(heard(failed.effects).join('')).toContain('无法保证匿名');
  });

  it.each([
    ['11', 'new-supply'],
    ['12', 'capacity-increase'],
    ['13', 'capacity-decrease'],
    ['21', 'suspension'],
    ['22', 'temporary-exchange'],
    ['31', 'relocation'],
    ['32', 'meter-relocation'],
    ['33', 'temporary-removal'],
    ['41', 'transfer'],
    ['42', 'account-split'],
    ['43', 'account-merge'],
    ['51', 'account-closure'],
    ['52', 'voltage-change'],
    ['53', 'category-change'],
  ])('keys %s: an application for %s, papers, fees and steps told before', (keys, application) => {
    const applied = call(`1 4 ${keys.split('').join(' ')} 8`);
    expect(effectsOf(applied, 'open-work-order')).toMatchObject([{ order: 'application', application }]);
    expect(heard(applied.effects).join('')).toContain('所需资料：单位客户请准备盖章的申请书');
    expect(heard(applied.effects).join('')).toContain('费用按政府批准的标准收取');
  });

  it('an application of a caller who withholds the number, and asks for one', () => {
    const applied = call('1 4 1 1 8 13900020002#', NOBODY, { from: undefined });
    expect(effectsOf(applied, 'open-work-order')).toMatchObject([
      { phone: '+8613900020002', text: expect.stringContaining('新装用电') },
    ]);
  });
});

describe('the default call flow leads to a human', () => {
  const FACTS_OF_NOBODY = { valueTier: 'ordinary', listFlag: 'normal', important: false };

  it.each([
    ['0', {}, { queue: 'general', language: 'zh-CN' }],
    ['8 0', {}, { queue: 'english', language: 'en' }],
    ['1 1 0', {}, { queue: 'billing' }],
    ['3 0', {}, { queue: 'complaint' }],
    ['2 0', {}, { queue: 'fault' }],
    ['0', NOBODY, { queue: 'general', ...FACTS_OF_NOBODY }],
    ['1 3 0#', {}, { queue: 'general' }],
  ])('at key 0: %s', (script, changes, queue) => {
    const human = call(script, changes);
    expect(effectsOf(human, 'enqueue')).toMatchObject([queue]);
    expect(asked(human)).toContain('human');
  });

  it('high tier first, the blacklist by priority alone', () => {
    const of = (change: Partial<typeof SAMPLE_ACCOUNT>) =>
      effectsOf(call('0', { findCaller: () => [{ ...SAMPLE_ACCOUNT, ...change }] }), 'enqueue');
    expect(of({ valueTier: 'high' })).toMatchObject([{ queue: 'vip', valueTier: 'high' }]);
    expect(of({ listFlag: 'black' })).toMatchObject([{ queue: 'general', listFlag: 'black' }]);
  });

  it('and asks for a rating afterwards (T1.7), the last question of a sample only', () => {
    const rated = call('0 5 1 10', {}, { sample: 0.1 });
    expect(effectsOf(rated, 'store-rating').at(-1)).toEqual({
      type: 'store-rating',
      rating: { csat: 5, solved: true, nps: 10 },
    });
    const unsampled = call('0 4 2 9');
    expect(effectsOf(unsampled, 'store-rating').at(-1)?.rating).toEqual({ csat: 4, solved: false });
    expect(heard(unsampled.effects).at(-1)).toBe('感谢您的来电，再见！');
  });

  it('and keeps the first answer of a caller who hangs up then', () => {
    expect(effectsOf(call('0 3 !'), 'store-rating')).toEqual([{ type: 'store-rating', rating: { csat: 3 } }]);
  });

  it.each(['timeout', 'full', 'empty', 'unavailable'] as const)('and offers a call-back: %s', (reason) => {
    const own = call('0 1', { enqueue: () => reason });
    expect(effectsOf(own, 'open-work-order')).toMatchObject([
      { order: 'call-back-request', phone: FACTS.from },
    ]);
    const other = call('0 2 13900020002#', { enqueue: () => reason });
    expect(effectsOf(other, 'open-work-order')).toMatchObject([{ phone: '+8613900020002' }]);
    const message = call('0 3 #', { enqueue: () => reason });
    expect(effectsOf(message, 'open-work-order')).toMatchObject([
      { order: 'consultation', recordings: [1], phone: FACTS.from },
    ]);
    const silent = call('0', { enqueue: () => reason, recordedSeconds: () => 0 });
    expect(effectsOf(silent, 'open-work-order')).toHaveLength(0);
  });

  it('and orders the call-back that was asked for in the queue', () => {
    const asking = call('0', { enqueue: () => 'call-back' });
    expect(effectsOf(asking, 'open-work-order')).toMatchObject([{ phone: FACTS.from }]);
    expect(heard(asking.effects).join('')).toContain('会尽快给您回电');
    const withheld = call(
      '0 2 057688412345#',
      { ...NOBODY, enqueue: () => 'call-back' },
      { from: undefined },
    );
    expect(effectsOf(withheld, 'open-work-order')).toMatchObject([{ phone: '+8657688412345' }]);
  });

  it('though no work order can be opened', () => {
    const failed = call('3 3 #', { openWorkOrder: () => 'failed' });
    expect(effectsOf(failed, 'enqueue')).toMatchObject([{ queue: 'general' }]);
  });
});

describe('a caller who knows the menus', () => {
  const hasty = (keys: string, changes: Partial<SimulatedWorld> = {}, ms = 600) =>
    simulateCall({
      flow: defaultCallFlow(),
      facts: FACTS,
      world: willingWorld(changes),
      nextMove: hastyCaller(keys, ms),
    });

  it('gets to the bill at once, hearing no prompt out on the way', () => {
    const known = hasty('111');
    const bill = heard(known.effects).findIndex((text) => text.includes('电费账单：'));
    const before = known.effects.findIndex(({ type }) => type === 'look-up');
    const stopped = known.effects.slice(0, before).filter(({ type }) => type === 'stop-playback');
    expect(stopped).toHaveLength(bill);
  });

  it('types account, password and service in one go', () => {
    const call = hasty('115100123456#246810#1', NOBODY);
    expect(effectsOf(call, 'look-up')).toMatchObject([{ what: 'bill', accountNo: '5100123456' }]);
  });

  it('may begin before the answer', () => {
    expect(heard(hasty('111', {}, 100).effects)[0]).toContain('电费账单：');
  });
});
