import type { Segment, SpokenLanguage } from './language';

const SENTENCE = /.*?(?:[。！？；!?;]+|\.(?=\s|$)|$)/gsu;
const LEADING_PAUSE = /^\s*([，。、；：！？,.;:!?])\s*/u;
const HAN_RUN = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]+|[^\p{Script=Han}]+/gu;
const HAS_SOUND = /[\p{L}\p{N}]/u;

function speakRun(run: string): Segment[] {
  const pauses: Segment[] = [];
  let rest = run;
  for (let mark = LEADING_PAUSE.exec(rest); mark; mark = LEADING_PAUSE.exec(rest)) {
    pauses.push(mark[1] ?? '');
    rest = rest.slice(mark[0].length);
  }
  const sentences = (rest.match(SENTENCE) ?? []).map((sentence) => sentence.replace(/\s+/gu, ' ').trim());
  return [...pauses, ...sentences.filter((sentence) => HAS_SOUND.test(sentence))];
}

/**
 * Text without figures as segments: one a sentence, so that it is played from one clip; punctuation that
 * something was spoken before becomes a pause of its own. In English, Chinese words (a place's name) are
 * segments of their own, for the voice that can say them. What has no sound is left out.
 */
export function speakLiteral(text: string, language: SpokenLanguage): Segment[] {
  const runs = language === 'en' ? (text.match(HAN_RUN) ?? []) : [text];
  return runs.flatMap(speakRun);
}
