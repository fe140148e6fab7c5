import type { DutyProof } from './supervisors-day-policy';

export interface GivenProof {
  readonly text?: string;
  readonly number?: number;
  readonly attachments: number;
}

/** What is still missing before a line of the checklist can be done; undefined when nothing is. */
export function missingProof(
  wanted: DutyProof,
  given: GivenProof,
): 'text' | 'number' | 'attachment' | undefined {
  switch (wanted) {
    case 'none':
      return undefined;
    case 'text':
      return given.text === undefined || given.text.trim() === '' ? 'text' : undefined;
    case 'number':
      return given.number === undefined ? 'number' : undefined;
    case 'attachment':
      return given.attachments === 0 ? 'attachment' : undefined;
  }
}
