import { XLSX } from '../http/media-types';
import { AcceptsUpload } from './accepts-upload.decorator';

/** The route takes a table as a file; its bytes tell whether it is CSV or XLSX. */
export const AcceptsTable = (): MethodDecorator =>
  AcceptsUpload('text/csv', XLSX, 'application/octet-stream');
