import { plainAnswer, type QuestionKey, type QuestionKind } from '@switchyard/domain';

const TRUTHS: Readonly<Record<string, boolean>> = {
  对: true,
  正确: true,
  是: true,
  true: true,
  '√': true,
  t: true,
  yes: true,
  错: false,
  错误: false,
  否: false,
  false: false,
  '×': false,
  x: false,
  f: false,
  no: false,
};
const FIRST = 'a'.codePointAt(0) ?? 0;

/** The key that the answer of a table's cell is; undefined when it is none for this kind of question. */
export function keyOfAnswer(
  kind: QuestionKind,
  answer: string,
  tolerance: number | undefined,
): QuestionKey | undefined {
  const plain = plainAnswer(answer);
  switch (kind) {
    case 'single':
    case 'multiple': {
      const letters = [...plain.replace(/[\s,;、，；]/g, '')];
      if (letters.length === 0 || !letters.every((letter) => /^[a-j]$/.test(letter))) return undefined;
      return {
        correct: letters
          .map((letter) => (letter.codePointAt(0) ?? 0) - FIRST)
          .sort((one, other) => one - other),
      };
    }
    case 'true-false': {
      const truth = TRUTHS[plain];
      return truth === undefined ? undefined : { truth };
    }
    case 'fill-number':
      if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) return undefined;
      return { value: Number(plain), ...(tolerance !== undefined && { tolerance }) };
    case 'fill-text': {
      const texts = answer
        .split(/[|｜]/)
        .map((text) => text.trim())
        .filter((text) => text !== '');
      return texts.length === 0 ? undefined : { texts };
    }
    case 'short':
      return answer.trim() === '' ? {} : { guide: answer.trim() };
  }
}
