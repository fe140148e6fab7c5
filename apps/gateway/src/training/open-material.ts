import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { type CourseMaterialReference, OpenCourseMaterial, type RequestContext } from '@switchyard/contracts';
import { FILE_STORE, type FileStore, OperationClient } from '@switchyard/platform';

/** Files of courses, never shown inside the page of the API: whoever uploaded one chose its type. */
@Injectable()
export class OpenMaterial {
  constructor(
    private readonly operations: OperationClient,
    @Inject(FILE_STORE) private readonly files: FileStore,
  ) {}

  async execute(path: CourseMaterialReference, context: RequestContext): Promise<StreamableFile> {
    const { fileKey, fileName, bytes } = await this.operations.call(OpenCourseMaterial, path, context);
    return new StreamableFile(await this.files.get(fileKey), {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      length: bytes,
    });
  }
}
