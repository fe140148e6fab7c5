import {
  type CorrectnessFieldVerdict,
  DrawCorrectnessSample,
  GetCorrectnessFigures,
  JudgeCorrectnessItem,
  ListCorrectnessItems,
  ListCorrectnessSamples,
  OpenWorkOrder,
  PutArea,
  RegisterOutage,
} from '@switchyard/contracts';
import { TicketFixture } from './ticket-fixture';

const judged = (fields: readonly string[], wrong: readonly string[] = []) =>
  Object.fromEntries(
    fields.map((field): [string, CorrectnessFieldVerdict] => [
      field,
      wrong.includes(field) ? 'wrong' : 'right',
    ]),
  );
const KEY_FIELDS = ['caller-number', 'time', 'type', 'name', 'content'];
const NOTICE_FIELDS = ['area', 'time', 'cause', 'restoration'];

describe('correctness', () => {
  jest.setTimeout(60_000);
  let ticket: TicketFixture;
  let from: string;
  let before: string;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
    from = new Date(Date.now() - 60_000).toISOString();
    for (let serial = 0; serial < 40; serial += 1) {
      await ticket.call(OpenWorkOrder, {
        kind: serial < 35 ? 'query' : 'suggestion',
        phone: '+8613900010001',
        text: '询问电费',
        reference: `letter:${serial}`,
      });
    }
    for (const code of ['320102', '320104']) {
      await ticket.call(PutArea, { code, name: `区${code}`, nameEn: code, class: 'urban' });
      await ticket.call(RegisterOutage, {
        kind: 'fault',
        areaCode: code,
        cause: '电缆故障',
        startsAt: from,
        reference: `outage:${code}`,
      });
    }
    // Taken in by people; what a machine opens is nobody's mistake.
    await ticket.query(`update work_order set opened_by = 'agent-1' where reference <> 'letter:0'`);
    before = new Date().toISOString();
  });

  afterAll(() => ticket.close());

  const draw = (subject: 'work-orders' | 'enquiries' | 'outage-notices', facts: object = {}) =>
    ticket.call(DrawCorrectnessSample, { subject, from, before, ...facts });
  const figureOf = async (subject: string, areaCode?: string) =>
    (await ticket.call(GetCorrectnessFigures, {})).figures.find(
      (figure) => figure.subject === subject && figure.areaCode === areaCode,
    );

  it('are drawn once per period, by lot, from what people took in', async () => {
    const sample = await draw('enquiries');
    expect(sample).toMatchObject({ population: 34, size: 30, judged: 0, drawnBy: ticket.context.actor.id });
    expect(await draw('enquiries')).toEqual(sample);
    await expect(draw('enquiries', { seed: 'another' })).rejects.toMatchObject({
      code: 'correctness-sample.already-drawn',
    });
    const { items } = await ticket.call(ListCorrectnessItems, { sampleId: sample.sampleId, limit: 200 });
    expect(new Set(items.map(({ work }) => work)).size).toBe(30);
    expect(await draw('work-orders')).toMatchObject({ population: 5, size: 5 });
    expect((await ticket.call(ListCorrectnessSamples, { subject: 'work-orders' })).items).toHaveLength(1);
  });

  it('are not drawn of a period that goes on', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await expect(draw('enquiries', { before: tomorrow })).rejects.toMatchObject({
      code: 'correctness-sample.bad-period',
      details: { field: 'before' },
    });
  });

  it('are judged by a second person, field by field, and shown with the size of the sample', async () => {
    const { sampleId } = await draw('enquiries');
    expect(await figureOf('enquiries')).toMatchObject({ judged: 0, verdict: 'nothing-judged' });
    const { items } = await ticket.call(ListCorrectnessItems, { sampleId, judged: false, limit: 2 });
    const [one, other] = items;
    if (!one || !other) throw new Error('nothing was drawn');
    await expect(
      ticket.call(JudgeCorrectnessItem, { itemId: one.itemId, verdicts: { time: 'right' } }),
    ).rejects.toMatchObject({ code: 'correctness-item.verdicts-invalid' });
    await ticket.call(JudgeCorrectnessItem, {
      itemId: one.itemId,
      verdicts: judged(KEY_FIELDS, ['name']),
      remark: '姓名有误',
    });
    await ticket.call(JudgeCorrectnessItem, { itemId: other.itemId, verdicts: judged(KEY_FIELDS) });
    expect(await figureOf('enquiries')).toMatchObject({
      population: 34,
      drawn: 30,
      judged: 2,
      counted: 10,
      right: 9,
      percent: 90,
      targetPercent: 95,
      verdict: 'missed',
    });

    await ticket.call(JudgeCorrectnessItem, { itemId: one.itemId, verdicts: judged(KEY_FIELDS) });
    expect(await figureOf('enquiries')).toMatchObject({ judged: 2, percent: 100, verdict: 'met' });
    expect(
      await ticket.query('select verdicts, remark from correctness_judgement where item_id = $1', [
        one.itemId,
      ]),
    ).toHaveLength(2);
  });

  it('are not judged by who did the work', async () => {
    await ticket.query(`update correctness_item set done_by = $1 where place = 5`, [ticket.context.actor.id]);
    const { items } = await ticket.call(ListCorrectnessItems, {
      doneBy: ticket.context.actor.id,
      subject: 'enquiries',
    });
    const [own] = items;
    if (!own) throw new Error('nothing was drawn');
    await expect(
      ticket.call(JudgeCorrectnessItem, { itemId: own.itemId, verdicts: judged(KEY_FIELDS) }),
    ).rejects.toMatchObject({ code: 'correctness-item.own-work' });
  });

  it('of outage notices are told by area too', async () => {
    await ticket.query(`update outage_history set actor = 'agent-1'`);
    const { sampleId } = await draw('outage-notices');
    const { items } = await ticket.call(ListCorrectnessItems, { sampleId });
    expect(items.map(({ areaCode }) => areaCode).sort()).toEqual(['320102', '320104']);
    for (const { itemId, areaCode } of items) {
      const wrong = areaCode === '320104' ? ['time'] : [];
      await ticket.call(JudgeCorrectnessItem, { itemId, verdicts: judged(NOTICE_FIELDS, wrong) });
    }
    expect(await figureOf('outage-notices')).toMatchObject({
      percent: 50,
      targetPercent: 98,
      verdict: 'missed',
    });
    expect(await figureOf('outage-notices', '320102')).toMatchObject({ percent: 100, verdict: 'met' });
    expect(await figureOf('outage-notices', '320104')).toMatchObject({ percent: 0, verdict: 'missed' });
  });
});
