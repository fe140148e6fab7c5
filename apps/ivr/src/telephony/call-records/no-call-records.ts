import { CallRecords, type CallRecord } from './call-records.port';

/** The simulator keeps no records: whatever was lost from sight stays unknown. */
export class NoCallRecords extends CallRecords {
  async find(): Promise<ReadonlyMap<string, CallRecord>> {
    return new Map();
  }

  async numbersOf(): Promise<ReadonlyMap<string, string>> {
    return new Map();
  }
}
