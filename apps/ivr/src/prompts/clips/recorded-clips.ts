import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from '@switchyard/domain';

const CLIP_KEY = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Thrown at start when the folder of recordings does not fit its index; names every fault. */
export class ClipsInvalid extends Error {
  readonly code = 'clips-invalid';

  constructor(readonly problems: readonly string[]) {
    super(`the recorded clips cannot be used:\n  ${problems.join('\n  ')}`);
    this.name = 'ClipsInvalid';
  }
}

/**
 * Recordings that stand in for synthesis, segment by segment (T5.2). `<folder>/<language>/index.json` names
 * for an exact text the clip's key, and `<key>.wav` beside it is the recording, of any rate:
 * `{ "您好！": "greeting", "一": "number-1" }`.
 */
export class RecordedClips {
  private constructor(private readonly files: ReadonlyMap<string, string>) {}

  static none(): RecordedClips {
    return new RecordedClips(new Map());
  }

  /** Reads the indexes; a language without one has no recordings. @throws ClipsInvalid */
  static async load(folder: string): Promise<RecordedClips> {
    const files = new Map<string, string>();
    const problems: string[] = [];
    for (const language of SPOKEN_LANGUAGES) {
      const index = path.join(folder, language, 'index.json');
      for (const [text, key] of Object.entries(await readIndex(index, problems))) {
        const file = path.join(folder, language, `${String(key)}.wav`);
        if (typeof key !== 'string' || !CLIP_KEY.test(key))
          problems.push(`${index}: the key of "${text}" must be letters, digits, dots and hyphens`);
        else if (!(await isThere(file)))
          problems.push(`${index}: "${text}" names ${key}.wav, which is not there`);
        else files.set(slot(text, language), file);
      }
    }
    if (problems.length > 0) throw new ClipsInvalid(problems);
    return new RecordedClips(files);
  }

  get size(): number {
    return this.files.size;
  }

  /** The recording of exactly this text, where there is one. */
  async find(text: string, language: SpokenLanguage): Promise<Buffer | undefined> {
    const file = this.files.get(slot(text, language));
    return file === undefined ? undefined : readFile(file);
  }
}

const slot = (text: string, language: SpokenLanguage): string => `${language} ${text}`;

async function readIndex(file: string, problems: string[]): Promise<Record<string, unknown>> {
  try {
    const index: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof index === 'object' && index !== null && !Array.isArray(index))
      return index as Record<string, unknown>;
    problems.push(`${file}: must be a JSON object from text to clip key`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      problems.push(`${file}: ${(error as Error).message}`);
  }
  return {};
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
