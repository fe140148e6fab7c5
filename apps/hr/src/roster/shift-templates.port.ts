import type { ShiftTemplate, WorkPattern } from '@switchyard/domain';

export interface Stamp {
  readonly setAt: Date;
  readonly setBy: string;
}

export type StoredTemplate = ShiftTemplate & Stamp;
export type StoredPattern = WorkPattern & Stamp;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export interface TemplateFilter {
  readonly code?: string;
  readonly enabled?: boolean;
  readonly allVersions?: boolean;
}

/** Shift templates and work patterns; a version is never changed, since shifts refer to it. */
export abstract class ShiftTemplates {
  /** The latest version of each, by code. */
  abstract latest(): Promise<readonly StoredTemplate[]>;
  abstract list(filter: TemplateFilter, limit: number, cursor?: string): Promise<Page<StoredTemplate>>;
  /** False when the version is there. */
  abstract add(template: StoredTemplate): Promise<boolean>;
  /** The latest version of each, by code. */
  abstract patterns(): Promise<readonly StoredPattern[]>;
  abstract addPattern(pattern: StoredPattern): Promise<boolean>;
}
