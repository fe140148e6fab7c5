import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { describeError, isError } from '../errors';

/**
 * The font of every document: Chinese and Latin letters. Its file, not a name for it: pdfkit's tables go back to a font by its file, and would
 * read ten megabytes again for each cell.
 */
export const DOCUMENT_FONT =
  require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

export interface PdfSettings {
  /** On every side, in points (1/72 inch). */
  readonly margin: number;
  readonly dated: Date;
  readonly title?: string;
}

/**
 * An A4 document as it is written, without a first page. The same content gives the same bytes: the document's dates and id come
 * from `dated`. An error of `write` breaks the stream off.
 */
export function writePdf(
  { margin, dated, title }: PdfSettings,
  write: (document: PDFKit.PDFDocument) => Promise<void> | void,
): Readable {
  const document = new PDFDocument({
    size: 'A4',
    margin,
    autoFirstPage: false,
    info: {
      ...(title !== undefined && { Title: title }),
      Creator: 'Switchyard',
      CreationDate: dated,
      ModDate: dated,
    },
  });
  writeWhole(document, write).catch((error: unknown) => {
    document.destroy(isError(error) ? error : new Error(describeError(error)));
  });
  return document;
}

async function writeWhole(
  document: PDFKit.PDFDocument,
  write: (document: PDFKit.PDFDocument) => Promise<void> | void,
): Promise<void> {
  await write(document);
  document.end();
}
