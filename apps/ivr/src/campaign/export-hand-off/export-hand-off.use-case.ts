import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, FILE_STORE, type FileStore, writeCsv, writeXlsx } from '@switchyard/platform';
import { DialerConfig } from '../../dialer/dialer.config';
import { NoticeTemplates } from '../../notice-template/notice-templates';
import type { Batch } from '../batch/batch';
import { Batches } from '../batch/batches.port';
import { assertFinal } from '../hand-off/assert-final';
import { type HandOffFormat, HandOffs, type StoredExport } from '../hand-off/hand-offs.port';
import { Hashed } from './hashed';
import { listColumns } from './list-columns';
import { listedContacts } from './listed-contacts';
import { renderLetters } from './render-letters';

export interface ExportedList {
  readonly batch: Batch;
  readonly stored: StoredExport;
  readonly contacts: number;
}

/** Renders the final list once per format, keeps it, and gives the same bytes ever after (T2.11). */
@Injectable()
export class ExportHandOff {
  private readonly atWork = new Map<string, Promise<StoredExport>>();

  constructor(
    private readonly batches: Batches,
    private readonly handOffs: HandOffs,
    private readonly config: DialerConfig,
    private readonly templates: NoticeTemplates,
    @Inject(FILE_STORE) private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `batch.not-found`, `hand-off.not-allowed-in-state` */
  async execute(batchId: string, format: HandOffFormat, createdBy: string): Promise<ExportedList> {
    const batch = await this.batches.get(batchId);
    const endedAt = assertFinal(batch);
    const contacts = await this.handOffs.count(batchId);
    const known = await this.handOffs.findExport(batchId, format);
    if (known && (await this.files.has(known.fileKey))) return { batch, stored: known, contacts };
    return { batch, stored: await this.renderOnce(batch, endedAt, format, createdBy, known), contacts };
  }

  /** A request that comes while the list is being rendered waits for that. */
  private renderOnce(
    batch: Batch,
    endedAt: Date,
    format: HandOffFormat,
    createdBy: string,
    known: StoredExport | undefined,
  ): Promise<StoredExport> {
    const key = `${batch.id}.${format}`;
    const running = this.atWork.get(key);
    if (running) return running;
    const work = this.render(batch, endedAt, format, createdBy, known).finally(() => this.atWork.delete(key));
    this.atWork.set(key, work);
    return work;
  }

  private async render(
    batch: Batch,
    endedAt: Date,
    format: HandOffFormat,
    createdBy: string,
    known: StoredExport | undefined,
  ): Promise<StoredExport> {
    const hashed = new Hashed();
    const fileKey = `hand-off/${batch.id}/${randomUUID()}.${format}`;
    await this.files.put(fileKey, Readable.from(hashed.through(await this.bytesOf(batch, endedAt, format))));
    const sha256 = hashed.sha256();
    if (known && known.sha256 !== sha256) {
      throw new Error(
        `the stored ${format} of batch ${batch.id} is lost, and rendering it again gave other bytes`,
      );
    }
    const stored = await this.handOffs.addExport({
      batchId: batch.id,
      format,
      fileKey,
      sha256,
      bytes: hashed.bytes,
      createdBy,
      createdAt: this.clock.now(),
    });
    // Another process was first: its rendering is the one.
    if (stored.fileKey !== fileKey) await this.files.remove(fileKey);
    return stored;
  }

  private async bytesOf(
    batch: Batch,
    endedAt: Date,
    format: HandOffFormat,
  ): Promise<AsyncIterable<Uint8Array>> {
    const pages = listedContacts(this.handOffs, batch.id, endedAt);
    switch (format) {
      case 'csv':
        return writeCsv(listColumns(batch.kind), batch.language, pages);
      case 'xlsx':
        return writeXlsx(listColumns(batch.kind), batch.language, pages, {
          sheetName: batch.language === 'en' ? 'Hand-off' : '转交清单',
          dated: endedAt,
        });
      case 'pdf':
        return renderLetters(
          {
            kind: batch.kind,
            unit: this.config.unitName,
            dated: endedAt,
            template: await this.templates.lettersAt(endedAt),
          },
          pages,
        );
    }
  }
}
