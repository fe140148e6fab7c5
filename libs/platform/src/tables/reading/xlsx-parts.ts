import { IMPORT_FAILURES } from '@switchyard/contracts';
import { UnreadableTable } from './table-row';
import type { XlsxArchive } from './xlsx-archive';
import { isDateFormatId, type NumberStyle, styleOfFormatCode } from './xlsx-cell';
import { readXml } from './xml-events';

const SMALL_PART_MEGABYTES = 16;
const SHARED_STRINGS_MEGABYTES = 128;
const MAX_SHARED_CHARACTERS = 64 * 1024 * 1024;

/** Where the first visible sheet lies, and from when its days are counted. */
export interface Workbook {
  readonly sheetPath: string;
  readonly from1904: boolean;
}

export async function readWorkbook(archive: XlsxArchive): Promise<Workbook> {
  const sheets: { id: string; hidden: boolean }[] = [];
  let from1904 = false;
  await readXml(archive.read('xl/workbook.xml', SMALL_PART_MEGABYTES), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      sheets.push({ id: relationOf(attributes), hidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  const sheet = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const targets = await readRelations(archive);
  const target = sheet && targets.get(sheet.id);
  return { sheetPath: target ?? 'xl/worksheets/sheet1.xml', from1904 };
}

function relationOf(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return (key && attributes[key]) ?? '';
}

async function readRelations(archive: XlsxArchive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(part)) return targets;
  await readXml(archive.read(part, SMALL_PART_MEGABYTES), {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || !Id || !Target) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** The number style of each cell format, by its index. */
export async function readStyles(archive: XlsxArchive): Promise<readonly NumberStyle[]> {
  const part = 'xl/styles.xml';
  if (!archive.has(part)) return [];
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellFormats = false;
  await readXml(archive.read(part, SMALL_PART_MEGABYTES), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) styles.push(styleOf(Number(attributes.numFmtId ?? 0), codes));
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles;
}

function styleOf(formatId: number, codes: ReadonlyMap<number, string>): NumberStyle {
  const code = codes.get(formatId);
  if (code !== undefined) return styleOfFormatCode(code);
  return isDateFormatId(formatId) ? 'date' : 'general';
}

/** The strings that cells refer to by index. They must be in memory, which is why XLSX has a row limit. */
export async function readSharedStrings(archive: XlsxArchive): Promise<readonly string[]> {
  const part = 'xl/sharedStrings.xml';
  if (!archive.has(part)) return [];
  const strings: string[] = [];
  let characters = 0;
  let current = '';
  let inText = false;
  let phonetic = false;
  await readXml(archive.read(part, SHARED_STRINGS_MEGABYTES), {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text(text) {
      if (!inText) return;
      current += text;
      characters += text.length;
      if (characters > MAX_SHARED_CHARACTERS) throw tooManyStrings();
    },
    close(name) {
      if (name === 'si') strings.push(current);
      if (name === 'rPh') phonetic = false;
      inText = false;
    },
  });
  return strings;
}

function tooManyStrings(): UnreadableTable {
  return new UnreadableTable(IMPORT_FAILURES.tooLarge, {
    'zh-CN': '这个 XLSX 文件里的文字太多。请改用 CSV 文件。',
    en: 'this XLSX file holds too much text: use a CSV file',
  });
}
