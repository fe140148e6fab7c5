import { joinSegments, SPOKEN_LANGUAGES, type SpokenLanguage } from '../../speech';
import { defaultCallFlow } from '../default-flow/default-call-flow';
import type { Piece } from '../document/flow-document';
import { fixedSegments } from './fixed-segments';
import { flowText } from './flow-text';
import { type SpeakingContext, speakTexts } from './speak-texts';
import { writeText } from './write-text';

const UNIT = { 'zh-CN': '城关', en: 'Chengguan' };
const context = (values: SpeakingContext['values'], language: SpokenLanguage = 'zh-CN'): SpeakingContext => ({
  language,
  values,
  lists: {
    outages: [
      { 'outage.area': '东街', 'outage.restoration': '2026-03-02T06:30:00Z' },
      { 'outage.area': '西街' },
      { 'outage.area': '南街' },
    ],
  },
  unit: UNIT,
});
const piece = (chinese: string, more: Partial<Piece> = {}): Piece => ({
  'zh-CN': chinese,
  en: chinese,
  ...more,
});
const spoken = (pieces: readonly Piece[], values = {}) =>
  joinSegments(speakTexts(pieces.map(flowText), context(values)), 'zh-CN');

describe('a text', () => {
  it('says figures in words, within their sentence, so that it is one clip', () => {
    expect(speakTexts([flowText(piece('自动语音服务请按1，人工服务请按0。'))], context({}))).toEqual([
      '自动语音服务请按一，人工服务请按零。',
    ]);
    expect(
      speakTexts([flowText({ 'zh-CN': '', en: 'Press 1, or call {hotline}.' })], context({}, 'en')),
    ).toEqual(['Press one, or call nine five five nine eight.']);
  });

  it('says the unit within its sentence, values apart', () => {
    const texts = [flowText(piece('{unit}供电提醒您，应交{bill.payable}。'))];
    expect(speakTexts(texts, context({ 'bill.payable': 205 }))).toEqual([
      '城关供电提醒您，应交',
      '两',
      '元',
      '零',
      '五分',
      '。',
    ]);
  });

  it('speaks digits that the caller keyed one by one, and words of departments as they are', () => {
    expect(
      spoken([piece('{code}：{case.progress}。')], { code: '102', 'case.progress': '第3组处理。' }),
    ).toBe('一零二：第三组处理。');
  });

  it('says a query code in pieces that can be written down', () => {
    expect(spoken([piece('查询码{workOrder.queryCode}。')], { 'workOrder.queryCode': '40718236' })).toBe(
      '查询码四零七一，八二三六。',
    );
  });

  it('leaves a piece out whole that lacks a value, or whose condition does not hold', () => {
    const pieces = [
      piece('锁定至{identity.lockedUntil}。'),
      piece('有码。', { when: 'code' }),
      piece('无码。', { unless: 'code' }),
    ];
    expect(spoken(pieces)).toBe('无码。');
    expect(spoken(pieces, { code: '1' })).toBe('有码。');
  });

  it('says pieces in a row with one list item by item, and not too many items', () => {
    const pieces = [
      piece('{outage.area}：', { each: 'outages', most: 2 }),
      piece('预计{outage.restoration}恢复。', { each: 'outages', when: 'outage.restoration' }),
      piece('时间待定。', { each: 'outages', unless: 'outage.restoration' }),
      piece('再见。'),
    ];
    expect(spoken(pieces)).toBe('东街：预计三月二日十四点三十分恢复。西街：时间待定。再见。');
  });

  it('is written for the staff with its values', () => {
    const order = flowText(piece('申请{application}，电话{caller.number}，欠费{arrears.total}。'));
    expect(writeText(order, { application: 'relocation', 'arrears.total': 10_205 })).toBe(
      '申请迁址，电话—，欠费102.05元。',
    );
  });
});

describe.each(SPOKEN_LANGUAGES)('the fixed words of the default flow, %s', (language) => {
  const segments = fixedSegments(defaultCallFlow(), language, { unit: UNIT });

  it('are all there, once, without figures, braces or values', () => {
    expect(segments.length).toBeGreaterThan(150);
    expect(new Set(segments).size).toBe(segments.length);
    for (const segment of segments) expect(segment).not.toMatch(/[0-9{}]|undefined/);
  });

  it('hold the words that stand for values', () => {
    const words = [...(language === 'en' ? ['a planned outage', 'in progress'] : ['计划停电', '处理中'])];
    expect(segments).toEqual(expect.arrayContaining(words));
  });

  it('hold what the greeting says', () => {
    const greeting = defaultCallFlow().prompts['greeting']?.['say'] ?? [];
    const said = speakTexts(greeting, { language, values: {}, lists: {}, unit: UNIT });
    expect(segments).toEqual(expect.arrayContaining(said));
  });
});
