import { noticeTemplate, templateText } from '@switchyard/domain';
import { Logger } from '@switchyard/platform';
import { NoticeTemplateStore, type StoredTemplate, type TemplateKey } from './notice-template-store.port';
import { NoticeTemplates } from './notice-templates';
import { builtIn } from './read-template';

const BILL: TemplateKey = { medium: 'spoken', kind: 'bill-notice', language: 'zh-CN' };
const START = Date.parse('2026-03-02T01:00:00Z');

class StoreInMemory extends NoticeTemplateStore {
  readonly rows: StoredTemplate[] = [];
  away = false;

  async inForce(at: Date): Promise<readonly StoredTemplate[]> {
    if (this.away) throw new Error('the database is away');
    return this.rows.filter(({ setAt }) => setAt <= at).sort((a, b) => b.version - a.version);
  }

  async versions(): Promise<readonly StoredTemplate[]> {
    return this.rows;
  }

  async add(template: StoredTemplate): Promise<boolean> {
    this.rows.push(template);
    return true;
  }
}

describe('what notices say', () => {
  let now: Date;
  let store: StoreInMemory;
  let templates: NoticeTemplates;
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1_000);
  };
  const closingNow = async () => templateText((await templates.spoken('bill-notice', 'zh-CN')).parts.closing);
  const set = (key: TemplateKey, version: number, change: object) => {
    const document = { ...builtIn(key).document, ...change };
    return store.add({ ...key, version, document, setBy: 'li', setAt: now });
  };
  const setClosing = (version: number, closing: string) => {
    const { parts } = builtIn(BILL).document as { parts: object };
    return set(BILL, version, { parts: { ...parts, closing } });
  };

  beforeEach(() => {
    now = new Date(START);
    store = new StoreInMemory();
    templates = new NoticeTemplates(store, { now: () => now }, Logger.silent());
  });

  it('is what the product comes with until somebody sets another', async () => {
    expect(await templates.spoken('bill-notice', 'zh-CN')).toEqual(noticeTemplate('bill-notice', 'zh-CN'));
    await setClosing(2, '祝您生活愉快。');
    later(6);
    expect(await closingNow()).toBe('祝您生活愉快。');
  });

  it('is read every few seconds, and at once where it was set', async () => {
    await closingNow();
    await setClosing(2, '再会。');
    later(4);
    expect(await closingNow()).not.toBe('再会。');
    templates.forget();
    expect(await closingNow()).toBe('再会。');
  });

  it('stays the same object while nobody changes it, so that its words are composed once', async () => {
    const first = await templates.spoken('bill-notice', 'zh-CN');
    later(60);
    expect(await templates.spoken('bill-notice', 'zh-CN')).toBe(first);
  });

  it('goes on as known while the database is away, and is never guessed', async () => {
    store.away = true;
    await expect(closingNow()).rejects.toThrow('the database is away');
    store.away = false;
    await setClosing(2, '再会。');
    expect(await closingNow()).toBe('再会。');
    store.away = true;
    later(60);
    expect(await closingNow()).toBe('再会。');
  });

  it('stands in letters as it was when the list ended', async () => {
    const letter: TemplateKey = { ...BILL, medium: 'letter' };
    const ended = now;
    later(60);
    await set(letter, 2, { title: '缴费通知' });
    const titleAt = async (at: Date) => {
      const of = await templates.lettersAt(at);
      return templateText(of('bill-notice', 'zh-CN').title);
    };
    expect(await titleAt(ended)).toBe(builtIn(letter).document['title']);
    expect(await titleAt(now)).toBe('缴费通知');
  });
});
