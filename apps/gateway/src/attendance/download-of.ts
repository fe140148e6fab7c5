import { StreamableFile } from '@nestjs/common';
import type { FiledPaper } from '@switchyard/contracts';
import type { FileStore } from '@switchyard/platform';

/** A stored file to take away; never shown inside the page of the API, for whoever uploaded it chose its type. */
export async function downloadOf(
  files: FileStore,
  { fileKey, fileName }: FiledPaper,
): Promise<StreamableFile> {
  return new StreamableFile(await files.get(fileKey), {
    type: 'application/octet-stream',
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  });
}
