import {
  type BatchKindName,
  type LanguageName,
  LANGUAGES,
  NOTICE_TEMPLATE_MEDIA,
} from '@switchyard/contracts';
import { type LetterTemplate, NOTICE_KINDS, type NoticeTemplate } from '@switchyard/domain';
import type { Clock, Logger } from '@switchyard/platform';
import type { NoticeTemplateStore, StoredTemplate, TemplateKey } from './notice-template-store.port';
import { builtIn, readLetter, readSpoken } from './read-template';

/** How long another process may go on with what was in force before. */
const FRESH_MS = 5_000;

export type TemplateInForce = Omit<StoredTemplate, 'setAt'> & { readonly setAt?: Date };

const ALL: readonly TemplateKey[] = NOTICE_TEMPLATE_MEDIA.flatMap((medium) =>
  NOTICE_KINDS.flatMap((kind) => LANGUAGES.map((language) => ({ medium, kind, language }))),
);
const wordOf = ({ medium, kind, language }: TemplateKey) => `${medium} ${kind} ${language}`;

/** What notices say: the versions that people set, over those that come with the product (§13b, T2.11, T5.1). */
export class NoticeTemplates {
  private readAt = -Infinity;
  private stored: readonly StoredTemplate[] = [];
  private readonly spokenOf = new Map<string, NoticeTemplate>();

  constructor(
    private readonly store: NoticeTemplateStore,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** As calls say it now; the same object as long as nobody changes it. */
  async spoken(kind: BatchKindName, language: LanguageName): Promise<NoticeTemplate> {
    const key: TemplateKey = { medium: 'spoken', kind, language };
    const { version, document } = inForceOf(key, await this.fresh());
    const known = this.spokenOf.get(wordOf(key));
    if (known?.version === version) return known;
    const template = readSpoken(key, version, document);
    this.spokenOf.set(wordOf(key), template);
    return template;
  }

  /** The letters as they were at an instant, so that a list can be rendered again byte for byte. */
  async lettersAt(at: Date): Promise<(kind: BatchKindName, language: LanguageName) => LetterTemplate> {
    const stored = await this.store.inForce(at);
    const read = new Map<string, LetterTemplate>();
    return (kind, language) => {
      const key: TemplateKey = { medium: 'letter', kind, language };
      const { version, document } = inForceOf(key, stored);
      const letter = read.get(wordOf(key)) ?? readLetter(key, version, document);
      read.set(wordOf(key), letter);
      return letter;
    };
  }

  /** Of every medium, kind and language the one in force, read anew. */
  async all(): Promise<readonly TemplateInForce[]> {
    const stored = await this.store.inForce(this.clock.now());
    return ALL.map((key) => inForceOf(key, stored));
  }

  async inForce(key: TemplateKey): Promise<TemplateInForce> {
    return inForceOf(key, await this.store.inForce(this.clock.now()));
  }

  /** What was set here is said here at once. */
  forget(): void {
    this.readAt = -Infinity;
  }

  private async fresh(): Promise<readonly StoredTemplate[]> {
    const now = this.clock.now();
    if (now.getTime() - this.readAt < FRESH_MS) return this.stored;
    try {
      this.stored = await this.store.inForce(now);
    } catch (error) {
      // What was known goes on being said; before anything was read, nothing is said by guess.
      if (this.readAt === -Infinity) throw error;
      this.logger.warn('templates of notices could not be read again', { err: error });
    }
    this.readAt = now.getTime();
    return this.stored;
  }
}

/** A product that brings a later version than the one set here stays behind what people set. */
function inForceOf(key: TemplateKey, stored: readonly StoredTemplate[]): TemplateInForce {
  return stored.find((one) => wordOf(one) === wordOf(key)) ?? builtIn(key);
}
