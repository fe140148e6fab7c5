import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type BatchKind, letterTemplate, letterText, localDateAt, readNotice } from '@switchyard/domain';
import { describeError, isError } from '@switchyard/platform';
import PDFDocument from 'pdfkit';
import type { ListedContact } from './list-columns';

const FONT_FILE = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';
const MARGIN = 72;
const TITLE_SIZE = 20;
const TEXT_SIZE = 12;

export interface LetterSettings {
  readonly kind: BatchKind;
  /** The utility's name. */
  readonly unit: string;
  /** When the batch ended: the date of every letter. */
  readonly dated: Date;
}

/**
 * A letter per contact, one page each, with the notice's own content (T2.11, rules §6). Whoever has nothing
 * left to pay gets none. The same list gives the same bytes: the document's dates and id come from `dated`.
 */
export function renderLetters(
  settings: LetterSettings,
  pages: AsyncIterable<readonly ListedContact[]>,
): Readable {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    autoFirstPage: false,
    info: { Creator: 'Switchyard', CreationDate: settings.dated, ModDate: settings.dated },
  });
  write(document, settings, pages).catch((error: unknown) => {
    document.destroy(isError(error) ? error : new Error(describeError(error)));
  });
  return document;
}

async function write(
  document: PDFKit.PDFDocument,
  settings: LetterSettings,
  pages: AsyncIterable<readonly ListedContact[]>,
): Promise<void> {
  document.registerFont('letter', readFileSync(require.resolve(FONT_FILE)));
  let letters = 0;
  for await (const page of pages) {
    for (const listed of page) {
      if (listed.balanceFen <= 0) continue;
      letter(document, settings, listed);
      letters++;
    }
  }
  if (letters === 0) emptyPage(document);
  document.end();
}

function letter(document: PDFKit.PDFDocument, settings: LetterSettings, listed: ListedContact): void {
  const { contact, balanceFen } = listed;
  const notice = readNotice(settings.kind, { accountNo: contact.accountNo, balanceFen }, contact.notice);
  const { title, paragraphs } = letterText(letterTemplate(settings.kind, contact.language), notice, {
    unit: settings.unit,
    customerName: contact.customerName,
    dated: localDateAt(settings.dated),
  });
  document.addPage();
  document.font('letter').fontSize(TITLE_SIZE).text(title, { align: 'center' }).moveDown(1.5);
  document.fontSize(TEXT_SIZE);
  for (const paragraph of paragraphs) document.text(paragraph, { lineGap: 6 }).moveDown(0.4);
}

/** A list of nobody is a document too. */
function emptyPage(document: PDFKit.PDFDocument): void {
  document.addPage();
  document.font('letter').fontSize(TEXT_SIZE).text('没有需要寄送的通知 / No letters to send');
}
