import type { CallFlow, SpokenLanguage } from '@switchyard/domain';

/** A version of a flow, ready to be walked. */
export interface WalkableFlow {
  readonly versionId: string;
  readonly name: string;
  readonly number: number;
  readonly flow: CallFlow;
}

/** Where the callers of a dialled number begin. */
export interface CallRoute {
  readonly version: WalkableFlow;
  /** Absent: the flow's first. */
  readonly entry?: string;
  readonly language?: SpokenLanguage;
}

/** Name of the entry where a route leads: the desk. */
export function deskOf({ version, entry }: Pick<CallRoute, 'version' | 'entry'>): string {
  const { entries } = version.flow.document;
  return entries.find(({ name }) => name === entry)?.name ?? entries[0]?.name ?? 'general';
}
