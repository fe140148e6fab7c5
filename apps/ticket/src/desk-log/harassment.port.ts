export interface HarassmentEntry {
  readonly entryId: string;
  readonly reference: string;
  readonly at: Date;
  readonly callId?: string;
  readonly phone?: string;
  readonly text: string;
  readonly warned: boolean;
  readonly hungUp: boolean;
  readonly reportedTo: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

export interface HarassmentFilter {
  readonly phone?: string;
  readonly from?: Date;
  readonly before?: Date;
}

/** The log of harassing calls; an entry is never changed. */
export abstract class HarassmentLog {
  /** The entry; that of the same reference when there is one. */
  abstract add(entry: HarassmentEntry): Promise<HarassmentEntry>;
  /** The latest call first. */
  abstract list(
    filter: HarassmentFilter,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly HarassmentEntry[]; readonly nextCursor?: string }>;
}
