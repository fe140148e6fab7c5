import type { AppraisalState, AppraisalTemplateState } from '@switchyard/contracts';
import type { AppraisalResult, AppraisalTemplate } from '@switchyard/domain';
import type { Page } from '../items/performance-items.port';

export interface TemplateVersion {
  readonly code: string;
  readonly version: number;
  readonly state: AppraisalTemplateState;
  readonly document: AppraisalTemplate;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly publishedAt?: Date;
  readonly publishedBy?: string;
}

export interface Appraisal {
  readonly id: string;
  readonly staffNumber: string;
  readonly period: string;
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly state: AppraisalState;
  /** Points of the criteria that somebody judges, by code. */
  readonly judged: Readonly<Record<string, number>>;
  readonly result: AppraisalResult;
  readonly remark?: string;
  readonly draftedAt: Date;
  readonly draftedBy: string;
  readonly publishedAt?: Date;
  readonly publishedBy?: string;
  readonly acknowledgedAt?: Date;
  readonly comment?: string;
}

export interface AppraisalFilter {
  readonly staffNumber?: string;
  readonly period?: string;
  readonly state?: AppraisalState;
  readonly withinGroups?: readonly string[];
  /** Only those that their people may see. */
  readonly told?: boolean;
}

export abstract class Appraisals {
  /** The draft of a code is replaced; after a published version it is the next. */
  abstract saveTemplate(
    code: string,
    document: AppraisalTemplate,
    by: string,
    at: Date,
  ): Promise<TemplateVersion>;
  /** The newest version, whatever its state; locked for the open transaction. */
  abstract lockTemplate(code: string): Promise<TemplateVersion | undefined>;
  abstract publishTemplate(code: string, version: number, by: string, at: Date): Promise<void>;
  /** The newest published version of each code. */
  abstract published(): Promise<readonly TemplateVersion[]>;
  abstract templates(
    state: AppraisalTemplateState | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<TemplateVersion>>;

  abstract ofPeriod(
    staffNumber: string,
    period: string,
    templateCode: string,
  ): Promise<Appraisal | undefined>;
  /** Locked for the open transaction. */
  abstract lock(id: string): Promise<Appraisal | undefined>;
  /** Adds it, or replaces the draft of the same person, period and template. @returns false when that is no draft any more */
  abstract save(appraisal: Appraisal): Promise<boolean>;
  abstract change(
    id: string,
    change: Partial<Pick<Appraisal, 'state' | 'publishedAt' | 'publishedBy' | 'acknowledgedAt' | 'comment'>>,
  ): Promise<void>;
  abstract list(filter: AppraisalFilter, limit: number, cursor?: string): Promise<Page<Appraisal>>;
}
