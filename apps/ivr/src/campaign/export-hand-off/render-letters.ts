import type { Readable } from 'node:stream';
import { type BatchKind, type LetterTemplate, letterText, localDateAt, readNotice } from '@switchyard/domain';
import { DOCUMENT_FONT, writePdf } from '@switchyard/platform';
import type { ListedContact } from './list-columns';

const MARGIN = 72;
const TITLE_SIZE = 20;
const TEXT_SIZE = 12;

export interface LetterSettings {
  readonly kind: BatchKind;
  /** The utility's name. */
  readonly unit: string;
  /** When the batch ended: the date of every letter. */
  readonly dated: Date;
  /** What letters said when the batch ended. */
  readonly template: (kind: BatchKind, language: ListedContact['contact']['language']) => LetterTemplate;
}

/**
 * A letter per contact, one page each, with the notice's own content (T2.11, rules §6). Whoever has nothing
 * left to pay gets none. The same list gives the same bytes: the document's dates and id come from `dated`.
 */
export function renderLetters(
  settings: LetterSettings,
  pages: AsyncIterable<readonly ListedContact[]>,
): Readable {
  return writePdf({ margin: MARGIN, dated: settings.dated }, (document) => write(document, settings, pages));
}

async function write(
  document: PDFKit.PDFDocument,
  settings: LetterSettings,
  pages: AsyncIterable<readonly ListedContact[]>,
): Promise<void> {
  let letters = 0;
  for await (const page of pages) {
    for (const listed of page) {
      if (listed.balanceFen <= 0 && listed.contact.payableFen > 0) continue;
      letter(document, settings, listed);
      letters++;
    }
  }
  if (letters === 0) emptyPage(document);
}

function letter(document: PDFKit.PDFDocument, settings: LetterSettings, listed: ListedContact): void {
  const { contact, balanceFen } = listed;
  const notice = readNotice(settings.kind, { accountNo: contact.accountNo, balanceFen }, contact.notice);
  const { title, paragraphs } = letterText(settings.template(settings.kind, contact.language), notice, {
    unit: settings.unit,
    customerName: contact.customerName,
    dated: localDateAt(settings.dated),
  });
  document.addPage();
  document.font(DOCUMENT_FONT).fontSize(TITLE_SIZE).text(title, { align: 'center' }).moveDown(1.5);
  document.fontSize(TEXT_SIZE);
  for (const paragraph of paragraphs) document.text(paragraph, { lineGap: 6 }).moveDown(0.4);
}

/** A list of nobody is a document too. */
function emptyPage(document: PDFKit.PDFDocument): void {
  document.addPage();
  document.font(DOCUMENT_FONT).fontSize(TEXT_SIZE).text('没有需要寄送的通知 / No letters to send');
}
