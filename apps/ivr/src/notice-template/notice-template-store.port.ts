import type { BatchKindName, LanguageName, NoticeTemplateMedium } from '@switchyard/contracts';

export interface TemplateKey {
  readonly medium: NoticeTemplateMedium;
  readonly kind: BatchKindName;
  readonly language: LanguageName;
}

/** A version that somebody set; those below are of the product or of somebody before. */
export interface StoredTemplate extends TemplateKey {
  readonly version: number;
  readonly document: Record<string, unknown>;
  readonly setBy: string;
  readonly setAt: Date;
}

export abstract class NoticeTemplateStore {
  /** The highest versions that had been set at an instant. */
  abstract inForce(at: Date): Promise<readonly StoredTemplate[]>;
  /** The latest first, at most 1000. */
  abstract versions(key: TemplateKey): Promise<readonly StoredTemplate[]>;
  /** False when there is one of this version. */
  abstract add(template: StoredTemplate): Promise<boolean>;
}
