import { Injectable } from '@nestjs/common';
import {
  ImportRegisterFile,
  ImportRegisterRows,
  type RegisterImportView,
  type RegisterKind,
  type RequestContext,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import type { FastifyRequest } from 'fastify';
import { validated } from '../problem/validate';
import { isUpload, Uploads } from '../uploads/uploads';
import { RegisterRowsBody } from './register-import.dto';

/** The whole file is read once before the answer: its bytes must be known. */
const ACCEPTING = { timeoutMs: 60_000 };

/** Hands a table, or rows as JSON, to the service desk. */
@Injectable()
export class TakeRegisterImport {
  constructor(
    private readonly operations: OperationClient,
    private readonly uploads: Uploads,
  ) {}

  async execute(
    register: RegisterKind,
    request: FastifyRequest,
    context: RequestContext,
  ): Promise<RegisterImportView> {
    if (!isUpload(request)) {
      const { rows } = await validated(RegisterRowsBody, request.body);
      return this.operations.call(ImportRegisterRows, { register, rows }, context, ACCEPTING);
    }
    const file = await this.uploads.keep(request, { folder: 'imports' });
    return this.operations.call(
      ImportRegisterFile,
      {
        register,
        fileKey: file.key,
        fileName: file.fileName?.slice(0, 255),
        contentType: file.mediaType.slice(0, 200),
      },
      context,
      ACCEPTING,
    );
  }
}
