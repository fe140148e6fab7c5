import { Inject, Injectable } from '@nestjs/common';
import type {
  ImportTrainingFileRequest,
  Operation,
  RequestContext,
  TrainingImportView,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Uploads } from '../uploads/uploads';

/** The whole file is read and its rows are stored before the answer. */
const IMPORTING = { timeoutMs: 120_000 };

/** Hands a table of records or questions to hr; the file is not kept, what came of its rows is. */
@Injectable()
export class TakeTrainingFile {
  constructor(
    private readonly operations: OperationClient,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  async execute(
    operation: Operation<ImportTrainingFileRequest, TrainingImportView>,
    request: FastifyRequest,
    context: RequestContext,
  ): Promise<TrainingImportView> {
    const { key, fileName } = await this.uploads.keep(request, { folder: 'imports' });
    const named = fileName !== undefined && fileName !== '' && { fileName: fileName.slice(0, 255) };
    try {
      return await this.operations.call(operation, { fileKey: key, ...named }, context, IMPORTING);
    } finally {
      await this.files.remove(key);
    }
  }
}
