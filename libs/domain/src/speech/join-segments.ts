import type { Segment, SpokenLanguage } from './language';

const PAUSE = /^[，。、；：！？,.;:!?]+$/u;
const HAN = /\p{Script=Han}/u;

/** Whether a segment is a pause: punctuation alone. */
export function isPause(segment: Segment): boolean {
  return PAUSE.test(segment);
}

/** Whether a segment is written in Chinese characters, whatever the language around it. */
export function isChinese(segment: Segment): boolean {
  return HAN.test(segment);
}

/** The text of a list of segments as one would write it (T5.3): Chinese without spaces, English with. */
export function joinSegments(segments: readonly Segment[], language: SpokenLanguage): string {
  if (language === 'zh-CN') return segments.join('');
  return segments.reduce(
    (text, segment) => (text === '' || isPause(segment) ? text + segment : `${text} ${segment}`),
    '',
  );
}
