import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { composeNotice, noticeTemplate, type Notice } from '@switchyard/domain';

/** Seconds for thanks and closing words: with the key after 2 s (and its tone and our reaction) they make up 3 s. */
const LAST_WORDS_SECONDS = 0.8;
const RATE = 8_000;
const WAV_HEADER_BYTES = 44;

const ANY_BILL: Notice = {
  kind: 'bill-notice',
  accountNo: '310000000001',
  balanceFen: 10_000,
  readingDate: '2026-02-28',
  registerValue: 1_000,
  energyKwh: 100,
  amountFen: 10_000,
  previousBalanceFen: 0,
  payableFen: 10_000,
};

/**
 * Lays recorded clips (IVR_CLIPS_DIR) of the words that follow key 1, short enough for a call of three seconds in
 * all; the notice itself is as long as its words. @returns the folder
 */
export function layShortWords(folder: string): string {
  const { parts } = composeNotice(noticeTemplate('bill-notice', 'zh-CN'), [ANY_BILL], { unit: '江城' });
  return layClips(folder, [{ words: [...parts.thanks, ...parts.closing], seconds: LAST_WORDS_SECONDS }]);
}

/** Lays Chinese clips of tones: the words of each prompt take its seconds together. @returns the folder */
export function layClips(
  folder: string,
  prompts: readonly { readonly words: readonly string[]; readonly seconds: number }[],
): string {
  const language = path.join(folder, 'zh-CN');
  mkdirSync(language, { recursive: true });
  const clips = prompts.flatMap(({ words, seconds }) =>
    words.map((word) => ({ word, seconds: seconds / words.length })),
  );
  clips.forEach(({ seconds }, index) => writeFileSync(path.join(language, `${index}.wav`), tone(seconds)));
  writeFileSync(
    path.join(language, 'index.json'),
    JSON.stringify(Object.fromEntries(clips.map(({ word }, index) => [word, String(index)]))),
  );
  return folder;
}

/** A quiet tone, 16 bit, mono, as a WAV file. */
function tone(seconds: number): Buffer {
  const samples = Math.round(seconds * RATE);
  const wav = Buffer.alloc(WAV_HEADER_BYTES + samples * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(samples * 2, 40);
  for (let sample = 0; sample < samples; sample++) {
    wav.writeInt16LE(
      Math.round(800 * Math.sin((sample * 400 * 2 * Math.PI) / RATE)),
      WAV_HEADER_BYTES + sample * 2,
    );
  }
  return wav;
}
