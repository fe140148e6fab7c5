import { Inject, Injectable } from '@nestjs/common';
import {
  AddLeavePaper,
  type LeavePaperWord,
  type LeaveView,
  type RequestContext,
} from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { Uploads } from '../uploads/uploads';

/** Keeps a paper of a leave; a file that no leave takes is not kept. */
@Injectable()
export class KeepPaper {
  constructor(
    private readonly operations: OperationClient,
    private readonly uploads: Uploads,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  async execute(
    request: FastifyRequest,
    paper: { readonly leaveId: string; readonly kind?: LeavePaperWord; readonly own?: boolean },
    context: RequestContext,
  ): Promise<LeaveView> {
    const { key, fileName, bytes } = await this.uploads.keep(request, { folder: 'leave' });
    const file = { fileKey: key, bytes, fileName: (fileName ?? 'file').slice(0, 255) };
    try {
      return await this.operations.call(AddLeavePaper, { kind: 'other', ...paper, ...file }, context);
    } catch (error) {
      await this.files.remove(key);
      throw error;
    }
  }
}
