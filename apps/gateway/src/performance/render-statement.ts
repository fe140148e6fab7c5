import type { Readable } from 'node:stream';
import type { FineProposalView, MonthlyScoreStatement, ScoreLineView } from '@switchyard/contracts';
import {
  DOCUMENT_FONT,
  type TableColumn,
  tableColumn,
  type TableLanguage,
  writePdf,
  writeXlsxSheets,
} from '@switchyard/platform';
import { MISSING_WORDS, STATEMENT_WORDS } from './statement-words';

const MARGIN = 40;
const TITLE_SIZE = 18;
const HEADING_SIZE = 12;
const TEXT_SIZE = 9;
const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

const lineColumns = (divisor: number): TableColumn<ScoreLineView>[] => [
  tableColumn('own', '条款', 'rule', ({ rule }) => rule),
  tableColumn('text', '事实', 'fact', ({ fact }, language) => fact[language]),
  tableColumn('own', '计算', 'arithmetic', ({ arithmetic }) => arithmetic),
  tableColumn('number', '增减', 'change', ({ points }) => points / divisor),
];
const FINES: TableColumn<FineProposalView>[] = [
  tableColumn('own', '条款', 'rule', ({ rule }) => rule),
  tableColumn('text', '事实', 'fact', ({ fact }, language) => fact[language]),
  tableColumn('number', '金额', 'amount', ({ amountFen }) => amountFen / 100),
];

interface Table {
  readonly title: string;
  readonly columns: readonly TableColumn<readonly string[]>[];
  readonly rows: readonly (readonly string[])[];
}

/** A statement as a workbook: a sheet of what it comes to, and one for each list that explains it. */
export function renderXlsxStatement(statement: MonthlyScoreStatement, language: TableLanguage): Readable {
  const facts = table(STATEMENT_WORDS[language].title, FACTS, factsOf(statement, language), language);
  const sheets = [facts, ...tablesOf(statement, language)].map(({ title, columns, rows }) => ({
    name: title.slice(0, 31),
    columns,
    pages: [rows],
  }));
  return writeXlsxSheets(sheets, language, new Date(statement.computedAt));
}

/** A statement to be printed and signed. The same statement gives the same bytes. */
export function renderPdfStatement(statement: MonthlyScoreStatement, language: TableLanguage): Readable {
  const { title, nothing } = STATEMENT_WORDS[language];
  return writePdf({ margin: MARGIN, dated: new Date(statement.computedAt), title }, (document) => {
    document.addPage();
    document.font(DOCUMENT_FONT).fontSize(TITLE_SIZE).text(title, { align: 'center' }).moveDown(0.5);
    document.fontSize(TEXT_SIZE);
    for (const { name, value } of factsOf(statement, language)) document.text(`${name}: ${value}`);
    document.moveDown(1);
    for (const { title: heading, columns, rows } of tablesOf(statement, language)) {
      document.x = MARGIN;
      document.fontSize(HEADING_SIZE).text(heading).moveDown(0.3).fontSize(TEXT_SIZE);
      if (rows.length === 0) document.text(nothing);
      else {
        document.table({
          data: [columns.map((column) => column.title[language]), ...rows.map((row) => [...row])],
          columnStyles: [50, '*', 110, 60].slice(0, columns.length === 4 ? 4 : 0),
          rowStyles: (row) => (row === 0 ? { backgroundColor: '#e8eef4' } : {}),
          defaultStyle: { border: 0.5, borderColor: '#9aa5b1', padding: 3 },
        });
      }
      document.moveDown(1);
    }
  });
}

interface NamedFact {
  readonly name: string;
  readonly value: string;
}

const FACTS: TableColumn<NamedFact>[] = [
  tableColumn('own', '项目', 'item', ({ name }) => name),
  tableColumn('text', '内容', 'value', ({ value }) => value),
];

function factsOf(statement: MonthlyScoreStatement, language: TableLanguage): readonly NamedFact[] {
  const words = STATEMENT_WORDS[language];
  const { bonusFen, appealUntil, missing } = statement;
  const facts: [string, string | undefined][] = [
    [words.person, statement.name],
    [words.number, statement.staffNumber],
    [words.month, statement.month],
    [words.version, String(statement.version)],
    [words.score, String(statement.score)],
    [words.bonus, bonusFen === undefined ? undefined : String(bonusFen / 100)],
    [words.missing, missing.map((name) => MISSING_WORDS[name]?.[language] ?? name).join(' ') || undefined],
    [words.appeal, appealUntil === undefined ? undefined : CHINA.format(new Date(appealUntil))],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function tablesOf(statement: MonthlyScoreStatement, language: TableLanguage): readonly Table[] {
  const words = STATEMENT_WORDS[language];
  const { lines, bonusLines, bonusFen, fines } = statement;
  return [
    table(words.scoreLines, lineColumns(1), lines, language),
    ...(bonusFen === undefined ? [] : [table(words.bonusLines, lineColumns(100), bonusLines, language)]),
    table(words.fines, FINES, fines, language),
  ];
}

function table<Item>(
  title: string,
  columns: readonly TableColumn<Item>[],
  items: readonly Item[],
  language: TableLanguage,
): Table {
  return {
    title,
    columns: columns.map(({ title: header, type }, index) => ({
      title: header,
      type,
      value: (row) => row[index] ?? '',
    })),
    rows: items.map((item) => columns.map((column) => column.value(item, language))),
  };
}
