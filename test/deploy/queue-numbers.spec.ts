import { readFileSync } from 'node:fs';
import path from 'node:path';
import { joinSegments, speakCardinal, speakCount, type SpokenLanguage } from '@switchyard/domain';

const ASTERISK = path.join(__dirname, '../../deploy/asterisk');
const read = (file: string) => readFileSync(path.join(ASTERISK, file), 'utf8');
const numbers = Array.from({ length: 999 }, (_, index) => index + 1);

interface Rule {
  readonly matches: RegExp;
  readonly says: readonly string[];
}

/** The rules of a language in say.conf; the first that matches counts. */
function rulesOf(section: string): Rule[] {
  const [, body = ''] = read('conf/say.conf').split(`[${section}]\n`);
  const lines = body.split(/\n\[/)[0]?.split('\n') ?? [];
  return lines.flatMap((line) => {
    const [, name, says] = /^(\S+) => (.*)$/.exec(line) ?? [];
    if (name === undefined || says === undefined) return [];
    const pattern = name.startsWith('_') ? name.slice(1).replaceAll('X', '[0-9]') : name;
    return [{ matches: new RegExp(`^${pattern}$`), says: says.split(',').map((part) => part.trim()) }];
  });
}

/** The files that Asterisk plays one after the other for a number. */
function filesFor(number: string, rules: readonly Rule[]): string[] {
  const rule = rules.find(({ matches }) => matches.test(`num:${number}`));
  if (!rule) throw new Error(`nothing is said for ${number}`);
  return rule.says.flatMap((part) => {
    const filled = part.replace(
      /\$\{SAY(?::(\d))?(?::(\d))?\}/,
      (_, from: string | undefined, length: string | undefined) => {
        const start = Number(from ?? 0);
        return number.slice(start, length === undefined ? undefined : start + Number(length));
      },
    );
    return filled.startsWith('num:') ? filesFor(filled.slice(4), rules) : [filled];
  });
}

/** What is spoken in each Chinese file, as make-sounds.sh makes it. */
function chineseFiles(): Map<string, string> {
  const script = read('make-sounds.sh');
  const files = new Map<string, string>();
  for (const [, file = '', word = ''] of script.matchAll(/^zh (digits\/\S+) '?([^'\n]+)'?$/gmu))
    files.set(file, word);
  const loops = /^number=(\d+)\nfor word in (.*); do\n.*\n\s+number=\$\(\(number \+ (\d+)\)\)/gmu;
  for (const [, first = '', words = '', step = ''] of script.matchAll(loops))
    words
      .split(' ')
      .forEach((word, index) => files.set(`digits/${Number(first) + index * Number(step)}`, word));
  return files;
}

const counted = (number: number, language: SpokenLanguage) =>
  joinSegments(speakCount(number, language), language);

describe("a caller's place and wait in the queue of the PBX", () => {
  it('are said in Chinese as every other count is: 两分钟, but 十二分钟', () => {
    const files = chineseFiles();
    const rules = rulesOf('zh');
    const said = (number: number) =>
      filesFor(String(number), rules)
        .map((file) => files.get(file) ?? `(no ${file})`)
        .join('');
    expect([2, 12, 22, 102, 112, 200].map(said)).toEqual([
      '两',
      '十二',
      '二十二',
      '一百零二',
      '一百一十二',
      '二百',
    ]);
    for (const number of numbers) expect(said(number)).toBe(counted(number, 'zh-CN'));
  });

  it('are said in English with the words that Asterisk brings', () => {
    const rules = rulesOf('en');
    const words = (file: string) => {
      const name = file.replace('digits/', '');
      return /^\d+$/.test(name) ? speakCardinal(Number(name), 'en').join(' ') : name;
    };
    for (const number of numbers) {
      const said = filesFor(String(number), rules).map(words).join(' ');
      expect(said).toBe(counted(number, 'en').replace(' and ', ' ').replace('-', ' '));
    }
  });
});
