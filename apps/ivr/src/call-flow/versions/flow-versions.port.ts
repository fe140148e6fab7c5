import type { FlowVersion, FlowVersionHead, NewFlowVersion, Publication } from './flow-version';

export interface StoredFlow {
  readonly name: string;
  readonly publishedNumber: number | null;
  readonly newestNumber: number;
}

export abstract class FlowVersions {
  /** Lets one change of flows happen at a time, until the transaction ends. */
  abstract lock(): Promise<void>;

  /** Stores the next number of its flow, as a draft. */
  abstract add(version: NewFlowVersion): Promise<FlowVersion>;

  abstract find(name: string, number: number): Promise<FlowVersion | undefined>;

  abstract findById(id: string): Promise<FlowVersion | undefined>;

  /** The version in force with this document, else the newest. */
  abstract findByHash(name: string, sha256: string): Promise<FlowVersionHead | undefined>;

  abstract newest(name: string): Promise<FlowVersion | undefined>;

  abstract published(name: string): Promise<FlowVersion | undefined>;

  abstract allPublished(): Promise<readonly FlowVersion[]>;

  /** Newest first; one more than `limit`, so that the next page is known. */
  abstract list(name: string, limit: number, belowNumber?: number): Promise<readonly FlowVersionHead[]>;

  abstract flows(): Promise<readonly StoredFlow[]>;

  abstract publications(name: string): Promise<readonly Publication[]>;

  /** Puts a version in force in place of the one that is. */
  abstract putInForce(version: FlowVersionHead, publication: NewPublication): Promise<FlowVersion>;

  /** Grows whenever a version is put in force or a dialled number is led elsewhere. */
  abstract changeNumber(): Promise<string>;
}

export interface NewPublication {
  readonly action: Publication['action'];
  readonly by: string;
  readonly at: Date;
}
