import { createHash } from 'node:crypto';
import type { OutageKind } from '@switchyard/contracts';
import {
  type Assembled,
  type Column,
  type ReadCell,
  readText,
  readWord,
  refuseCell,
  type RowValues,
  textColumn,
} from '@switchyard/platform';
import type { OutageFacts } from '../../outage/outages.port';
import { duplicateError } from './duplicate-error';
import { readAreaCode, readInstant, readReference } from './read-cells';
import type { Register } from './register';

/** An outage as the dispatching system tells it; the same reference is the same outage. */
export interface OutageRow extends OutageFacts {
  readonly line: number;
  readonly reference: string;
  readonly restoredAt?: Date;
}

/** `knownAreas` are the codes of all areas: an outage nowhere is told to nobody. */
export function outagesRegister(knownAreas: ReadonlySet<string>): Register<OutageRow> {
  return {
    kind: 'outages',
    columns: columnsOf(knownAreas),
    assemble: rowOf,
    keyOf: ({ reference }) => [createHash('sha256').update(reference).digest('hex'), ''],
    duplicate: (row, first) => duplicateError(row, 'reference', row.reference, first),
    warningOf: (remark: never) => remark,
  };
}

function columnsOf(knownAreas: ReadonlySet<string>): readonly Column[] {
  const readArea: ReadCell = (text) => {
    const code = readAreaCode(text);
    return typeof code !== 'string' || knownAreas.has(code)
      ? code
      : refuseCell('badWord', '没有这个区域，请先登记区域', 'there is no such area: register it first');
  };
  const optional = { required: false };
  return [
    textColumn(
      {
        field: 'reference',
        chinese: '停电编号',
        english: 'reference',
        headers: ['编号', '停电单号', 'outage no'],
      },
      readReference,
    ),
    textColumn(
      {
        field: 'kind',
        chinese: '停电类型',
        english: 'kind',
        headers: ['类型', '停电类别', 'outage kind', 'type'],
      },
      readWord({
        planned: ['计划停电', '计划', '计划检修'],
        temporary: ['临时停电', '临时', '临时检修'],
        fault: ['故障停电', '故障'],
        'load-limit': ['限电', '负荷限制', 'load limit'],
      }),
    ),
    textColumn(
      { field: 'areaCode', chinese: '区域代码', english: 'area code', headers: ['区域', '停电区域', 'area'] },
      readArea,
    ),
    textColumn(
      {
        field: 'startsAt',
        chinese: '开始时间',
        english: 'starts at',
        headers: ['停电时间', '停电开始时间', 'start'],
      },
      readInstant,
    ),
    textColumn(
      {
        field: 'expectedRestorationAt',
        chinese: '预计恢复时间',
        english: 'expected restoration',
        headers: ['预计送电时间', '计划送电时间', 'expected restoration at', 'expected end'],
        ...optional,
      },
      readInstant,
    ),
    textColumn(
      {
        field: 'restoredAt',
        chinese: '实际恢复时间',
        english: 'restored at',
        headers: ['实际送电时间', '恢复时间', 'restored'],
        ...optional,
      },
      readInstant,
    ),
    textColumn(
      { field: 'cause', chinese: '停电原因', english: 'cause', headers: ['原因', 'reason'] },
      readText(500),
    ),
    textColumn(
      { field: 'causeEn', chinese: '停电原因英文', english: 'cause in english', ...optional },
      readText(500),
    ),
    textColumn(
      {
        field: 'announcedText',
        chinese: '公告内容',
        english: 'announced text',
        headers: ['公告', '停电公告', 'announcement'],
        ...optional,
      },
      readText(1000),
    ),
    textColumn(
      {
        field: 'announcedTextEn',
        chinese: '公告内容英文',
        english: 'announced text in english',
        ...optional,
      },
      readText(1000),
    ),
  ];
}

function rowOf(line: number, values: RowValues): Assembled<OutageRow> {
  const startsAt = new Date(values.startsAt as string);
  const ends = {
    expectedRestorationAt: dateOf(values.expectedRestorationAt),
    restoredAt: dateOf(values.restoredAt),
  };
  for (const field of ['expectedRestorationAt', 'restoredAt'] as const) {
    const end = ends[field];
    if (end && end <= startsAt) {
      return { field, refusal: refuseCell('badDate', '应晚于开始时间', 'must be later than the start') };
    }
  }
  const row: OutageRow = {
    line,
    reference: values.reference as string,
    kind: values.kind as OutageKind,
    areaCode: values.areaCode as string,
    startsAt,
    ...ends,
    cause: values.cause as string,
    causeEn: values.causeEn as string | undefined,
    announcedText: values.announcedText as string | undefined,
    announcedTextEn: values.announcedTextEn as string | undefined,
  };
  return { row };
}

const dateOf = (value: RowValues[string]): Date | undefined =>
  typeof value === 'string' ? new Date(value) : undefined;
