import type { FlowVersionStateName } from '@switchyard/contracts';

/** One stored document of a flow; never changed but for its state. */
export interface FlowVersion {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly state: FlowVersionStateName;
  readonly document: Record<string, unknown>;
  /** Of the document's canonical JSON, lower-case hex. */
  readonly sha256: string;
  readonly note: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

export type FlowVersionHead = Omit<FlowVersion, 'document'>;

export type NewFlowVersion = Pick<
  FlowVersion,
  'name' | 'document' | 'sha256' | 'note' | 'createdBy' | 'createdAt'
>;

/** One change of what is in force, oldest first in a list. */
export interface Publication {
  readonly versionId: string;
  readonly action: 'publish' | 'roll-back';
}

/** The version that was in force before the present one; undefined when there was none. */
export function versionBefore(publications: readonly Publication[]): string | undefined {
  const inForce: string[] = [];
  for (const { versionId, action } of publications) {
    if (action === 'publish') inForce.push(versionId);
    else inForce.pop();
  }
  return inForce.at(-2);
}
